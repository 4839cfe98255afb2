import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { CliEnvironment } from '../../cli/cli-environment.ts';
import { run } from '../../cli/run.ts';
import { type Stack, stackNotFound } from '../../cli/stack.ts';
import { Failure } from '../../shared/failure.ts';
import type { Key } from '../../shared/table/keys.ts';
import type { Store } from '../../shared/table/table.ts';
import { aFolder } from '../campaign-folder/a-folder.ts';
import { newIds } from '../support/ids.ts';
import { type CallRecord, newCallRecord, recordedStore } from '../support/organizer-grants.ts';
import { testAddressKey } from '../support/records.ts';

export interface Ran {
  exit: number;
  out: string;
  error: string;
}

export interface Terminal {
  store?: Store;
  /**
   * The stage's keys, for the commands that back them up. Without them, a command may do what the role for organizers
   * allows.
   */
  keys?: Stack['keys'];
  /** Notes what the command calls. */
  record?: CallRecord;
  /** Domains that the stack sends mail from; absent: it does not say. */
  senderDomains?: string[];
  /** What the doctor reads. */
  readStage?: CliEnvironment['readStage'];
  readMachine?: CliEnvironment['readMachine'];
  /** Instead of connecting to `store`. */
  connect?: CliEnvironment['connect'];
  /** Columns of the terminal; absent: nothing is wrapped, so that a test finds whole sentences. */
  columns?: number;
  /** Whether results go to a screen. */
  isScreen?: boolean;
  /** The answer to questions; absent: nobody is there. */
  answer?: boolean;
  now?: Date;
  /** Keys of everything in the table, for the command that deletes. */
  tableKeys?: () => Promise<Key[]>;
  /** What happens while a command waits. */
  meanwhile?: () => Promise<void>;
}

/** Runs a command as the shell would, and gives what it printed. */
export async function campaign(
  args: string[],
  {
    store,
    keys,
    record = newCallRecord(),
    senderDomains,
    connect,
    readStage,
    readMachine,
    columns,
    isScreen = false,
    answer,
    now,
    tableKeys,
    meanwhile,
  }: Terminal = {},
): Promise<Ran> {
  const printed: string[] = [];
  const errors: string[] = [];
  const outside: CliEnvironment = {
    print: (text) => printed.push(text),
    printError: (text) => errors.push(text),
    columns: columns ?? Number.POSITIVE_INFINITY,
    isScreen,
    isTerminal: answer !== undefined,
    ask: (question) => {
      printed.push(question);
      return Promise.resolve(answer === true);
    },
    connect: async (stage) => {
      if (connect) return await connect(stage);
      if (!store) throw stackNotFound();
      record.call('cloudformation:DescribeStacks');
      return {
        store: keys ? store : recordedStore(store, record),
        readTableKeys: async () => {
          record.call('dynamodb:Scan Table');
          return { keys: tableKeys ? await tableKeys() : [] };
        },
        readAddressKey: async () => {
          record.call('secretsmanager:GetSecretValue SecretsAddressKey');
          return testAddressKey;
        },
        keys: keys ?? notForOrganizers,
        site: 'http://localhost:3000',
        ...(senderDomains && { senderDomains }),
      };
    },
    readStage: readStage ?? (() => Promise.reject(new Error('The test has no stage.'))),
    readMachine: readMachine ?? (() => Promise.reject(new Error('The test has no machine.'))),
    now: () => now ?? new Date('2026-11-05T12:00:00.000Z'),
    ...newIds(),
    pause: async () => await meanwhile?.(),
  };
  const exit = await run(args, outside);
  return { exit, out: printed.join('\n'), error: errors.join('\n') };
}

const refused = () => Promise.reject(new Failure('refused', 'GetSecretValue', 'AccessDeniedException'));
const notForOrganizers: Stack['keys'] = { read: refused, write: refused };

const scratch: string[] = [];

afterAll(async () => {
  for (const folder of scratch) await rm(folder, { recursive: true });
});

/** A campaign's folder on the disk, called as its slug. */
export async function folderOnDisk(
  changed: Record<string, string | null> = {},
  name = 'harbor-trees',
): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'undersigned-cli-'));
  scratch.push(parent);
  const folder = join(parent, name);
  await mkdir(folder);
  for (const [file, content] of aFolder(changed)) await writeFile(join(folder, file), content);
  return folder;
}
