/** What a name must not contain, because it would be printed or become a link in a mail program. */
export type LinkInName = 'email-address' | 'link';

const emailAddress = /[^\s@<>(),;:]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;

/** An address without its end, or with another sign in it: "ana@gmail", "ana@example,org". */
const mistypedAddress =
  /[^\s@<>(),;:]@(?:(?:gmail|googlemail|yahoo|hotmail|outlook|icloud|aol|protonmail)(?![\p{L}\p{N}])|[\p{L}\p{N}-]+(?: ?\.|,)(?:com|org|net|edu|gov)(?![\p{L}\p{N}]))/iu;

/** "ana at example dot org". */
const spelledAddress = /\S\s(?:at|arroba)\s[\p{L}\p{N}.-]+\s(?:dot|punto)\s\p{L}{2,}/iu;

/**
 * A scheme, `www.` at the start of a word, or a host that a path, a port or a parameter follows. "X.org", "AFL/CIO" and
 * "d/b/a" are names.
 */
const links = [
  String.raw`:\/\/|(?<![\p{L}\p{N}])(?:https?|hxxps?|ftp|javascript|mailto)(?::|\/\/)`,
  String.raw`(?<![\p{L}\p{N}.-])www\d*\.(?=[\p{L}\p{N}])|(?<!\S)\/\/[\p{L}\p{N}-]+\.`,
  String.raw`[\p{L}\p{N}-]\.(?:xn--[a-z\d-]+|\p{L}{2,})(?::\d+)?\/|[\p{L}\p{N}-]\.\p{L}{2,}(?::\d{2,5}(?!\d)|[?#][\p{L}\p{N}_]+=)`,
  String.raw`(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\/`,
].join('|');
const link = new RegExp(links, 'iu');

/** Ways to write a sign so that programs do not recognize it. */
const disguises: readonly [RegExp, string][] = [
  [/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, ''],
  [/[⁄∕⧸\\]|%2f/gi, '/'],
  [/[。｡]/g, '.'],
  [/(?<=\S)\s*@\s*(?=(?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/gu, '@'],
  [/%40|\s*[[({]\s*(?:@|at|arroba)\s*[\])}]\s*/gi, '@'],
  [/\s*[[({]\s*(?:\.|dot|punto)\s*[\])}]\s*/gi, '.'],
];

/**
 * The email address or link in a name of an organization or person. Undefined if there is none. Full-width characters,
 * other slashes and "[at]" count as the plain ones.
 */
export function linkInName(typed: string): LinkInName | undefined {
  const text = disguises.reduce((rest, [sign, plain]) => rest.replace(sign, plain), typed.normalize('NFKC'));
  const isAddress = [emailAddress, mistypedAddress, spelledAddress].some((address) => address.test(text));
  if (isAddress && /^mailto:/i.test(text)) return 'email-address';
  if (link.test(text)) return 'link';
  return isAddress ? 'email-address' : undefined;
}

/** A host that stands for a name or a place: "evil.org", "evil dot org". An organization may be called like its host. */
export const spelledHost = /[\p{L}\d](?:\.|\s(?:dot|punto|point)\s)(?:com|org|net|info|biz|io)(?!\p{L})/u;
