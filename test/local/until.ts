import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves once the condition holds; fails when it does not in time. */
export async function until(holds: () => Promise<boolean> | boolean, milliseconds = 15_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await sleep(20);
  }
}
