import type { Settings } from '../campaign/settings.ts';
import type { LetterSource } from './letter.ts';
import type { ReleaseSource } from './release.ts';

const holdsLiquid = (text: string): boolean => /\{[{%]/.test(text);

/**
 * Names in the texts that a stranger could use: the organizations of the release's contacts, with the domain of the
 * contact's address, and the lines of the recipient before its street.
 */
export function namesInTexts(
  letters: readonly LetterSource[],
  releases: readonly ReleaseSource[],
): NonNullable<Settings['protectedNames']> {
  const contacts = releases.flatMap(({ keys }) => keys?.contacts ?? []);
  const organizations = contacts.flatMap(({ organization, email }) =>
    organization === undefined
      ? []
      : [{ name: organization, ...(email && { domain: email.toLowerCase().split('@').at(-1) ?? '' }) }],
  );
  const recipients = letters.flatMap(({ keys }) => namesOf(keys?.recipient ?? []));
  const all = [...organizations, ...recipients.map((name) => ({ name }))].filter(
    ({ name }) => !holdsLiquid(name),
  );
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/** The first line. If a line with a digit begins the street address, also the lines between. */
function namesOf(recipient: readonly string[]): string[] {
  const street = recipient.findIndex((line, at) => at > 0 && /\d/.test(line));
  return recipient.slice(0, street === -1 ? 1 : street);
}
