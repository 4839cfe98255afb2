import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { newBatchFailures } from '../shared/aws/batch-failures.ts';
import { openQueue, type Queue } from '../shared/aws/queues.ts';
import type { BusEvent } from '../shared/campaign/bus-events.ts';
import { type Context, systemContext } from '../shared/context.ts';
import { log, withRequestId } from '../shared/log.ts';
import { busEventsForChange } from '../shared/operations/announcing/bus-events-for-change.ts';
import { type ItemChange, noteListingChanges } from '../shared/operations/listing/note-listing-changes.ts';
import { changedItemSchema, tasksForChange } from '../shared/operations/mailing/tasks-for-change.ts';
import { recordImage, recordItemKey, recordKey, sequenceNumberOf } from '../shared/table/stream-records.ts';
import { openStore, type Store } from '../shared/table/table.ts';
import type { MailTask } from '../shared/table/tasks.ts';

const environment = z.object({
  MAIL_QUEUE_URL: z.string(),
  TABLE_NAME: z.string(),
  CONFIRMATION_QUEUE_URL: z.string(),
  SITE_QUEUE_URL: z.string(),
  EVENTS_QUEUE_URL: z.string(),
});

export interface DispatchDependencies extends Pick<Context, 'newUlid'> {
  store: Store;
  mailQueue: Queue;
  confirmationQueue: Queue;
  siteQueue: Queue;
  eventsQueue: Queue;
}

/**
 * Queues what each change of the table calls for: mails, site jobs, and events for the bus. The site job is called once
 * a batch for each campaign. Changes of a stored list are noted.
 */
export const newHandler =
  ({ mailQueue, confirmationQueue, siteQueue, eventsQueue, store, newUlid }: DispatchDependencies) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed = newBatchFailures();
    const mail: MailTask[] = [];
    const confirmations: MailTask[] = [];
    const slugs = new Set<string>();
    const events: BusEvent[] = [];
    const changes: ItemChange[] = [];
    for (const record of event.Records) {
      if (record.eventName === 'REMOVE') continue;
      const [image, oldImage] = [recordImage(record, 'NewImage'), recordImage(record, 'OldImage')];
      changes.push({ key: recordItemKey(record), image, oldImage });
      const changed = changedItemSchema.safeParse(image);
      const old = changedItemSchema.optional().catch(undefined).parse(oldImage);
      if (!changed.success) {
        // Reading it again would not help, and the records behind it would wait. The item stays in the table, and
        // `sweep` reads it.
        log('error', 'unreadable record', { task: 'dispatch', item: recordKey(record) });
        continue;
      }
      const calls = tasksForChange(changed.data, old);
      mail.push(...calls.mail);
      confirmations.push(...calls.confirmations);
      for (const { slug } of calls.site) slugs.add(slug);
      events.push(...busEventsForChange(image, oldImage));
    }
    try {
      await mailQueue.sendAll(mail);
      await confirmationQueue.sendAll(confirmations);
      await noteListingChanges(store, changes, { newUlid });
      await siteQueue.sendAll([...slugs].map((slug) => ({ slug })));
      // The last, since mails and pages are not to wait for it.
      await eventsQueue.sendAll(events);
    } catch (error) {
      failed.add(event.Records.map(sequenceNumberOf), 'not dispatched', {}, error);
    }
    return failed.response();
  };

const { TABLE_NAME, MAIL_QUEUE_URL, CONFIRMATION_QUEUE_URL, SITE_QUEUE_URL, EVENTS_QUEUE_URL } =
  environment.parse(process.env);

export const handler = withRequestId(
  newHandler({
    store: openStore(TABLE_NAME),
    newUlid: systemContext.newUlid,
    mailQueue: openQueue(MAIL_QUEUE_URL),
    confirmationQueue: openQueue(CONFIRMATION_QUEUE_URL),
    siteQueue: openQueue(SITE_QUEUE_URL),
    eventsQueue: openQueue(EVENTS_QUEUE_URL),
  }),
);
