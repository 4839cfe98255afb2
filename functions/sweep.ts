import * as z from 'zod';
import { openQueue } from '../shared/aws/queues.ts';
import { systemContext } from '../shared/context.ts';
import { withRequestId } from '../shared/log.ts';
import { sweep } from '../shared/sweep/sweep.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  MAIL_QUEUE_URL: z.string(),
  CONFIRMATION_QUEUE_URL: z.string(),
  SITE_QUEUE_URL: z.string(),
});

const { TABLE_NAME, MAIL_QUEUE_URL, CONFIRMATION_QUEUE_URL, SITE_QUEUE_URL } = environment.parse(process.env);

const store = openStore(TABLE_NAME);
const mailQueue = openQueue(MAIL_QUEUE_URL);
const confirmationQueue = openQueue(CONFIRMATION_QUEUE_URL);
const siteQueue = openQueue(SITE_QUEUE_URL);

/** Runs every minute: does what the stream's readers left undone, and what depends on the time alone. */
export const handler = withRequestId(
  (): Promise<void> =>
    sweep({
      store,
      queueMails: mailQueue.sendAll,
      queueConfirmations: confirmationQueue.sendAll,
      queueSite: (slug) => siteQueue.send({ slug }),
      isMailQueueEmpty: mailQueue.isEmpty,
      isConfirmationQueueEmpty: confirmationQueue.isEmpty,
      ...systemContext,
    }),
);
