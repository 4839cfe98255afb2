import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../errors.ts';
import { listen } from '../http.ts';
import type { Settings } from '../settings.ts';
import { javaArguments, javaCommand, noJava } from './java.ts';

export interface DynamoDb {
  endpoint: string;
  /** Absent if UNDERSIGNED_DYNAMODB names a DynamoDB Local that the stack did not start. */
  pid?: number;
  /** Resolves when the process is gone. */
  stop(): Promise<void>;
}

export interface DynamoDbOptions {
  /** Where tables are stored. In memory if absent. */
  directory?: string;
  /** Called when it ends by itself. */
  onExit?: () => void;
  /** Does not keep the starting process alive. DynamoDB Local ends when that process has ended. */
  detached?: boolean;
  /** Aborts a start that has not finished. */
  signal?: AbortSignal;
}

/** A start takes two to three seconds, and much longer on a busy machine. */
const startMilliseconds = 60_000;

/**
 * Returns DynamoDB Local on the data directory, or the one that UNDERSIGNED_DYNAMODB names.
 *
 * @throws Refusal if Java is missing, or if nothing answers at the address
 */
export async function openDynamoDb(
  { dynamodb, dataDir }: Pick<Settings, 'dynamodb' | 'dataDir'>,
  options: Pick<DynamoDbOptions, 'onExit' | 'signal'>,
): Promise<DynamoDb> {
  if (dynamodb === undefined) return startDynamoDb({ directory: join(dataDir, 'dynamodb'), ...options });
  await fetch(dynamodb, { signal: AbortSignal.timeout(5000) }).catch(() => {
    throw new Refusal(
      `Nothing answers at ${dynamodb}: start DynamoDB Local there, or unset UNDERSIGNED_DYNAMODB.`,
    );
  });
  return { endpoint: dynamodb, stop: async () => {} };
}

/** Ports that are tried, since another program can take a free one before Java does. */
const maxPorts = 5;

/**
 * Starts DynamoDB Local on a free loopback port and resolves when it answers. It ends when the process that started it
 * ends, even if that is killed.
 *
 * @throws Refusal if Java is missing or too old
 */
export async function startDynamoDb(options: DynamoDbOptions = {}, nextPort = freePort): Promise<DynamoDb> {
  for (let tried = 1; ; tried++) {
    const started = await startAt(await nextPort(), options);
    if ('endpoint' in started) return started;
    if (!isPortTaken.test(started.errorOutput) || tried === maxPorts) throw refusalFor(started.errorOutput);
  }
}

const isPortTaken = /BindException|Address already in use|Failed to bind/i;

/** DynamoDB Local at a port, or what Java printed before it ended. */
async function startAt(port: number, options: DynamoDbOptions): Promise<DynamoDb | { errorOutput: string }> {
  const java = spawn(javaCommand() ?? 'java', javaArguments(port, options.directory), {
    stdio: ['pipe', 'ignore', 'pipe'],
    windowsHide: true,
  });
  let errorOutput = '';
  java.stderr.setEncoding('utf8').on('data', (text: string) => {
    errorOutput = (errorOutput + text).slice(-4000);
  });
  // Nothing is written to the pipe. When this process ends, the pipe closes, and then Java ends (see server.xml).
  java.stdin.on('error', () => {});
  let ended = false;
  const exit = new Promise<void>((resolve) => {
    const end = (): void => {
      ended = true;
      resolve();
    };
    java.once('exit', end);
    java.once('error', (error) => {
      errorOutput += error.message;
      end();
    });
  });
  options.signal?.addEventListener('abort', () => java.kill('SIGKILL'));
  const endpoint = `http://127.0.0.1:${port}`;
  await waitUntilReady(endpoint, () => ended || isPortTaken.test(errorOutput));
  if (ended || isPortTaken.test(errorOutput)) {
    java.kill('SIGKILL');
    await exit;
    return { errorOutput };
  }
  if (options.detached) detach(java);
  let stopping = false;
  void exit.then(() => {
    if (!stopping) options.onExit?.();
  });
  return {
    endpoint,
    ...(java.pid !== undefined && { pid: java.pid }),
    stop: async () => {
      stopping = true;
      // Every acknowledged write is on disk by now.
      java.kill('SIGKILL');
      await exit;
    },
  };
}

async function freePort(): Promise<number> {
  const server = await listen(() => {});
  await server.close();
  return server.port;
}

/** Resolves when DynamoDB Local answers or has failed. It answers a plain GET with an error that names it. */
async function waitUntilReady(endpoint: string, hasFailed: () => boolean): Promise<void> {
  const deadline = Date.now() + startMilliseconds;
  while (!hasFailed()) {
    const answer = await fetch(endpoint, { signal: AbortSignal.timeout(2000) })
      .then((response) => response.text())
      .catch(() => '');
    if (answer.includes('com.amazonaws.dynamodb')) return;
    if (Date.now() > deadline)
      throw new Refusal(
        'DynamoDB Local did not answer within a minute: check that the machine has free memory, and start again.',
      );
    await sleep(40);
  }
}

function refusalFor(errorOutput: string): Refusal {
  if (/UnsupportedClassVersionError|ENOENT|Unable to locate a Java|no java/i.test(errorOutput)) {
    return noJava();
  }
  const [reason] = errorOutput.trim().split('\n');
  return new Refusal(
    `DynamoDB Local did not start: ${reason || 'it printed no error'}. Check that "java -version" works, and start again.`,
  );
}

function detach(java: ChildProcess): void {
  java.unref();
  for (const pipe of [java.stdin, java.stderr]) {
    if (pipe && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  }
}
