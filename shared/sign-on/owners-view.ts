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

/** A sign-on as its owner sees it behind the link. */
export interface OwnersView {
  /** Without a change that can no longer be confirmed, since the owner need not see it. */
  signOn: SignOn;
  /** What the button is for, or what is signed. Undefined once nothing of it is left. */
  confirmable: ConfirmableDetails | undefined;
  actions: SignOnAction[];
  /** Whether the button would replace what is signed already. */
  isChange: boolean;
  /** Whether the letter has changed since its owner agreed to it. The button is for the current letter. */
  hasLetterChanged: boolean;
  /** Whether the signed words no longer count until the owner agrees to the current letter. */
  mustAgreeAgain: boolean;
  /** Whether it is confirmed, and another one holds its organization's claim, or the claim is vacant. */
  isDuplicate: boolean;
  /** Whether it is confirmed, and waits for an organizer's review. */
  isInReview: boolean;
  /** Whether the form is offered, to one who has withdrawn. */
  canSignAgain: boolean;
}

/** What the owner of a sign-on sees of it now, and can do with it. */
export function ownersView(stored: SignOn, campaign: CampaignContext, now: Date): OwnersView {
  const actions = actionsOf(stored, campaign, now);
  const canConfirm = actions.includes('confirm');
  const isChangeTooLate = hasUnconfirmedChange(stored) && !canConfirm;
  const signOn = isChangeTooLate ? { ...stored, submission: undefined } : stored;
  const state = reviewStateOf(signOn);
  return {
    signOn,
    confirmable: confirmableDetails(signOn, campaign),
    actions,
    isChange: canConfirm && signOn.status === 'confirmed' && signOn.submission !== undefined,
    hasLetterChanged: hasLetterChanged(signOn, campaign),
    mustAgreeAgain: mustAgreeAgain(signOn, campaign),
    isDuplicate: state === 'duplicate',
    isInReview: state === 'waiting',
    canSignAgain: campaign.isTakenDown !== true && openness(campaign.settings, false, now) === 'open',
  };
}
