import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { allShards, signOnKey } from '../../shared/table/keys.ts';
import { slug } from '../support/records.ts';
import type { DynamoDbTestStore } from '../support/store.ts';
import { countOfShard, signOnAt } from './crowd.ts';

/** DynamoDB's limit for one batch. */
const rowsAtOnce = 25;

/** Writes the sign-ons of a crowd into a table, so that they are read as a deployed function reads them. */
export async function storeCrowd({ client, tableName }: DynamoDbTestStore, size: number): Promise<void> {
  const batches = batchesOf(size);
  const write = async () => {
    for (const batch of batches) {
      let left: WriteRequest[] = batch;
      while (left.length > 0) {
        const command = new BatchWriteItemCommand({ RequestItems: { [tableName]: left } });
        left = (await client.send(command)).UnprocessedItems?.[tableName] ?? [];
      }
    }
  };
  // The workers share one iterator.
  await Promise.all(Array.from({ length: 8 }, write));
}

function* batchesOf(size: number): Generator<WriteRequest[]> {
  for (const shard of allShards) {
    const count = countOfShard(size, shard);
    for (let from = 0; from < count; from += rowsAtOnce)
      yield Array.from({ length: Math.min(rowsAtOnce, count - from) }, (_, at) => {
        const signOn = signOnAt(shard, from + at, () => false);
        const item = { ...signOnKey(slug, signOn.id), ...signOn };
        return { PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } };
      });
  }
}
