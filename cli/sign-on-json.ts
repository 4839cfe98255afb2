import type { ReviewListEntry } from '../shared/operations/searching/review-list.ts';
import { correctedSpelling } from '../shared/sign-on/printed-words.ts';
import type { SignOnIndex } from './sign-on-index.ts';
import { evidenceText } from './sign-on-text.ts';

/** A sign-on for programs. Leaves out the nonce, because links are made from it. */
export function signOnJson(
  { signOn, state, evidence, suspicionScore: weight }: ReviewListEntry,
  index: SignOnIndex,
) {
  const {
    id,
    kind,
    email,
    signed,
    submission,
    requestedAt,
    confirmedAt,
    withdrawnAt,
    mailedAt,
    mailFeedback,
    mailHeldUntil,
    unsubscribed,
    proposed,
  } = signOn;
  const corrected = correctedSpelling(signOn);
  return {
    id,
    status: state,
    kind,
    email,
    signOn: signed ?? submission ?? null,
    ...(proposed && { proposed }),
    ...(corrected.length > 0 && { correctedSpelling: corrected }),
    requestedAt,
    confirmedAt: confirmedAt ?? null,
    withdrawnAt: withdrawnAt ?? null,
    suspicionScore: weight,
    evidence: evidence.map((flag) => ({ ...flag, words: evidenceText(flag, index.named(flag)) })),
    mailed: mailedAt,
    ...(mailHeldUntil !== undefined && { mailHeldUntil }),
    returned: mailFeedback ?? null,
    unsubscribed: unsubscribed ?? null,
  };
}
