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
  /** Whether streams, queues and schedules invoke functions; off, a request can be measured by itself. */
  triggers?: boolean;
  /** Called when the stack cannot go on, which so far means that Java died. */
  onFailure?: () => void;
  /** Where everything that is begun leaves how to end it: for who must stop a stack before it has started. */
  cleanup?: Cleanup;
}

export interface Stack extends StackFile {
  /** Invokes a function by its short name, such as `sweep`, as its trigger would. */
  invoke(name: string, event: unknown): Promise<Outcome>;
  /** Which grants each function's code has used in this data directory, and what it was denied. */
  calls(): Record<string, Call[]>;
  /** Resolves when nothing of the stack runs any more. */
  stop(): Promise<void>;
}

/**
 * Starts everything that the synthesized template describes, on this machine's loopback addresses, and resolves when it
 * answers and the sample, if wanted, can be read. Throws a Refusal where a person can do something about it.
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

    // Before Java, whose start takes as long as all the rest: a busy port should not cost it.
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

    // Loaded only now, while Java starts. This and what threads load is compiled once, and not at every start.
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
