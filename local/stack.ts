import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { type Cleanup, newCleanup } from './cleanup.ts';
import type { Edge } from './components.ts';
import { openDynamoDb } from './dynamodb/start.ts';
import { listen } from './http.ts';
import type { Outcome } from './lambda/execution-environment.ts';
import type { Call } from './lambda/messages.ts';
import { lockDataDir } from './lock.ts';
import type { Log } from './log.ts';
import type { Quota } from './ses/limits.ts';
import { projectRoot, type Settings } from './settings.ts';
import type { StackFile } from './stack-file.ts';
import { readAssembly } from './template/assembly.ts';

export interface StackOptions extends Settings {
  /** Where `cdk synth` wrote its assembly. By default the project's `cdk.out`. */
  assembly?: string;
  /** Logs nothing if absent. */
  log?: Log;
  /** Receives what functions write, unchanged. */
  output?: (chunk: Buffer) => void;
  /** Lower limits of SES, for tests. */
  sesQuota?: Partial<Quota>;
  /** Replaces the visibility timeout of every queue, so that tests need not wait for it. */
  retryAfterSeconds?: number;
  /** Whether streams, queues and schedules invoke functions. Off, so that a request can be measured alone. */
  triggers?: boolean;
  /** Called when the stack cannot continue. So far this only happens when Java ends. */
  onFailure?: () => void;
  /** Everything that was started adds here how to end it, for a caller that stops a stack during its start. */
  cleanup?: Cleanup;
}

export interface Stack extends StackFile {
  /** Invokes a function by its short name, such as `sweep`, as its trigger would. */
  invoke(name: string, event: unknown): Promise<Outcome>;
  /** Which grants each function's code has used in this data directory, and which calls were denied. */
  calls(): Record<string, Call[]>;
  /** Resolves when everything has stopped. */
  stop(): Promise<void>;
}

/**
 * Starts everything that the synthesized template describes, on this machine's loopback addresses. Resolves when the
 * stack answers and, if wanted, the sample can be read.
 *
 * @throws Refusal if a person can correct what prevents the start
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const {
    dataDir,
    log = () => {},
    output = () => {},
    onFailure = () => {},
    cleanup = newCleanup(),
  } = options;
  try {
    const assembly = readAssembly(options.assembly ?? join(projectRoot, 'cdk.out'));
    cleanup.add(lockDataDir(dataDir));

    // Check the port before Java starts. Java takes as long to start as everything else.
    let edge: Edge | undefined;
    const site = await listen(
      async (request, response) => {
        if (edge) await edge(request, response);
        else response.writeHead(503, { 'retry-after': '1' }).end();
      },
      { port: options.port, setting: 'UNDERSIGNED_PORT', bothFamilies: true },
    );
    cleanup.add(() => site.close());

    const giveUp = new AbortController();
    const onExit = (): void => {
      log('dynamodb-ended', {}, 'ERROR');
      onFailure();
    };
    const dynamodb = openDynamoDb(options, { onExit, signal: giveUp.signal });
    const gone = dynamodb.then(
      ({ stop }) => stop,
      () => async () => {},
    );
    cleanup.add(async () => {
      giveUp.abort();
      await (await gone)();
    });

    // Loaded while Java starts. Node's compile cache keeps this code and the code of threads between starts.
    enableCompileCache(join(projectRoot, 'node_modules', '.cache', 'undersigned'));
    const { startComponents } = await import('./components.ts');
    const components = await startComponents({
      ...options,
      assembly,
      dynamodb,
      site: `http://localhost:${site.port}`,
      log,
      output,
      cleanup,
      onEdge: (started) => {
        edge = started;
      },
    });
    log('ready', { site: components.file.site, inbox: components.file.inbox });
    return {
      ...components.file,
      invoke: (name, event) => components.functions.byName(name).invoke(event),
      calls: components.calls,
      stop: () => cleanup.run(),
    };
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}
