import type { Gate, Supplement } from './gate.ts';

/** The letter as its recipient has it: what a supplement says has changed since. */
export interface LastLetter {
  /** `again`: an updated letter; `sent`: the first one, by mail; `published`: nobody knows how it came there. */
  how: 'again' | 'sent' | 'published';
  /** When it went, as people are told. */
  at: string;
  /** When its list was read. */
  asOf: string;
  organizations: number;
  individuals: number;
}

/**
 * What the recipient got last, as far as that is certain; none before publication. A supplement whose mail was refused, or
 * of which nobody knows, is not counted: words that build on it could be wrong.
 */
export function lastLetter({
  supplied,
  publishedAt,
  releasedOrganizations: organizations,
  releasedIndividuals: individuals,
  letterMail,
}: Gate): LastLetter | undefined {
  if (supplied) return { how: 'again', ...supplied };
  if (publishedAt === undefined || organizations === undefined || individuals === undefined) return undefined;
  const numbers = { asOf: publishedAt, organizations, individuals };
  return letterMail?.state === 'sent'
    ? { how: 'sent', at: letterMail.at, ...numbers }
    : { how: 'published', at: publishedAt, ...numbers };
}

/** Whether a supplement is on its way: then there is no second one. */
export function isUnderWay({ state }: Supplement): boolean {
  switch (state) {
    case 'asked':
    case 'frozen':
    case 'claimed':
      return true;
    case 'sent':
    case 'refused':
    case 'unknown':
    case 'not-wanted':
    case 'to-hand-over':
    case 'nothing-new':
      return false;
  }
}

/** What has changed since a letter: of whom there are more, and how many are no longer there. */
export interface News {
  organizations: number;
  individuals: number;
  addedOrganizations: number;
  addedIndividuals: number;
  withdrawn: number;
}

export const isNews = ({ addedOrganizations, addedIndividuals, withdrawn }: News): boolean =>
  addedOrganizations + addedIndividuals + withdrawn > 0;
