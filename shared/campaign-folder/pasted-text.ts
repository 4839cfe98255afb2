import type { Campaign } from '../campaign/campaign.ts';
import type { Localized, MistakeTexts } from '../i18n/mistakes/texts.ts';

interface Kind {
  finds: (line: string, index: number, lines: readonly string[]) => string | undefined;
  /** The text about what happens to what was found, and the cure. */
  text: 'html' | 'bullet' | 'lettered' | 'indented';
}

/** Tags and comments; not `<https://…>` and `<name@example.org>`, which are links. */
const tag = /<(?:!--|\/?[a-z][\w:-]*(?:\s[^<>]*)?\/?>)/i;

/** Bullets of word processors, also those of their symbol fonts; `o` and `§` only before a tab. */
const bullet = /^\s*([•·▪▫◦‣●○■□➢➤►✓✔\uF0B7\uF0A7\uF0D8\uF0FC](?=\s|\p{L})|[o§Øvü–—](?=\t))/u;
/** These begin sentences, too, so a list has two of them at least. */
const dash = /^\s*([–—])\s/u;
const letterOrBrackets = /^\s*(\(\w{1,3}\)|[a-z]\)|[ivx]{1,4}\.)\s/;
const listItem = /^\s*(?:[-*+]|\d+[.)])\s/;
const indented = /^(?: {4,}|\t)\s*\S/;

const kinds: readonly Kind[] = [
  {
    finds: (line) => tag.exec(line)?.[0],
    text: 'html',
  },
  {
    finds: (line, index, lines) => bullet.exec(line)?.[1] ?? repeated(dash, index, lines),
    text: 'bullet',
  },
  {
    finds: (_, index, lines) => repeated(letterOrBrackets, index, lines),
    text: 'lettered',
  },
  {
    finds: (line, index, lines) => (isCode(line, index, lines) ? line.trim() : undefined),
    text: 'indented',
  },
];

/**
 * What a text has from a word processor or a web page that Markdown does not know: a line for each kind and file, with
 * the numbers of the lines and the cure. It is printed otherwise than it looked where it was copied, and is no mistake.
 */
export function pastedTextWarnings({ texts, settings }: Campaign): Localized<string>[] {
  return texts.flatMap(({ language, letter, release }) => {
    const ending = language === settings.language ? 'md' : `${language}.md`;
    return [...warningsOf(`letter.${ending}`, letter), ...warningsOf(`release.${ending}`, release)];
  });
}

function warningsOf(file: string, source = ''): Localized<string>[] {
  const lines = source.split(/\r?\n/);
  const body = bodyIndex(lines);
  return kinds.flatMap(({ finds, text }, kind): Localized<string>[] => {
    const found = lines.flatMap((line, index) => {
      // Only tags are no YAML.
      const what = kind > 0 && index < body ? undefined : finds(line, index, lines);
      return what === undefined ? [] : [{ line: index + 1, what }];
    });
    const [first] = found;
    if (first === undefined) return [];
    const places = found.map(({ line }) => line);
    return [({ warnings: t }) => t.pasted(file, linesIn(t, places), t[text](shortened(first.what)))];
  });
}

/** Index of the first line below the keys. */
function bodyIndex(lines: readonly string[]): number {
  const fences = lines.flatMap((line, index) => (/^---[ \t]*$/.test(line) ? [index] : []));
  return (fences[1] ?? -1) + 1;
}

const maxPlaces = 5;

function linesIn(t: MistakeTexts['warnings'], lines: readonly number[]): string {
  const shown = lines.slice(0, maxPlaces);
  return t.lines(shown, lines.length - shown.length);
}

/** What `pattern` finds in a line if the line before or after has it, too. */
function repeated(pattern: RegExp, index: number, lines: readonly string[]): string | undefined {
  const isBeside = [lines[index - 1], lines[index + 1]].some((line) => pattern.test(line ?? ''));
  return isBeside ? pattern.exec(lines[index] ?? '')?.[1] : undefined;
}

/** A paragraph of Markdown that is code, since it is indented and continues no list. */
function isCode(line: string, index: number, lines: readonly string[]): boolean {
  if (!indented.test(line) || (lines[index - 1] ?? '').trim() !== '') return false;
  const before = lines.slice(0, index).findLast((each) => each.trim() !== '' && !/^\s/.test(each));
  return before === undefined || !listItem.test(before);
}

const shortened = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);
