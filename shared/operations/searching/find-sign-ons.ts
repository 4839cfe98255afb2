import * as z from 'zod';
import type { SubmissionOrigin } from '../../sign-on/bursts.ts';
import type { Evidence } from '../../sign-on/evidence.ts';
import { reviewReasonsOf } from '../../sign-on/review-reasons.ts';
import { reviewStateOf } from '../../sign-on/review-state.ts';
import { type Details, type SignOn, signOnSchema } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import { hasExpired } from '../../table/expiry.ts';
import { allShards, type Key, signOnKey, signOnsPartition } from '../../table/keys.ts';
import { readShard, readSignOns } from '../../table/sign-ons.ts';
import {
  type Page,
  type QueryOptions,
  type Store,
  type StoredItem,
  undefinedIfUnreadable,
} from '../../table/table.ts';
import { rowsOfShardAtOnce } from '../reporting/figures.ts';
import { type ReviewListEntry, reviewEntries, timeOf } from './review-list.ts';
import { mayFit, originOfStored, type SignOnFilter, searchedAttributes } from './stored-row-filter.ts';
import { areWordsIn } from './words.ts';

/** Orders that an organizer can choose; without one, what waits for review comes first. */
export const signOnSorts = ['name', 'newest', 'oldest'] as const;
export type SignOnSort = (typeof signOnSorts)[number];

export interface SignOnQuery extends SignOnFilter {
  slug: string;
  now: Date;
  sort?: SignOnSort | undefined;
  /** The last sign-on of the page before. */
  after?: string | undefined;
}

export interface SignOnPage {
  entries: ReviewListEntry[];
  /** The other sign-ons that evidence of the entries names. */
  related: SignOn[];
  /** For `after` of the next page. Absent at the end. */
  next?: string;
}

const pageLength = 50;

/**
 * A page of a campaign's sign-ons. If there are up to about two thousand, those that wait for review come first, the
 * most suspicious on top. If there are more, a page without search, status and order is in the order of ids and reads a
 * limited number of rows. A search, or an order, reads all rows, the shards at the same time.
 */
export async function findSignOns(store: Store, query: SignOnQuery): Promise<SignOnPage> {
  const { slug, now, state, because, words, sort, after } = query;
  const first = await firstRows(store, slug);
  const isWhole = first.every(({ next }) => next === undefined);
  const isFiltered = [state, because, words, sort].some((choice) => choice !== undefined);
  if (!isWhole && !isFiltered) return await pageById(store, query);
  const { entries, rows } = await searchRows(store, query, first);
  const at = after === undefined ? 0 : entries.findIndex(({ signOn }) => signOn.id === after) + 1;
  const shown = entries.slice(at, at + pageLength);
  const last = shown.at(-1)?.signOn.id;
  return {
    entries: shown,
    related: await relatedSignOns(store, { slug, now, ids: idsOfAll(shown), known: rows }),
    ...(entries.length > at + pageLength && last !== undefined && { next: last }),
  };
}

/** All of a campaign's sign-ons that a search finds, in its order, from all rows. */
export async function findAllSignOns(
  store: Store,
  query: Omit<SignOnQuery, 'after'>,
): Promise<ReviewListEntry[]> {
  const { entries } = await searchRows(store, query, await firstRows(store, query.slug));
  return entries;
}

/** What a search finds, in its order, and the rows that were read for it, to which `first` belongs. */
async function searchRows(
  store: Store,
  { slug, now, state, because, words, sort }: SignOnQuery,
  first: Page<SignOn>[],
): Promise<{ entries: ReviewListEntry[]; rows: SignOn[] }> {
  const others: (SubmissionOrigin | undefined)[] = [];
  const isWanted = (item: StoredItem): boolean => {
    if (mayFit(item, { state, because, words })) return true;
    others.push(originOfStored(item, now));
    return false;
  };
  const rest = await readRest(store, { slug, now, starts: first.map(({ next }) => next), where: isWanted });
  const rows = [...first.flatMap(({ items }) => items), ...rest];
  const found = reviewEntries(rows, { now, state, others }).filter(
    (entry) =>
      (because === undefined || reviewReasonsOf(entry).includes(because)) &&
      (words === undefined || matchesWords(entry.signOn, words)),
  );
  return { entries: sort ? found.toSorted(comparisons[sort]) : found, rows };
}

/**
 * One sign-on as the list has it, the others that its evidence names, and the one that counts instead of a duplicate;
 * undefined where it has expired. Whether it came in a burst is known of up to about two thousand sign-ons: more are
 * not read for one.
 */
export async function findSignOnWithEvidence(
  store: Store,
  { signOn, now }: { signOn: SignOn; now: Date },
): Promise<{ entry: ReviewListEntry; related: SignOn[]; countsInstead?: string | undefined } | undefined> {
  const { slug, id } = signOn;
  const first = await firstRows(store, slug);
  const isWhole = first.every(({ next }) => next === undefined);
  const rows = isWhole ? first.flatMap(({ items }) => items.filter((row) => row.id !== id)) : [];
  const entry = reviewEntries([...rows, signOn], { now }).find((each) => each.signOn.id === id);
  if (!entry) return undefined;
  const countsInstead = await idOfHolder(store, signOn);
  const related = await relatedSignOns(store, {
    slug,
    now,
    ids: [...idsIn(entry.evidence), ...(countsInstead === undefined ? [] : [countsInstead])],
    known: rows,
  });
  return { entry, related, countsInstead };
}

/** For a duplicate: the id of the sign-on that counts for its organization. Undefined if the claim cannot be read. */
async function idOfHolder(store: Store, signOn: SignOn): Promise<string | undefined> {
  const { slug, id, organizationKey } = signOn;
  if (reviewStateOf(signOn) !== 'duplicate' || organizationKey === undefined) return undefined;
  return (await undefinedIfUnreadable(findClaim(store, { slug, organizationKey, id })))?.claim.holder;
}

