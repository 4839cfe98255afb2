/**
 * Why the mail service takes no mail for now. None of these is about one mail. Every pending mail is sent later, and
 * none is given up.
 * - `over-quota`: the mails of the day are used up.
 * - `not-verified`: the sender's domain is not verified yet, or the account may write to verified addresses only.
 * - `not-allowed`: the account or the stage's settings do not allow it.
 * - `sending-paused`: AWS, or somebody in the account, has stopped sending.
 * - `unreachable`: the service did not answer, or answered with an error of its own.
 */
export const mailDelayReasons = [
  'over-quota',
  'not-verified',
  'not-allowed',
  'sending-paused',
  'unreachable',
] as const;
export type MailDelayReason = (typeof mailDelayReasons)[number];
