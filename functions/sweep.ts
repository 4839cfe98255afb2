import * as z from 'zod';
import { openQueue } from '../shared/aws/queues.ts';
import { systemContext } from '../shared/context.ts';
import { withRequestId } from '../shared/log.ts';
import { reportSiteDown } from '../shared/sweep/report-site-down.ts';
import { sweep } from '../shared/sweep/sweep.ts';
import { openStore } from '../shared/table/table.ts';

const environment = z.object({
  TABLE_NAME: z.string(),
  MAIL_QUEUE_URL: z.string(),
  CONFIRMATION_QUEUE_URL: z.string(),
  SITE_QUEUE_URL: z.string(),
  SITE_URL: z.string(),
});

const { TABLE_NAME, MAIL_QUEUE_URL, CONFIRMATION_QUEUE_URL, SITE_QUEUE_URL, SITE_URL } = environment.parse(
  process.env,
);

const store = openStore(TABLE_NAME);
const mailQueue = openQueue(MAIL_QUEUE_URL);
const confirmationQueue = openQueue(CONFIRMATION_QUEUE_URL);
const siteQueue = openQueue(SITE_QUEUE_URL);

/**
 * Runs every minute: does what the stream's readers left undone, and what depends on the time alone. Beside it, asks
 * whether the site answers.
 */
export const handler = withRequestId(async (): Promise<void> => {
  await Promise.all([
    sweep({
      store,
      queueMails: mailQueue.sendAll,
      queueConfirmations: confirmationQueue.sendAll,
      queueSite: (slug) => siteQueue.send({ slug }),
      isMailQueueEmpty: mailQueue.isEmpty,
      isConfirmationQueueEmpty: confirmationQueue.isEmpty,
      ...systemContext,
    }),
    reportSiteDown({ store, siteUrl: SITE_URL, request: fetch, ...systemContext }),
  ]);
});
