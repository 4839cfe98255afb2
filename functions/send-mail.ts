import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { newBatchFailures } from '../shared/aws/batch-failures.ts';
import { openAttachments } from '../shared/aws/files/read-attachment.ts';
import { openMailer } from '../shared/aws/mailer.ts';
import { openQueue } from '../shared/aws/queues.ts';
import { linkKeysReader, once, readSecret } from '../shared/aws/secrets.ts';
import { systemContext } from '../shared/context.ts';
import { withRequestId } from '../shared/log.ts';
import { handleMailTask } from '../shared/mail/handle-mail-task.ts';
import { newQuotaReader } from '../shared/mail/quota-reader.ts';
import { newQuotaReserve } from '../shared/mail/quota-reserve.ts';
import { isOutOfTurn, newRateLimiter } from '../shared/mail/rate-limiter.ts';
import {
  delayReportedAtAttempt,
  type MailDependencies,
  retryDelaySeconds,
} from '../shared/mail/task-outcome.ts';
import { withRetry } from '../shared/mail/with-retry.ts';
import { reportIfUnreadable } from '../shared/operations/health/report-unreadable-item.ts';
import { newMailBudget } from '../shared/operations/mailing/network-mail-budget.ts';
import { reportMailDelay } from '../shared/operations/mailing/report-mail-delay.ts';
import { parseItemKey } from '../shared/table/keys.ts';
import { cachedSettings } from '../shared/table/settings.ts';
import { openStore } from '../shared/table/table.ts';
import { type MailTask, mailTaskSchema } from '../shared/table/tasks.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  MAIL_QUEUE_URL: z.string(),
  CONFIRMATION_QUEUE_URL: z.string(),
  SITE_URL: z.string(),
  LINK_KEYS_SECRET: z.string(),
  ADDRESS_KEY_SECRET: z.string(),
  CONFIGURATION_SET: z.string(),
  /** The part of the account's sending rate that this stage takes, above 0 and at most 1. */
  SHARE_OF_SENDING_RATE: z.coerce.number().gt(0).max(1),
  SITE_BUCKET: z.string(),
  PRIVATE_BUCKET: z.string(),
});

export interface SendMailDependencies extends MailDependencies {
  /** Queues a task again in the queue that it came from. */
  queueLater: (task: MailTask, delaySeconds: number, eventSourceArn: string) => Promise<void>;
}

/** Tasks that count their attempts. The count decides the delay before the next one. */
const countsAttempts = (task: MailTask): boolean =>
  'PK' in task || ['letter', 'supplement', 'message-page', 'message-count'].includes(task.task);

/**
 * Handles each task of a batch. A mail that cannot be sent now goes back as a delayed copy, and the original is
 * deleted, so that a waiting mail never ends in the dead-letter queue. One whose turn did not come in time goes back as
 * it is, and counts no attempt. The organizers are told of an item that cannot be read, and its mail is tried again by
 * the queue.
 */
export const newHandler = (dependencies: SendMailDependencies) => {
  async function handleRecord({ body, eventSourceARN }: SQSRecord): Promise<void> {
    const task = mailTaskSchema.parse(JSON.parse(body));
    await handleTask(task, eventSourceARN).catch(async (error: unknown) => {
      if (!isOutOfTurn(error)) throw error;
      await dependencies.queueLater(task, 0, eventSourceARN);
    });
  }

  async function handleTask(task: MailTask, eventSourceARN: string): Promise<void> {
    const slug = 'slug' in task ? task.slug : parseItemKey(task)?.slug;
    const work = handleMailTask(dependencies, task);
    const outcome = await (slug ? reportIfUnreadable(work, { ...dependencies, slug }) : work);
    if (outcome === 'done') return;
    const attempt = 'attempt' in task ? (task.attempt ?? 1) : 1;
    if (outcome !== 'later' && attempt >= delayReportedAtAttempt && slug) {
      const isFirst = attempt === delayReportedAtAttempt;
      await reportMailDelay(dependencies.store, slug, { reason: outcome, isFirst }, dependencies);
    }
    await dependencies.queueLater(
      { ...task, ...(countsAttempts(task) && { attempt: attempt + 1 }) },
      retryDelaySeconds(attempt),
      eventSourceARN,
    );
  }

  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const results = await Promise.allSettled(event.Records.map(handleRecord));
    const failed = newBatchFailures();
    for (const [index, { messageId }] of event.Records.entries()) {
      const result = results[index];
      if (result?.status === 'rejected')
        failed.add([messageId], 'mail task failed', { messageId }, result.reason);
    }
    return failed.response();
  };
};

const {
  TABLE_NAME,
  MAIL_QUEUE_URL,
  CONFIRMATION_QUEUE_URL,
  SITE_URL,
  LINK_KEYS_SECRET,
  ADDRESS_KEY_SECRET,
  CONFIGURATION_SET,
  SHARE_OF_SENDING_RATE,
  SITE_BUCKET,
  PRIVATE_BUCKET,
} = environment.parse(process.env);

const { now } = systemContext;
const store = openStore(TABLE_NAME);
const mailer = openMailer(CONFIGURATION_SET);
const mailQueue = openQueue(MAIL_QUEUE_URL);
const confirmationQueue = openQueue(CONFIRMATION_QUEUE_URL);
/** A queue's name is the last part of its URL and of its ARN. */
const isOfConfirmations = (arn: string): boolean =>
  arn.split(':').at(-1) === CONFIRMATION_QUEUE_URL.split('/').at(-1);
const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

const readQuota = newQuotaReader(mailer.quota, now);
const { startBatch, waitForTurn } = newRateLimiter(
  async () => {
    const quota = await readQuota();
    return quota && quota.perSecond * SHARE_OF_SENDING_RATE;
  },
  now,
  pause,
);

const handleBatch = newHandler({
  store,
  waitForRateLimit: waitForTurn,
  send: withRetry(mailer.send, pause),
  readCampaign: cachedSettings(store, now),
  linkKeys: linkKeysReader(() => readSecret(LINK_KEYS_SECRET), now),
  addressKey: once(() => readSecret(ADDRESS_KEY_SECRET)),
  admitMail: newMailBudget(store, now),
  hasQuotaForConfirmations: newQuotaReserve(readQuota),
  hasQuotaForMessages: newQuotaReserve(readQuota, 'message'),
  queue: mailQueue.sendAll,
  queueLater: (task, delaySeconds, arn) =>
    (isOfConfirmations(arn) ? confirmationQueue : mailQueue).send(task, delaySeconds),
  readAttachment: openAttachments(SITE_BUCKET),
  readSupplement: openAttachments(PRIVATE_BUCKET),
  siteUrl: SITE_URL,
  ...systemContext,
});

export const handler = withRequestId((event: SQSEvent) => {
  startBatch();
  return handleBatch(event);
});
