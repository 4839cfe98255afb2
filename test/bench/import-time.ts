import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../local/settings.ts';
import { buildClientAlone } from './client-alone.ts';
import { type Measured, median } from './figure.ts';

const functions = [
  'submit-sign-on',
  'show-sign-on',
  'confirm-sign-on',
  'correct-sign-on',
  'keep-sign-on',
  'withdraw-sign-on',
  'unsubscribe',
  'openapi',
  'not-found',
  'console-sign-in',
  'console-link',
  'console',
  'console-folder',
  'console-preview',
];
const rounds = 21;

/**
 * CPU time of loading a bundle, all threads of its process together: where others use the machine, too,
 * it changes less from run to run than the clock's.
 */
const probe = `
const before = process.cpuUsage();
await import(process.argv[1]);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
process.exit();
`;

/**
 * How long each API function takes to load, beside a bundle with the DynamoDB client alone. Fresh processes take turns,
 * and each function is compared with the client of its own round.
 */
export async function measureImportTime(): Promise<Measured> {
  const scratch = mkdtempSync(join(tmpdir(), 'undersigned-bench-'));
  const client = await buildClientAlone(scratch, 'sdk');
  const leanClient = await buildClientAlone(scratch, 'ours');
  const files = functions.map((name) => join(projectRoot, 'build/functions', name, 'index.mjs'));
  const times = new Map<string, number[]>([client, leanClient, ...files].map((file) => [file, []]));
  for (let round = 0; round <= rounds; round++)
    for (const [file, measured] of times) {
      const milliseconds = load(file);
      // The first round brings the files into memory.
      if (round > 0) measured.push(milliseconds);
    }
  rmSync(scratch, { recursive: true });

  const timesOf = (file = ''): number[] => times.get(file) ?? [];
  const against = (base: string, file: string | undefined): number =>
    median(timesOf(file).map((milliseconds, round) => milliseconds / (timesOf(base)[round] ?? Number.NaN)));
  return {
    figures: functions.map((name, index) => ({
      name: `import of ${name} against the DynamoDB client alone`,
      value: against(client, files[index]),
      unit: 'times',
      bound: { atMost: 1.25 },
    })),
    details: {
      base: "The client with the SDK's own search for credentials. Ours stands in for it in every bundle; against a client with ours, too:",
      againstClientWithOurCredentials: Object.fromEntries(
        functions.map((name, index) => [name, against(leanClient, files[index])]),
      ),
      cpuMilliseconds: Object.fromEntries(
        [client, leanClient, ...files].map((file, index) => [
          ['client alone', 'client alone, our credentials', ...functions][index] ?? file,
          median(timesOf(file)),
        ]),
      ),
    },
  };
}

/** With the environment of the tests, which has what each function names. */
const load = (file: string): number =>
  Number(execFileSync(process.execPath, ['--input-type=module', '-e', probe, file]));
