import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { openStore } from '../../shared/table/table.ts';
import { freshTable } from '../support/dynamodb.ts';
import { type DynamoDbTestStore, type Seed, seed } from '../support/store.ts';

/** A campaign in a table of its own, behind a store with the client that a deployed function has. */
export async function newDatabase(seeded: Seed = {}): Promise<DynamoDbTestStore> {
  const { client, tableName, endpoint } = await freshTable();
  process.env.AWS_ENDPOINT_URL_DYNAMODB = endpoint;
  const database: DynamoDbTestStore = {
    store: openStore(tableName),
    client,
    tableName,
    put: async (item) => {
      const Item = marshall(item, { removeUndefinedValues: true });
      await client.send(new PutItemCommand({ TableName: tableName, Item }));
    },
  };
  await seed(database, seeded);
  return database;
}
