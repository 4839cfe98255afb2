import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Told } from './story.ts';

export interface GateTimes {
  openedAt: Date;
  snapshotAt: Date;
}

/** When the gate opened and the snapshot was taken, as the table has it. */
export async function gateTimes(
  { dynamodb, table }: { dynamodb: string; table: string },
  slug: string,
): Promise<GateTimes> {
  const client = new DynamoDBClient({
    endpoint: dynamodb,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { Item = {} } = await client.send(
    new GetItemCommand({ TableName: table, Key: { PK: { S: `CAMPAIGN#${slug}` }, SK: { S: 'GATE' } } }),
  );
  client.destroy();
  return { openedAt: new Date(Item.openedAt?.S ?? 0), snapshotAt: new Date(Item.publishedAt?.S ?? 0) };
}

/** The moments of the story, each with the time since the one before the gate opened. */
export function printTimeline(told: Told, gate: GateTimes): void {
  const moments: [string, Date][] = [
    ['first mail', told.firstMail],
    ['last button pressed', told.lastConfirmed],
    ['last one counted, gate opened', gate.openedAt],
    ['list frozen', gate.snapshotAt],
    ['release readable', told.releaseReadable],
  ];
  const start = told.firstMail.getTime();
  console.log('\n  Timeline');
  for (const [moment, at] of moments.toSorted(([, a], [, b]) => a.getTime() - b.getTime())) {
    const seconds = ((at.getTime() - start) / 1000).toFixed(2).padStart(7);
    console.log(`  ${at.toISOString().slice(11, 23)}  ${seconds} s  ${moment}`);
  }
}
