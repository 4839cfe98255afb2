import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { listen } from '../../local/http.ts';
import { projectRoot } from '../../local/settings.ts';
import { anAssembly } from './an-assembly.ts';
import { until } from './until.ts';

const root = mkdtempSync(join(tmpdir(), 'undersigned-'));
const assembly = join(root, 'cdk.out');
const started: ChildProcessWithoutNullStreams[] = [];
beforeAll(() => {
  mkdirSync(assembly);
  anAssembly(assembly, { functions: {} });
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(root, { recursive: true }));

interface Run {
  child: ChildProcessWithoutNullStreams;
  out: () => string;
  err: () => string;
  /** Exit status. */
  ended: Promise<number | null>;
}

function run(command: string, args: string[], environment: Record<string, string> = {}): Run {
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: {
      PATH: process.env.PATH,
      UNDERSIGNED_PORT: '0',
      UNDERSIGNED_INBOX_PORT: '0',
      UNDERSIGNED_SAMPLE: 'off',
      UNDERSIGNED_DATA_DIR: join(root, 'data'),
      ...environment,
    },
  });
  started.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  return {
    child,
    out: () => out,
    err: () => err,
    ended: new Promise((resolve) => child.once('close', resolve)),
  };
}
const main = (args: string[] = ['--assembly', assembly], environment: Record<string, string> = {}) =>
  run(process.execPath, ['local/main.ts', ...args], environment);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const stackFile = join(root, 'data', 'stack.json');
const pidsOf = () => (JSON.parse(readFileSync(stackFile, 'utf8')) as { pids: number[] }).pids;

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

  test('leaves nothing running when it is killed, and starts again where it was', async () => {
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

  test('ends in the middle of its start, too', async () => {
    const stack = main();
    await until(() => existsSync(join(root, 'data', 'lock')), 30_000);
    stack.child.kill('SIGINT');
    expect(await stack.ended).toBe(0);
    expect([existsSync(stackFile), existsSync(join(root, 'data', 'lock'))]).toEqual([false, false]);
  });

  test('ends when npm, which started it, is killed', async () => {
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
});

describe('What is missing is said in one sentence, with status 1:', () => {
  test.each([
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
  ])('%s', async (_, args, environment, sentence) => {
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
