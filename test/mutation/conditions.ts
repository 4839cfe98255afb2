import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { conditionMutants, type Mutant } from './condition-mutants.ts';

/**
 * Breaks each condition of each write, one term at a time, and runs the tests that can notice on the store in memory.
 * Prints which changes no test noticed. `npm run test:mutation:conditions [-- <part of a file's name>]`
 */
const only = process.argv[2] ?? '';
const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'undersigned-mutation-'));
const folders = ['shared', 'functions', 'cli', 'local', 'infra', 'test', 'campaigns'];
for (const name of [...folders, 'package.json', 'jest.config.js', 'tsconfig.json'])
  cpSync(join(root, name), join(copy, name), { recursive: true });
for (const name of ['node_modules', 'cdk.out']) symlinkSync(join(root, name), join(copy, name));

/** Tests that write to the store, those first that are quick or about the very file; the last ones are slow. */
function stagesFor({ file }: Mutant): string[][] {
  const all = readdirSync(join(copy, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('.long.'))
    .map((name) => join('test', name))
    .filter((name) => /freshStore|newWorld/.test(readFileSync(join(copy, name), 'utf8')))
    .filter((name) => !/conflicts\.test|memory-store\.test|preview\.test/.test(name));
  const subject = basename(file, '.ts');
  const isNear = (name: string): boolean =>
    basename(name) === `${subject}.test.ts` ||
    readFileSync(join(copy, name), 'utf8').includes(`/${basename(file)}'`);
  const near = all.filter(isNear);
  const far = all.filter((name) => !near.includes(name));
  return [near, far].filter((stage) => stage.length > 0);
}

/** Tests of DynamoDB Local would only cost time here. */
const skipped = '^(?!.*(conflict with running transactions|kept under a keyed hash))';

function isKilled(mutant: Mutant): boolean {
  const path = join(copy, mutant.file);
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, mutant.source);
  try {
    return stagesFor(mutant).some((tests) => {
      const jest = join(root, 'node_modules/jest/bin/jest.js');
      const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
      const options = ['--bail', '--maxWorkers=1', '--testNamePattern', skipped, '--runTestsByPath'];
      const { status } = spawnSync(process.execPath, [...flags, jest, ...options, ...tests], {
        cwd: copy,
        env: { ...process.env, UNDERSIGNED_TEST_STORE: '' },
      });
      return status !== 0;
    });
  } finally {
    writeFileSync(path, original);
  }
}

const mutants = conditionMutants(root).filter(({ file }) => file.includes(only));
const survivors: Mutant[] = [];
for (const mutant of mutants) {
  const killed = isKilled(mutant);
  if (!killed) survivors.push(mutant);
  console.log(`${killed ? 'killed  ' : 'survived'} ${mutant.file}:${mutant.line} ${mutant.change}`);
}
rmSync(copy, { recursive: true });
const killed = mutants.length - survivors.length;
console.log(`\n${killed} of ${mutants.length} killed (${Math.round((100 * killed) / mutants.length)} %).`);
for (const { file, line, change } of survivors) console.log(`survived ${file}:${line} ${change}`);
