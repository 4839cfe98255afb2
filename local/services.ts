import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientFor } from './aws.ts';
import type { Cleanup } from './cleanup.ts';
import { startCloudFrontApi } from './cloudfront-api.ts';
import type { DynamoDb } from './dynamodb/start.ts';
import { ensureTable } from './dynamodb/tables.ts';
import { openEventStore } from './eventbridge/event-store.ts';
import { startEventBridge } from './eventbridge/server.ts';
import type { Log } from './log.ts';
import { type S3, startS3 } from './s3/server.ts';
import { loadSecrets, startSecretsManager } from './secrets.ts';
import type { Quota } from './ses/limits.ts';
import { startSes } from './ses/server.ts';
import type { Sqs } from './sqs.ts';
import type { Table } from './template/stores.ts';
import type { System } from './template/system.ts';
import { type EventBus, newEventBus } from './triggers/event-bus.ts';

/** The running services that functions call. */
export interface Services {
  dynamodb: DynamoDb;
  client: DynamoDBClient;
  table: Table;
  /** The table's stream, as the emulator calls it. */
  streamArn: string;
  sqs: Sqs;
  s3: S3;
  ses: { port: number; url: string };
  secrets: { url: string };
  cloudfront: { url: string };
  eventBridge: { url: string };
  /** The account's default event bus. */
  events: EventBus;
}

interface ServiceOptions {
  system: System;
  sqs: Sqs;
  dataDir: string;
  inboxPort: number;
  /** Started earlier, because it takes the longest. */
  dynamodb: Promise<DynamoDb>;
  sesQuota?: Partial<Quota>;
  log: Log;
  cleanup: Cleanup;
}

/** Starts all services except DynamoDB. */
export async function startServices(options: ServiceOptions): Promise<Services> {
  const { system, sqs, dataDir, log, cleanup } = options;
  const [table] = system.stores.tables;
  if (!table) throw new Error('The template has no table.');
  const started = async <T>(starting: Promise<T>, stop: (service: T) => unknown): Promise<T> => {
    const service = await starting;
    cleanup.add(() => stop(service));
    return service;
  };
  const closing = { close: (service: { close(): Promise<void> }) => service.close() };
  const { buckets, secrets: definitions } = system.stores;
  mkdirSync(dataDir, { recursive: true });
  const secretsFile = join(dataDir, 'secrets.json');
  const values = loadSecrets(definitions, secretsFile);
  const events = newEventBus();
  const stageEvents = openEventStore(join(dataDir, 'events'));
  const starting = [
    options.dynamodb,
    started(
      startS3(
        buckets.map(({ name }) => name),
        join(dataDir, 's3'),
        log,
      ),
      closing.close,
    ),
    started(
      startSes({
        port: options.inboxPort,
        file: join(dataDir, 'mails'),
        publish: events.publish,
        events: stageEvents,
        ...(options.sesQuota && { quota: options.sesQuota }),
      }),
      closing.close,
    ),
    started(startSecretsManager(definitions, values, secretsFile), closing.close),
    started(startCloudFrontApi(log), closing.close),
    started(startEventBridge(system.stores.eventBuses, stageEvents), closing.close),
    sqs.createQueues(system.stores.queues),
  ] as const;
  // Wait for all of them, so that the cleanup includes those that started when another one failed.
  await Promise.allSettled(starting);
  const [dynamodb, s3, ses, secrets, cloudfront, eventBridge] = await Promise.all(starting);

  const client = new DynamoDBClient(clientFor(dynamodb.endpoint));
  cleanup.add(() => client.destroy());
  const { streamArn } = await ensureTable(client, table);
  if (!streamArn) throw new Error(`Table ${table.name} has no stream.`);
  return { dynamodb, client, table, streamArn, sqs, s3, ses, secrets, cloudfront, eventBridge, events };
}
