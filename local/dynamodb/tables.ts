import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { Table } from '../template/stores.ts';

/**
 * Creates the template's table if it does not exist, with keys, indexes, stream and TTL. Expired items are deleted
 * late, as on AWS. Returns the emulator's name of the stream.
 */
export async function ensureTable(client: DynamoDBClient, table: Table): Promise<{ streamArn?: string }> {
  const exists = await client.send(new DescribeTableCommand({ TableName: table.name })).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ResourceNotFoundException) return false;
      throw error;
    },
  );
  if (!exists) await createTable(client, table);
  const described = await client.send(new DescribeTableCommand({ TableName: table.name }));
  const streamArn = described.Table?.LatestStreamArn;
  return streamArn ? { streamArn } : {};
}

async function createTable(client: DynamoDBClient, table: Table): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: table.name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: table.AttributeDefinitions,
        KeySchema: table.KeySchema,
        GlobalSecondaryIndexes: table.GlobalSecondaryIndexes?.map((index) => ({
          IndexName: index.IndexName,
          KeySchema: index.KeySchema,
          Projection: {
            ProjectionType: index.Projection.ProjectionType ?? 'ALL',
            ...(index.Projection.NonKeyAttributes && { NonKeyAttributes: index.Projection.NonKeyAttributes }),
          },
        })),
        ...(table.StreamSpecification && {
          StreamSpecification: {
            StreamEnabled: true,
            StreamViewType: table.StreamSpecification.StreamViewType,
          },
        }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  if (table.TimeToLiveSpecification?.Enabled) {
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: table.name,
        TimeToLiveSpecification: {
          Enabled: true,
          AttributeName: table.TimeToLiveSpecification.AttributeName,
        },
      }),
    );
  }
}
