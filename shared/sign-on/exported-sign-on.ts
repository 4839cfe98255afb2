import type { Details, SignOn } from './sign-on.ts';
import { suspicionsOf } from './trap-fields.ts';

/**
 * Which attributes of a stored sign-on organizers may have. Every new attribute must be added here. No part of a link,
 * no mark and no internal hash ever leaves the table.
 */
const exportedAttributes = {
  id: true,
  kind: true,
  status: true,
  eligible: true,
  counted: true,
  email: true,
  requestedAt: true,
  confirmedAt: true,
  withdrawnAt: true,
  organizationKey: true,
  signed: true,
  submission: true,
  mailedAt: true,
  mailFeedback: true,
  unsubscribed: true,
  imported: true,
  suspicions: true,
  unsuspectedHash: false,
  review: true,
  reviewRequestedAt: true,
  askedAgainAt: true,
  indexMark: false,
  flags: true,
  proposed: true,
  proposedAt: true,
  proposedHash: false,
  proposedFlags: false,
  mended: false,
  slug: false,
  ownKey: false,
  decidedAt: false,
  demotedAt: false,
  resentAt: false,
  nonce: false,
  pendingMail: false,
  submissionHash: false,
  signedHash: false,
  network: false,
  mailHeldUntil: false,
  mailNetwork: false,
  mailCharged: false,
  mailSlowed: false,
  mailedHash: false,
  signedOrigin: false,
  keep: false,
  expiresAt: false,
} as const satisfies Record<keyof SignOn, boolean>;

type Exported = {
  [Key in keyof typeof exportedAttributes]: (typeof exportedAttributes)[Key] extends true ? Key : never;
}[keyof typeof exportedAttributes];

/** A sign-on as `export` writes it. `waiting` is what was typed and waits for the owner's button. */
export type ExportedSignOn = Pick<SignOn, Exclude<Exported, 'submission'>> & {
  waiting?: Details | undefined;
};

/** Leaves out everything that is not for organizers. */
export function exportedSignOn(signOn: SignOn): ExportedSignOn {
  const {
    submission,
    slug,
    ownKey,
    decidedAt,
    demotedAt,
    proposedHash,
    proposedFlags,
    mended,
    resentAt,
    nonce,
    pendingMail,
    suspicions: noticed,
    unsuspectedHash,
    indexMark,
    submissionHash,
    signedHash,
    network,
    mailHeldUntil,
    mailNetwork,
    mailCharged,
    mailSlowed,
    mailedHash,
    signedOrigin,
    keep,
    expiresAt,
    ...exported
  } = signOn;
  return {
    ...exported,
    ...(noticed && { suspicions: [...suspicionsOf(signOn)] }),
    ...(submission && { waiting: submission }),
  };
}
