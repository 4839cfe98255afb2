import { type AttributeValue, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { itemSize, writeUnits } from './item-size.ts';

/** One item that was written, and what AWS would bill for it. */
export interface Written {
  partition: string;
  sort: string;
  units: number;
}

const keySchema = z.object({ PK: z.object({ S: z.string() }), SK: z.object({ S: z.string() }) });
const updateSchema = z.object({ TableName: z.string(), Key: keySchema });
const transactionSchema = z.object({
  TransactItems: z.array(
    z.object({
      Update: updateSchema.optional(),
      Put: z.object({ TableName: z.string(), Item: keySchema }).optional(),
    }),
  ),
});

type Target = z.infer<typeof updateSchema>;

/**
 * Notes every item that a client writes from now on, with units computed from its size before and after: what the
 * emulator says it consumed is wrong for large transactions. A write whose condition fails is billed, and noted, too.
 */
export function noteWrites(client: DynamoDBClient, endpoint: string): Written[] {
  const written: Written[] = [];
  const onlooker = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const sizeOf = async ({ TableName, Key }: Target): Promise<number> => {
    const { Item = {} } = await onlooker.send(
      new GetItemCommand({ TableName, Key: keyOf(Key), ConsistentRead: true }),
    );
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
          for (const [index, { Key }] of targets.entries()) {
            const bytes = Math.max(before[index] ?? 0, after[index] ?? 0);
            const units = writeUnits(bytes, commandName === 'TransactWriteItemsCommand');
            written.push({ partition: Key.PK.S, sort: Key.SK.S, units });
          }
        }
      },
    { step: 'initialize' },
  );
  return written;
}

const keyOf = ({ PK, SK }: z.infer<typeof keySchema>): Record<string, AttributeValue> => ({ PK, SK });

function targetsOf(commandName: string, input: unknown): Target[] {
  if (commandName === 'UpdateItemCommand') return [updateSchema.parse(input)];
  if (commandName !== 'TransactWriteItemsCommand') return [];
  return transactionSchema.parse(input).TransactItems.flatMap(({ Update, Put }) => {
    if (Update) return [Update];
    return Put ? [{ TableName: Put.TableName, Key: Put.Item }] : [];
  });
}
