import type { Campaign } from '../campaign/campaign.ts';

interface Kind {
  finds: (line: string, index: number, lines: readonly string[]) => string | undefined;
  /** What happens to what was found, and the cure. */
  says: (found: string) => string;
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
    says: (found) =>
      `“${shortened(found)}” is HTML and is printed as it stands. Remove such tags. For bold write **words**, for italics *words*, for a link [words](https://example.org).`,
  },
  {
    finds: (line, index, lines) => bullet.exec(line)?.[1] ?? repeated(dash, index, lines),
    says: (found) => `“${found}” makes no list. Begin each point with a hyphen and a space: “- First point”.`,
  },
  {
    finds: (_, index, lines) => repeated(letterOrBrackets, index, lines),
    says: (found) =>
      `“${found}” makes no list, so the points become one paragraph. Number them as “1. First point”, or put an empty line between them.`,
  },
  {
    finds: (line, index, lines) => (isCode(line, index, lines) ? line.trim() : undefined),
    says: () =>
      'an indented paragraph is printed in typewriter letters. Remove the spaces or the tab before it.',
  },
];

/**
 * What a text has from a word processor or a web page that Markdown does not know: a line for each kind and file, with the numbers
 * of the lines and the cure. It is printed otherwise than it looked where it was copied, and is no mistake.
 */
export function pastedTextWarnings({ texts, settings }: Campaign): string[] {
  return texts.flatMap(({ language, letter, release }) => {
    const ending = language === settings.language ? 'md' : `${language}.md`;
    return [...warningsOf(`letter.${ending}`, letter), ...warningsOf(`release.${ending}`, release)];
  });
}

function warningsOf(file: string, source = ''): string[] {
  const lines = source.split(/\r?\n/);
  const body = bodyIndex(lines);
  return kinds.flatMap(({ finds, says }, kind) => {
    const found = lines.flatMap((line, index) => {
      // Only tags are no YAML.
      const what = kind > 0 && index < body ? undefined : finds(line, index, lines);
      return what === undefined ? [] : [{ line: index + 1, what }];
    });
    const [first] = found;
    if (first === undefined) return [];
    return [`${file}, ${placesOf(found.map(({ line }) => line))}: ${says(first.what)}`];
  });
}

/** Index of the first line below the keys. */
function bodyIndex(lines: readonly string[]): number {
  const fences = lines.flatMap((line, index) => (/^---[ \t]*$/.test(line) ? [index] : []));
  return (fences[1] ?? -1) + 1;
}

const maxPlaces = 5;

function placesOf(lines: readonly number[]): string {
  if (lines.length === 1) return `line ${lines[0]}`;
  const shown = lines.slice(0, maxPlaces);
  const more = lines.length - shown.length;
  if (more > 0) return `lines ${shown.join(', ')} and ${more} more`;
  return `lines ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
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
