import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import type { Settings } from '../settings.ts';
import { type DynamoDb, type DynamoDbOptions, startDynamoDb } from './start.ts';

/** Starts DynamoDB Local on the data directory, or sees that one answers where somebody else runs it. */
export async function openDynamoDb(
  { dynamodb, dataDir }: Pick<Settings, 'dynamodb' | 'dataDir'>,
  options: Pick<DynamoDbOptions, 'onExit' | 'signal'>,
): Promise<DynamoDb> {
  if (dynamodb === undefined) return startDynamoDb({ directory: join(dataDir, 'dynamodb'), ...options });
  await fetch(dynamodb, { signal: AbortSignal.timeout(5000) }).catch(() => {
    throw new Refusal(
      `Nothing answers at ${dynamodb}: start DynamoDB Local there, or leave UNDERSIGNED_DYNAMODB unset.`,
    );
  });
  return { endpoint: dynamodb, stop: async () => {} };
}
