import { errorFields, log } from '../../log.ts';
import { bucketsOf } from '../../organization/buckets.ts';
import { comparisonForms } from '../../organization/comparison-forms.ts';
import { keyOfName } from '../../organization/key.ts';
import { townWords } from '../../organization/look-alike.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import { type Key, lookAlikeKey } from '../../table/keys.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import { type NewItem, type Store, undefinedIfUnreadable } from '../../table/table.ts';

/**
 * The index in which `look-alikes.ts` finds names. A sign-on has entries for the words with which it stands. They are
 * put there before the transaction that makes it count, so that of two look-alikes at the same moment one sees the
 * other. They are removed once it does not stand with them, so that nobody can fill a bucket without a trace.
 */

type Indexed = Pick<SignOn, 'slug' | 'id'>;
type Words = Details | undefined;

/** Time and order of what a request does. */
interface Request {
  now: Date;
  newUlid: () => string;
}

/** The items that put a sign-on's words into their buckets. */
export const lookAlikeEntries = (
  { slug, id }: Indexed,
  details: Words,
  { now, mark }: { now: Date; mark: string },
): NewItem[] => {
  const organizationKey = keyOfName(details);
  return bucketsOf(comparisonForms(details?.organizationName ?? ''), townWords(details ?? {})).map(
    ({ bucket, sort, form }) => ({
      ...lookAlikeKey(slug, { bucket, sort, organizationKey, id }),
      organizationKey,
      id,
      words: form.words,
      isPart: form.isPart,
      indexedAt: now.toISOString(),
      mark,
    }),
  );
};

/** Keys of the entries that a sign-on has with these words. */
export const lookAlikeKeys = (signOn: Indexed, details: Words): Key[] =>
  lookAlikeEntries(signOn, details, { now: new Date(0), mark: '' }).map(({ PK, SK }) => ({ PK, SK }));

/** Puts a sign-on's words into the index. It must come before the transaction that makes it count with them. */
export const indexName = async (
  store: Store,
  signOn: Indexed,
  details: Words,
  { now, newUlid }: Request,
): Promise<void> => await store.putAll(lookAlikeEntries(signOn, details, { now, mark: newUlid() }));

/** Whether a sign-on's name is to be found: it counts, is asked to agree, was rejected, or an organizer has placed it. */
export const isIndexed = ({
  kind,
  status,
  review,
  eligible,
  askedAgainAt,
  decidedAt,
}: Pick<SignOn, 'kind' | 'status' | 'review' | 'eligible' | 'askedAgainAt' | 'decidedAt'>): boolean =>
  kind === 'organization' &&
  (status === 'rejected' ||
    (status === 'confirmed' &&
      review !== 'waiting' &&
      (eligible === 'yes' || askedAgainAt !== undefined || decidedAt !== undefined)));

/** Whether two words have the same entries. */
export const hasSameEntries = (signOn: Indexed, one: Words, other: Words): boolean =>
  entriesBut(signOn, [one], other).length === 0 && entriesBut(signOn, [other], one).length === 0;

/** Keys of the entries of some words that other words do not have. */
function entriesBut(signOn: Indexed, words: readonly Words[], stays: Words): Key[] {
  const keysOf = (details: Words): Key[] =>
    details?.organizationName === undefined ? [] : lookAlikeKeys(signOn, details);
  const nameOf = ({ PK, SK }: Key): string => `${PK} ${SK}`;
  const staying = new Set(keysOf(stays).map(nameOf));
  const leaving = words.flatMap(keysOf).filter((key) => !staying.has(nameOf(key)));
  return [...new Map(leaving.map((key) => [nameOf(key), key])).values()];
}

/**
 * Whether a name is one by which nobody else finds an organization: a merge has joined it to one that counts under
 * another name, or the sign-on had it before an organizer approved another one, and still stands.
 */
async function isOtherName(
  store: Store,
  { slug, id }: Indexed,
  details: Words,
  { now, stands }: { now: Date; stands: boolean },
): Promise<boolean> {
  const organizationKey = keyOfName(details);
  const found = await undefinedIfUnreadable(findClaim(store, { slug, organizationKey, id }));
  // Whoever reads the claim next tells of it.
  if (!found) return true;
  const { claim } = found;
  if (claim.holder === undefined) return stands && claim.former === id;
  const holder = await readSignOn(store, { slug, id: claim.holder, now });
  return holder !== undefined && holder.id !== id && keyOfName(holder.signed) !== organizationKey;
}

/**
 * Removes a sign-on's entries of these words from the index, but those of the words with which it stands, and those by
 * which another name of an organization is found (`isOtherName`). For after the transaction: without `stays`, the row is
 * read. Entries with a mark after `upTo`, which is from before the transaction,
 * stay: they are of a request that has read the row since, and may make it count. A failure is logged and stops nothing:
 * the change is made, and an entry too many only takes a place.
 */
export async function leaveIndex(
  store: Store,
  input: {
    signOn: Indexed;
    words: readonly Words[];
    /** Of these words, those whose spelling has just been mended. */
    mended?: Words;
    stays?: Words;
    upTo?: string | undefined;
  } & Request,
): Promise<void> {
  const { signOn, words, mended, stays, now, newUlid, upTo = newUlid() } = input;
  const { slug, id } = signOn;
  // Nearly always the words are the very ones that stay, and nothing need be computed.
  const other = words.filter((details) => details !== stays);
  if (other.length === 0 || entriesBut(signOn, other, stays).length === 0) return;
  try {
    const row = stays ? undefined : await readSignOn(store, { slug, id, now });
    const stands = stays !== undefined || (row !== undefined && isIndexed(row));
    const own = stays ?? (stands ? row?.signed : undefined);
    const others = await Promise.all(
      other.map(async (details) => {
        const isFound = await isOtherName(store, signOn, details, {
          now,
          stands: stands && details !== mended,
        });
        return isFound ? [] : [details];
      }),
    );
    const leaving = entriesBut(signOn, others.flat(), own);
    const removal = { condition: 'mark <= :upTo', values: { ':upTo': upTo } };
    await Promise.all(leaving.map((remove) => store.remove({ remove, ...removal })));
  } catch (error) {
    log('warn', 'name not removed from the index', { slug, ...errorFields(error) });
  }
}
