import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientFor } from '../../local/aws.ts';
import { startDynamoDb } from '../../local/dynamodb/start.ts';
import { ensureTable } from '../../local/dynamodb/tables.ts';
import { projectRoot } from '../../local/settings.ts';
import { readAssembly } from '../../local/template/assembly.ts';
import { readSystem } from '../../local/template/system.ts';

export interface FreshTable {
  client: DynamoDBClient;
  tableName: string;
  endpoint: string;
}

/**
 * An empty table, with the template's keys and stream, in a DynamoDB Local in memory. It has no TTL: tests have clocks
 * of their own, and the emulator deletes by the machine's. Tests that need many tables leave out the stream: the
 * emulator keeps the streams of deleted tables, and each write would look through them all. The first call in a jest worker starts it (three seconds),
 * and it ends with that process. Only the latest tables are kept.
 */
export async function freshTable({ hasStream = true } = {}): Promise<FreshTable> {
  const { endpoint } = await sharedDynamoDb();
  const [table] = readSystem(readAssembly(join(projectRoot, 'cdk.out')), (name) => name).stores.tables;
  if (!table) throw new Error('The template has no table.');
  const client = new DynamoDBClient(clientFor(endpoint));
  const tableName = `test-${randomUUID()}`;
  const { TimeToLiveSpecification: _, StreamSpecification: stream, ...kept } = table;
  await ensureTable(client, {
    ...kept,
    ...(hasStream && stream && { StreamSpecification: stream }),
    name: tableName,
  });
  tablesOfProcess.push(tableName);
  const old = tablesOfProcess.length > tablesKept ? tablesOfProcess.shift() : undefined;
  if (old) await client.send(new DeleteTableCommand({ TableName: old }));
  return { client, tableName, endpoint };
}

/** The emulator gets slower with each table. No test uses older tables than these. */
const tablesKept = 10;
const tablesOfProcess: string[] = [];

let running: Promise<{ endpoint: string }> | undefined;

/** One for all test files of a process. */
function sharedDynamoDb(): Promise<{ endpoint: string }> {
  running ??= startDynamoDb({ detached: true });
  return running;
}
