/** Steps to undo when the stack stops, the last one first. */
export interface Cleanup {
  add(undo: () => unknown): void;
  /** Runs every step once, even if one fails. Later calls wait for the first. */
  run(): Promise<void>;
}

export function newCleanup(): Cleanup {
  const steps: (() => unknown)[] = [];
  let running: Promise<void> | undefined;
  const runAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (let step = steps.pop(); step; step = steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'The stack did not stop cleanly.');
  };
  return {
    add: (undo) => void steps.push(undo),
    run: () => {
      running ??= runAll();
      return running;
    },
  };
}
