import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { StoryTimes } from './story.ts';

/** A progress bar. A terminal redraws it in place; other outputs get one line at the end. */
export function newProgressBar(label: string, total: number): (done: number) => void {
  const width = 30;
  let shown = -1;
  return (done) => {
    if (done === shown) return;
    shown = done;
    const filled = Math.round((done / total) * width);
    const line = `  ${label.padEnd(34)} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === total ? '\n' : ''}`);
    else if (done === total) console.log(line);
  };
}

export interface GateTimes {
  openedAt: Date;
  frozenAt: Date;
}

/** When the gate opened and when the list was frozen in the snapshot, from the table. */
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
  return { openedAt: new Date(Item.openedAt?.S ?? 0), frozenAt: new Date(Item.publishedAt?.S ?? 0) };
}

/** The times of the story. Each line also says how long after the first mail it was. */
export function printTimeline(times: StoryTimes, gate: GateTimes): void {
  const moments: [string, Date][] = [
    ['first mail', times.firstMail],
    ['last button pressed', times.lastConfirmed],
    ['last one counted, gate opened', gate.openedAt],
    ['list frozen', gate.frozenAt],
    ['release readable', times.releaseReadable],
  ];
  const start = times.firstMail.getTime();
  console.log('\n  Timeline\n  time in UTC    after the first mail');
  for (const [moment, at] of moments.toSorted(([, a], [, b]) => a.getTime() - b.getTime())) {
    const seconds = ((at.getTime() - start) / 1000).toFixed(2).padStart(7);
    console.log(`  ${at.toISOString().slice(11, 23)}  ${seconds} s  ${moment}`);
  }
}
