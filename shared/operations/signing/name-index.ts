import * as z from 'zod';
import type { Settings } from '../../campaign/settings.ts';
import { Failure } from '../../failure.ts';
import { errorFields, log } from '../../log.ts';
import { bucketsOf } from '../../organization/buckets.ts';
import { comparisonForms } from '../../organization/comparison-forms.ts';
import { keyOfName } from '../../organization/key.ts';
import { townWords } from '../../organization/look-alike.ts';
import type { Place } from '../../organization/same-place.ts';
import { hasReview, stillStands } from '../../sign-on/review.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { type Key, lookAlikeKey } from '../../table/keys.ts';
import { maxConflicts } from '../../table/retry-on-conflict.ts';
import { setOrRemove } from '../../table/set-or-remove.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { NewItem, Store, Update } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';

/**
 * The index in which `look-alikes.ts` finds names. A sign-on has entries for the words with which it stands. They are
 * put there before the transaction that makes it count, so that of two look-alikes at the same moment one sees the
 * other. They are removed once it does not stand with them, so that nobody can fill a bucket without a trace. One that
 * was rejected has entries of its own, of which a bucket keeps few. Another name of an organization has one set of
 * entries, of no sign-on: an organizer's decision puts it there, and it stays.
 */

type Indexed = Pick<SignOn, 'slug'> & Partial<Pick<SignOn, 'id'>>;
type SignOnKey = Pick<SignOn, 'slug' | 'id'>;
type Words = Details | undefined;

/** Time and order of what a request does. */
interface Request {
  now: Date;
  newUlid: () => string;
}

/** The words of towns without which a name is found, too. */
export const townsOfBuckets = (place: Place): string[][] => townWords(place, { areBoroughsIncluded: true });

/** The items that put words into their buckets: those of a sign-on, or without an id another name of an organization. */
export const lookAlikeEntries = (
  { slug, id }: Indexed,
  details: Words,
  { now, mark, isRejected = false }: { now: Date; mark: string; isRejected?: boolean },
): NewItem[] => {
  const organizationKey = keyOfName(details);
  const towns = townWords(details ?? {}).map((words) => words.join(' '));
  return bucketsOf(comparisonForms(details?.organizationName ?? ''), townsOfBuckets(details ?? {})).map(
    ({ bucket, sort, form }) => ({
      ...lookAlikeKey(slug, { bucket, sort, organizationKey, id, isRejected }),
      organizationKey,
      id,
      words: form.words,
      isPart: form.isPart,
      ...(towns.length > 0 && { towns: towns.join(',') }),
      indexedAt: now.toISOString(),
      mark,
      ...(isRejected && { isRejected }),
    }),
  );
};

/** Keys of the entries that a sign-on has with these words, as one that stands or as one that was rejected. */
export const lookAlikeKeys = (signOn: Indexed, details: Words, isRejected = false): Key[] =>
  lookAlikeEntries(signOn, details, { now: new Date(0), mark: '', isRejected }).map(({ PK, SK }) => ({
    PK,
    SK,
  }));

/**
 * The writes that put another name of an organization into the index, for the transaction of the decision. Nothing else
 * finds the organization by it: a merge has joined the name to one that counts under another, or an organizer has
 * approved another one instead.
 */
export function otherNameWrites(
  { slug }: Pick<SignOn, 'slug'>,
  details: Words,
  { now, newUlid }: Request,
): Update[] {
  if (details?.organizationName === undefined) return [];
  return lookAlikeEntries({ slug }, details, { now, mark: newUlid() }).map(({ PK, SK, ...attributes }) => {
    const { set, values } = setOrRemove(attributes);
    return { key: { PK, SK }, update: `SET ${set}`, values };
  });
}

/** Rejected names in one bucket. Of more, the last ones stay: whoever is rejected often must not fill it. */
const maxRejectedPerBucket = 20;

