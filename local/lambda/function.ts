import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Activity } from '../activity.ts';
import type { Log } from '../log.ts';
import type { FunctionDefinition } from '../template/functions.ts';
import { type ExecutionEnvironment, type Outcome, startEnvironment } from './execution-environment.ts';
import type { Call, Invocation } from './messages.ts';

/** A function that can be invoked. Threads are started when needed. */
export interface RunningFunction {
  name: string;
  /** The event is any value that JSON can express. Never rejects: an error of the function is an outcome. */
  invoke(event: unknown): Promise<Outcome>;
  stop(): Promise<void>;
}

interface FunctionOptions {
  environment: Record<string, string>;
  /** The maximum of invocations at a time. Further ones wait, where Lambda would start more environments. */
  concurrency: number;
  /** Is told when an invocation starts and ends. */
  activity: Pick<Activity, 'start'>;
  /** How long threads without work are kept. */
  idle?: IdleTimes;
  log: Log;
  output: (chunk: Buffer) => void;
  onCalls: (calls: Call[]) => void;
}

interface IdleTimes {
  /** For all environments of a function except one. */
  surplusMilliseconds: number;
  /** For its last environment. After that, the next invocation waits about 150 ms for a new thread. */
  lastMilliseconds: number;
}

/** Long enough that a function which runs every minute keeps its thread. */
const defaultIdleTimes: IdleTimes = { surplusMilliseconds: 30_000, lastMilliseconds: 120_000 };

interface IdleEnvironment {
  environment: ExecutionEnvironment;
  /** Ends the environment. */
  timer: NodeJS.Timeout;
}

const after = (milliseconds: number, callback: () => void): NodeJS.Timeout =>
  setTimeout(callback, milliseconds).unref();

export function startFunction(definition: FunctionDefinition, options: FunctionOptions): RunningFunction {
  const { name, timeoutSeconds } = definition;
  const { log, activity, idle: idleTimes = defaultIdleTimes } = options;
  const all = new Set<ExecutionEnvironment>();
  const idle: IdleEnvironment[] = [];
  const waiting: { event: string; done: (outcome: Outcome) => void }[] = [];
  let starting = 0;
  let stopped = false;

  const assign = (): void => {
    while (waiting.length > 0 && idle.length > 0) {
      const job = waiting.shift();
      const free = idle.pop();
      if (!job || !free) return;
      clearTimeout(free.timer);
      void work(free.environment, job);
    }
    if (waiting.length > starting && all.size < options.concurrency && !stopped) void grow();
  };

  async function grow(): Promise<void> {
    starting += 1;
    const environment = startEnvironment({
      bundle: pathToFileURL(definition.bundle),
      handler: definition.handler,
      access: definition.access,
      environment: options.environment,
      memoryMegabytes: definition.memoryMegabytes,
      output: options.output,
      onCalls: options.onCalls,
      onEnd: () => {
        all.delete(environment);
        const at = idle.findIndex((one) => one.environment === environment);
        if (at >= 0) clearTimeout(idle.splice(at, 1)[0]?.timer);
      },
    });
    all.add(environment);
    const error = await environment.loaded;
    starting -= 1;
    if (error) {
      log('function-failed-to-load', { function: name, error: error.errorType }, 'ERROR');
      // As on Lambda, a failed start fails one invocation, and the next one tries again.
      waiting.shift()?.done({ ok: false, error });
      assign();
    } else release(environment);
  }

  function release(environment: ExecutionEnvironment): void {
    if (all.has(environment)) {
      const { surplusMilliseconds, lastMilliseconds } = idleTimes;
      const slot = { environment, timer: after(surplusMilliseconds, () => endSurplus()) };
      const endSurplus = (): void => {
        if (all.size > 1) retire(slot);
        else slot.timer = after(lastMilliseconds - surplusMilliseconds, () => retire(slot));
      };
      idle.push(slot);
    }
    assign();
  }

  /** Ends an environment without work. It is taken off the list first, so that no invocation gets it while it ends. */
  function retire(slot: IdleEnvironment): void {
    idle.splice(idle.indexOf(slot), 1);
    all.delete(slot.environment);
    if (all.size === 0) log('function-idle', { function: name });
    void slot.environment.end();
  }

  async function work(
    environment: ExecutionEnvironment,
    { event, done }: { event: string; done: (outcome: Outcome) => void },
  ): Promise<void> {
    const started = Date.now();
    const invocation: Invocation = {
      requestId: randomUUID(),
      event,
      deadline: started + timeoutSeconds * 1000,
    };
    const outcome = await environment.run(invocation);
    if (!outcome.ok) {
      const ms = Date.now() - started;
      log('invocation-failed', { function: name, error: outcome.error.errorType, ms }, 'ERROR');
    }
    done(outcome);
    release(environment);
  }

  return {
    name,
    invoke: (event) =>
      new Promise((done) => {
        if (stopped)
          done({ ok: false, error: { errorType: 'Stopped', errorMessage: 'The stack has stopped.' } });
        else {
          const end = activity.start();
          waiting.push({
            event: JSON.stringify(event),
            done: (outcome) => {
              end();
              done(outcome);
            },
          });
          assign();
        }
      }),
    stop: async () => {
      stopped = true;
      for (const { timer } of idle) clearTimeout(timer);
      for (const job of waiting.splice(0)) {
        job.done({ ok: false, error: { errorType: 'Stopped', errorMessage: 'The stack has stopped.' } });
      }
      await Promise.all([...all].map((environment) => environment.end()));
    },
  };
}
