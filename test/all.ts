import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

/** Everything that has to hold: lint, types, then every test; journeys by themselves, since they run whole stacks. */

const resultsSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
});

const scratch = mkdtempSync(join(tmpdir(), 'undersigned-test-'));
let passed = 0;
let failed = 0;

function run(command: string, args: string[]): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function check(name: string, args: string[]): void {
  if (run(name, args)) passed++;
  else failed++;
}

/** Runs jest and adds up its own figures; a run that gives none has failed. */
function jest(name: string, args: string[]): void {
  const outputFile = join(scratch, `${name}.json`);
  const isGreen = run('npm', [
    'run',
    '--silent',
    'jest',
    '--',
    '--json',
    '--outputFile',
    outputFile,
    ...args,
  ]);
  try {
    const results = resultsSchema.parse(JSON.parse(readFileSync(outputFile, 'utf8')));
    passed += results.numPassedTests;
    failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
    if (!isGreen && results.numFailedTests + results.numRuntimeErrorTestSuites === 0) failed++;
  } catch {
    failed++;
  }
}

check('biome', ['check', '.']);
check('tsc', []);
// Half of the time is the emulator's: a worker for each core, where jest would leave one core to nobody.
jest('parts', ['--maxWorkers=100%', '--testPathIgnorePatterns', '/test/journeys/']);
jest('journeys', ['--runInBand', '/test/journeys/']);

rmSync(scratch, { recursive: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
