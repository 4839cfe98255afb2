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
  /** Claims the one attempt in the table. Undefined: another attempt is under way or was made. */
  claim: () => Promise<Claim | undefined>;
  /** Checked after the claim is written. False releases the claim, and the task comes back. Absent: always true. */
  isStillDue?: () => Promise<boolean>;
  /** Its reference has the claim, so that SES's events can be matched to this attempt. */
  mail: (claim: Claim) => OutgoingMail;
  /** Writes the outcome. `later`: the claim is released and the task comes back. */
  settle: (claim: Claim, outcome: SettledOutcome) => Promise<TaskOutcome>;
  /** Releases the claim of a mail that was certainly not sent. */
  free: (claim: Claim) => Promise<void>;
}

/**
 * Sends a mail at most once. The attempt is claimed in the table before SES is called. The claim is released only if
 * SES has certainly not taken the mail. An unknown outcome is settled by SES's own `Send` event (`recordMailEvent`).
 * Without one it counts as unsent after a while (`isAttemptLost`).
 */
export async function sendAtMostOnce<Claim>(
  { send }: Pick<MailDependencies, 'send'>,
  { slug, task, claim, isStillDue, mail, settle, free }: AtMostOnceMail<Claim>,
): Promise<TaskOutcome> {
  const claimed = await claim();
  if (claimed === undefined) return 'later';
  if (isStillDue && !(await isStillDue())) {
    await free(claimed);
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
      await free(claimed);
      return 'later';
    default:
      await free(claimed);
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
 * a while, it counts as unsent: `release` takes its claim away, and the mail is sent again.
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
