import type { Files } from '../../shared/aws/files/files.ts';
import type { Store } from '../../shared/table/table.ts';
import { sampleOf, sampleSeed } from './suite.ts';

/**
 * Kills a run at its nth step to the outside, before or after the step takes effect; once dead, every further step of
 * that run fails, too, as after a real crash.
 */
export class Crash extends Error {
  constructor() {
    super('crashed');
    this.name = 'Crash';
  }
}

export type CrashMoment = 'before' | 'after';

export interface CrashRun {
  /** Steps taken so far. */
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
});

export const crashingFiles = (files: Files, run: CrashRun): Files => ({
  put: (file) => run.step(() => files.put(file)),
  replace: (file) => run.step(() => files.replace(file)),
  read: (key) => run.step(() => files.read(key)),
  list: (prefix) => run.step(() => files.list(prefix)),
  open: (key, digest) => run.step(() => files.open(key, digest)),
  remove: (key) => run.step(() => files.remove(key)),
});

/** Steps at which a story dies in `npm test`; the long suite lets it die at each. */
const sampledCrashes = 24;

/**
 * Plays a story that lives, then ones that die before a step of it, and last one that dies right after its last step.
 * Dying after a step in between is the same as dying before the next: the step has taken effect, and whoever called
 * cannot do anything more. `story` starts from fresh data each time and checks what must hold. Answers how many steps
 * there were.
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
