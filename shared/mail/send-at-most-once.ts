import type { OutgoingMail } from '../aws/mailer.ts';
import type { SendOutcome } from '../aws/ses-answers.ts';
import { log } from '../log.ts';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';

/** The outcome of an attempt that was made. */
export type SettledOutcome = Extract<SendOutcome, 'accepted' | 'unknown' | 'refused'>;

export interface AtMostOnceMail<Claim> {
  /** For the log. */
  slug: string;
  task: string;
  /** Claims the attempt in the table. Undefined: another attempt is under way or was made. */
  claim: () => Promise<Claim | undefined>;
  /** Checked after the claim is written. False releases the claim, and the task comes back. Absent: always true. */
  isStillDue?: () => Promise<boolean>;
  /** Its reference has the claim, so that SES's events can be matched to this attempt. */
  mail: (claim: Claim) => OutgoingMail;
  /** Writes the outcome. `later`: the claim is released and the task comes back. */
  settle: (claim: Claim, outcome: SettledOutcome) => Promise<TaskOutcome>;
  /** Releases the claim of a mail that was certainly not sent. */
  release: (claim: Claim) => Promise<void>;
}

/**
 * Makes one attempt at a time to send a mail. The attempt is claimed in the table before SES is called. The claim is
 * released if SES has certainly not taken the mail, and the mail is tried again. An unknown outcome is settled by SES's
 * own `Send` event (`recordMailEvent`). If SES neither answered nor reported the attempt (`isAttemptLost`), the caller
 * decides whether a second one follows (a message is not repeated).
 */
export async function sendAtMostOnce<Claim>(
  { send }: Pick<MailDependencies, 'send'>,
  { slug, task, claim, isStillDue, mail, settle, release }: AtMostOnceMail<Claim>,
): Promise<TaskOutcome> {
  const claimed = await claim();
  if (claimed === undefined) return 'later';
  if (isStillDue && !(await isStillDue())) {
    await release(claimed);
    return 'later';
  }
  const outcome = await send(mail(claimed));
  log(outcome === 'accepted' ? 'info' : 'warn', 'mail', { slug, task, outcome });
  switch (outcome) {
    case 'accepted':
    case 'unknown':
    case 'refused':
      return await settle(claimed, outcome);
    case 'too-fast':
      await release(claimed);
      return 'later';
    default:
      await release(claimed);
      return outcome;
  }
}

/**
 * Within seconds, SES reports each mail that it has taken. After this long without a report, in milliseconds, it has
 * taken none.
 */
const eventTimeoutMilliseconds = 15 * 60_000;

/**
 * Whether an attempt without a known outcome, begun or left unanswered at `since`, counts as unsent: its function died
 * or got no answer, and SES has reported nothing.
 */
export const isAttemptLost = (since: string, now: Date): boolean =>
  now.getTime() - Date.parse(since) >= eventTimeoutMilliseconds;

/**
 * What follows from an earlier attempt. One without a known outcome is settled by SES's event. Without an event, after
 * a while, it counts as unsent: its claim is released, and the mail is sent again.
 */
export async function afterEarlierAttempt(
  { state, at }: { state: string; at: string },
  now: Date,
  release: () => Promise<unknown>,
): Promise<TaskOutcome> {
  if (state !== 'claimed' && state !== 'unknown') return 'done';
  if (isAttemptLost(at, now)) await release();
  return 'later';
}
