import * as z from 'zod';
import { instantSchema } from '../../campaign/settings.ts';
import { bucketsOf } from '../../organization/buckets.ts';
import { type ComparisonForm, comparisonForms } from '../../organization/comparison-forms.ts';
import { withoutFullStop } from '../../organization/comparison-words.ts';
import {
  cityNames,
  minSimilarity,
  type Places,
  placeWords,
  similarity,
  townWords,
} from '../../organization/look-alike.ts';
import { differInPlace, isSamePlace } from '../../organization/same-place.ts';
import { stillStands } from '../../sign-on/review.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import { type Key, lookAlikePartition } from '../../table/keys.ts';
import { readSignOns } from '../../table/sign-ons.ts';
import type { QueryOptions, Store } from '../../table/table.ts';
import { townsOfBuckets } from './name-index.ts';

const indexedSchema = z.object({
  organizationKey: z.string(),
  words: z.string(),
  isPart: z.boolean(),
  /** The words of its towns, as `townWords` has them. Older entries lack them. */
  towns: z.string().optional(),
  /** The sign-on that has the name, and when it was put there (`name-index.ts`). Older entries lack both. */
  id: z.string().optional(),
  indexedAt: instantSchema.optional(),
  /** Whether the name was put there as that of a rejected sign-on, which takes no place of others. */
  isRejected: z.boolean().optional(),
});
type IndexedName = z.infer<typeof indexedSchema>;

/** Names read from one bucket besides rejected ones. Of a fuller one, the nearest in sort order are read. */
const maxNamesPerBucket = 40;

/** So many pages of that size, if names are put there at this moment or rejected ones are among them. */
const maxPagesOfBucket = 5;

/**
 * Look-alikes that are found, and names whose claims are read first. If fewer are signed, the others are read. Rejected
 * ones are counted apart, so that whoever is rejected often hides nobody.
 */
const maxLookAlikes = 5;

/** Seconds for which a name in the index may still be about to count. Functions of the API end sooner. */
const pendingSeconds = 60;

/** Names whose claims are read. Not each of them is still signed. Rejected ones are counted apart. */
const maxClaimsRead = 40;

/** Sign-ons of one name that are read because they may be about to count. */
const maxPendingRead = 10;

export interface LookAlike {
  organizationKey: string;
  /** The sign-on that holds the claim, is about to take it, or is asked to agree to a changed letter. */
  id: string;
  score: number;
  /** It does not hold it any more, since an organizer has rejected it. */
  isRejected?: boolean;
}

export interface LookAlikeQuery {
  slug: string;
  /** The sign-on itself, which is not its own look-alike. */
  id: string;
  organizationKey: string;
  details: Details;
  now: Date;
  /** Reads, and answers undefined for what cannot be read, so that it hides no other look-alike. */
  ifReadable: <T>(read: Promise<T>) => Promise<T | undefined>;
}

/**
 * Signed names that are nearly this one, and those that are confirmed at this moment or were asked to agree to a changed
 * letter, nearest first; then those that were rejected. The number of reads does not grow with the campaign.
 */
