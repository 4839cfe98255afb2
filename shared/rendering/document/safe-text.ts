/** Characters that reorder the text around them (Unicode UAX #9). With them, one name could look like another. */
const reordering = /[\u202A-\u202E\u2066-\u2069]/gu;
const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const brokenUnicode = /\p{Cs}/gu;

/**
 * Text that a stranger typed, safe to show on one line: control characters and line breaks become a space, reordering
 * characters are removed, halves of a surrogate pair become U+FFFD. Everything else stays as it was typed. HTML is
 * escaped when the page is rendered.
 */
export const safeLine = (text: string): string =>
  text.replace(reordering, '').replace(breaks, ' ').replace(brokenUnicode, '\uFFFD');

/** The same for the subject of an email: no repeated spaces, and none at the beginning or end. */
export const safeSubject = (text: string): string => safeLine(text).replace(/\s+/g, ' ').trim();

/** The maximum length of a stranger's words in a subject: enough for a name, too short for a message. */
const maxSubjectWords = 60;

/** Of a longer line, so many characters of its end are kept: chapters and locals differ there. */
const keptAtEnd = 20;

/**
 * Text that mail programs turn into links: a scheme, `www.`, a host with a path, an address. "X.org", "AFL/CIO" and
 * "Vecin@s" are names.
 */
const linkLike = /\S*:\/\/\S*|\bwww\.\S*|[^\s/]+\.[\p{L}\p{N}-]{2,}\/\S*|\S+@\S+\.\S+/giu;

/**
 * A typed name that is safe to quote in the subject of an email: one line, links replaced by "…", at most 60
 * characters of its beginning and its end. Undefined if no letter or digit is left.
 */
export function subjectName(text: string): string | undefined {
  const name = shortLine(safeSubject(text).replace(linkLike, '…'), maxSubjectWords).replace(/\s+…$/u, ' …');
  return /[\p{L}\p{N}]/u.test(name) ? name : undefined;
}

/** A line of at most `most` characters: of a longer one the beginning and the end. */
export function shortLine(text: string, most: number): string {
  const words = [...text];
  if (words.length <= most) return text;
  return `${words.slice(0, most - keptAtEnd - 2).join('')}… ${wholeWords(words.slice(-keptAtEnd))}`;
}

/** Without the part of a word at the beginning, unless there is no other word. */
const wholeWords = (characters: readonly string[]): string =>
  characters.join('').replace(/^\S*\s(?=\S)/u, '');

/** An http(s) address that a link may have. Undefined for anything else. */
export function safeWebUrl(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href;
}

/** A web address without its scheme and the slash at its end, for people to read. */
export const shortUrl = (href: string): string =>
  safeLine(href)
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');

const linkSchemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** Whether a link of a letter or release may be followed. */
export const isSafeLink = (href: string): boolean =>
  URL.canParse(href) && linkSchemes.includes(new URL(href).protocol);
