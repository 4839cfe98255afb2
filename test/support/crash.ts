import type { Files } from '../../shared/store/files/files.ts';
import type { Store } from '../../shared/store/table.ts';
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

export type Moment = 'before' | 'after';

export interface Run {
  /** Steps taken so far. */
  steps: number;
  isDead: boolean;
  step<T>(call: () => Promise<T>): Promise<T>;
}

export function newRun(dieAt = Number.POSITIVE_INFINITY, moment: Moment = 'before'): Run {
  const run: Run = {
    steps: 0,
    isDead: false,
    async step(call) {
      if (run.isDead) throw new Crash();
      run.steps++;
      run.isDead = run.steps === dieAt;
      if (run.isDead && moment === 'before') throw new Crash();
      const result = await call();
      if (run.isDead) throw new Crash();
      return result;
    },
  };
  return run;
}

export const mortalStore = (store: Store, run: Run): Store => ({
  get: (schema, key) => run.step(() => store.get(schema, key)),
  query: (schema, options) => run.step(() => store.query(schema, options)),
  update: (update) => run.step(() => store.update(update)),
  transact: (writes) => run.step(() => store.transact(writes)),
});

export const mortalFiles = (files: Files, run: Run): Files => ({
  put: (file) => run.step(() => files.put(file)),
  replace: (file) => run.step(() => files.replace(file)),
  read: (key) => run.step(() => files.read(key)),
  list: (prefix) => run.step(() => files.list(prefix)),
});

/** Steps at which a story dies in `npm test`; the long suite lets it die at each. */
const sampledDeaths = 24;

/**
 * Plays a story that lives, then ones that die before a step of it, and last one that dies right after its last step.
 * Dying after a step in between is the same as dying before the next: the step has taken effect, and whoever called
 * cannot do anything more. `story` starts from fresh data each time and checks what must hold. Answers how many steps
 * there were.
 */
export async function dyingAtEveryStep(story: (run: Run, name: string) => Promise<void>): Promise<number> {
  const whole = newRun();
  await story(whole, 'no death');
  const { steps } = whole;
  const all = Array.from({ length: steps }, (_, index) => index + 1);
  for (const dieAt of sampleOf(all, sampledDeaths))
    await story(newRun(dieAt, 'before'), `step ${dieAt} of ${steps}, before (seed ${sampleSeed})`);
  await story(newRun(steps, 'after'), `step ${steps}, after`);
  return steps;
}
