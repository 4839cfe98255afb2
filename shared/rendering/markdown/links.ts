import MarkdownIt from 'markdown-it';

/** Percent-encodes what an address must not contain, and writes host names as DNS does. */
const { normalizeLink } = new MarkdownIt();

const schemes = [/^https?:\/\/[^\s/?#\\]/i, /^mailto:[^\s@?]+@[^\s@?]+(\?\S*)?$/i, /^tel:\+?[\d().-]+$/i];

/** The encoded address if a page may open it: http, https, mailto or tel. Undefined for every other. */
export function allowedHref(address: string): string | undefined {
  if (!schemes.some((scheme) => scheme.test(address)) || !URL.canParse(address)) return undefined;
  const href = normalizeLink(address);
  if (!URL.canParse(href)) return undefined;
  // “https://example.org@elsewhere.example” leads to elsewhere.example.
  const { username, password } = new URL(href);
  return username === '' && password === '' ? href : undefined;
}
