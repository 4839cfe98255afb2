import type { SignerMail } from './sign-on.ts';

/** What differs between the mails to a signer. A new mail does not compile until each question is answered for it. */
interface SignerMailRules {
  /** Whether it answers a request that anybody could make. Then it counts against the mailbox's daily cap. */
  answersRequest: boolean;
  /** Whether it follows a confirmation. */
  isThanks: boolean;
  /** Which words it shows: those that were signed, or those that were typed last. */
  shows: 'signed' | 'typed';
  /** Whether it shows the words that were typed and asks to confirm them. */
  asksToConfirm: boolean;
  /** Whether it has a link to unsubscribe: news that nobody asked for has one. */
  hasUnsubscribeLink: boolean;
  /** Whether it answers the sign-on's `pendingMail` mark. The others are called for by something else. */
  answersMark: boolean;
}

const answer = {
  answersRequest: true,
  isThanks: false,
  shows: 'typed',
  asksToConfirm: false,
  hasUnsubscribeLink: false,
  answersMark: true,
} as const satisfies SignerMailRules;

const thanks = {
  ...answer,
  answersRequest: false,
  isThanks: true,
  shows: 'signed',
} as const satisfies SignerMailRules;

export const signerMailRules: Record<SignerMail, SignerMailRules> = {
  confirm: { ...answer, asksToConfirm: true },
  'confirm-change': { ...answer, asksToConfirm: true },
  'signed-already': answer,
  reminder: { ...answer, answersMark: false },
  'last-reminder': { ...answer, answersMark: false },
  signed: thanks,
  waiting: thanks,
  'in-review': thanks,
  'asked-again': { ...answer, answersRequest: false, hasUnsubscribeLink: true },
  published: { ...thanks, isThanks: false, hasUnsubscribeLink: true, answersMark: false },
};
