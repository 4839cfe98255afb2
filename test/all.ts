import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { sampleSeed } from './support/suite.ts';

/**
 * Everything that has to hold: lint, types, then every test. `npm test` keeps what is stored in memory and takes
 * samples. `npm run test:long` runs every test in full, and the files `*.long.test.ts` too. Then it runs the samples of
 * `npm test` on DynamoDB Local, with which the store in memory is compared.
 */
const isLong = process.argv[2] === 'long';

const resultsSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
});

const environment = { ...process.env, UNDERSIGNED_TEST_SEED: sampleSeed };
/**
 * A program that hangs ends after this time, and has failed. No test has a limit of its own: a slow machine fails
 * nothing.
 */
const timeout = (isLong ? 360 : 60) * 60_000;
const scratch = mkdtempSync(join(tmpdir(), 'undersigned-test-'));
const times: string[] = [];
let passed = 0;
let failed = 0;

/** Runs a program. What it prints is shown at once, or after it has ended where others run beside it. */
async function run(
  name: string,
  command: string,
  args: string[],
  { isAlone, variables = {} }: { isAlone: boolean; variables?: Record<string, string> },
): Promise<boolean> {
  const start = performance.now();
  if (isAlone) console.log(`\n> ${command} ${args.join(' ')}`);
  const env = { ...environment, ...variables };
  const child = spawn(command, args, { stdio: isAlone ? 'inherit' : 'pipe', env, timeout });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => printed.push(chunk));
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (!isAlone) console.log(`\n> ${command} ${args.join(' ')}\n${Buffer.concat(printed)}`);
  times.push(`${name} ${Math.round((performance.now() - start) / 1000)} s`);
  return status === 0;
}

async function check(name: string, command: string, args: string[]): Promise<boolean> {
  const isGreen = await run(name, command, args, { isAlone: false });
  if (isGreen) passed++;
  else failed++;
  return isGreen;
}

/** Runs jest and adds up its own figures; a run that gives none has failed. */
async function jest(
  name: string,
  { isWhole, variables }: { isWhole: boolean; variables: Record<string, string> },
): Promise<void> {
  const outputFile = join(scratch, `${name}.json`);
  const ignored = isWhole ? [] : ['--testPathIgnorePatterns', '\\.long\\.test\\.ts$'];
  const options = ['--maxWorkers=100%', '--json', '--outputFile', outputFile, ...ignored];
  const isGreen = await run(name, 'npm', ['run', '--silent', 'jest', '--', ...options], {
    isAlone: true,
    variables,
  });
  try {
    const results = resultsSchema.parse(JSON.parse(readFileSync(outputFile, 'utf8')));
    passed += results.numPassedTests;
    failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
    if (!isGreen && results.numFailedTests + results.numRuntimeErrorTestSuites === 0) failed++;
  } catch {
    failed++;
  }
}

async function synthesize(): Promise<boolean> {
  const isGreen = await check('synth', 'npm', ['run', '--silent', 'synth']);
  // Otherwise both of jest's workers would do it, each for itself.
  return isGreen && (await check('stages', process.execPath, ['test/infra/synthesize-stages.ts']));
}

const [isSynthesized] = await Promise.all([
  synthesize(),
  check('biome', 'biome', ['check', '.']),
  check('tsc', 'tsc', []),
]);
if (!isSynthesized) {
  console.log('\nThe functions or the template cannot be built, so no other test was run.');
  process.exit(1);
}
await jest('tests', { isWhole: isLong, variables: isLong ? { UNDERSIGNED_TEST_SUITE: 'long' } : {} });
if (isLong)
  await jest('tests on DynamoDB Local', {
    isWhole: false,
    variables: { UNDERSIGNED_TEST_STORE: 'dynamodb' },
  });

rmSync(scratch, { recursive: true });
console.log(`\nTimes: ${times.join(', ')}.`);
if (!isLong) console.log(`Samples: repeat these with UNDERSIGNED_TEST_SEED=${sampleSeed}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
