import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { newBatchFailures } from '../shared/aws/batch-failures.ts';
import { type Context, systemContext } from '../shared/context.ts';
import { errorFields, log, withRequestId } from '../shared/log.ts';
import { countAndOpenGate } from '../shared/operations/counting/count-and-open-gate.ts';
import type { UncountedSignOn } from '../shared/operations/counting/count-sign-ons.ts';
import { signOnSchema } from '../shared/sign-on/sign-on.ts';
import { recordImage, recordKey, sequenceNumberOf } from '../shared/table/stream-records.ts';
import { isUnreadable, openStore, type Store } from '../shared/table/table.ts';

const environment = z.object({ TABLE_NAME: z.string() });
const uncountedSchema = signOnSchema.pick({
  slug: true,
  id: true,
  kind: true,
  eligible: true,
  counted: true,
});

export interface TallyDependencies extends Pick<Context, 'now' | 'newUlid'> {
  store: Store;
}

interface Batch {
  rows: UncountedSignOn[];
  sequenceNumbers: string[];
}

/**
 * Counts the uncounted sign-ons of a batch of stream records, campaign by campaign, and opens the gates that are
 * reached.
 */
export const newHandler =
  (dependencies: TallyDependencies) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed = newBatchFailures();
    const campaigns = new Map<string, Batch>();
    for (const record of event.Records) {
      if (record.eventName === 'REMOVE') continue;
      const row = uncountedSchema.safeParse(recordImage(record, 'NewImage'));
      if (!row.success) {
        // Reading it again would not help, and the records behind it would wait. The row stays in the table, and
        // `sweep` reads it.
        log('error', 'unreadable record', { task: 'tally', item: recordKey(record) });
        continue;
      }
      const batch = campaigns.get(row.data.slug) ?? { rows: [], sequenceNumbers: [] };
      batch.rows.push(row.data);
      batch.sequenceNumbers.push(sequenceNumberOf(record));
      campaigns.set(row.data.slug, batch);
    }
    for (const [slug, { rows, sequenceNumbers }] of campaigns) {
      try {
        const count = await countAndOpenGate(dependencies, slug, rows);
        log('info', 'counted', { slug, count });
      } catch (error) {
        // Other campaigns' records would wait behind those of a campaign that cannot be read. `sweep` counts these.
        if (isUnreadable(error)) log('error', 'not counted', { slug, ...errorFields(error) });
        else failed.add(sequenceNumbers, 'not counted', { slug }, error);
      }
    }
    return failed.response();
  };

const { TABLE_NAME } = environment.parse(process.env);

export const handler = withRequestId(newHandler({ store: openStore(TABLE_NAME), ...systemContext }));
