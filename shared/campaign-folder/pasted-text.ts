import { Lexer } from 'yaml';
import type { Campaign } from '../campaign/campaign.ts';
import type { Localized, MistakeTexts } from '../i18n/mistakes/texts.ts';

interface Kind {
  finds: (line: string, index: number, lines: readonly string[]) => string | undefined;
  /** The text about what happens to what was found, and the cure. */
  text: 'html' | 'garbled' | 'comment' | 'curly' | 'bullet' | 'lettered' | 'indented';
  /** Where it is looked for: among the keys, in those of their lines with a comment, below the keys, or in all. */
  in: 'keys' | 'comments' | 'body' | 'both';
}

/**
 * Tags, also those that go on in the next line, comments, and what Word writes for itself; not `<https://…>` and
 * `<name@example.org>`, which are links.
 */
const tag =
  /<(?:!--|[!?][[a-z]|\/?[a-z][\w:-]*(?:\s[^<>]*)?\/?>|\/?[a-z][\w:-]*\s+[\w:-]+=)|\[(?:if (?:!|[gl]te? |mso|vml)[^\]]*|endif)\]/i;

/** Letters of a text in UTF-8 that was read as if it were in an older encoding: “donâ€™t”, “espaÃ±ol”. */
const garbled =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]*(?:â€[™œ\u009D˜¦“”\u0093\u0094\u0099\u009C]|Ã(?:[\u0080-\u00BF]|[\u0152-\u0192‚„…†‡ˆ‰‹‘’“”•–—˜™›](?=\p{L}))|Â[\u00A0-\u00BF])[\p{L}\p{N}]*/u;

/**
 * Bullets of word processors, also those of their symbol fonts; `o` and `§` only before a tab or several spaces; a
 * hyphen only beside a space that keeps lines together, which is none for Markdown.
 */
const bullet =
  /^\s*([•·▪▫◦‣⁃∙●○■□➢➤►▸▶◆❖✓✔✅\uF000-\uF0FF](?=\s|\p{L})|[o§Øvü–—](?=\t| {3}|\u00A0| \u00A0)|[-*](?=\u00A0)|(?<=\u00A0\s*)[-*](?=\s))/u;
/** These begin sentences, too, so a list has two of them at least. A hyphen or asterisk needs a space behind it. */
const dash = /^\s*([–—](?=\s|\p{L})|-(?=\p{L})|\*(?=\p{L})(?![^*]*\*)|(?![©®])[\p{So}→⇒](?=\s|\p{L}))/u;
/**
 * The end of a text without quotation marks that begins with #, as in "We are #1". Before a comment of ours is a space
 * behind it.
 */
const comment = /^\s*(?:- )?[\w-]+:\s+[^\s"'>|#&*!{[](?:.*\S)?\s(#[^\s#].*)$/;

/** A value, or an entry of a list, that stands in curly quotation marks, which YAML takes for letters. */
const wholeInCurly = /^\s*(?:- )?(?:[\w-]+:)?\s+([“„][^“”]*[”“])\s*$/u;
const inCurly = /[[{](?:[^“”]*,)?\s*(?:[\w-]+:\s*)?([“„][^“”]*[”“])\s*[,\]}]/u;

/** Of letters only small Roman numbers have a full stop: "M." and "A." begin names. */
const letterOrBrackets =
  /^\s*((?:\(\w{1,3}\)|[A-Za-z]\)|[ivx]{1,4}[.)]|[IVX]{1,4}\)|\d{1,2}°|\d{1,2} [–—-](?!\s*\d)|[①-⑳])(?=\s)|\d{1,2}[.)](?=[\p{L}\u00A0]))/u;
const listItem = /^\s*(?:[-*+]|\d+[.)])\s/;
const indented = /^(?: {4,}|\t)\s*\S/;

