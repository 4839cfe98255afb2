import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { readSecret } from '../shared/aws/secrets.ts';
import { openStore, type Store } from '../shared/table/table.ts';
import { checkAwsSettings } from './aws-settings.ts';
import { Refusal } from './refusal.ts';
import { outputsOf } from './stack-outputs.ts';

/** The table that a command works on, and the one secret that it needs. */
export interface Stack {
  store: Store;
  readAddressKey: () => Promise<string>;
  /** Domains that mails may come from. Absent where the stage does not say, since it was deployed by an earlier version. */
  senderDomains?: string[];
  /** Where the site is, if that is known. */
  site?: string;
}

const stackFileSchema = z.object({
  site: z.string(),
  dynamodb: z.string(),
  secrets: z.string(),
  secretIds: z.object({ addressKey: z.string() }),
  table: z.string(),
  senderDomains: z.array(z.string()).optional(),
});

/** Invented credentials that the local stack accepts. */
const local = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/** Connects to the deployed stage with that name, or to the running local stack. */
export async function connect(environment: NodeJS.ProcessEnv, stage: string | undefined): Promise<Stack> {
  if (stage !== undefined) {
    const client = new CloudFormationClient({});
    await checkAwsSettings(client.config, environment);
    const { TableName, AddressKeySecret, SiteUrl, SenderDomains } = await outputsOf(
      `undersigned-${stage}`,
      client,
    );
    return {
      ...stackOf({ table: TableName, addressKey: AddressKeySecret }),
      site: SiteUrl,
      ...(SenderDomains && { senderDomains: SenderDomains.split(',') }),
    };
  }
  const dataDirectory = environment.UNDERSIGNED_DATA_DIR ?? '.local';
  const file = await readFile(join(dataDirectory, 'stack.json'), 'utf8').catch(() => undefined);
  const parsed = stackFileSchema.safeParse(asJson(file));
  if (!parsed.success) throw stackNotFound(dataDirectory);
  const { site, dynamodb, secrets, secretIds, table, senderDomains } = parsed.data;
  const stack = stackOf(
    { table, addressKey: secretIds.addressKey },
    { dynamodb: { endpoint: dynamodb, ...local }, secrets: { endpoint: secrets, ...local } },
  );
  return { ...stack, site, ...(senderDomains?.length && { senderDomains }) };
}

function stackOf(
  { table, addressKey }: { table: string; addressKey: string },
  clients: { dynamodb: object; secrets: object } = { dynamodb: {}, secrets: {} },
): Stack {
  return {
    store: openStore(table, { client: new DynamoDBClient(clients.dynamodb) }),
    readAddressKey: () => readSecret(addressKey, new SecretsManagerClient(clients.secrets)),
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
export function stackNotFound(dataDirectory = process.env.UNDERSIGNED_DATA_DIR ?? '.local'): Refusal {
  return new Refusal({
    type: '/problems/unavailable',
    title: 'No running stack',
    status: 503,
    detail: `No local stack is running in ${dataDirectory}: start one with \`npm start\`, set UNDERSIGNED_DATA_DIR if its data is elsewhere, or add \`--stage <name>\` for a deployed one.`,
  });
}
