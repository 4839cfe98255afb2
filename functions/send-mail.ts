import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { errorFields, log } from '../shared/log.ts';
import { carryOut } from '../shared/mail/carry-out.ts';
import { openMailer } from '../shared/mail/mailer.ts';
import { newPacer } from '../shared/mail/pacer.ts';
import { patient } from '../shared/mail/patient.ts';
import { delayBefore, type MailDependencies } from '../shared/mail/task-outcome.ts';
import { newUlid } from '../shared/new-ulid.ts';
import { openAttachments } from '../shared/store/files/attachment.ts';
import { openQueue } from '../shared/store/queues.ts';
import { linkKeysReader, once, readSecret } from '../shared/store/secrets.ts';
import { cachedSettings } from '../shared/store/settings.ts';
import { openStore } from '../shared/store/table.ts';
import { type MailTask, mailTaskSchema } from '../shared/store/tasks.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  MAIL_QUEUE_URL: z.string(),
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
  queueLater: (task: MailTask, delaySeconds: number) => Promise<void>;
}

/** Of these, how often they were tried decides how long the next attempt waits. */
const isCounted = (task: MailTask): boolean =>
  'PK' in task || task.task === 'letter' || task.task === 'supplement';

/**
 * Carries out the tasks of a batch, each for itself. What cannot be sent now goes back as a delayed copy and the
 * original is done with, so that mail that only waits never ends in the dead-letter queue.
 */
export const newHandler = (dependencies: SendMailDependencies) => {
  async function carryOutRecord({ body }: SQSRecord): Promise<void> {
    const task = mailTaskSchema.parse(JSON.parse(body));
    if ((await carryOut(dependencies, task)) === 'done') return;
    const attempt = 'attempt' in task ? (task.attempt ?? 1) : 1;
    await dependencies.queueLater(
      { ...task, ...(isCounted(task) && { attempt: attempt + 1 }) },
      delayBefore(attempt),
    );
  }

  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const results = await Promise.allSettled(event.Records.map(carryOutRecord));
    const batchItemFailures = event.Records.flatMap(({ messageId }, index) => {
      const result = results[index];
      if (result?.status !== 'rejected') return [];
      log('error', 'mail task failed', errorFields(result.reason));
      return [{ itemIdentifier: messageId }];
    });
    return { batchItemFailures };
  };
};

const {
  TABLE_NAME,
  MAIL_QUEUE_URL,
  SITE_URL,
  LINK_KEYS_SECRET,
  ADDRESS_KEY_SECRET,
  CONFIGURATION_SET,
  SHARE_OF_SENDING_RATE,
  SITE_BUCKET,
  PRIVATE_BUCKET,
} = environment.parse(process.env);

const now = () => new Date();
const store = openStore(TABLE_NAME);
const mailer = openMailer(CONFIGURATION_SET);
const mailQueue = openQueue(MAIL_QUEUE_URL);
const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

export const handler = newHandler({
  store,
  myTurn: newPacer(async () => (await mailer.rate()) * SHARE_OF_SENDING_RATE, now, pause),
  send: patient(mailer.send, pause),
  readCampaign: cachedSettings(store, now),
  linkKeys: linkKeysReader(() => readSecret(LINK_KEYS_SECRET), now),
  addressKey: once(() => readSecret(ADDRESS_KEY_SECRET)),
  queue: mailQueue.sendAll,
  queueLater: mailQueue.send,
  readAttachment: openAttachments(SITE_BUCKET),
  readSupplement: openAttachments(PRIVATE_BUCKET),
  siteUrl: SITE_URL,
  now,
  newUlid,
});
