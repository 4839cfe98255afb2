import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Refusal } from './errors.ts';
import { projectRoot } from './settings.ts';

const slug = 'harbor-trees';
const folder = join('campaigns', slug);
const pageMilliseconds = 30_000;

interface SampleOptions {
  client: DynamoDBClient;
  table: string;
  site: string;
  /**
   * Whether the site's bucket has a page. Asking the site instead would start a function each time the page is
   * missing.
   */
  hasPage: (key: string) => boolean;
  dataDir: string;
  /** Receives what the command line tool prints if it fails. It quotes the press list. */
  output: (chunk: Buffer) => void;
}

/**
 * Applies the sample campaign with the command line tool, unless the table already has it. Resolves when its page can
 * be read.
 */
export async function applySample(options: SampleOptions): Promise<void> {
  const { client, table, site, hasPage, dataDir, output } = options;
  // The list of campaigns, as docs/architecture.md describes the table.
  const { Item } = await client.send(
    new GetItemCommand({ TableName: table, Key: { PK: { S: 'CAMPAIGNS' }, SK: { S: slug } } }),
  );
  if (Item) return;
  if (!existsSync(join(projectRoot, folder))) {
    throw new Refusal(
      `The sample campaign is missing from ${folder}: set UNDERSIGNED_SAMPLE=off to start without it.`,
    );
  }
  const { code, said } = await run(['cli/main.ts', 'apply', folder, '--yes'], dataDir);
  if (code !== 0) {
    output(said);
    throw new Refusal(
      'The sample campaign could not be applied, see above: set UNDERSIGNED_SAMPLE=off to start without it.',
    );
  }
  const deadline = Date.now() + pageMilliseconds;
  while (!hasPage(`${slug}/index.html`) && Date.now() < deadline) await sleep(50);
  const { status } = await fetch(`${site}/${slug}/`);
  if (status !== 200) {
    throw new Refusal('The sample campaign was applied, but its page did not appear: see the log above.');
  }
}

/** Runs a file of the project as a process. It finds the stack by its data directory. */
function run(command: string[], dataDir: string): Promise<{ code: number | null; said: Buffer }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', ...command], {
      cwd: projectRoot,
      env: { ...process.env, UNDERSIGNED_DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said: Buffer.concat(said) }));
  });
}
