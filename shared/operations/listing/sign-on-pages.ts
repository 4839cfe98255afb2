import { type ReviewState, reviewStateOf } from '../../sign-on/review-state.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { hasExpired } from '../../table/expiry.ts';
import { allShards, type Key, signOnKey, signOnsPartition } from '../../table/keys.ts';
import { leaveOut, readShard } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import { rowsOfShardAtOnce } from './figures.ts';
import { type ReviewListEntry, reviewEntries } from './review-list.ts';

export interface SignOnQuery {
  slug: string;
  now: Date;
  state?: ReviewState | undefined;
  /** Words that a name, an address or a domain contains. */
  words?: string | undefined;
  /** The last sign-on of the page before. */
  after?: string | undefined;
}

export interface SignOnPage {
  entries: ReviewListEntry[];
  /** For `after` of the next page. Absent at the end. */
  next?: string;
}

const pageLength = 50;

/**
 * A page of a campaign's sign-ons. If there are up to about two thousand, those that wait for review come first, the
 * most suspicious on top. If there are more, a page without search and status is in the order of ids and reads a
 * limited number of rows. A search reads all rows, the shards at the same time.
 */
export async function findSignOns(store: Store, query: SignOnQuery): Promise<SignOnPage> {
  const { slug, now, state, words, after } = query;
  const first = await Promise.all(
    allShards.map((shard) =>
      readShard(store, { slug, shard, limit: rowsOfShardAtOnce, onUnreadable: leaveOut }),
    ),
  );
  const isWhole = first.every(({ next }) => next === undefined);
  if (!isWhole && state === undefined && words === undefined) return await pageById(store, query);
  const rest = await Promise.all(first.map(({ next }, shard) => readRest(store, slug, shard, next)));
  const rows = [...first.map(({ items }) => items), ...rest].flat();
  const entries = reviewEntries(rows, { now, state }).filter(({ signOn }) => fits(signOn, words));
  const at = after === undefined ? 0 : entries.findIndex(({ signOn }) => signOn.id === after) + 1;
  return pageOf(entries.slice(at, at + pageLength), entries.length > at + pageLength);
}

function pageOf(entries: ReviewListEntry[], isMore: boolean): SignOnPage {
  const last = entries.at(-1)?.signOn.id;
  return { entries, ...(isMore && last !== undefined && { next: last }) };
}

async function readRest(
  store: Store,
  slug: string,
  shard: number,
  start: Key | undefined,
): Promise<SignOn[]> {
  const rows: SignOn[] = [];
  for (let after = start; after; ) {
    const { items, next } = await readShard(store, {
      slug,
      shard,
      after,
      consistent: false,
      onUnreadable: leaveOut,
    });
    rows.push(...items);
    after = next;
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
      onUnreadable: leaveOut,
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
  return { entries, ...(rows.length > pageLength && last !== undefined && { next: last }) };
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function fits({ id, email, signed, submission }: SignOn, words: string | undefined): boolean {
  if (words === undefined) return true;
  const texts = (details: Details | undefined) => [
    details?.organizationName,
    details?.name,
    details?.website,
  ];
  return [id, email, ...texts(signed), ...texts(submission)].some((text) =>
    fold(text ?? '').includes(fold(words)),
  );
}
