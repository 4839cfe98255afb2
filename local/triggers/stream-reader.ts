import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import type { Activity } from '../activity.ts';
import { errorName } from '../errors.ts';
import type { Log } from '../log.ts';
import type { StreamTrigger } from '../template/triggers.ts';
import { type Delivery, deliver } from './deliver-records.ts';
import { matchesFilters } from './filter.ts';
import type { StreamPositions } from './stream-positions.ts';
import { type LambdaRecord, toLambdaRecord } from './stream-record.ts';

interface ReaderOptions {
  client: DynamoDBStreamsClient;
  /** The emulator's name of the stream. */
  streamArn: string;
  trigger: StreamTrigger;
  positions: StreamPositions;
  invoke: Delivery['invoke'];
  storeFailed: (shardId: string, ...given: Parameters<Delivery['storeFailed']>) => Promise<void>;
  /** Decides how long to wait when a shard has nothing new. */
  activity: Pick<Activity, 'pause' | 'wake'>;
  log: Log;
  signal: AbortSignal;
}

const shardMilliseconds = 5000;

/**
 * A tenth of a second after the first failure, doubling up to five seconds. Lambda waits longer, which helps nobody
 * here.
 */
const retryDelay = (attempt: number): number => Math.min(5000, 100 * 2 ** (attempt - 1));

/**
 * Reads every shard of a stream in order, a child after its parent, and passes the records that match the filters to
 * the function, one batch at a time. Resolves when aborted.
 */
export async function readStream(options: ReaderOptions): Promise<void> {
  const { client, streamArn, log, signal } = options;
  const reading = new Map<string, Promise<void>>();
  const finished = new Set<string>();
  while (!signal.aborted) {
    try {
      const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
      const shards = StreamDescription?.Shards ?? [];
      const ids = shards.map(({ ShardId }) => ShardId);
      for (const shard of shards) {
        const { ShardId: id = '', ParentShardId: parent } = shard;
        const isFree = parent === undefined || finished.has(parent) || !ids.includes(parent);
        if (!isFree || reading.has(id)) continue;
        reading.set(
          id,
          readShard(shard, options).then(
            () => void finished.add(id),
            () => void reading.delete(id),
          ),
        );
      }
    } catch (error) {
      if (!signal.aborted)
        log('stream-unreadable', { function: options.trigger.functionName, error: errorName(error) }, 'WARN');
    }
    await sleep(shardMilliseconds, undefined, { signal }).catch(() => {});
  }
  await Promise.all(reading.values());
}

async function readShard({ ShardId: shardId = '' }: Shard, options: ReaderOptions): Promise<void> {
  const { client, trigger, positions, activity, signal, log } = options;
  const delivery: Delivery = {
    trigger,
    invoke: options.invoke,
    storeFailed: (...given) => {
      log(
        'records-put-away',
        { function: trigger.functionName, records: given[0].length, reason: given[1] },
        'ERROR',
      );
      return options.storeFailed(shardId, ...given);
    },
    delay: retryDelay,
    now: Date.now,
    signal,
  };
  const handled = (sequenceNumber: string | undefined): void => {
    if (sequenceNumber) positions.handled(trigger.logicalId, shardId, sequenceNumber);
  };
  let iterator = await firstIterator(shardId, options);
  let batch: LambdaRecord[] = [];
  let lastSeen: string | undefined;
  let waitingSince = 0;
  while (iterator !== undefined || batch.length > 0) {
    signal.throwIfAborted();
    const read =
      iterator && (await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 })));
    iterator = read ? read.NextShardIterator : undefined;
    const records = (read ? (read.Records ?? []) : []).map((record) =>
      toLambdaRecord(record, trigger.sourceArn),
    );
    if (records.length > 0) activity.wake();
    lastSeen = records.at(-1)?.dynamodb.SequenceNumber ?? lastSeen;
    const wanted = records.filter((record) => matchesFilters(trigger.filters, record));
    if (batch.length === 0) waitingSince = Date.now();
    batch = [...batch, ...wanted];
    const isDue = Date.now() - waitingSince >= trigger.windowSeconds * 1000 || iterator === undefined;
    while (batch.length >= trigger.batchSize || (isDue && batch.length > 0)) {
      const next = batch.slice(0, trigger.batchSize);
      await deliver(next, delivery);
      batch = batch.slice(next.length);
      handled(next.at(-1)?.dynamodb.SequenceNumber);
    }
    if (batch.length === 0) handled(lastSeen);
    if (records.length === 0) await activity.pause(signal);
  }
}

async function firstIterator(shardId: string, options: ReaderOptions): Promise<string | undefined> {
  const { client, streamArn, positions, trigger, log } = options;
  const shard = { StreamArn: streamArn, ShardId: shardId };
  const after = positions.after(trigger.logicalId, shardId);
  if (after !== undefined) {
    try {
      const { ShardIterator } = await client.send(
        new GetShardIteratorCommand({
          ...shard,
          ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
          SequenceNumber: after,
        }),
      );
      return ShardIterator;
    } catch (error) {
      // The record is older than a day. Continue with the oldest record that is left.
      log('stream-position-gone', { function: trigger.functionName, error: errorName(error) }, 'WARN');
    }
  }
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({ ...shard, ShardIteratorType: 'TRIM_HORIZON' }),
  );
  return ShardIterator;
}
