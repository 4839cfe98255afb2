import { existsSync } from 'node:fs';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { isAlive, newStackPrograms } from './stack-programs.ts';
import { until } from './until.ts';

const { assembly, stackFile, main, run, pids: pidsOf, killAll, remove } = newStackPrograms();
afterEach(killAll);
afterAll(remove);

test('The stack leaves nothing running when it is killed, and starts again where it was', async () => {
  const killed = main();
  await until(() => killed.out() !== '', 60_000);
  const pids = pidsOf();
  expect(pids).toHaveLength(2);
  killed.child.kill('SIGKILL');
  await killed.ended;
  await until(() => !pids.some(isAlive));
  const next = main();
  await until(() => next.out() !== '', 60_000);
  next.child.kill('SIGINT');
  expect(await next.ended).toBe(0);
});

test('The stack ends when npm, which started it, is killed', async () => {
  // Stands for npm: starts the stack through a shell, and dies without a word.
  const npm = run('sh', ['-c', `"$NODE" local/main.ts --assembly "$ASSEMBLY"; true`], {
    NODE: process.execPath,
    ASSEMBLY: assembly,
    npm_lifecycle_event: 'start',
  });
  await until(() => npm.out() !== '', 60_000);
  const pids = pidsOf();
  npm.child.kill('SIGKILL');
  await until(() => !pids.some(isAlive));
  expect(existsSync(stackFile)).toBe(false);
});
