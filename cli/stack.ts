import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { readSecret } from '../shared/aws/secrets.ts';
import { openStore, type Store } from '../shared/table/table.ts';
import { openTableKeys, type ReadTableKeys } from '../shared/table/table-keys.ts';
import { checkAwsSettings } from './aws-settings.ts';
import { dataDirectoryOf } from './data-directory.ts';
import { Refusal } from './refusal.ts';
import { outputsOf } from './stack-outputs.ts';
import { openStageSecrets, type StageSecrets } from './stage-secrets.ts';

/** The table that a command works on, and the secrets. Most commands need only the address key, or no secret at all. */
export interface Stack {
  store: Store;
  /** The keys of the whole table, for deleting a campaign. */
  readTableKeys: ReadTableKeys;
  readAddressKey: () => Promise<string>;
  /** Both secrets, for the commands that back them up. */
  keys: StageSecrets;
  /** Domains that emails may come from. Absent if an earlier version deployed the stage. */
  senderDomains?: string[];
  /** The address of the site, if it is known. */
  site?: string;
}

const stackFileSchema = z.object({
  site: z.string(),
  dynamodb: z.string(),
  secrets: z.string(),
  secretIds: z.object({ addressKey: z.string(), linkKeys: z.string() }),
  table: z.string(),
  senderDomains: z.array(z.string()).optional(),
});

/** The local stack accepts these invented credentials. */
const local = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

/** Connects to the deployed stage with that name, or to the running local stack. */
export async function connect(environment: NodeJS.ProcessEnv, stage: string | undefined): Promise<Stack> {
  if (stage !== undefined) {
    const client = new CloudFormationClient({});
    await checkAwsSettings(client.config, environment);
    const { TableName, AddressKeySecret, LinkKeysSecret, SiteUrl, SenderDomains } = await outputsOf(
      `undersigned-${stage}`,
      client,
    );
    return {
      ...stackOf({ table: TableName, addressKey: AddressKeySecret, linkKeys: LinkKeysSecret }),
      site: SiteUrl,
      ...(SenderDomains && { senderDomains: SenderDomains.split(',') }),
    };
  }
  const dataDirectory = dataDirectoryOf(environment);
  const file = await readFile(join(dataDirectory, 'stack.json'), 'utf8').catch(() => undefined);
  const parsed = stackFileSchema.safeParse(asJson(file));
  if (!parsed.success) throw stackNotFound(dataDirectory);
  const { site, dynamodb, secrets, secretIds, table, senderDomains } = parsed.data;
  const stack = stackOf(
    { table, ...secretIds },
    { dynamodb: { endpoint: dynamodb, ...local }, secrets: { endpoint: secrets, ...local } },
  );
  return { ...stack, site, ...(senderDomains?.length && { senderDomains }) };
}

function stackOf(
  { table, addressKey, linkKeys }: { table: string; addressKey: string; linkKeys: string },
  clients: { dynamodb: object; secrets: object } = { dynamodb: {}, secrets: {} },
): Stack {
  const secrets = new SecretsManagerClient(clients.secrets);
  const readAddressKey = () => readSecret(addressKey, secrets);
  const client = new DynamoDBClient(clients.dynamodb);
  return {
    store: openStore(table, { client }),
    readTableKeys: openTableKeys(table, client),
    readAddressKey,
    keys: openStageSecrets({ addressKey, linkKeys }, secrets),
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
export function stackNotFound(dataDirectory = dataDirectoryOf(process.env)): Refusal {
  return new Refusal({
    type: '/problems/unavailable',
    title: 'No running stack',
    status: 503,
    detail: `No local stack is running in ${dataDirectory}: start one with \`npm start\`, set UNDERSIGNED_DATA_DIR if its data is elsewhere, or add \`--stage <name>\` for a deployed one.`,
  });
}
