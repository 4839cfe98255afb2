import type { Settings } from '../campaign/settings.ts';
import { flagTable } from './flag-table.ts';
import type { Flag } from './flags.ts';
import type { SignOn } from './sign-on.ts';

type ReviewSetting = Pick<Settings, 'review'>;

/** Whether organizers review sign-ons to this campaign. */
export const hasReview = ({ review = 'none' }: ReviewSetting): boolean => review !== 'none';

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
