import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { failureOf } from '../failure.ts';
import type { Key } from './keys.ts';

/** A page of the keys of the whole table, in no order. `next` is absent at the end. */
export type ReadTableKeys = (after: Key | undefined) => Promise<{ keys: Key[]; next?: Key }>;

/**
 * Reads the keys of the whole table, strongly consistent. It costs as much as reading every item. Only the deletion of
 * a campaign needs it: claims and index entries of a name that was corrected are found in no other way.
 */
export function openTableKeys(tableName: string, client: DynamoDBClient): ReadTableKeys {
  return async (after) => {
    try {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: tableName,
          ConsistentRead: true,
          ProjectionExpression: 'PK, SK',
          ...(after && { ExclusiveStartKey: { PK: { S: after.PK }, SK: { S: after.SK } } }),
        }),
      );
      const keys = Items.map((item) => keyOf(unmarshall(item)));
      return { keys, ...(LastEvaluatedKey && { next: keyOf(unmarshall(LastEvaluatedKey)) }) };
    } catch (error) {
      throw failureOf(error, 'Scan');
    }
  };
}

const keyOf = ({ PK, SK }: Record<string, unknown>): Key => ({ PK: String(PK), SK: String(SK) });
