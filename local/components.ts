import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newActivity } from './activity.ts';
import type { Cleanup } from './cleanup.ts';
import type { DynamoDb } from './dynamodb/start.ts';
import { newEdge } from './edge/server.ts';
import { newHttpApi } from './gateway/api.ts';
import { openCallRecord } from './lambda/call-record.ts';
import type { Call } from './lambda/messages.ts';
import { type Functions, startFunctions } from './lambda/start.ts';
import type { Log } from './log.ts';
import { applySample } from './sample.ts';
import { type Services, startServices } from './services.ts';
import type { Quota } from './ses/limits.ts';
import { startSqs } from './sqs.ts';
import { type StackFile, writeStackFile } from './stack-file.ts';
import type { Assembly } from './template/assembly.ts';
import { readSystem, type System, shortNames } from './template/system.ts';
import { startTriggers } from './triggers/start.ts';

export type Edge = ReturnType<typeof newEdge>;

interface ComponentOptions {
  assembly: Assembly;
  dataDir: string;
  inboxPort: number;
  sample: boolean;
  sesQuota?: Partial<Quota>;
  retryAfterSeconds?: number;
  triggers?: boolean;
  /** Started earlier. */
  dynamodb: Promise<DynamoDb>;
  /** Address of the site. */
  site: string;
  log: Log;
  output: (chunk: Buffer) => void;
  cleanup: Cleanup;
  /** Receives the edge as soon as it can answer. */
  onEdge: (edge: Edge) => void;
}

/** When the stack stops, running work has this long to end. The next start does what is left. */
const graceMilliseconds = 3000;

/** Starts everything except DynamoDB: services, functions, site and API, triggers, and the sample. */
export async function startComponents(options: ComponentOptions): Promise<{
  file: StackFile;
  functions: Functions;
  calls: () => Record<string, Call[]>;
}> {
  const { dataDir, site, log, output, cleanup, retryAfterSeconds } = options;
  const sqs = await startSqs(retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
  cleanup.add(() => sqs.stop());
  const system = readSystem(options.assembly, sqs.queueUrl);
  const services = await startServices({ ...options, system, sqs });

  const record = openCallRecord(join(dataDir, 'calls.json'));
  const activity = newActivity();
  const functions = startFunctions({
    system,
    activity,
    addresses: {
      endpoints: endpointsOf(services),
      site: { url: site, templateUrls: system.distribution.urls },
    },
    log,
    output,
    onCalls: (name, calls) => {
      record.add(name, calls);
      for (const { action, resource, isDenied } of calls) {
        if (isDenied) log('access-denied', { function: name, action, resource }, 'ERROR');
      }
    },
  });
  cleanup.add(() => functions.stop());
  const answerApi = newHttpApi(system.api, functions.byName);
  options.onEdge(newEdge({ system, answerApi, bucket: services.s3.bucket, log }));
  if (options.triggers !== false) {
    const stopTriggers = startTriggers({
      system,
      services,
      functionOf: functions.byName,
      dataDir,
      activity,
      log,
    });
    cleanup.add(() => Promise.race([stopTriggers(), sleep(graceMilliseconds, undefined, { ref: false })]));
  }

  const file = stackFileOf(system, services, site);
  cleanup.add(writeStackFile(dataDir, file));
  if (options.sample) {
    const pages = services.s3.bucket(file.buckets.site ?? '');
    const hasPage = (key: string): boolean => pages?.head(key) !== undefined;
    await applySample({ client: services.client, table: file.table, site, hasPage, dataDir, output });
  }
  return { file, functions, calls: record.all };
}

const endpointsOf = ({ dynamodb, s3, ses, sqs, secrets, cloudfront, eventBridge }: Services) => ({
  DYNAMODB: dynamodb.endpoint,
  S3: s3.url,
  SES: ses.url,
  SQS: sqs.endpoint,
  SECRETS_MANAGER: secrets.url,
  CLOUDFRONT: cloudfront.url,
  EVENTBRIDGE: eventBridge.url,
});

function stackFileOf(
  { stores, functions, senderDomains }: System,
  services: Services,
  site: string,
): StackFile {
  const { dynamodb, s3, ses, sqs, secrets, table } = services;
  const buckets = stores.buckets.map(({ logicalId, name }) => ({ logicalId, value: name }));
  const queues = stores.queues.map(({ logicalId, url }) => ({ logicalId, value: url }));
  return {
    site,
    inbox: `http://localhost:${ses.port}`,
    dynamodb: dynamodb.endpoint,
    s3: s3.url,
    sqs: sqs.endpoint,
    secrets: secrets.url,
    secretIds: shortNames(
      functions,
      '_SECRET',
      stores.secrets.map(({ Name, arn }) => ({ logicalId: Name, value: arn })),
    ),
    table: table.name,
    senderDomains,
    buckets: shortNames(functions, '_BUCKET', buckets),
    queues: shortNames(functions, '_QUEUE_URL', queues),
    pids: [process.pid, ...(dynamodb.pid === undefined ? [] : [dynamodb.pid])],
  };
}
