import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { findSignOns, type SignOnQuery } from '../../shared/operations/searching/find-sign-ons.ts';
import { signOnKey } from '../../shared/table/keys.ts';
import { aConfirmedSignOn, organizationDetails, slug } from '../support/records.ts';
import { someOrganizations } from '../support/sample-lists.ts';
import type { DynamoDbTestStore } from '../support/store.ts';
import { newDatabase } from './database.ts';
import { type Measured, median } from './figure.ts';

const rows = 100_000;
const rounds = 5;

/**
 * A search in the console, which reads all sign-ons of a campaign. Two thirds of its time are DynamoDB Local's, which
 * sends its answers one after another, so the bound is on the function's processor time.
 */
export async function measureSearch(): Promise<Measured> {
  const database = await newDatabase();
  await fill(database);
  const seconds = async (query: Partial<SignOnQuery>): Promise<number> => {
    const start = performance.now();
    await findSignOns(database.store, { slug, now: new Date(), ...query });
    return (performance.now() - start) / 1000;
  };
  const words = { words: 'n99996.example.org' };
  await seconds(words); // loads what it needs
  const before = process.cpuUsage();
  const times = { words: Array.of<number>(), waiting: Array.of<number>() };
  for (let round = 0; round < rounds; round++) times.words.push(await seconds(words));
  const { user, system } = process.cpuUsage(before);
  for (let round = 0; round < rounds; round++) times.waiting.push(await seconds({ state: 'waiting' }));
  return {
    figures: [
      {
        name: `search among ${rows.toLocaleString('en')} sign-ons`,
        value: median(times.words),
        unit: 'seconds',
      },
      {
        name: 'the same: processor time of the function',
        value: (user + system) / 1_000_000 / rounds,
        unit: 'seconds',
        bound: { atMost: 3 },
      },
      {
        name: 'list of what waits among them',
        value: median(times.waiting),
        unit: 'seconds',
      },
    ],
    details: { seconds: times },
  };
}

async function fill({ client, tableName }: DynamoDbTestStore): Promise<void> {
  const items = someOrganizations(rows).map(({ name = '', website }, index) => {
    const row = aConfirmedSignOn({
      kind: 'organization',
      email: `ana-${index}@example.org`,
      signed: { ...organizationDetails(name), ...(website && { website }) },
    });
    return { ...signOnKey(slug, row.id), ...row };
  });
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, at) =>
    items.slice(at * 25, at * 25 + 25),
  );
  const next = batches.values();
  const write = async (): Promise<void> => {
    for (const batch of next) {
      const puts = batch.map((item) => ({
        PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
      }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, write));
}
