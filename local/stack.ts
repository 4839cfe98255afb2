import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cleanup, newCleanup } from './cleanup.ts';
import { newEdge } from './edge/server.ts';
import { newHttpApi } from './gateway/api.ts';
import { listen } from './http.ts';
import { openCallRecord } from './lambda/call-record.ts';
import type { Outcome } from './lambda/execution-environment.ts';
import type { Call } from './lambda/messages.ts';
import { startFunctions } from './lambda/start.ts';
import { lockDataDir } from './lock.ts';
import type { Log } from './log.ts';
import { applySample } from './sample.ts';
import { startServices } from './services.ts';
import type { Quota } from './ses/limits.ts';
import { projectRoot, type Settings } from './settings.ts';
import { startSqs } from './sqs.ts';
import { type StackFile, writeStackFile } from './stack-file.ts';
import { readAssembly } from './template/assembly.ts';
import { readSystem, shortNames } from './template/system.ts';
import { startTriggers } from './triggers/start.ts';

export interface StackOptions extends Settings {
  /** Where `cdk synth` put its assembly; the project's `cdk.out` unless told otherwise. */
  assembly?: string;
  /** Silent unless given. */
  log?: Log;
  /** Gets what functions write, as it is; nobody unless given. */
  output?: (chunk: Buffer) => void;
  /** What SES allows, where a test wants less. */
  sesQuota?: Partial<Quota>;
  /** Instead of each queue's visibility timeout, so that a test need not wait for it. */
  retryAfterSeconds?: number;
  /** Called when the stack cannot go on, which so far means that Java died. */
  onFailure?: () => void;
  /** Where everything that is begun leaves how to end it: for who must stop a stack before it has started. */
  cleanup?: Cleanup;
}

export interface Stack extends StackFile {
  /** Invokes a function by its short name, such as `sweep`, as its trigger would. */
  invoke(name: string, event: unknown): Promise<Outcome>;
  /** Every AWS call that each function's code has made in this data directory. */
  calls(): Record<string, Call[]>;
  /** Resolves when nothing of the stack runs any more. */
  stop(): Promise<void>;
}

/** Work in hand has this long to end when the stack stops; what does not is taken up by the next start. */
const graceMilliseconds = 3000;

/**
 * Starts everything that the synthesized template describes, on this machine's loopback addresses, and resolves when it
 * answers and the sample, if wanted, can be read. Throws a Refusal where a person can do something about it.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, log = () => {}, output = () => {}, onFailure = () => {}, cleanup = newCleanup() } = options;
  try {
    const assembly = readAssembly(options.assembly ?? join(projectRoot, 'cdk.out'));
    cleanup.add(lockDataDir(dataDir));
    const { retryAfterSeconds } = options;
    const sqs = await startSqs(retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
    cleanup.add(() => sqs.stop());
    const system = readSystem(assembly, sqs.queueUrl);

    // The site's port is taken first: functions are told of it, and a busy one should not cost a start of Java.
    let edge: ReturnType<typeof newEdge> | undefined;
    const site = await listen(
      async (request, response) => {
        if (edge) await edge(request, response);
        else response.writeHead(503, { 'retry-after': '1' }).end();
      },
      { port: options.port, setting: 'UNDERSIGNED_PORT', bothFamilies: true },
    );
    cleanup.add(() => site.close());
    const siteUrl = `http://localhost:${site.port}`;
    const services = await startServices({
      ...options,
      system,
      sqs,
      log,
      cleanup,
      onDynamoDbExit: () => {
        log('dynamodb-ended');
        onFailure();
      },
    });

    const record = openCallRecord(join(dataDir, 'calls.json'));
    const functions = startFunctions({
      system,
      place: {
        endpoints: {
          DYNAMODB: services.dynamodb.endpoint,
          S3: services.s3.url,
          SES: services.ses.url,
          SQS: sqs.endpoint,
          SECRETS_MANAGER: services.secrets.url,
          CLOUDFRONT: services.cloudfront.url,
        },
        site: { url: siteUrl, templateUrls: system.distribution.urls },
      },
      log,
      output,
      onCalls: record.add,
    });
    cleanup.add(() => functions.stop());
    edge = newEdge({
      system,
      answerApi: newHttpApi(system.api, functions.byName),
      bucket: services.s3.bucket,
      log,
    });
    const stopTriggers = startTriggers({ system, services, functionOf: functions.byName, dataDir, log });
    cleanup.add(() => Promise.race([stopTriggers(), sleep(graceMilliseconds, undefined, { ref: false })]));

    const { dynamodb, table, s3, ses, secrets } = services;
    const { buckets, queues } = system.stores;
    const file: StackFile = {
      site: siteUrl,
      inbox: `http://localhost:${ses.port}`,
      dynamodb: dynamodb.endpoint,
      s3: s3.url,
      sqs: sqs.endpoint,
      secrets: secrets.url,
      table: table.name,
      buckets: shortNames(
        system.functions,
        '_BUCKET',
        buckets.map(({ logicalId, name }) => ({ logicalId, value: name })),
      ),
      queues: shortNames(
        system.functions,
        '_QUEUE_URL',
        queues.map(({ logicalId, url }) => ({ logicalId, value: url })),
      ),
      pids: [process.pid, ...(dynamodb.pid === undefined ? [] : [dynamodb.pid])],
    };
    cleanup.add(writeStackFile(dataDir, file));
    if (options.sample) {
      await applySample({ client: services.client, table: table.name, site: siteUrl, dataDir, output });
    }
    log('ready', { port: site.port });
    return {
      ...file,
      invoke: (name, event) => functions.byName(name).invoke(event),
      calls: record.all,
      stop: () => cleanup.run(),
    };
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}
