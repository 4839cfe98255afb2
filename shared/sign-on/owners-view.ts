import { openness } from '../campaign/status.ts';
import { actionsOf, type SignOnAction } from './actions.ts';
import {
  type CampaignContext,
  type ConfirmableDetails,
  confirmableDetails,
  hasLetterChanged,
  hasUnconfirmedChange,
  mustAgreeAgain,
} from './confirmation.ts';
import { reviewStateOf } from './review-state.ts';
import type { SignOn } from './sign-on.ts';

/** A sign-on as its owner is shown it behind their link. */
export interface OwnersView {
  /** Without a change that can no longer be confirmed, which is nothing to its owner. */
  signOn: SignOn;
  /** What the button is for, or what is signed; none once nothing of it is left. */
  confirmable: ConfirmableDetails | undefined;
  actions: SignOnAction[];
  /** Whether the offer would replace what is signed already. */
  isChange: boolean;
  /** Whether the letter has changed since its owner agreed to it: the button is for the letter as it stands. */
  hasLetterChanged: boolean;
  /** Whether what is signed counts no more until its owner agrees to the letter as it stands. */
  mustAgreeAgain: boolean;
  /** Whether it is confirmed, but another signature of the organization counts. */
  isWaiting: boolean;
  /** Whether it is confirmed, but an organizer looks at it before it counts. */
  isInReview: boolean;
  /** Whether the form is there for whoever has withdrawn. */
  canSignAgain: boolean;
}

/** What the owner of a sign-on is shown of it now, and can do with it. */
export function ownersView(stored: SignOn, campaign: CampaignContext, now: Date): OwnersView {
  const actions = actionsOf(stored, campaign, now);
  const canConfirm = actions.includes('confirm');
  const isVain = hasUnconfirmedChange(stored) && !canConfirm;
  const signOn = isVain ? { ...stored, submission: undefined } : stored;
  const place = reviewStateOf(signOn);
  return {
    signOn,
    confirmable: confirmableDetails(signOn, campaign),
    actions,
    isChange: canConfirm && signOn.status === 'confirmed' && signOn.submission !== undefined,
    hasLetterChanged: hasLetterChanged(signOn, campaign),
    mustAgreeAgain: mustAgreeAgain(signOn, campaign),
    isWaiting: place === 'duplicate',
    isInReview: place === 'waiting',
    canSignAgain: campaign.isTakenDown !== true && openness(campaign.settings, false, now) === 'open',
  };
}
