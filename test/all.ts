import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { sampleSeed } from './support/suite.ts';

/**
 * Everything that has to hold: lint, types, then every test; journeys by themselves, since they run whole stacks.
 * `npm test` keeps what is stored in memory and takes samples. `npm run test:long` uses DynamoDB Local, leaves nothing
 * out, and runs the files `*.long.test.ts` too.
 */
const isLong = process.argv[2] === 'long';

const resultsSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
});

const environment = {
  ...process.env,
  UNDERSIGNED_TEST_SEED: sampleSeed,
  ...(isLong && { UNDERSIGNED_TEST_SUITE: 'long', UNDERSIGNED_TEST_STORE: 'dynamodb' }),
};
const scratch = mkdtempSync(join(tmpdir(), 'undersigned-test-'));
const times: string[] = [];
let passed = 0;
let failed = 0;

function run(name: string, command: string, args: string[]): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const start = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: environment });
  times.push(`${name} ${Math.round((performance.now() - start) / 1000)} s`);
  return status === 0;
}

function check(name: string, args: string[]): void {
  if (run(name, name, args)) passed++;
  else failed++;
}

/** Runs jest and adds up its own figures; a run that gives none has failed. */
function jest(name: string, args: string[]): void {
  const outputFile = join(scratch, `${name}.json`);
  const ignored = isLong ? [] : ['\\.long\\.test\\.ts$'];
  const isGreen = run(name, 'npm', [
    'run',
    '--silent',
    'jest',
    '--',
    '--json',
    '--outputFile',
    outputFile,
    ...args,
    ...[...ignored, ...(name === 'parts' ? ['/test/journeys/'] : [])].flatMap((pattern) => [
      '--testPathIgnorePatterns',
      pattern,
    ]),
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
jest('parts', ['--maxWorkers=100%']);
jest('journeys', ['--runInBand', '/test/journeys/']);

rmSync(scratch, { recursive: true });
console.log(`\nTimes: ${times.join(', ')}.`);
if (!isLong) console.log(`Samples: repeat these with UNDERSIGNED_TEST_SEED=${sampleSeed}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
