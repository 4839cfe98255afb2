import type { Reach } from '../shared/operations/reporting/reach.ts';

/** A number with its noun: `1 person`, `1,234 people`. */
export const countText = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : other}`;

/** Who counts: `170 organizations and 12 people`. A kind with a count of zero is left out, unless both are zero. */
export function signatoriesText({
  organizations,
  individuals,
}: Pick<Reach, 'organizations' | 'individuals'>): string {
  const parts = [
    ...(organizations > 0 || individuals === 0
      ? [countText(organizations, 'organization', 'organizations')]
      : []),
    ...(individuals > 0 ? [countText(individuals, 'person', 'people')] : []),
  ];
  return parts.join(' and ');
}

export const pressContactsText = (n: number): string => countText(n, 'press contact', 'press contacts');

/** What a publication sends and to how many, for the question before it. */
export function publicationText({ letterTo, ...reach }: Omit<Reach, 'releasedTo'>): string {
  const letter = letterTo.length > 0 ? `The letter is emailed to ${letterTo.join(', ')}. ` : '';
  return `with ${signatoriesText(reach)}. ${letter}The press release is emailed to ${pressContactsText(reach.pressContacts)}, and each signer gets an email`;
}