/** If more than 20 rejected names are in a bucket by now, the oldest ones leave it. */
async function removeOldestRejected(store: Store, partitions: ReadonlySet<string>): Promise<void> {
  await Promise.all(
    [...partitions].map(async (PK) => {
      const rejected = await rejectedEntries(store, PK);
      const newestFirst = rejected.toSorted((one, other) => (one.mark < other.mark ? 1 : -1));
      await Promise.all(
        newestFirst.slice(maxRejectedPerBucket).map(({ SK, mark }) =>
          // One that was put there again meanwhile stays.
          store.remove({ remove: { PK, SK }, condition: 'mark = :mark', values: { ':mark': mark } }),
        ),
      );
    }),
  );
}

const rejectedEntry = z.object({ SK: z.string(), mark: z.string() });

async function rejectedEntries(store: Store, PK: string): Promise<z.infer<typeof rejectedEntry>[]> {
  const found: z.infer<typeof rejectedEntry>[] = [];
  let after: Key | undefined;
  do {
    const { items, next } = await store.query(rejectedEntry, {
      PK,
      after,
      attributes: ['SK', 'mark', 'isRejected'],
      where: ({ isRejected }) => isRejected?.BOOL === true,
    });
    found.push(...items);
    after = next;
  } while (after);
  return found;
}

/**
 * Makes a change of a sign-on while its words are put into the index, unless they are there. The change gets a promise of
 * that. Both end before this returns, also if one fails, so that whoever removes the words again finds them all.
 */
export async function whileIndexing<Outcome>(
  input: ChangeOfWords,
  change: (indexed: Promise<void>) => Promise<Outcome>,
): Promise<Outcome> {
  const { index, signOn, details } = input;
  const indexed = isNewInIndex(input) ? index.enter(signOn, details) : Promise.resolve();
  const changed = change(indexed);
  await Promise.allSettled([indexed, changed]);
  await indexed;
  return await changed;
}

interface ChangeOfWords {
  index: NameIndex;
  settings: Settings;
  signOn: SignOn;
  details: Details;
  /** Whether the signer agrees to the current letter with these words. One who is asked to is still asked otherwise. */
  agrees: boolean;
}

/** Whether a sign-on may stand with the words, and has no entries of them yet. */
function isNewInIndex({ settings, signOn, details, agrees }: Omit<ChangeOfWords, 'index'>): boolean {
  const { kind, status, eligible, signed } = signOn;
  if (!hasReview(settings) || kind !== 'organization') return false;
  if (agrees && eligible !== 'yes') return true;
  return status === 'confirmed' && !hasSameEntries(signOn, signed, details);
}

/** Whether two words have the same entries. */
const hasSameEntries = (signOn: Indexed, one: Words, other: Words): boolean =>
  entriesBut(signOn, [one], other).length === 0 && entriesBut(signOn, [other], one).length === 0;

/** Keys of the entries of some words that other words do not have. */
function entriesBut(signOn: Indexed, words: Iterable<Words>, stays: Words, isRejected = false): Key[] {
  // Nearly always the words are the very ones that stay, and nothing need be computed.
  const others = [...words].filter((details) => details !== stays);
  const keysOf = (details: Words): Key[] =>
    details?.organizationName === undefined ? [] : lookAlikeKeys(signOn, details, isRejected);
  const nameOf = ({ PK, SK }: Key): string => `${PK} ${SK}`;
  const leaving = new Map(others.flatMap(keysOf).map((key) => [nameOf(key), key]));
  if (leaving.size > 0) for (const key of keysOf(stays)) leaving.delete(nameOf(key));
  return [...leaving.values()];
}

/** What a change of sign-ons does with the index (`withIndex`). */
export interface NameIndex {
  /** Puts words of a sign-on there. It must come before the transaction that makes it count with them. */
  enter(signOn: SignOnKey, details: Words): Promise<void>;
  /** Puts them there as those of a rejected one. */
  enterRejected(signOn: SignOnKey, details: Words): Promise<void>;
  /** Says that the row may change, so that what it has there may go. */
  changes(signOn: SignOn): void;
  /** Says that a sign-on counts with these words by now, so that its row need not be read for them. */
  counts(signOn: SignOnKey, details: Words): void;
}

