import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { listen } from '../../local/http.ts';
import { sampleOf } from '../support/suite.ts';
import { isAlive, newStackPrograms } from './stack-programs.ts';
import { until } from './until.ts';

const { root, assembly, stackFile, main, pids: pidsOf, killAll, remove } = newStackPrograms();
afterEach(killAll);
afterAll(remove);

describe('The stack as a program', () => {
  test('says that it is ready in one line, and ends cleanly when it is told to', async () => {
    const stack = main();
    await until(() => stack.out() !== '', 60_000);
    expect(stack.out()).toMatch(/^Ready: http:\/\/localhost:\d+\n$/);
    const pids = pidsOf();
    expect(pids[0]).toBe(stack.child.pid);
    if (process.platform === 'linux')
      expect(readFileSync(`/proc/${pids[0]}/environ`, 'utf8')).toContain('MALLOC_ARENA_MAX=2');
    stack.child.kill('SIGTERM');
    expect(await stack.ended).toBe(0);
    expect(existsSync(stackFile)).toBe(false);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(stack.out()).toMatch(/^Ready: .*\n$/);
    for (const line of stack.err().trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ timestamp: expect.any(String), event: expect.any(String) });
  });

  test('ends in the middle of its start, too', async () => {
    const stack = main();
    await until(() => existsSync(join(root, 'data', 'lock')), 30_000);
    stack.child.kill('SIGINT');
    expect(await stack.ended).toBe(0);
    expect([existsSync(stackFile), existsSync(join(root, 'data', 'lock'))]).toEqual([false, false]);
  });
});

describe('What is missing is said in one sentence, with status 1:', () => {
  const refusals: [missing: string, args: string[], environment: Record<string, string>, sentence: RegExp][] =
    [
      [
        'a template',
        ['--assembly', join(root, 'nothing')],
        {},
        /^There is no synthesized template yet: .*"npx cdk synth".*\n$/,
      ],
      [
        'Java',
        ['--assembly', assembly],
        { PATH: '/nowhere', JAVA_HOME: '' },
        /^Java 17 or newer is needed .*\n$/,
      ],
      [
        'an answer of DynamoDB',
        ['--assembly', assembly],
        { UNDERSIGNED_DYNAMODB: 'http://127.0.0.1:9' },
        /^Nothing answers at .*\n$/,
      ],
      [
        'a sensible setting',
        ['--assembly', assembly],
        { UNDERSIGNED_PORT: 'x' },
        /^UNDERSIGNED_PORT must be .*\n$/,
      ],
      ['a known option', ['--sample'], {}, /^Unknown option '--sample'.*\n$/],
    ];
  test.each(sampleOf(refusals, 2))('%s', async (_, args, environment, sentence) => {
    const stack = main(args, environment);
    expect(await stack.ended).toBe(1);
    expect(stack.err()).toMatch(sentence);
    expect(stack.out()).toBe('');
    expect(existsSync(join(root, 'data', 'lock'))).toBe(false);
  });

  test.each([
    ['a free port', 'a port that is taken', /^Port \d+ is in use: .*UNDERSIGNED_PORT=<port>\.\n$/],
    ['Java', 'no Java', /^Java 17 or newer is needed .*\n$/],
  ])('%s, before anything is built', async (_, missing, sentence) => {
    const taken = await listen(() => {});
    const environment: Record<string, string> =
      missing === 'no Java' ? { PATH: '/nowhere', JAVA_HOME: '' } : { UNDERSIGNED_PORT: String(taken.port) };
    const stack = main([], environment);
    expect(await stack.ended).toBe(1);
    expect(stack.err()).toMatch(sentence);
    await taken.close();
  });
});
