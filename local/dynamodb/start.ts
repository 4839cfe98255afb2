import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from '../http.ts';
import { Refusal } from '../refusal.ts';
import { javaArguments, javaCommand, noJava } from './java.ts';

export interface DynamoDb {
  endpoint: string;
  /** Absent where somebody else runs it. */
  pid?: number;
  /** Resolves when the process is gone. */
  stop(): Promise<void>;
}

export interface DynamoDbOptions {
  /** Where tables are kept; without it they are in memory. */
  directory?: string;
  /** Called when it ends without having been asked to. */
  onExit?: () => void;
  /** Lets the starting process end while it runs, and ends with it. */
  detached?: boolean;
  /** Gives up a start that is under way. */
  signal?: AbortSignal;
}

/** Slow starts happen on busy machines; a start that takes longer than this will not come. */
const startMilliseconds = 60_000;

/**
 * Starts DynamoDB Local on a free loopback port and resolves when it answers. It ends with the process that started
 * it, even when that is killed. Refused when Java is missing or too old.
 */
export async function startDynamoDb(options: DynamoDbOptions = {}): Promise<DynamoDb> {
  const port = await freePort();
  const java = spawn(javaCommand() ?? 'java', javaArguments(port, options.directory), {
    stdio: ['pipe', 'ignore', 'pipe'],
    windowsHide: true,
  });
  let complaint = '';
  java.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4000);
  });
  // The pipe says nothing; that it closes is the message.
  java.stdin.on('error', () => {});
  let ended = false;
  const exit = new Promise<void>((resolve) => {
    const end = (): void => {
      ended = true;
      resolve();
    };
    java.once('exit', end);
    java.once('error', (error) => {
      complaint += error.message;
      end();
    });
  });
  options.signal?.addEventListener('abort', () => java.kill('SIGKILL'));
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint, () => ended);
  if (ended) throw refusalFor(complaint);
  if (options.detached) letGo(java);
  let stopping = false;
  void exit.then(() => {
    if (!stopping) options.onExit?.();
  });
  return {
    endpoint,
    ...(java.pid !== undefined && { pid: java.pid }),
    stop: async () => {
      stopping = true;
      // What it acknowledged is on disk: it survives worse than this.
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

/** Resolves when it answers or has ended. Any HTTP answer will do: to a bare GET it is 400. */
async function answers(endpoint: string, hasEnded: () => boolean): Promise<void> {
  const deadline = Date.now() + startMilliseconds;
  while (!hasEnded()) {
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(2000) });
      return;
    } catch {
      if (Date.now() > deadline)
        throw new Refusal('DynamoDB Local does not answer: try again, or look at the machine.');
      await sleep(40);
    }
  }
}

function refusalFor(complaint: string): Refusal {
  if (/UnsupportedClassVersionError|ENOENT|Unable to locate a Java|no java/i.test(complaint)) {
    return noJava();
  }
  return new Refusal(
    `DynamoDB Local ended at once: ${complaint.trim().split('\n')[0] || 'it gave no reason'}.`,
  );
}

function letGo(java: ChildProcess): void {
  java.unref();
  for (const pipe of [java.stdin, java.stderr]) {
    if (pipe && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  }
}