/** Words that a sign-on may have in the index, as one that stands or as one that was rejected. */
interface Touched {
  signOn: SignOnKey;
  own: Set<Words>;
  rejected: Set<Words>;
  counts?: Words;
}

/**
 * Makes a change of sign-ons. At its end, also if it fails, the index matches their rows: of what they had there before,
 * and of what the change has put there, all goes that the rows do not need. Not sooner: a removal marks the row, so two
 * changes that are tried again would make each other fail.
 */
export async function withIndex<Outcome>(
  store: Store,
  request: Request,
  change: (index: NameIndex) => Promise<Outcome>,
): Promise<Outcome> {
  const all = new Map<string, Touched>();
  const touched = ({ slug, id }: SignOnKey): Touched => {
    const each = all.get(id) ?? { signOn: { slug, id }, own: new Set(), rejected: new Set() };
    all.set(id, each);
    return each;
  };
  const put = async (signOn: SignOnKey, details: Words, isRejected = false): Promise<Set<string>> => {
    const entry = { now: request.now, mark: request.newUlid(), isRejected };
    const entries = lookAlikeEntries(signOn, details, entry);
    await store.putAll(entries);
    return new Set(entries.map(({ PK }) => PK));
  };
  const index: NameIndex = {
    enter: async (signOn, details) => {
      touched(signOn).own.add(details);
      await put(signOn, details);
    },
    enterRejected: async (signOn, details) => {
      touched(signOn).rejected.add(details);
      await removeOldestRejected(store, await put(signOn, details, true));
    },
    changes: (signOn) => {
      const { own, rejected } = indexedWords(signOn);
      touched(signOn).own.add(own);
      touched(signOn).rejected.add(rejected);
    },
    counts: (signOn, details) => {
      touched(signOn).counts = details;
    },
  };
  try {
    return await change(index);
  } finally {
    for (const each of all.values()) await leaveIndex(store, each, request);
  }
}

/** The words that a sign-on has in the index: those with which it stands, or was rejected. */
const indexedWords = (signOn: SignOn | undefined): { own?: Words; rejected?: Words } => ({
  own: signOn && stillStands(signOn) ? signOn.signed : undefined,
  rejected: signOn?.status === 'rejected' ? signOn.signed : undefined,
});

/** A failure is logged and stops nothing: the change is made, and an entry too many only takes a place. */
async function leaveIndex(store: Store, touched: Touched, request: Request): Promise<void> {
  if (entriesLeft(touched, { own: touched.counts }).length === 0) return;
  try {
    for (let tries = 0; tries < maxConflicts; tries++)
      if (await removedUnchanged(store, touched, request)) return;
    throw new Failure('throttled', 'leave index', 'TooManyChangesAtOnce');
  } catch (error) {
    log('warn', 'name not removed from the index', { slug: touched.signOn.slug, ...errorFields(error) });
  }
}

/** Keys of the entries that a sign-on may have, and does not need. */
const entriesLeft = (
  { signOn, own, rejected }: Touched,
  needed: { own?: Words; rejected?: Words },
): Key[] => [...entriesBut(signOn, own, needed.own), ...entriesBut(signOn, rejected, needed.rejected, true)];

/**
 * Removes the entries if the row is still as it is read here. Returns false if it has changed; then nothing is removed.
 * Another request may have put entries there by now, and be about to make the sign-on count with them. So the row gets a
 * mark first: whatever was decided on the row without it fails, and is decided again with entries whose mark is later.
 */
async function removedUnchanged(store: Store, touched: Touched, { now, newUlid }: Request): Promise<boolean> {
  const row = await readSignOn(store, { ...touched.signOn, now });
  const left = entriesLeft(touched, indexedWords(row));
  if (left.length === 0) return true;
  const mark = newUlid();
  if (row && !(await store.update(updateIfUnchanged(row, 'SET indexMark = :mark', { ':mark': mark }))))
    return false;
  const removal = { condition: 'mark <= :mark', values: { ':mark': mark } };
  await Promise.all(left.map((remove) => store.remove({ remove, ...removal })));
  return true;
}
