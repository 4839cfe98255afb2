import { join } from 'node:path';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Activity } from '../activity.ts';
import { clientFor } from '../aws.ts';
import { isObject } from '../json.ts';
import type { RunningFunction } from '../lambda/function.ts';
import type { Log } from '../log.ts';
import type { Services } from '../services.ts';
import type { System } from '../template/system.ts';
import { inputFor } from './event-bus.ts';
import { storeFailedRecords } from './failed-records.ts';
import { readQueue } from './queue-reader.ts';
import { runSchedule } from './schedule.ts';
import { openStreamPositions } from './stream-positions.ts';
import { readStream } from './stream-reader.ts';

interface TriggerOptions {
  system: System;
  services: Services;
  /** By name or ARN. */
  functionOf: (name: string) => RunningFunction;
  dataDir: string;
  activity: Activity;
  log: Log;
}

/** Starts all triggers of functions. Returns a function that stops them after running work has ended. */
export function startTriggers({
  system,
  services,
  functionOf,
  dataDir,
  activity,
  log,
}: TriggerOptions): () => Promise<void> {
  const { streams, queues, schedules, rules } = system.triggers;
  const stopping = new AbortController();
  const { signal } = stopping;
  const client = new DynamoDBStreamsClient(clientFor(services.dynamodb.endpoint));
  const workQueues = queues.map(({ sourceArn }) => urlOf(system, sourceArn));
  const positions = openStreamPositions({
    file: join(dataDir, 'stream-positions.json'),
    stream: services.streamArn,
    areQueuesEmpty: async () => {
      const lengths = await Promise.all(workQueues.map((url) => lengthOf(services.sqs.client, url)));
      return lengths.every((length) => length === 0);
    },
  });
  services.events.subscribe((event) => {
    for (const rule of rules) {
      const input = signal.aborted ? undefined : inputFor(rule, event);
      if (isObject(input)) void functionOf(rule.functionArn).invoke(input);
    }
  });
  const running = [
    ...streams.map((trigger) =>
      readStream({
        client,
        streamArn: services.streamArn,
        trigger,
        positions,
        invoke: (event) => functionOf(trigger.functionName).invoke(event),
        storeFailed: async (shardId, records, condition, attempts) => {
          const bucket = system.stores.buckets.find(({ arn }) => arn === trigger.onFailure);
          const store = bucket && services.s3.bucket(bucket.name);
          if (store)
            await storeFailedRecords(store, trigger, shardId, records, {
              condition,
              attempts,
              now: new Date(),
            });
        },
        activity,
        log,
        signal,
      }),
    ),
    ...queues.map((trigger) =>
      readQueue({
        client: services.sqs.client,
        queueUrl: urlOf(system, trigger.sourceArn),
        trigger,
        invoke: (event) => functionOf(trigger.functionName).invoke(event),
        log,
        signal,
      }),
    ),
    ...schedules.map((schedule) =>
      runSchedule({ schedule, invoke: (event) => functionOf(schedule.functionArn).invoke(event), signal }),
    ),
  ];
  return async () => {
    stopping.abort();
    await Promise.all(running);
    await positions.save();
    positions.stop();
    client.destroy();
  };
}

function urlOf({ stores }: System, arn: string): string {
  const queue = stores.queues.find((one) => one.arn === arn);
  if (!queue) throw new Error(`The template has no queue ${arn}.`);
  return queue.url;
}

/** Messages that are waiting, in progress, or delayed. */
async function lengthOf(client: SQSClient, queueUrl: string): Promise<number> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
      ],
    }),
  );
  return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
}