const kinds: readonly Kind[] = [
  {
    finds: (line) => tag.exec(line)?.[0],
    text: 'html',
    in: 'both',
  },
  {
    finds: (line) => garbled.exec(line)?.[0],
    text: 'garbled',
    in: 'both',
  },
  {
    finds: (line) => comment.exec(line)?.[1],
    text: 'comment',
    in: 'comments',
  },
  {
    finds: (line) => wholeInCurly.exec(line)?.[1] ?? inCurly.exec(line)?.[1],
    text: 'curly',
    in: 'keys',
  },
  {
    finds: (line, index, lines) => bullet.exec(line)?.[1] ?? repeated(dash, index, lines),
    text: 'bullet',
    in: 'body',
  },
  {
    finds: (_, index, lines) => repeated(letterOrBrackets, index, lines),
    text: 'lettered',
    in: 'body',
  },
  {
    finds: (line, index, lines) => (isCode(line, index, lines) ? line.trim() : undefined),
    text: 'indented',
    in: 'body',
  },
];

/**
 * What a text has from a word processor or a web page that Markdown does not know: a line for each kind and file, with
 * the numbers of the lines and the cure. It is printed otherwise than it looked where it was copied, and is no mistake.
 */
export function pastedTextWarnings({ texts, settings, source = '' }: Campaign): Localized<string>[] {
  const inTexts = texts.flatMap(({ language, letter, release }) => {
    const ending = language === settings.language ? 'md' : `${language}.md`;
    return [...warningsOf(`letter.${ending}`, letter), ...warningsOf(`release.${ending}`, release)];
  });
  return [...warningsOf('campaign.yaml', source, Number.POSITIVE_INFINITY), ...inTexts];
}

function warningsOf(file: string, source = '', bodyAt?: number): Localized<string>[] {
  const lines = source.split(/\r?\n/);
  const body = bodyAt ?? bodyIndex(lines);
  const comments = commentIndexes(lines.slice(0, body));
  return kinds.flatMap(({ finds, text, in: part }): Localized<string>[] => {
    const found = lines.flatMap((line, index) => {
      const isHere =
        part === 'comments' ? comments.has(index) : part === 'both' || (part === 'keys') === index < body;
      const what = isHere ? finds(line, index, lines) : undefined;
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

/** Indexes of the lines with a comment for YAML. In a text behind | or > no # begins one. */
function commentIndexes(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  let at = 0;
  let before = '';
  for (const token of new Lexer().lex(lines.join('\n'))) {
    if (token.startsWith('#') && before !== scalarFollows) found.add(at);
    at += token.split('\n').length - 1;
    before = token;
  }
  return found;
}

/** What the lexer puts before a text without quotation marks. */
const scalarFollows = '\x1F';

const maxPlaces = 5;

function linesIn(t: MistakeTexts['warnings'], lines: readonly number[]): string {
  const shown = lines.slice(0, maxPlaces);
  return t.lines(shown, lines.length - shown.length);
}

/** The end of a line that Markdown breaks there, so that the next one begins a line in print, too. */
const lineBreak = / {2}$/;

/** What `pattern` finds in a line if the line before or after has it, too, and both become one line. */
function repeated(pattern: RegExp, index: number, lines: readonly string[]): string | undefined {
  const [before = '', line = '', after = ''] = [lines[index - 1], lines[index], lines[index + 1]];
  const joins = (one: string, next: string): boolean =>
    pattern.test(one) && pattern.test(next) && !lineBreak.test(one);
  return joins(before, line) || joins(line, after) ? pattern.exec(line)?.[1] : undefined;
}

/** A paragraph of Markdown that is code, since it is indented and continues no list. */
function isCode(line: string, index: number, lines: readonly string[]): boolean {
  if (!indented.test(line) || (lines[index - 1] ?? '').trim() !== '') return false;
  const before = lines.slice(0, index).findLast((each) => each.trim() !== '' && !/^\s/.test(each));
  return before === undefined || !listItem.test(before);
}

const shortened = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);
