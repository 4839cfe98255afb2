import { marshall } from '@aws-sdk/util-dynamodb';
import { sweep } from '../../shared/sweep/sweep.ts';
import type { Store } from '../../shared/table/table.ts';
import { newIds } from '../support/ids.ts';
import { newMemoryStore } from '../support/memory-store/memory-store.ts';
import { seed } from '../support/store.ts';
import { withCrowd } from './crowd.ts';
import type { Figure, Measured } from './figure.ts';

const sizes = [100_000, 1_000_000];
const minutes = 3;
const minutesOfMonth = 30 * 24 * 60;
/** Of on-demand capacity in us-east-1, November 2026: https://aws.amazon.com/dynamodb/pricing/on-demand/ */
const dollarsPerMillionReadUnits = 0.125;

/** What the sweep reads in a minute of a campaign in which nothing happens, and what that costs in a month. */
export async function measureIdleReads(): Promise<Measured> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    const { queries, units } = await readsOfAMinute(size);
    const among = `of an idle campaign of ${size.toLocaleString('en')}`;
    figures.push(
      { name: `queries a minute ${among}`, value: queries, unit: 'reads', bound: { atMost: 20 } },
      {
        name: `reads a month ${among}`,
        value: (units * minutesOfMonth * dollarsPerMillionReadUnits) / 1_000_000,
        unit: 'dollars',
        bound: { atMost: 2 },
      },
    );
  }
  return { figures };
}

/** `isActive`: the pages have just been written, as while people sign. */
export async function readsOfAMinute(
  size: number,
  { isActive = false } = {},
): Promise<{ queries: number; units: number }> {
  const memory = newMemoryStore();
  const organizations = Math.ceil(size / 2);
  const table = {
    store: memory,
    client: { destroy: () => {} },
    put: async (item: Parameters<typeof memory.put>[0]) => memory.put(item),
  };
  let now = new Date('2026-11-24T12:00:00.000Z');
  await seed(table, {
    gate: {
      organizations,
      individuals: size - organizations,
      thresholdOrganizations: 2 * size,
      ...(isActive && { pagesWrittenAt: now.toISOString() }),
    },
  });
  const reads = { queries: 0, units: 0 };
  const store = noteReads(
    withCrowd(memory, size, () => false),
    reads,
  );
  for (let minute = 0; minute < minutes; minute++) {
    await sweep({
      store,
      queueMails: () => Promise.resolve(),
      queueSite: () => Promise.resolve(),
      isMailQueueEmpty: () => Promise.resolve(true),
      queueConfirmations: () => Promise.resolve(),
      isConfirmationQueueEmpty: () => Promise.resolve(true),
      now: () => now,
      ...newIds(),
    });
    now = new Date(now.getTime() + 60_000);
  }
  return { queries: reads.queries / minutes, units: reads.units / minutes };
}

/** Counts queries, and read units as DynamoDB does: 4 KB each, half of it where the read is eventually consistent. */
function noteReads(store: Store, reads: { queries: number; units: number }): Store {
  const unitsOf = (items: unknown[], isConsistent: boolean): number => {
    const bytes = JSON.stringify(items.map((item) => marshall(item, { removeUndefinedValues: true }))).length;
    return Math.max(1, Math.ceil(bytes / 4096)) * (isConsistent ? 1 : 0.5);
  };
  return {
    ...store,
    get: async (schema, key) => {
      const item = await store.get(schema, key);
      reads.units += unitsOf([item ?? {}], true);
      return item;
    },
    query: async (schema, options) => {
      const page = await store.query(schema, options);
      reads.queries++;
      reads.units += unitsOf(page.items, options.consistent ?? true);
      return page;
    },
  };
}
