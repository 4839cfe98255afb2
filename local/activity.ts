import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Decides how often stream readers look for new records: often while functions run, because readers wait for what the
 * functions write, and seldom at rest. Programs outside the stack, such as the command line tool, also write to the
 * table. So at rest one reader keeps looking, and wakes the others when it finds something.
 */
export interface Activity {
  /** Records that a function has started. Call the result when it has ended. */
  start(): () => void;
  /** Called when a reader has found records. It ends every pause. */
  wake(): void;
  /** Waits until a reader should look again. Rejects if aborted. */
  pause(signal: AbortSignal): Promise<void>;
}

interface Pauses {
  /** While a function runs. */
  busyMilliseconds: number;
  /** At rest, for the reader that keeps looking. */
  restMilliseconds: number;
  /** At rest, for the other readers. */
  wokenMilliseconds: number;
  /** How long the stack counts as busy after the last function ended. */
  lingerMilliseconds: number;
}

/** One look costs about three milliseconds of processor time in Node and Java together. */
const defaultPauses: Pauses = {
  busyMilliseconds: 50,
  restMilliseconds: 1000,
  wokenMilliseconds: 5000,
  lingerMilliseconds: 1000,
};

export function newActivity(pauses: Pauses = defaultPauses, now: () => number = Date.now): Activity {
  let running = 0;
  let busyUntil = 0;
  let someoneLooks = false;
  let woken = Promise.withResolvers<void>();
  const wake = (): void => {
    woken.resolve();
    woken = Promise.withResolvers<void>();
  };
  const sleepUnlessWoken = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
    const over = new AbortController();
    try {
      const ended = AbortSignal.any([signal, over.signal]);
      await Promise.race([woken.promise, sleep(milliseconds, undefined, { signal: ended })]);
    } finally {
      over.abort();
    }
  };
  return {
    start: () => {
      running += 1;
      wake();
      return () => {
        running -= 1;
        busyUntil = now() + pauses.lingerMilliseconds;
      };
    },
    wake,
    pause: async (signal) => {
      if (running > 0 || now() < busyUntil) return sleep(pauses.busyMilliseconds, undefined, { signal });
      if (someoneLooks) return sleepUnlessWoken(pauses.wokenMilliseconds, signal);
      someoneLooks = true;
      try {
        await sleepUnlessWoken(pauses.restMilliseconds, signal);
      } finally {
        someoneLooks = false;
      }
    },
  };
}
