import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { readSecret } from '../shared/store/secrets.ts';
import { openStore, type Store } from '../shared/store/table.ts';
import { Refusal } from './refusal.ts';

/** The table that a command works on, and the one secret that it needs. */
export interface Stack {
  store: Store;
  readAddressKey: () => Promise<string>;
  /** Where the site is, if that is known. */
  site?: string;
}

const stackFileSchema = z.object({
  site: z.string(),
  dynamodb: z.string(),
  secrets: z.string(),
  table: z.string(),
});

/** Invented credentials that the local stack accepts. */
const local = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/** Connects to the deployed stage with that name, or to the running local stack. */
export async function connect(environment: NodeJS.ProcessEnv, stage: string | undefined): Promise<Stack> {
  if (stage !== undefined) return stackOf(`undersigned-${stage}`, {}, {});
  const dataDirectory = environment.UNDERSIGNED_DATA_DIR ?? '.local';
  const file = await readFile(join(dataDirectory, 'stack.json'), 'utf8').catch(() => undefined);
  const parsed = stackFileSchema.safeParse(asJson(file));
  if (!parsed.success) throw noStack(dataDirectory);
  const { site, dynamodb, secrets, table } = parsed.data;
  const stack = stackOf(table, { endpoint: dynamodb, ...local }, { endpoint: secrets, ...local });
  return { ...stack, site };
}

function stackOf(table: string, dynamodb: object, secrets: object): Stack {
  return {
    store: openStore(table, { client: new DynamoDBClient(dynamodb) }),
    readAddressKey: () => readSecret(`${table}/address-key`, new SecretsManagerClient(secrets)),
  };
}

function asJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The refusal of every command that finds no running stack. */
export function noStack(dataDirectory = process.env.UNDERSIGNED_DATA_DIR ?? '.local'): Refusal {
  return new Refusal({
    type: '/problems/unavailable',
    title: 'No running stack',
    status: 503,
    detail: `No local stack is running in ${dataDirectory}: start one with \`npm start\`, set UNDERSIGNED_DATA_DIR if its data is elsewhere, or add \`--stage <name>\` for a deployed one.`,
  });
}
