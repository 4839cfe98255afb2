import type { Settings } from '../campaign/settings.ts';
import { editDistance } from '../edit-distance.ts';
import { isAbusive } from '../organization/abusive-words.ts';
import { foldLetters, lettersOf } from '../organization/letters.ts';
import { flagTable } from './flag-table.ts';
import type { Flag } from './flags.ts';
import type { Details, SignOn } from './sign-on.ts';

type ReviewSetting = Pick<Settings, 'review'>;

/** Whether organizers review sign-ons to this campaign. */
export const hasReview = ({ review = 'none' }: ReviewSetting): boolean => review !== 'none';

/** Whether a sign-on counts, or will once its signer agrees to a changed letter. */
export const stillStands = ({ status, eligible, askedAgainAt, review }: SignOn): boolean =>
  status === 'confirmed' && (eligible === 'yes' || (askedAgainAt !== undefined && review !== 'waiting'));

/** Whether an organizer must review a sign-on with these flags before it counts. */
export const flagsNeedReview = (settings: ReviewSetting, flags: readonly Flag[]): boolean =>
  hasReview(settings) && (settings.review === 'before-counting' || flags.some(makesSignOnWait));

/** Whether a flag alone makes a sign-on wait for an organizer. Others are only shown. */
export function makesSignOnWait(flag: Flag): boolean {
  const { effect } = flagTable[flag.flag];
  switch (effect) {
    case 'waits':
      return true;
    case 'shown':
    case 'waits-if-vacant':
      return false;
    // Whoever runs one organization may sign for its sister, too.
    case 'waits-from-two':
      return 'others' in flag && flag.others > 1;
  }
}

/**
 * Whether new words (`details`) have a flag that makes a sign-on wait, and that an organizer has not seen on it. The
 * same flag for another sign-on is new, and so is one by whose name the new words are nearer than the approved ones:
 * "Milton" after "Wilton".
 */
export function hasNewReasonToWait(
  flags: readonly Flag[],
  { flags: known = [], mended, signed }: Pick<SignOn, 'flags' | 'mended' | 'signed'>,
  details: Details,
): boolean {
  const approved = mended?.from ?? signed;
  const words = { approved: nameIn(approved), changed: nameIn(details) };
  if (isInsulting(details) && !isInsulting(approved)) return true;
  return flags.some((flag) => makesSignOnWait(flag) && !known.some((other) => covers(other, flag, words)));
}

/** Whether what is printed insults somebody. */
const isInsulting = ({ organizationName, city, region }: Partial<Details> = {}): boolean =>
  [organizationName, city, region].some((text = '') => isAbusive(foldLetters(text)));

const nameIn = (details: Details | undefined): string =>
  lettersOf(foldLetters(details?.organizationName ?? details?.name ?? ''));

/** Whether the flag of the approved words says as much as that of the new ones. */
function covers(known: Flag, flag: Flag, words: { approved: string; changed: string }): boolean {
  if (known.flag === 'look-alike' && flag.flag === 'look-alike')
    return known.id === flag.id && known.score >= flag.score;
  if (known.flag === 'invited-elsewhere' && flag.flag === 'invited-elsewhere')
    return known.host === flag.host;
  if (known.flag !== 'protected-name' || flag.flag !== 'protected-name') return isSameFlag(known, flag);
  const name = lettersOf(foldLetters(flag.name));
  return editDistance(words.changed, name) >= editDistance(words.approved, name);
}

/** Whether two flags say the same, of the same other sign-on if they name one. */
export const isSameFlag = (one: Flag, other: Flag): boolean =>
  one.flag === other.flag && (!('id' in one) || !('id' in other) || one.id === other.id);

/** The flags of before, with those that are new. */
export const withFlags = (known: readonly Flag[], found: readonly Flag[]): Flag[] => [
  ...known,
  ...found.filter((flag) => !known.some((other) => isSameFlag(flag, other))),
];

/**
 * Whether a flag makes a sign-on wait that would get the vacant claim of its organization. That is so, too, if it comes
 * from another domain or place than the one that counted, since one of the two may be false.
 */
export const makesWaitForVacantClaim = (flag: Flag): boolean =>
  makesSignOnWait(flag) || flagTable[flag.flag].effect === 'waits-if-vacant';

/** Whether an organizer must decide before a sign-on gets the vacant claim of its organization. */
export const needsDecisionForVacantClaim = (
  { review, flags = [] }: Pick<SignOn, 'review' | 'flags'>,
  settings: ReviewSetting,
): boolean =>
  hasReview(settings) &&
  review !== 'approved' &&
  (settings.review === 'before-counting' || flags.some(makesWaitForVacantClaim));

/** Whether organizers are told of a duplicate: it may be the true one of two, or another organization. */
export const isDoubtfulDuplicate = (flags: readonly Flag[] = []): boolean =>
  hasSecondOrigin(flags) || flags.some(({ flag }) => flag === 'same-name');

/** Whether it comes from another domain or place than the sign-on that counts for its organization, or counted last. */
export const hasSecondOrigin = (flags: readonly Flag[]): boolean =>
  flags.some(({ flag }) => flag === 'second-domain');
