import type { OutgoingMail } from '../aws/mailer.ts';
import type { SendOutcome } from '../aws/ses-answers.ts';
import type { MailDelayReason } from '../campaign/mail-delay.ts';
import type { Context } from '../context.ts';
import type { LinkKeys } from '../sign-on/tokens.ts';
import type { CampaignSettings } from '../table/settings.ts';
import type { Store } from '../table/table.ts';
import type { MailTask } from '../table/tasks.ts';

/** What sending a mail needs of the outside. */
export interface MailDependencies extends Pick<Context, 'now' | 'newUlid'> {
  store: Store;
  /** Waits until this sender may send a mail; rows are read after it, so that nothing said meanwhile is missed. */
  waitForRateLimit: () => Promise<void>;
  send: (mail: OutgoingMail) => Promise<SendOutcome>;
  readCampaign: (slug: string) => Promise<CampaignSettings | undefined>;
  linkKeys: () => Promise<LinkKeys>;
  addressKey: () => Promise<string>;
  /** Queues more tasks for the mail queue. */
  queue: (tasks: MailTask[]) => Promise<void>;
  /** A file of the site that goes with a mail; none if it is not there. */
  readAttachment: (key: string) => Promise<Uint8Array | undefined>;
  /** A supplement as it was frozen (`frozenSupplementKey`); none if it cannot be read. */
  readSupplement: (key: string) => Promise<Uint8Array | undefined>;
  siteUrl: string;
}

/**
 * `later`: nothing was sent, or it is not known; the task is to be queued again after a while. A reason: the same, because
 * the mail service takes no mail for now.
 */
export type TaskOutcome = 'done' | 'later' | MailDelayReason;

/** After this many attempts a signer's or journalist's mail that SES refuses for itself is given up. */
export const maxAttemptsOnRefusal = 3;

const delays = [2, 5, 15, 45, 90, 120, 120, 120, 120, 120, 300, 300, 300, 300];

/**
 * Seconds before the next attempt: two minutes at most for the first quarter of an hour, so that mail goes on soon after a
 * short outage, and in the end every fifteen minutes, the longest that SQS delays.
 */
export const retryDelaySeconds = (attempt: number): number => delays[attempt - 1] ?? 900;

/** The attempt, after about a minute of the service taking no mail, at which operator and organizers are told. */
export const delayReportedAtAttempt = 5;
