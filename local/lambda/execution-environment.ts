import { Worker } from 'node:worker_threads';
import type { Access, Call, FromWorker, FunctionError, Invocation, WorkerData } from './messages.ts';
import { workerScript } from './worker-script.ts';

/** How an invocation ended. */
export type Outcome = { ok: true; payload: string } | { ok: false; error: FunctionError };

/** One thread that runs one function, one invocation at a time, like Lambda's execution environment. */
export interface ExecutionEnvironment {
  /** Resolves when the bundle is loaded, or with the error if it cannot be loaded. */
  loaded: Promise<FunctionError | undefined>;
  run(invocation: Invocation): Promise<Outcome>;
  end(): Promise<void>;
}

export interface EnvironmentOptions {
  bundle: URL;
  handler: string;
  access: Access;
  environment: Record<string, string>;
  memoryMegabytes: number;
  /** Receives what the function writes, unchanged. */
  output: (chunk: Buffer) => void;
  onCalls: (calls: Call[]) => void;
  /** Called once, when the thread has ended for any reason. */
  onEnd: () => void;
}

/** When an invocation exceeds its time, or the code ends its own thread, the environment is replaced by a new one. */
export function startEnvironment(options: EnvironmentOptions): ExecutionEnvironment {
  const { bundle, handler, access } = options;
  const workerData: WorkerData = { bundle: bundle.href, handler, access };
  const worker = new Worker(workerScript(), {
    workerData,
    env: options.environment,
    stdout: true,
    stderr: true,
    // A young generation of the usual size would take 48 MB in each of many threads, without benefit.
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMegabytes, maxYoungGenerationSizeMb: 12 },
    // The function must not get the Node flags of the program that started the stack, such as jest's.
    execArgv: [],
  });
  worker.stdout.on('data', options.output);
  worker.stderr.on('data', options.output);

  let settle: (outcome: Outcome) => void = () => {};
  let settleLoaded: (error: FunctionError | undefined) => void = () => {};
  let crash: FunctionError = {
    errorType: 'Runtime.ExitError',
    errorMessage: 'The function ended its own process.',
  };
  const loaded = new Promise<FunctionError | undefined>((resolve) => {
    settleLoaded = resolve;
  });
  worker.on('message', (message: FromWorker) => {
    switch (message.kind) {
      case 'ready':
        return settleLoaded(undefined);
      case 'failed-to-load':
        crash = message.error;
        return void worker.terminate();
      case 'done':
        options.onCalls(message.calls);
        return settle({ ok: true, payload: message.payload });
      case 'failed':
        options.onCalls(message.calls);
        return settle({ ok: false, error: message.error });
    }
  });
  // An error outside of any invocation, or no memory left. Lambda also starts a new environment.
  worker.on('error', (error: unknown) => {
    crash = {
      errorType: error instanceof Error ? error.name : 'Error',
      errorMessage: error instanceof Error ? error.message : String(error),
    };
  });
  worker.once('exit', () => {
    settleLoaded(crash);
    settle({ ok: false, error: crash });
    options.onEnd();
  });
  return {
    loaded,
    run: (invocation) =>
      new Promise<Outcome>((resolve) => {
        const timer = setTimeout(() => {
          crash = { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out.' };
          void worker.terminate();
        }, invocation.deadline - Date.now());
        settle = (outcome) => {
          clearTimeout(timer);
          resolve(outcome);
        };
        worker.postMessage(invocation);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
