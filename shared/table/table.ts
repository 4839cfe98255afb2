import {
  type AttributeValue,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type * as z from 'zod';
import { answerLimits } from '../aws/answer-limits.ts';
import { Failure, failureOf } from '../failure.ts';
import type { Key } from './keys.ts';

/**
 * A conditional update in DynamoDB's own expression language; values are plain and marshalled here. Where an attribute
 * is missing, `<>` and `NOT contains` are true, and every other comparison is false.
 */
export interface Update {
  key: Key;
  update: string;
  condition?: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
}

/** A whole item to write; values are plain and marshalled here. */
export type NewItem = Key & Record<string, unknown>;

/** A new item, written only where none stands. */
export interface Creation {
  create: NewItem;
}

/** Removes an item, on a condition if one is given. */
export interface Removal {
  remove: Key;
  condition?: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
}

export type Write = Update | Creation | Removal;

export interface Page<T> {
  items: T[];
  /** Give it to the next call to go on; absent at the end. */
  next?: Key;
}

/** An item as DynamoDB has it. */
export type StoredItem = Record<string, AttributeValue>;

/** Is called with the key of an item that cannot be read, and the names of its wrong attributes. */
export type OnUnreadable = (key: Key, attributes: string) => void;

export interface QueryOptions {
  PK: string;
  prefix?: string;
  after?: Key | undefined;
  limit?: number;
  /** From the highest sort key down. */
  newestFirst?: boolean;
  /** Strongly consistent unless said otherwise. */
  consistent?: boolean;
  /**
   * Only these attributes, each by its path (`signed.name`). What is not sent need not be read, which takes most of the
   * time of a long query.
   */
  attributes?: readonly string[] | undefined;
  /** Leaves out the other items before they are parsed, which takes most of the time of a long query. */
  where?: ((item: StoredItem) => boolean) | undefined;
  /** Gets the key of each item that is not what its schema says. */
  onUnreadable?: OnUnreadable | undefined;
}

/** The table as the rest of the code sees it: parsed items, and writes whose failed conditions are answers. */
export interface Store {
  /** Strongly consistent read; throws a `Failure` where an item is not what its schema says. */
  get<T>(schema: z.ZodType<T>, key: Key): Promise<T | undefined>;
  /** Leaves out an item that is not what its schema says, so that it stops nothing for the others. */
  query<T>(schema: z.ZodType<T>, options: QueryOptions): Promise<Page<T>>;
  /**
   * False when the condition failed; nothing is changed then. The client repeats a call whose answer was lost, and if
   * the first attempt had written, the condition of the second may fail: whoever gets false reads again, or writes who
   * it is and lets the condition recognize that.
   */
  update(update: Update): Promise<boolean>;
  /** False when the condition failed; nothing is changed then. */
  remove(removal: Removal): Promise<boolean>;
  /** All or nothing. Answers the indexes of the writes whose conditions failed; none means that all are written. */
  transact(writes: Write[]): Promise<number[]>;
  /**
   * Puts up to 25 items in one request, whatever stood there. Each is written by itself: no condition, no transaction.
   * After an error some may be written.
   */
  putAll(items: NewItem[]): Promise<void>;
}

export interface StoreOptions {
  client?: DynamoDBClient;
  /** Waits between attempts; tests pass one that does not wait. */
  pause?: (milliseconds: number) => Promise<void>;
}

const attemptsOnContention = 12;

/**
 * Opens the table. Conflicts with running transactions, and items of a batch that were not written, are retried with
 * jitter, since the SDK does not; every other error of the SDK becomes a `Failure`.
 */
export function openStore(tableName: string, options: StoreOptions = {}): Store {
  // The client puts its middleware together once for each kind of call instead of for every call.
  const client =
    options.client ?? new DynamoDBClient({ cacheMiddleware: true, requestHandler: answerLimits });
  const pause = options.pause ?? ((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)));

  async function attempt<T>(operation: string, call: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await call();
      } catch (error) {
        if (!isContention(error) || tries === attemptsOnContention) throw failureOf(error, operation);
        await pause(Math.random() * Math.min(1000, 10 * 2 ** tries));
      }
    }
  }

  return {
    get: (schema, key) =>
      attempt('GetItem', async () => {
        const { Item } = await client.send(
          new GetItemCommand({ TableName: tableName, Key: marshall(key), ConsistentRead: true }),
        );
        return Item;
      }).then((item) => item && parseItem(schema, unmarshall(item))),

    query: (
      schema,
      { PK, prefix, after, limit, newestFirst = false, consistent = true, attributes, where, onUnreadable },
    ) =>
      attempt('Query', async () => {
        const answer = await client.send(
          new QueryCommand({
            TableName: tableName,
            ConsistentRead: consistent,
            ScanIndexForward: !newestFirst,
            KeyConditionExpression: prefix ? 'PK = :PK AND begins_with(SK, :prefix)' : 'PK = :PK',
            ExpressionAttributeValues: marshall(prefix ? { ':PK': PK, ':prefix': prefix } : { ':PK': PK }),
            ...(limit && { Limit: limit }),
            ...(after && { ExclusiveStartKey: marshall(after) }),
            ...(attributes && projection(attributes)),
          }),
        );
        return answer;
      }).then(({ Items = [], LastEvaluatedKey }) => {
        const items = readableItems(
          schema,
          (where ? Items.filter(where) : Items).map((item) => unmarshall(item)),
          onUnreadable,
        );
        const last = LastEvaluatedKey && unmarshall(LastEvaluatedKey);
        return { items, ...(last && { next: { PK: String(last.PK), SK: String(last.SK) } }) };
      }),

    update: (update) =>
      attempt('UpdateItem', async () => {
        try {
          await client.send(new UpdateItemCommand({ TableName: tableName, ...expression(update) }));
          return true;
        } catch (error) {
          if (error instanceof ConditionalCheckFailedException) return false;
          throw error;
        }
      }),

    remove: (removal) =>
      attempt('DeleteItem', async () => {
        try {
          await client.send(new DeleteItemCommand({ TableName: tableName, ...removalExpression(removal) }));
          return true;
        } catch (error) {
          if (error instanceof ConditionalCheckFailedException) return false;
          throw error;
        }
      }),

    transact: (writes) =>
      attempt('TransactWriteItems', async () => {
        try {
          const items = writes.map((write) => transactItem(tableName, write));
          await client.send(new TransactWriteItemsCommand({ TransactItems: items }));
          return [];
        } catch (error) {
          const failed = failedConditions(error);
          if (failed.length > 0) return failed;
          if (hasInvalidWrite(error))
            throw new Failure('refused', 'TransactWriteItems', 'ValidationException');
          throw error;
        }
      }),

    putAll: async (items) => {
      let left: WriteRequest[] = items.map((item) => ({
        PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
      }));
      if (left.length === 0) return;
      await attempt('BatchWriteItem', async () => {
        const { UnprocessedItems } = await client.send(
          new BatchWriteItemCommand({ RequestItems: { [tableName]: left } }),
        );
        left = UnprocessedItems?.[tableName] ?? [];
        if (left.length > 0) throw new Failure('throttled', 'BatchWriteItem', 'UnprocessedItems');
      });
    },
  };
}

