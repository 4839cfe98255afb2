import { mkdtempSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realCliEnvironment } from '../../cli/cli-environment.ts';
import { run } from '../../cli/run.ts';
import { connect } from '../../cli/stack.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { letterSource, releaseSource } from './texts.ts';

/** A stack of its own. Everything goes over HTTP or the command line. */
export interface Journey {
  stack: Stack;
  site: string;
  inbox: string;
  dataDir: string;
  /** What the functions wrote to their logs. */
  logs(): string;
  campaign(...args: string[]): Promise<CommandResult>;
  /** Writes a campaign folder and applies it. */
  apply(slug: string, options?: FolderOptions): Promise<CommandResult>;
  /** Stops the stack. Throws if a function made a call that its role does not allow. */
  end(): Promise<void>;
}

export interface CommandResult {
  status: number;
  stdout: string;
  stderr: string;
}

export async function startJourney(
  options: { retryAfterSeconds?: number; dataDir?: string } = {},
): Promise<Journey> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'undersigned-journey-'));
  const chunks: Buffer[] = [];
  const stack = await startStack({
    port: 0,
    inboxPort: 0,
    sample: false,
    output: (chunk) => chunks.push(chunk),
    ...options,
    dataDir,
  });
  const campaign = (...args: string[]) => runCampaign(dataDir, args);
  return {
    stack,
    site: stack.site,
    inbox: stack.inbox,
    dataDir,
    logs: () => Buffer.concat(chunks).toString(),
    campaign,
    apply: async (slug, folder = {}) =>
      campaign('apply', await writeFolder(dataDir, slug, folder), '--yes', '--json'),
    end: async () => {
      const denied = deniedCalls(stack);
      await stack.stop();
      await rm(dataDir, { recursive: true, force: true });
      if (denied.length > 0) throw new Error(`Calls that no role allows: ${denied.join(', ')}.`);
    },
  };
}

const deniedCalls = (stack: Stack): string[] =>
  Object.entries(stack.calls()).flatMap(([name, calls]) =>
    calls
      .filter(({ isDenied }) => isDenied)
      .map(({ action, resource, leadingKeys = '' }) =>
        `${name}: ${action} ${resource} ${leadingKeys}`.trim(),
      ),
  );

/**
 * Runs the `campaign` command on the stack of a data directory. It runs in this process, which saves two seconds of
 * processor time each; `test/cli/check.test.ts` starts it as people do.
 */
export async function runCampaign(dataDir: string, args: string[]): Promise<CommandResult> {
  const printed = { stdout: '', stderr: '' };
  const status = await run(args, {
    ...realCliEnvironment,
    isTerminal: false,
    print: (text) => {
      printed.stdout += `${text}\n`;
    },
    printError: (text) => {
      printed.stderr += `${text}\n`;
    },
    connect: (stage) => connect({ ...process.env, UNDERSIGNED_DATA_DIR: dataDir }, stage),
  });
  return { status, ...printed };
}

export interface FolderOptions {
  /** Lines below `publication:` in `campaign.yaml`, each with a key. */
  publication?: string[];
  /** Additional lines of `campaign.yaml`. */
  lines?: string[];
  signatories?: string;
  /** By default `none`. */
  review?: 'none' | 'flagged' | 'before-counting';
  letter?: string;
  release?: string;
  press?: string[];
}

export async function writeFolder(dataDir: string, slug: string, options: FolderOptions): Promise<string> {
  const { publication = ['threshold: { organizations: 3 }'], lines = [], press } = options;
  const folder = join(dataDir, 'folders', slug);
  await mkdir(folder, { recursive: true });
  const yaml = `format: 1
slug: ${slug}
title: Letter to the Harbor Commission on the Shoreline Trees
summary: Keep the trees along the shoreline.
language: en
timeZone: America/New_York
signatories: ${options.signatories ?? '{ organizations: true, individuals: true }'}
visibility: public
showProgress: true
publication:
${publication.map((line) => `  ${line}`).join('\n')}
review: ${options.review ?? 'none'}
sender: { name: Shoreline Coalition, address: letters@example.org, replyTo: press@example.org }
organizers: [{ name: Ida Moreno, email: ida@example.org }]
privacy: { contact: privacy@example.org, deletePersonalDataAfterDays: 180 }
${lines.join('\n')}
`;
  writeFileSync(join(folder, 'campaign.yaml'), yaml);
  writeFileSync(join(folder, 'letter.md'), options.letter ?? letterSource);
  writeFileSync(join(folder, 'release.md'), options.release ?? releaseSource);
  if (press)
    writeFileSync(join(folder, 'press-list.csv'), ['email,name,outlet,embargoed', ...press, ''].join('\n'));
  return folder;
}
