import { findLookAlikes } from '../../shared/operations/signing/look-alikes.ts';
import { lookAlikeEntries } from '../../shared/operations/signing/name-index.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { claimKey, type Key, signOnKey } from '../../shared/table/keys.ts';
import type { Store } from '../../shared/table/table.ts';
import { aConfirmedSignOn, organizationDetails, slug } from '../support/records.ts';
import { someOrganizations } from '../support/sample-lists.ts';
import { type Measured, median } from './figure.ts';

const few = 10_000;
const many = 100_000;
const searches = 400;
const rounds = 5;

/** Processor time of the search for names that are nearly one that is new, among few signed ones and among many. */
export async function measureLookAlikes(): Promise<Measured> {
  const tables = { few: indexOf(few), many: indexOf(many) };
  await millisecondsIn(tables.few); // loads what it needs
  const times = { few: Array.of<number>(), many: Array.of<number>() };
  for (let round = 0; round < rounds; round++) {
    times.few.push(await millisecondsIn(tables.few));
    times.many.push(await millisecondsIn(tables.many));
  }
  return {
    figures: [
      {
        name: `look-alikes among ${many.toLocaleString('en')} organizations against ${few.toLocaleString('en')}`,
        value: median(times.many) / median(times.few),
        unit: 'times',
        bound: { atMost: 5 },
      },
    ],
    details: { millisecondsForEachSearch: times },
  };
}

async function millisecondsIn(store: Store): Promise<number> {
  const names = someOrganizations(searches).map(({ name = '' }) => name.replace(/[aeiou](?=[^aeiou]*$)/, ''));
  const before = process.cpuUsage();
  for (const name of names)
    await findLookAlikes(store, {
      slug,
      id: '',
      organizationKey: organizationKey(name),
      details: organizationDetails(name),
      now: new Date(),
      ifReadable: (read) => read,
    });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / searches;
}

/** A table in memory with so many signed names and their buckets: what is measured is ours, not the emulator's. */
function indexOf(count: number): Store {
  const partitions = new Map<string, Map<string, object>>();
  const put = ({ PK, SK }: Key, item: object): void => {
    const partition = partitions.get(PK) ?? new Map<string, object>();
    partitions.set(PK, partition.set(SK, item));
  };
  for (const { id, name = '' } of someOrganizations(count)) {
    const key = organizationKey(name);
    const signed = organizationDetails(name);
    for (const entry of lookAlikeEntries({ slug, id }, signed, { now: new Date(0), mark: '' }))
      put(entry, entry);
    put(claimKey(slug, key), { holder: id });
    put(signOnKey(slug, id), aConfirmedSignOn({ id, kind: 'organization', signed, submission: signed }));
  }
  const sorted = new Map(
    [...partitions].map(([PK, items]) => [
      PK,
      [...items].toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ]),
  );
  return {
    get: async (schema, { PK, SK }) => {
      const item = partitions.get(PK)?.get(SK);
      return item && schema.parse(item);
    },
    query: async (schema, { PK, prefix = '', limit }) => {
      const all = sorted.get(PK) ?? [];
      const items = all.slice(firstFrom(all, prefix)).slice(0, limit);
      return { items: items.filter(([SK]) => SK.startsWith(prefix)).map(([, item]) => schema.parse(item)) };
    },
    update: () => Promise.reject(new Error('nothing is written')),
    remove: () => Promise.reject(new Error('nothing is written')),
    transact: () => Promise.reject(new Error('nothing is written')),
    putAll: () => Promise.reject(new Error('nothing is written')),
  };
}

/** Place of the first one that is not before `prefix`. */
function firstFrom(sorted: [string, object][], prefix: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[0] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