/** The item as its schema says; throws a `Failure` that names its key. */
export function parseItem<T>(schema: z.ZodType<T>, item: Record<string, unknown>): T {
  const result = schema.safeParse(item);
  if (!result.success)
    throw new Failure(
      'refused',
      'parse',
      'UnreadableItem',
      `${item.PK} ${item.SK}`,
      wrongAttributes(result.error),
    );
  return result.data;
}

/**
 * Deeper parts of a path are left out: some are keys that somebody typed. The record of the settings has nearly all that
 * it says in one attribute, `settings`, whose own keys are those of the schema. So its second part is named, too.
 */
const wrongAttributes = ({ issues }: z.ZodError): string => {
  const paths = issues.filter(({ path: [attribute] }) => typeof attribute === 'string');
  const names = paths.map(({ path }) => path.slice(0, path[0] === 'settings' ? 2 : 1).join('.'));
  return [...new Set(names)].join(', ');
};

/** The key of the item that could not be read, if that is the error. */
export function unreadableItemOf(error: unknown): Key | undefined {
  if (!(error instanceof Failure) || error.code !== 'UnreadableItem' || error.item === undefined)
    return undefined;
  const space = error.item.lastIndexOf(' ');
  return { PK: error.item.slice(0, space), SK: error.item.slice(space + 1) };
}

