import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Refusal } from '../../../local/errors.ts';
import { synthesizeIfChanged } from '../../../local/template/synthesize.ts';
import { sampleOf } from '../../support/suite.ts';

/**
 * A project that builds in no time: the bundle is a copy of a function's source, the assembly a copy of the bundle.
 * Both programs are shell scripts, which start fifty times as fast as Node.
 */
const build = 'printf x >> builds; mkdir -p "$1" && cp -R functions/. "$1"\n';
const app = 'mkdir -p "$CDK_OUTDIR" && cp -R "$UNDERSIGNED_BUNDLES/." "$CDK_OUTDIR"\n';

let root: string;
const write = (file: string, content: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
};
const builds = (): number =>
  existsSync(join(root, 'builds')) ? readFileSync(join(root, 'builds')).length : 0;
const synthesize = (signal?: AbortSignal) =>
  synthesizeIfChanged({ root, interpreter: 'sh', ...(signal && { signal }) });
const builtFunction = async () => readFileSync(join(await synthesize(), 'sweep.ts'), 'utf8');
const folders = () => readdirSync(join(root, 'build', 'assemblies'));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'undersigned-synthesize-'));
  write('infra/build.ts', build);
  write('infra/app.ts', app);
  write('functions/sweep.ts', 'first');
  write('shared/a.ts', 'a');
  write('stages/dev.yaml', 'mailDomain: example.org');
  write('cdk.json', '{ "context": { "stage": "dev" } }');
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('An assembly', () => {
  test('is built once and used again while nothing changes', async () => {
    const assembly = await synthesize();
    expect(await synthesize()).toBe(assembly);
    expect(builds()).toBe(1);
    expect(await builtFunction()).toBe('first');
  });

  test.each(
    sampleOf(
      [
        'infra/edge/viewer-request.js',
        'functions/sweep.ts',
        'shared/a.ts',
        'shared/new/b.ts',
        'package-lock.json',
        'node_modules/.package-lock.json',
        'tsconfig.json',
      ],
      2,
    ),
  )('is built again when one byte of %s changes', async (file) => {
    const before = await synthesize();
    const time = new Date(2026, 0, 1);
    write(file, `${existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''} `);
    utimesSync(join(root, file), time, time);
    expect(await synthesize()).not.toBe(before);
    expect(builds()).toBe(2);
  });

  test('is built again when a context value changes or a file is renamed', async () => {
    await synthesize();
    write('cdk.json', '{ "context": { "stage": "try" } }');
    await synthesize();
    rmSync(join(root, 'shared/a.ts'));
    write('shared/b.ts', 'a');
    await synthesize();
    expect(builds()).toBe(3);
  });

  test('is used again when a change is taken back', async () => {
    const first = await synthesize();
    write('functions/sweep.ts', 'second');
    expect(await builtFunction()).toBe('second');
    write('functions/sweep.ts', 'first');
    expect(await synthesize()).toBe(first);
    expect(builds()).toBe(2);
  });

  test('is the same for two processes that start at once', async () => {
    const [one, other] = await Promise.all([synthesize(), synthesize()]);
    expect(one).toBe(other);
    expect(await builtFunction()).toBe('first');
    expect(folders()).toHaveLength(1);
  });

  test('never comes from a build that was interrupted half way', async () => {
    // Writes half of the assembly, and then waits until it is killed.
    write('infra/app.ts', `${app}exec sleep 1000`);
    const interruption = new AbortController();
    const interrupted = synthesize(interruption.signal);
    while (!folders().some((name) => existsSync(join(root, 'build/assemblies', name, 'assembly'))))
      await new Promise((resolve) => setImmediate(resolve));
    interruption.abort();
    await expect(interrupted).rejects.toThrow('aborted');
    write('infra/app.ts', app);
    expect(await builtFunction()).toBe('first');
    expect(folders()).toHaveLength(1);
  });

  test('is not hindered by what a killed process left', async () => {
    write('build/assemblies/unfinished-killed/assembly/sweep.ts', 'half');
    expect(await builtFunction()).toBe('first');
    expect(folders()).toContain('unfinished-killed');
    const yesterday = new Date(Date.now() - 86_400_000);
    utimesSync(join(root, 'build/assemblies/unfinished-killed'), yesterday, yesterday);
    write('functions/sweep.ts', 'second');
    expect(await builtFunction()).toBe('second');
    expect(folders()).not.toContain('unfinished-killed');
  });

  test('does not mix a source that was edited during the build with the one before', async () => {
    write(
      'infra/build.ts',
      `${build}[ "$(cat functions/sweep.ts)" = first ] && printf edited > functions/sweep.ts\ntrue\n`,
    );
    expect(await builtFunction()).toBe('edited');
    expect(builds()).toBe(2);
  });

  test('is removed when no stack was started on it for a week', async () => {
    const first = await synthesize();
    const longAgo = new Date(Date.now() - 8 * 86_400_000);
    utimesSync(first, longAgo, longAgo);
    write('functions/sweep.ts', 'second');
    await synthesize();
    expect(existsSync(first)).toBe(false);
    expect(folders()).toHaveLength(1);
  });
});

test('A build that fails is refused with what it printed, and is tried again', async () => {
  write('infra/app.ts', 'echo stage is wrong >&2; exit 1');
  await expect(synthesize()).rejects.toThrow(Refusal);
  await expect(synthesize()).rejects.toThrow(/stage is wrong[\s\S]*"node infra\/app.ts" failed/);
  expect(folders()).toEqual([]);
  write('infra/app.ts', app);
  expect(await builtFunction()).toBe('first');
});
