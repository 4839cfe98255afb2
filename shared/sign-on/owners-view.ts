import { openness } from '../campaign/status.ts';
import { actionsOf, type SignOnAction } from './actions.ts';
import {
  hasWaitingChange,
  isLetterNew,
  mustAgree,
  type Offer,
  offered,
  type Standing,
} from './confirmation.ts';
import type { SignOn } from './sign-on.ts';
import { standingOf } from './standing.ts';

/** A sign-on as its owner is shown it behind their link. */
export interface OwnersView {
  /** Without a change that can no longer be confirmed, which is nothing to its owner. */
  signOn: SignOn;
  /** What the button is for, or what is signed; none once nothing of it is left. */
  offer: Offer | undefined;
  actions: SignOnAction[];
  /** Whether the offer would replace what is signed already. */
  isChange: boolean;
  /** Whether the letter has changed since its owner agreed to it: the button is for the letter as it stands. */
  isLetterNew: boolean;
  /** Whether what is signed counts no more until its owner agrees to the letter as it stands. */
  mustAgree: boolean;
  /** Whether it is confirmed, but another signature of the organization counts. */
  isWaiting: boolean;
  /** Whether it is confirmed, but an organizer looks at it before it counts. */
  isInReview: boolean;
  /** Whether the form is there for whoever has withdrawn. */
  canSignAgain: boolean;
}

/** What the owner of a sign-on is shown of it now, and can do with it. */
export function ownersView(stored: SignOn, standing: Standing, now: Date): OwnersView {
  const actions = actionsOf(stored, standing, now);
  const canConfirm = actions.includes('confirm');
  const isVain = hasWaitingChange(stored) && !canConfirm;
  const signOn = isVain ? { ...stored, submission: undefined } : stored;
  const place = standingOf(signOn);
  return {
    signOn,
    offer: offered(signOn, standing),
    actions,
    isChange: canConfirm && signOn.status === 'confirmed' && signOn.submission !== undefined,
    isLetterNew: isLetterNew(signOn, standing),
    mustAgree: mustAgree(signOn, standing),
    isWaiting: place === 'duplicate',
    isInReview: place === 'waiting',
    canSignAgain: standing.isTakenDown !== true && openness(standing.settings, false, now) === 'open',
  };
}
