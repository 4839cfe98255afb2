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
 * in memory: those of the same folder first. Prints which changes no test noticed.
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

function passes(tests: string[], environment: Record<string, string> = {}): boolean {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const options = ['--bail', '--maxWorkers=1', '--runTestsByPath', ...tests];
  const env = { ...process.env, UNDERSIGNED_TEST_STORE: '', ...environment };
  return spawnSync(process.execPath, [jest, ...options], { cwd: copy, env }).status === 0;
}

interface Evaluating {
  test: string;
  conditions: string[];
}

/** Every test on the store in memory, with the conditions that it evaluates. */
function evaluatingTests(): Evaluating[] {
  const tests = readdirSync(join(copy, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => join('test', name))
    .filter((name) => /(?<!\.long|conflicts|memory-store)\.test\.tsx?$/.test(name))
    .filter((name) => /freshStore|newWorld/.test(readFileSync(join(copy, name), 'utf8')));
  return tests.map((test): Evaluating => {
    if (!passes([test], { UNDERSIGNED_TEST_CONDITIONS: record })) throw new Error(`${test} fails as it is.`);
    const lines = existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : [];
    rmSync(record, { force: true });
    return {
      test,
      conditions: lines.map((line) => JSON.parse(line)),
    };
  });
}

const tests = evaluatingTests();

/** How many folders a test's path begins with like a file's: `test/` mirrors `shared/`. */
function foldersShared(file: string, test: string): number {
  const [folders, others] = [file, test].map((path) => path.split('/').slice(1, -1));
  const different = folders?.findIndex((folder, index) => folder !== others?.[index]) ?? 0;
  return different < 0 ? (folders?.length ?? 0) : different;
}

/** Tests of the same folder first, since they are likely to notice. Each group runs in one process. */
function outcomeOf(mutant: Mutant): string {
  const path = join(copy, mutant.file);
  const original = readFileSync(path, 'utf8');
  const concerned = tests.filter(({ conditions }) => conditions.some((text) => mutant.pattern.test(text)));
  if (concerned.length === 0) return 'never evaluated';
  const shared = Math.max(...concerned.map(({ test }) => foldersShared(mutant.file, test)));
  const isNear = ({ test }: Evaluating): boolean => foldersShared(mutant.file, test) === shared;
  const groups = [concerned.filter(isNear), concerned.filter((each) => !isNear(each))];
  writeFileSync(path, mutant.source);
  const isKilled = groups.some((group) => group.length > 0 && !passes(group.map(({ test }) => test)));
  writeFileSync(path, original);
  return isKilled ? 'killed' : 'survived';
}

const mutants = conditionMutants(root).filter(
  ({ file }) => only.length === 0 || only.some((part) => file.includes(part)),
);
const survivors: string[] = [];
for (const mutant of mutants) {
  const outcome = outcomeOf(mutant);
  const line = `${outcome}: ${mutant.file}:${mutant.line} ${mutant.change}`;
  console.log(line);
  if (outcome !== 'killed') survivors.push(line);
}
rmSync(copy, { recursive: true });
const killed = mutants.length - survivors.length;
console.log(`\n${killed} of ${mutants.length} killed (${Math.round((100 * killed) / mutants.length)} %).`);
for (const line of survivors) console.log(line);
