import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { clientFor } from '../../local/aws.ts';
import { itemSize, writeUnits } from './item-size.ts';

/** One item that was written, and what AWS would bill for it. */
export interface Written {
  /** In the words of the project: `sign-on`, `claim`, `address`, `gate`. */
  item: string;
  action: string;
  inTransaction: boolean;
  /** Of the item before or after, whichever is larger. */
  bytes: number;
  units: number;
}

const keySchema = z.object({ PK: z.object({ S: z.string() }), SK: z.object({ S: z.string() }) });
const targetSchema = z.object({
  TableName: z.string(),
  Key: keySchema.optional(),
  Item: keySchema.optional(),
});
const actionsSchema = z.partialRecord(z.enum(['Update', 'Put', 'Delete', 'ConditionCheck']), targetSchema);
const transactionSchema = z.object({ TransactItems: z.array(actionsSchema) });
const putsSchema = z.array(z.object({ PutRequest: z.object({ Item: keySchema }) }));
const batchSchema = z.object({ RequestItems: z.record(z.string(), putsSchema) });

interface Target {
  action: string;
  TableName: string;
  Key: z.infer<typeof keySchema>;
}

/**
 * Notes every item that a client writes from now on, with units computed from its size before and after: what the
 * emulator says it consumed is wrong for large transactions. A write whose condition fails is billed, and noted, too.
 */
export function noteWrites(client: DynamoDBClient, endpoint: string): Written[] {
  const written: Written[] = [];
  const onlooker = new DynamoDBClient(clientFor(endpoint));
  const sizeOf = async ({ TableName, Key }: Target): Promise<number> => {
    const { Item } = await onlooker.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    return itemSize(Item);
  };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (input) => {
        const targets = targetsOf(commandName, input.input);
        const before = await Promise.all(targets.map(sizeOf));
        try {
          return await next(input);
        } finally {
          const after = await Promise.all(targets.map(sizeOf));
          const inTransaction = commandName === 'TransactWriteItemsCommand';
          for (const [index, { action, Key }] of targets.entries()) {
            const bytes = Math.max(before[index] ?? 0, after[index] ?? 0);
            const units = writeUnits(bytes, inTransaction);
            written.push({ item: nameOf(Key), action, inTransaction, bytes, units });
          }
        }
      },
    { step: 'initialize' },
  );
  return written;
}

/** Throws for a command that it does not know, so that no write goes unnoticed. */
function targetsOf(commandName: string, input: unknown): Target[] {
  if (commandName === 'GetItemCommand' || commandName === 'QueryCommand') return [];
  const action = /^(Update|Put|Delete)ItemCommand$/.exec(commandName)?.[1];
  if (action) return [targetOf(action, targetSchema.parse(input))];
  if (commandName === 'BatchWriteItemCommand')
    return Object.entries(batchSchema.parse(input).RequestItems).flatMap(([TableName, puts]) =>
      puts.map(({ PutRequest }) => targetOf('Put', { TableName, ...PutRequest })),
    );
  if (commandName !== 'TransactWriteItemsCommand') throw new Error(`What does a ${commandName} cost?`);
  return transactionSchema
    .parse(input)
    .TransactItems.flatMap((actions) =>
      Object.entries(actions).map(([name, target]) => targetOf(name, target)),
    );
}

function targetOf(action: string, { TableName, Key, Item }: z.infer<typeof targetSchema>): Target {
  const key = Key ?? Item;
  if (!key) throw new Error(`A ${action} without a key.`);
  return { action, TableName, Key: key };
}

function nameOf({ PK, SK }: Target['Key']): string {
  const [partition = ''] = PK.S.split('#');
  const [kind = ''] = SK.S.split('#');
  const names: Record<string, string> = { SIGNONS: 'sign-on', ORGANIZATION: 'claim', ADDRESS: 'address' };
  return names[partition] ?? kind.toLowerCase();
}