/** The id of the one sign-on that counts under a name, whatever its case and accents; undefined of none or several. */
export async function idOfCounted(
  store: Store,
  { slug, name, now }: { slug: string; name: string; now: Date },
): Promise<string | undefined> {
  const found = await findAllSignOns(store, { slug, now, state: 'counted', words: name });
  const same = found.filter(({ signOn }) => alphabetical.compare(shownName(signOn), name) === 0);
  return same.length === 1 ? same[0]?.signOn.id : undefined;
}

const firstRows = (store: Store, slug: string) =>
  Promise.all(allShards.map((shard) => readShard(store, { slug, shard, limit: rowsOfShardAtOnce })));

/** Sign-ons, from the rows that were read already or from the table. */
async function relatedSignOns(
  store: Store,
  { slug, now, ids, known }: { slug: string; now: Date; ids: readonly string[]; known: SignOn[] },
): Promise<SignOn[]> {
  const missing = new Set(ids);
  const read = known.filter(({ id }) => missing.delete(id));
  return [...read, ...(await readSignOns(store, { slug, ids: missing, now }))];
}

const idsOfAll = (entries: readonly ReviewListEntry[]): string[] =>
  idsIn(entries.flatMap(({ evidence }) => evidence));

/** The sign-ons that evidence names. */
export const idsIn = (evidence: readonly Evidence[]): string[] => [
  ...new Set(evidence.flatMap((flag) => ('id' in flag ? [flag.id] : []))),
];

const alphabetical = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const shownName = ({ signed, submission }: SignOn): string => {
  const details = signed ?? submission;
  return details?.organizationName ?? details?.name ?? '';
};
const byTime = (one: ReviewListEntry, other: ReviewListEntry): number =>
  timeOf(one.signOn).localeCompare(timeOf(other.signOn));
const comparisons: Record<SignOnSort, (one: ReviewListEntry, other: ReviewListEntry) => number> = {
  name: (one, other) => alphabetical.compare(shownName(one.signOn), shownName(other.signOn)),
  newest: (one, other) => byTime(other, one),
  oldest: byTime,
};

/** Found sign-ons that are read one by one. For more, all rows are read whole. */
const maxReadAlone = 500;

/**
 * The sign-ons after the first ones of each shard that fit. At first only what a search looks at is read: whole rows
 * take three times as long.
 */
async function readRest(
  store: Store,
  { slug, now, starts, where }: Pick<SignOnQuery, 'slug' | 'now'> & RestOptions,
): Promise<SignOn[]> {
  const idSchema = z.object({ id: z.string() });
  const read = <T>(schema: z.ZodType<T>, options: Pick<QueryOptions, 'attributes' | 'where'>): Promise<T[]> =>
    Promise.all(
      starts.map((start, shard) => {
        const PK = signOnsPartition(slug, shard);
        return readToEnd(store, schema, { PK, after: start, ...options });
      }),
    ).then((shards) => shards.flat());
  const ids = await read(idSchema, { attributes: searchedAttributes, where });
  if (ids.length <= maxReadAlone)
    return await readSignOns(store, { slug, ids: ids.map(({ id }) => id), now });
  const wanted = new Set(ids.map(({ id }) => id));
  return await read(signOnSchema, { where: ({ id }) => wanted.has(id?.S ?? '') });
}

interface RestOptions {
  /** For each shard the last row that was read, or `undefined` if it has no more. */
  starts: readonly (Key | undefined)[];
  where: (item: StoredItem) => boolean;
}

async function readToEnd<T>(
  store: Store,
  schema: z.ZodType<T>,
  { after, ...options }: QueryOptions,
): Promise<T[]> {
  const rows: T[] = [];
  for (let from = after; from; ) {
    const page = await store.query(schema, {
      ...options,
      after: from,
      consistent: false,
    });
    rows.push(...page.items);
    from = page.next;
  }
  return rows;
}

async function pageById(store: Store, { slug, now, after }: SignOnQuery): Promise<SignOnPage> {
  const from = after === undefined ? undefined : signOnKey(slug, after);
  const shards = from
    ? allShards
        .filter((shard) => signOnsPartition(slug, shard) === from.PK)
        .flatMap((shard) => allShards.slice(shard))
    : allShards;
  const rows: SignOn[] = [];
  for (const [index, shard] of shards.entries()) {
    if (rows.length > pageLength) break;
    const { items } = await readShard(store, {
      slug,
      shard,
      limit: pageLength + 1 - rows.length,
      ...(from && index === 0 && { after: from }),
    });
    rows.push(...items);
  }
  const shown = rows.slice(0, pageLength).filter(({ expiresAt }) => !hasExpired(expiresAt, now));
  const entries = shown.map((signOn): ReviewListEntry => {
    const [entry] = reviewEntries([signOn], { now });
    return entry ?? { signOn, state: reviewStateOf(signOn), evidence: [], suspicionScore: 0 };
  });
  const last = rows[pageLength - 1]?.id;
  return {
    entries,
    related: await relatedSignOns(store, { slug, now, ids: idsOfAll(entries), known: rows }),
    ...(rows.length > pageLength && last !== undefined && { next: last }),
  };
}

/**
 * Whether the id, the address, the names and the website of a sign-on contain each of the words, as `areWordsIn` says.
 */
export function matchesWords({ id, email, signed, submission }: SignOn, words: string): boolean {
  const texts = (details: Details | undefined) => [
    details?.organizationName,
    details?.name,
    details?.website,
  ];
  return areWordsIn([id, email, ...texts(signed), ...texts(submission)], words);
}
