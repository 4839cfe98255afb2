import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Whether functions run. What they write is what stream readers wait for, so readers look often while a function runs
 * and seldom at rest. Programs outside the stack, such as the command line tool, write without being seen here.
 */
export interface Activity {
  /** Notes that a function starts; call the result when it has ended. */
  start(): () => void;
  /** Waits before the next look at a stream; at rest, the start of a function ends the wait. Rejects if aborted. */
  pause(signal: AbortSignal): Promise<void>;
}

interface Pauses {
  busyMilliseconds: number;
  restMilliseconds: number;
  /** How long after the last function ended the stack counts as busy. */
  lingerMilliseconds: number;
}

/** A read costs some three milliseconds of processor time in Node and Java together. */
const defaultPauses: Pauses = { busyMilliseconds: 50, restMilliseconds: 500, lingerMilliseconds: 1000 };

export function newActivity(pauses = defaultPauses): Activity {
  let running = 0;
  let busyUntil = 0;
  let start = Promise.withResolvers<void>();
  const isBusy = (): boolean => running > 0 || Date.now() < busyUntil;
  return {
    start: () => {
      running += 1;
      start.resolve();
      start = Promise.withResolvers<void>();
      return () => {
        running -= 1;
        busyUntil = Date.now() + pauses.lingerMilliseconds;
      };
    },
    pause: async (signal) => {
      if (isBusy()) return sleep(pauses.busyMilliseconds, undefined, { signal });
      const rest = new AbortController();
      try {
        const ended = AbortSignal.any([signal, rest.signal]);
        await Promise.race([start.promise, sleep(pauses.restMilliseconds, undefined, { signal: ended })]);
      } finally {
        rest.abort();
      }
    },
  };
}
