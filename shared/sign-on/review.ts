import type { Settings } from '../campaign/settings.ts';
import { flagTable } from './flag-table.ts';
import type { Flag } from './flags.ts';
import type { SignOn } from './sign-on.ts';

type ReviewSetting = Pick<Settings, 'review'>;

/** Whether organizers review sign-ons to this campaign. */
export const hasReview = ({ review = 'none' }: ReviewSetting): boolean => review !== 'none';

/** The settings without a review, for what an organizer has seen: no evidence is collected again. */
export const withoutReview = ({ review: _, ...settings }: Settings): Settings => settings;

/** Whether an organizer must review a sign-on with these flags before it counts. */
export const flagsNeedReview = (settings: ReviewSetting, flags: readonly Flag[]): boolean =>
  hasReview(settings) && (settings.review === 'before-counting' || flags.some(makesSignOnWait));

/** Whether an organizer must still review it before it counts. */
export const signOnNeedsReview = (
  { review, flags = [] }: Pick<SignOn, 'review' | 'flags'>,
  settings: ReviewSetting,
): boolean => review !== 'approved' && flagsNeedReview(settings, flags);

/** Whether a flag alone makes a sign-on wait for an organizer. Others are only shown. */
export function makesSignOnWait(flag: Flag): boolean {
  const { effect } = flagTable[flag.flag];
  switch (effect) {
    case 'waits':
      return true;
    case 'shown':
      return false;
    // Whoever runs one organization may sign for its sister, too.
    case 'waits-from-two':
      return 'others' in flag && flag.others > 1;
  }
}

/**
 * Whether new words have a flag that makes a sign-on wait, and that was not on it before. The same flag for another
 * sign-on is new.
 */
export const hasNewReasonToWait = (flags: readonly Flag[], known: readonly Flag[] = []): boolean =>
  flags.some((flag) => makesSignOnWait(flag) && !known.some((other) => isSameFlag(other, flag)));

/** Whether two flags say the same, of the same other sign-on if they name one. */
export const isSameFlag = (one: Flag, other: Flag): boolean =>
  one.flag === other.flag && (!('id' in one) || !('id' in other) || one.id === other.id);

/** Whether a sign-on has a flag that makes it wait, and no organizer has approved it: as a duplicate it did not count. */
export const hasUnseenReasonToWait = ({ review, flags = [] }: Pick<SignOn, 'review' | 'flags'>): boolean =>
  review !== 'approved' && flags.some(makesSignOnWait);

/**
 * Whether an organizer must decide before a duplicate gets the vacant claim of its organization. That is so, too, if it
 * comes from another domain than the one that counted, since one of the two may be false.
 */
export function needsDecisionForVacantClaim(
  signOn: Pick<SignOn, 'review' | 'flags'>,
  settings: ReviewSetting,
): boolean {
  const { review, flags = [] } = signOn;
  const isOfOtherDomain = review !== 'approved' && flags.some(({ flag }) => flag === 'second-domain');
  return hasReview(settings) && (isOfOtherDomain || signOnNeedsReview(signOn, settings));
}
