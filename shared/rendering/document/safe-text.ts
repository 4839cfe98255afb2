/** Marks that reorder what is printed around them (Unicode UAX #9), so that a name could read as another. */
const reordering = /[\u202A-\u202E\u2066-\u2069]/gu;
const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const brokenUnicode = /\p{Cs}/gu;

/**
 * Text that a stranger typed, ready to be shown on one line: control characters and line breaks become a space,
 * reordering marks are removed, halves of a surrogate pair become U+FFFD. Everything else stays as it was typed. HTML is
 * escaped where the page is written.
 */
export const safeLine = (text: string): string =>
  text.replace(reordering, '').replace(breaks, ' ').replace(brokenUnicode, '\uFFFD');

/** The same for a mail's subject: no run of spaces, none at the ends. */
export const safeSubject = (text: string): string => safeLine(text).replace(/\s+/g, ' ').trim();

/** Characters of a stranger's words in a subject: enough for a name, too few for a message. */
const maxSubjectWords = 60;

/** What mail programs turn into links: a scheme, `www.`, a host with a path, an address. "X.org" and "AFL/CIO" are names. */
const linkLike = /\S*:\/\/\S*|\bwww\.\S*|[^\s/]+\.[^\s/]+\/\S*|\S+@\S+/giu;

/**
 * A typed name as a mail's subject may quote it: one line, links replaced by "…", at most 60 characters. Undefined if no
 * letter or digit is left.
 */
export function subjectName(text: string): string | undefined {
  const words = [...safeSubject(text).replace(linkLike, '…')];
  const short = words.length > maxSubjectWords ? [...words.slice(0, maxSubjectWords - 1), '…'] : words;
  const name = short.join('').replace(/\s+…$/u, ' …');
  return /[\p{L}\p{N}]/u.test(name) ? name : undefined;
}

/** An http(s) address as a link may name it, or undefined for anything else. */
export function safeWebUrl(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href;
}

/** A web address as people read it: without its scheme and the slash at its end. */
export const shortUrl = (href: string): string =>
  safeLine(href)
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');

const linkSchemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** Whether a link of a letter or release may be followed. */
export const isSafeLink = (href: string): boolean =>
  URL.canParse(href) && linkSchemes.includes(new URL(href).protocol);
