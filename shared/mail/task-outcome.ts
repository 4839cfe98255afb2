import type { OutgoingMail } from '../aws/mailer.ts';
import type { SendOutcome } from '../aws/ses-answers.ts';
import type { MailDelayReason } from '../campaign/mail-delay.ts';
import type { Context } from '../context.ts';
import type { AdmitMail } from '../operations/mailing/network-mail-budget.ts';
import type { LinkKeys } from '../sign-on/tokens.ts';
import type { CampaignSettings } from '../table/settings.ts';
import type { Store } from '../table/table.ts';
import type { MailTask } from '../table/tasks.ts';

/** What sending a mail needs from outside. */
export interface MailDependencies extends Pick<Context, 'now' | 'newUlid'> {
  store: Store;
  /**
   * Waits until a mail may be sent. Rows are read after it, so that no change is missed. Throws if the batch has no time
   * for that (`isOutOfTurn`).
   */
  waitForRateLimit: () => Promise<void>;
  send: (mail: OutgoingMail) => Promise<SendOutcome>;
  readCampaign: (slug: string) => Promise<CampaignSettings | undefined>;
  linkKeys: () => Promise<LinkKeys>;
  addressKey: () => Promise<string>;
  /** Whether a mail for a sign-on that was never confirmed goes now, or waits for others of its network. */
  admitMail: AdmitMail;
  /** Whether SES's quota still has room for confirmations (`newQuotaReserve`). */
  hasQuotaForConfirmations: () => Promise<boolean>;
  /** Whether SES's quota still has room for messages of the organizers, which wait for all other mail. */
  hasQuotaForMessages: () => Promise<boolean>;
  /** Queues more tasks for the mail queue. */
  queue: (tasks: MailTask[]) => Promise<void>;
  /** A file of the site that is attached to a mail. Undefined if it does not exist. */
  readAttachment: (key: string) => Promise<Uint8Array | undefined>;
  /** The file of a frozen supplement (`frozenSupplementKey`). Undefined if it cannot be read. */
  readSupplement: (key: string) => Promise<Uint8Array | undefined>;
  siteUrl: string;
}

/**
 * `later`: nothing was sent, or the outcome is unknown. The task must be queued again after a while. A reason: the
 * same, because the mail service takes no mail for now.
 */
export type TaskOutcome = 'done' | 'later' | MailDelayReason;

/** After this many attempts, a mail to a signer or journalist that SES refuses is given up. */
export const maxAttemptsOnRefusal = 3;

const delays = [2, 5, 15, 45, 90, 120, 120, 120, 120, 120, 300, 300, 300, 300];

/**
 * Seconds before the next attempt. In the first fifteen minutes two minutes at most, so that mail is sent soon after a
 * short outage; in the end fifteen minutes, the longest delay of SQS.
 */
export const retryDelaySeconds = (attempt: number): number => delays[attempt - 1] ?? 900;

/** The attempt at which operator and organizers are told, after the service has taken no mail for about a minute. */
export const delayReportedAtAttempt = 5;