/** What was read, or undefined if the item cannot be read. Whoever leaves it out reports it, or knows who does. */
export async function undefinedIfUnreadable<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (!unreadableItemOf(error)) throw error;
    return undefined;
  }
}

/**
 * Whether a call failed because of what is stored: an item that cannot be read, or a value of another type than a write
 * expects.
 */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof Failure && (error.code === 'UnreadableItem' || error.code === 'ValidationException');

/** The items that are as their schema says. */
export function readableItems<T>(
  schema: z.ZodType<T>,
  items: Record<string, unknown>[],
  onUnreadable: OnUnreadable | undefined,
): T[] {
  return items.flatMap((item) => {
    const { success, data, error } = schema.safeParse(item);
    if (!success) onUnreadable?.({ PK: String(item.PK), SK: String(item.SK) }, wrongAttributes(error));
    return success ? [data] : [];
  });
}

/** Each part of a path gets a placeholder, since a part may be a reserved word. */
function projection(attributes: readonly string[]) {
  const parts = [...new Set(attributes.flatMap((path) => path.split('.')))];
  const placeholder = (part: string): string => `#p${parts.indexOf(part)}`;
  return {
    ProjectionExpression: attributes.map((path) => path.split('.').map(placeholder).join('.')).join(', '),
    ExpressionAttributeNames: Object.fromEntries(parts.map((part) => [placeholder(part), part])),
  };
}

function expression({ key, update, condition, names, values }: Update) {
  return {
    Key: marshall(key),
    UpdateExpression: update,
    ...(condition && { ConditionExpression: condition }),
    ...(names && { ExpressionAttributeNames: names }),
    ...(values && { ExpressionAttributeValues: marshall(values, { removeUndefinedValues: true }) }),
  };
}

const removalExpression = ({ remove, condition, names, values }: Removal) => ({
  Key: marshall(remove),
  ...(condition && { ConditionExpression: condition }),
  ...(names && { ExpressionAttributeNames: names }),
  ...(values && { ExpressionAttributeValues: marshall(values, { removeUndefinedValues: true }) }),
});

function transactItem(TableName: string, write: Write): TransactWriteItem {
  if ('key' in write) return { Update: { TableName, ...expression(write) } };
  if ('remove' in write) return { Delete: { TableName, ...removalExpression(write) } };
  return {
    Put: {
      TableName,
      Item: marshall(write.create, { removeUndefinedValues: true }),
      ConditionExpression: 'attribute_not_exists(PK)',
    },
  };
}

function failedConditions(error: unknown): number[] {
  if (!(error instanceof TransactionCanceledException)) return [];
  const reasons = error.CancellationReasons ?? [];
  return reasons.flatMap(({ Code }, index) => (Code === 'ConditionalCheckFailed' ? [index] : []));
}

/** DynamoDB says of a single write `ValidationException`, and cancels a transaction with this reason. */
const hasInvalidWrite = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code }) => Code === 'ValidationError');

const contentionCodes = new Set([
  undefined,
  'None',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/** A canceled transaction is retried only if every reason is contention. */
function isContention(error: unknown): boolean {
  if (error instanceof Failure) return error.kind === 'throttled';
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).every(({ Code }) => contentionCodes.has(Code));
  return error instanceof Error && error.name === 'TransactionConflictException';
}
