/** What a name must not contain, because it would be printed or become a link in a mail program. */
export type LinkInName = 'email-address' | 'link';

const emailAddress = /[^\s@<>(),;:"]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;

/** A scheme, `www.` at the start of a word, or a host with a path. "X.org", "AFL/CIO" and "d/b/a" are names. */
const link =
  /:\/\/|(?<![\p{L}\p{N}.-])www\.(?=[\p{L}\p{N}])|[\p{L}\p{N}-]\.(?:xn--[a-z\d-]+|\p{L}{2,})(?::\d+)?\//iu;

/**
 * The email address or link in a name of an organization or person. Undefined if there is none. Full-width characters
 * and other slashes count as the plain ones.
 */
export function linkInName(typed: string): LinkInName | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replace(/[⁄∕⧸]/g, '/')
    .replace(/[。｡]/g, '.');
  if (link.test(text)) return 'link';
  return emailAddress.test(text) ? 'email-address' : undefined;
}
