import type { OutgoingMail, SendOutcome } from '../aws/mailer.ts';
import { log } from '../log.ts';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';

/** How an attempt that was made ended. */
export type SettledOutcome = Extract<SendOutcome, 'accepted' | 'unknown' | 'refused'>;

export interface AtMostOnceMail<Claim> {
  /** For the log. */
  slug: string;
  task: string;
  /** Claims the one attempt in the table; none: another attempt is under way or made. */
  claim: () => Promise<Claim | undefined>;
  /** Checked after the claim is written; false releases the claim and the task comes back. Absent: always true. */
  isStillDue?: () => Promise<boolean>;
  mail: OutgoingMail;
  /** Writes how the attempt ended. `later`: the claim is free again and the task comes back. */
  settle: (claim: Claim, outcome: SettledOutcome) => Promise<TaskOutcome>;
  /** Releases the claim of a mail that was certainly not sent. */
  free: (claim: Claim) => Promise<void>;
}

/**
 * Sends a mail at most once. The attempt is claimed in the table before SES is called. Only when SES certainly did not
 * take the mail is the claim released; an outcome that is not known is settled as such and never tried again.
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
  const outcome = await send(mail);
  log(outcome === 'accepted' ? 'info' : 'warn', 'mail', { slug, task, outcome });
  switch (outcome) {
    case 'accepted':
    case 'unknown':
    case 'refused':
      return await settle(claimed, outcome);
    case 'too-fast':
    case 'not-now':
      await free(claimed);
      return 'later';
  }
}

/** After this long, in milliseconds, the function that holds a claim is dead: its timeout is one minute. */
const claimLapsesAfter = 5 * 60_000;

/** Whether a claim belongs to a function that died, perhaps just after SES had taken the mail. */
export const hasClaimLapsed = (claimedAt: string, now: Date): boolean =>
  now.getTime() - Date.parse(claimedAt) >= claimLapsesAfter;
