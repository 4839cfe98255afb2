import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import type { Key } from './keys.ts';

const attributeMapSchema = z.record(z.string(), z.custom<AttributeValue>());

/** The new or old image of a stream record as plain values; absent where the record has none. */
export function recordImage(
  record: DynamoDBRecord,
  which: 'NewImage' | 'OldImage',
): Record<string, unknown> | undefined {
  const attributes = record.dynamodb?.[which];
  return attributes && unmarshall(attributeMapSchema.parse(attributes));
}

/** The key of the record's item. */
export const recordItemKey = ({ dynamodb: { Keys: { PK, SK } = {} } = {} }: DynamoDBRecord): Key => ({
  PK: PK?.S ?? '',
  SK: SK?.S ?? '',
});

/** Partition and sort key of the record's item, for a log line. */
export function recordKey(record: DynamoDBRecord): string {
  const { PK, SK } = recordItemKey(record);
  return `${PK} ${SK}`;
}

/** Identifies a record among those of its batch; Lambda retries from the first one that is named as failed. */
export const sequenceNumberOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? '';