export async function findLookAlikes(
  store: Store,
  { slug, id, organizationKey, details, now, ifReadable }: LookAlikeQuery,
): Promise<LookAlike[]> {
  const forms = comparisonForms(details.organizationName ?? '');
  const place = placeWords(details.city, details.region);
  const towns = townWords(details);
  const indexed = await indexedNames(store, {
    slug,
    organizationKey,
    forms,
    towns: townsOfBuckets(details),
    now,
  });
  // As if each were in the same place, which is read later.
  const everywhere = { one: place, other: place, towns, cityNames: cityNames(details) };
  const candidates = bestOfEachKey(forms, indexed, everywhere)
    .filter(({ score }) => score >= minSimilarity)
    .toSorted((one, other) => other.score - one.score);
  const own = candidates.length > 0 ? await ifReadable(rootOf(store, slug, organizationKey)) : undefined;
  const alikeAmong = async (nearest: readonly Candidate[]): Promise<LookAlike[]> => {
    const signed = await Promise.all(
      nearest.map(async (candidate) => ({
        candidate,
        holders: (await ifReadable(holdersOf(store, candidate, { slug, own, now }))) ?? [],
      })),
    );
    return signed.flatMap(({ candidate, holders }) =>
      holders
        .filter(({ holder }) => holder.id !== id)
        .map(({ holder, isRejected }) => ({
          organizationKey: candidate.key,
          id: holder.id,
          score: similarity(forms, candidate.forms, placesOf(details, holder)).score,
          isRejected,
        }))
        .filter(({ score }) => score >= minSimilarity),
    );
  };
  const ofKind = async (wanted: boolean): Promise<LookAlike[]> => {
    const nearest = candidates.filter(({ isRejected }) => isRejected === wanted).slice(0, maxClaimsRead);
    const first = await alikeAmong(nearest.slice(0, maxLookAlikes));
    // Of a name that was put there as that of one who stands, another one may have been rejected.
    const isEnough = first.filter(({ isRejected }) => isRejected === wanted).length >= maxLookAlikes;
    return isEnough ? first : [...first, ...(await alikeAmong(nearest.slice(maxLookAlikes)))];
  };
  const found = (await Promise.all([ofKind(false), ofKind(true)])).flat();
  const distinct = [...Map.groupBy(found, (each) => each.id).values()].flatMap(([each]) => each ?? []);
  return [false, true].flatMap((wanted) =>
    distinct.filter(({ isRejected }) => isRejected === wanted).slice(0, maxLookAlikes),
  );
}

interface Candidate {
  key: string;
  forms: IndexedName[];
  /** Its entries, one for each sign-on and bucket. */
  entries: readonly IndexedName[];
  score: number;
  /** Whether it is there only as the name of a rejected sign-on. */
  isRejected: boolean;
}

function bestOfEachKey(
  forms: readonly ComparisonForm[],
  indexed: readonly IndexedName[],
  places: Places,
): Candidate[] {
  const wordsOf = (names: readonly Pick<ComparisonForm, 'words'>[]): string[] =>
    names.flatMap(({ words }) => words.split(' ').map(withoutFullStop));
  return [...Map.groupBy(indexed, ({ organizationKey }) => organizationKey)].map(([key, entries]) => {
    // Several sign-ons may have one name.
    const found = [...new Map(entries.map((entry) => [entry.words, entry])).values()];
    // The town of the other one may be what one of the names has more, or has otherwise.
    const theirs = [...new Set(entries.flatMap(({ towns }) => towns?.split(',') ?? []))];
    const either = new Set(wordsOf([...forms, ...found]));
    const inNames = theirs
      .map((words) => words.split(' '))
      .filter((words) => words.every((word) => either.has(word)));
    const ways = [
      undefined,
      { ...places, towns: [...(places.towns ?? []), ...inNames] },
      { ...places, cityNames: places.cityNames?.length ? places.cityNames : theirs },
    ];
    return {
      key,
      forms: found,
      entries,
      score: Math.max(...ways.map((way) => similarity(forms, found, way).score)),
      isRejected: entries.every(({ isRejected }) => isRejected === true),
    };
  });
}

async function indexedNames(
  store: Store,
  {
    slug,
    organizationKey,
    forms,
    towns,
    now,
  }: {
    slug: string;
    organizationKey: string;
    forms: readonly ComparisonForm[];
    towns: readonly string[][];
    now: Date;
  },
): Promise<IndexedName[]> {
  const found = await Promise.all(
    bucketsOf(forms, towns).map(
      async ({ bucket, lookAt }) =>
        await namesIn(
          store,
          { PK: lookAlikePartition(slug, bucket), ...(lookAt && { prefix: lookAt }) },
          now,
        ),
    ),
  );
  return found.flat().filter((name) => name.organizationKey !== organizationKey);
}

