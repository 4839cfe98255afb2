import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conditionMutants, type Mutant } from './condition-mutants.ts';

/**
 * Breaks each condition of each write, one term at a time, and runs the tests that evaluate this condition on the store
 * in memory: those of the same folder first, then the quickest. Prints which changes no test noticed.
 * `npm run test:mutation:conditions [-- <part of a file's path> …]`
 */
const only = process.argv.slice(2);
const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'undersigned-mutation-'));
const folders = ['shared', 'functions', 'cli', 'local', 'infra', 'test', 'campaigns'];
for (const name of [...folders, 'package.json', 'jest.config.js', 'tsconfig.json'])
  cpSync(join(root, name), join(copy, name), {
    recursive: true,
    filter: (from) => !from.includes('node_modules'),
  });
for (const name of ['node_modules', 'cdk.out', 'build', 'docs', 'stages', 'cdk.json'])
  symlinkSync(join(root, name), join(copy, name));

const record = join(copy, 'conditions.jsonl');

function passes(test: string, environment: Record<string, string> = {}): boolean {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const options = ['--bail', '--maxWorkers=1', '--runTestsByPath', test];
  const env = { ...process.env, UNDERSIGNED_TEST_STORE: '', ...environment };
  return spawnSync(process.execPath, [jest, ...options], { cwd: copy, env }).status === 0;
}

interface Evaluating {
  test: string;
  milliseconds: number;
  conditions: string[];
}

/** Every test on the store in memory, with the conditions that it evaluates, the quickest first. */
function evaluatingTests(): Evaluating[] {
  const tests = readdirSync(join(copy, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => join('test', name))
    .filter((name) => /(?<!\.long|conflicts|memory-store)\.test\.tsx?$/.test(name))
    .filter((name) => /freshStore|newWorld/.test(readFileSync(join(copy, name), 'utf8')));
  const found = tests.map((test): Evaluating => {
    const start = performance.now();
    if (!passes(test, { UNDERSIGNED_TEST_CONDITIONS: record })) throw new Error(`${test} fails as it is.`);
    const lines = existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : [];
    rmSync(record, { force: true });
    return {
      test,
      milliseconds: performance.now() - start,
      conditions: lines.map((line) => JSON.parse(line)),
    };
  });
  return found.toSorted((a, b) => a.milliseconds - b.milliseconds);
}

const tests = evaluatingTests();

/** A test that noticed a change in a file is likely to notice the next one there. */
const killers: { file: string; test: string }[] = [];
const killsIn = (file: string, test: string): number =>
  killers.filter((each) => each.file === file && each.test === test).length;

/** How many folders a test's path begins with like a file's: `test/` mirrors `shared/`. */
function foldersShared(file: string, test: string): number {
  const [folders, others] = [file, test].map((path) => path.split('/').slice(1, -1));
  const different = folders?.findIndex((folder, index) => folder !== others?.[index]) ?? 0;
  return different < 0 ? (folders?.length ?? 0) : different;
}

function outcomeOf(mutant: Mutant): string {
  const path = join(copy, mutant.file);
  const original = readFileSync(path, 'utf8');
  const concerned = tests
    .filter(({ conditions }) => conditions.some((text) => mutant.pattern.test(text)))
    .toSorted(
      (a, b) =>
        killsIn(mutant.file, b.test) - killsIn(mutant.file, a.test) ||
        foldersShared(mutant.file, b.test) - foldersShared(mutant.file, a.test),
    );
  writeFileSync(path, mutant.source);
  const killer = concerned.find(({ test }) => !passes(test));
  writeFileSync(path, original);
  if (killer) killers.push({ file: mutant.file, test: killer.test });
  if (killer) return `killed by ${killer.test}`;
  return concerned.length === 0 ? 'never evaluated' : 'survived';
}

const mutants = conditionMutants(root).filter(
  ({ file }) => only.length === 0 || only.some((part) => file.includes(part)),
);
const survivors: string[] = [];
for (const mutant of mutants) {
  const outcome = outcomeOf(mutant);
  const line = `${outcome}: ${mutant.file}:${mutant.line} ${mutant.change}`;
  console.log(line);
  if (!outcome.startsWith('killed')) survivors.push(line);
}
rmSync(copy, { recursive: true });
const killed = mutants.length - survivors.length;
console.log(`\n${killed} of ${mutants.length} killed (${Math.round((100 * killed) / mutants.length)} %).`);
for (const line of survivors) console.log(line);
