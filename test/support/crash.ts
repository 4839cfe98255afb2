import type { Files } from '../../shared/aws/files/files.ts';
import type { Store } from '../../shared/table/table.ts';
import { sampleOf, sampleSeed } from './suite.ts';

/** What a killed step throws. */
export class Crash extends Error {
  constructor() {
    super('crashed');
    this.name = 'Crash';
  }
}

export type CrashMoment = 'before' | 'after';

/**
 * A run that dies at its nth external step, before or after the step takes effect. Every further step fails too, as
 * after a real crash.
 */
export interface CrashRun {
  /** Number of steps so far. */
  steps: number;
  hasCrashed: boolean;
  step<T>(call: () => Promise<T>): Promise<T>;
}

export function newCrashRun(crashAt = Number.POSITIVE_INFINITY, moment: CrashMoment = 'before'): CrashRun {
  const run: CrashRun = {
    steps: 0,
    hasCrashed: false,
    async step(call) {
      if (run.hasCrashed) throw new Crash();
      run.steps++;
      run.hasCrashed = run.steps === crashAt;
      if (run.hasCrashed && moment === 'before') throw new Crash();
      const result = await call();
      if (run.hasCrashed) throw new Crash();
      return result;
    },
  };
  return run;
}

export const crashingStore = (store: Store, run: CrashRun): Store => ({
  get: (schema, key) => run.step(() => store.get(schema, key)),
  query: (schema, options) => run.step(() => store.query(schema, options)),
  update: (update) => run.step(() => store.update(update)),
  remove: (removal) => run.step(() => store.remove(removal)),
  transact: (writes) => run.step(() => store.transact(writes)),
  putAll: (items) => run.step(() => store.putAll(items)),
});

export const crashingFiles = (files: Files, run: CrashRun): Files => ({
  put: (file) => run.step(() => files.put(file)),
  replace: (file) => run.step(() => files.replace(file)),
  read: (key) => run.step(() => files.read(key)),
  list: (prefix) => run.step(() => files.list(prefix)),
  open: (key, digest) => run.step(() => files.open(key, digest)),
  remove: (key) => run.step(() => files.remove(key)),
});

/** The number of crash points that `npm test` tries. The long suite tries all. */
const sampledCrashes = 24;

/**
 * Runs a story once without a crash, then once for each crash before a step, and last with a crash after its final
 * step. A crash after a step in between is the same as a crash before the next step, because the step has taken
 * effect and the caller can do nothing more. `story` starts with fresh data each time and checks what must be true.
 * Returns the number of steps.
 */
export async function crashAtEveryStep(
  story: (run: CrashRun, name: string) => Promise<void>,
): Promise<number> {
  const whole = newCrashRun();
  await story(whole, 'no crash');
  const { steps } = whole;
  const all = Array.from({ length: steps }, (_, index) => index + 1);
  for (const crashAt of sampleOf(all, sampledCrashes))
    await story(newCrashRun(crashAt, 'before'), `step ${crashAt} of ${steps}, before (seed ${sampleSeed})`);
  await story(newCrashRun(steps, 'after'), `step ${steps}, after`);
  return steps;
}