/**
 * The names of a bucket. Of a fuller one, the first. After a page with new ones it reads on: many buttons that are
 * pressed at one moment must not hide a name, even if none of theirs counts. It also reads on for as many names as were
 * rejected ones.
 */
async function namesIn(
  store: Store,
  bucket: Pick<QueryOptions, 'PK' | 'prefix'>,
  now: Date,
): Promise<IndexedName[]> {
  const names: IndexedName[] = [];
  let after: Key | undefined;
  for (let page = 0; page < maxPagesOfBucket; page++) {
    const { items, next } = await store.query(indexedSchema, { ...bucket, after, limit: maxNamesPerBucket });
    names.push(...items);
    const isFull = names.filter(({ isRejected }) => !isRejected).length >= maxNamesPerBucket;
    if (!next || (isFull && !items.some((name) => isNew(name, now)))) break;
    after = next;
  }
  return names;
}

const rootOf = async (store: Store, slug: string, organizationKey: string): Promise<string> =>
  (await findClaim(store, { slug, organizationKey, id: '' })).reference.organizationKey;

/**
 * The holders of a name's claims, unless an organizer has merged the name with the own one. Several organizations of one
 * name have a claim each. While nobody holds a claim: one that was rejected, one that has left it and still stands,
 * and those that are about to count.
 */
async function holdersOf(
  store: Store,
  { key, entries }: Candidate,
  { slug, own, now }: { slug: string; own: string | undefined; now: Date },
): Promise<{ holder: SignOn; isRejected: boolean }[]> {
  const named = await findClaim(store, { slug, organizationKey: key, id: '' });
  const ofNamesakes = await Promise.all(
    named.namesakes.map(
      async (namesake) => await findClaim(store, { slug, organizationKey: namesake, id: '' }),
    ),
  );
  const others = [named, ...ofNamesakes].filter(({ reference }) => reference.organizationKey !== own);
  const holders = others.map(async ({ claim: { holder, rejected, former } }) => {
    const pending = holder === undefined ? pendingAt(now, entries) : [];
    const noted = [...(rejected ?? [])];
    const rejectedOne = noted.find((id) => entries.some((entry) => entry.id === id)) ?? noted[0];
    const ids = holder === undefined ? [rejectedOne, former, ...pending] : [holder];
    const rows = await readSignOns(store, { slug, ids: new Set(ids.filter((id) => id !== undefined)), now });
    return rows
      .map((row) => ({ holder: row, isRejected: holder === undefined && row.id === rejectedOne }))
      .filter(
        ({ holder: row, isRejected }) =>
          isRejected ||
          row.id === holder ||
          (row.id === former && stillStands(row)) ||
          (pending.includes(row.id) && row.status !== 'rejected'),
      );
  });
  return (await Promise.all(holders)).flat();
}

/** Sign-ons whose entry is so new that the write which makes them count may follow. It goes again if they do not. */
function pendingAt(now: Date, entries: readonly IndexedName[]): string[] {
  const ids = entries.flatMap((entry) =>
    entry.id !== undefined && !entry.isRejected && isNew(entry, now) ? [entry.id] : [],
  );
  return [...new Set(ids)].slice(0, maxPendingRead);
}

const isNew = ({ indexedAt }: IndexedName, now: Date): boolean =>
  indexedAt !== undefined && Date.parse(indexedAt) >= now.getTime() - pendingSeconds * 1000;

function placesOf(details: Details, { signed, submission }: SignOn): Places {
  const other: Partial<Details> = signed ?? submission ?? {};
  const isElsewhere = differInPlace(details, other);
  const [own, theirs] = [details, other].map((place) => (isElsewhere ? [] : cityNames(place)));
  return {
    one: placeWords(details.city, details.region),
    other: placeWords(other.city, other.region),
    // Whoever gives no place may be in that of the other. One without a place that has signed may be the whole of which
    // this is a chapter.
    towns: [
      ...(isSamePlace(details, other) ? townWords(details) : []),
      ...(isElsewhere ? [] : townWords(other)),
    ],
    cityNames: own?.length ? own : (theirs ?? []),
  };
}
