import type { Files } from '../../shared/store/files.ts';
import type { Store } from '../../shared/store/table.ts';

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

/**
 * Plays a story that dies at its first step, then one that dies at its second, and so on until one lives to its end;
 * each twice, dying before and after the step. `story` starts from fresh data each time and checks what must hold.
 */
export async function dyingAtEveryStep(story: (run: Run, name: string) => Promise<void>): Promise<number> {
  for (let dieAt = 1; ; dieAt++) {
    for (const moment of ['before', 'after'] as const) {
      const run = newRun(dieAt, moment);
      await story(run, `step ${dieAt}, ${moment}`);
      if (!run.isDead) return dieAt - 1;
    }
  }
}
