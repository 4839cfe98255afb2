import * as z from 'zod';
import { instantSchema } from '../../campaign/settings.ts';
import { bucketsOf } from '../../organization/buckets.ts';
import { type ComparisonForm, comparisonForms } from '../../organization/comparison-forms.ts';
import { keyOfName } from '../../organization/key.ts';
import {
  minSimilarity,
  type Places,
  placeWords,
  similarity,
  townWords,
} from '../../organization/look-alike.ts';
import { isSamePlace } from '../../organization/same-place.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import { lookAlikeKey, lookAlikePartition } from '../../table/keys.ts';
import { readSignOns } from '../../table/sign-ons.ts';
import type { NewItem, Store } from '../../table/table.ts';

/** Which sign-on was about to be confirmed with a name, and when. */
const confirmingSchema = z.object({ id: z.string(), at: instantSchema });

const indexedSchema = z.object({
  organizationKey: z.string(),
  words: z.string(),
  isPart: z.boolean(),
  /** The last one. Its transaction may be about to be written. */
  confirming: confirmingSchema.optional(),
});
type IndexedName = z.infer<typeof indexedSchema>;

/** Names read from one bucket. Of a fuller one, the nearest in sort order are read. */
const maxNamesPerBucket = 40;

/** Look-alikes that are found, and names whose claims are read first. If fewer are signed, the others are read. */
const maxLookAlikes = 5;

/** Seconds for which a name in the index may still be about to be signed. Functions of the API end sooner. */
const confirmingSeconds = 60;

/** Names whose claims are read. A withdrawn one stays in the index, and must not hide one that is still signed. */
const maxClaimsRead = 40;

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
 * Signed names that are nearly this one, those that are confirmed at this moment or were asked to agree to a changed
 * letter, and those that were rejected, nearest first. The number of reads does not grow with the campaign.
 */
export async function findLookAlikes(
  store: Store,
  { slug, id, organizationKey, details, now, ifReadable }: LookAlikeQuery,
): Promise<LookAlike[]> {
  const forms = comparisonForms(details.organizationName ?? '');
  const place = placeWords(details.city, details.region);
  const towns = townWords(details);
  const indexed = await indexedNames(store, { slug, organizationKey, forms, towns });
  // As if each were in the same place, which is read later.
  const candidates = bestOfEachKey(forms, indexed, { one: place, other: place, towns })
    .filter(({ score }) => score >= minSimilarity)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, maxClaimsRead);
  const own = candidates.length > 0 ? await ifReadable(rootOf(store, slug, organizationKey)) : undefined;
  const alike = new Map<string, LookAlike>();
  for (const nearest of [candidates.slice(0, maxLookAlikes), candidates.slice(maxLookAlikes)]) {
    if (alike.size === maxLookAlikes) break;
    const signed = await Promise.all(
      nearest.map(async (candidate) => ({
        candidate,
        holders: (await ifReadable(holdersOf(store, candidate, { slug, own, now }))) ?? [],
      })),
    );
    for (const { candidate, holders } of signed)
      for (const { holder, isRejected } of holders) {
        if (holder.id === id || alike.has(holder.id)) continue;
        const { score } = similarity(forms, candidate.forms, placesOf(details, holder));
        if (score >= minSimilarity)
          alike.set(holder.id, { organizationKey: candidate.key, id: holder.id, score, isRejected });
      }
  }
  return [...alike.values()].slice(0, maxLookAlikes);
}

interface Candidate {
  key: string;
  forms: IndexedName[];
  score: number;
}

function bestOfEachKey(
  forms: readonly ComparisonForm[],
  indexed: readonly IndexedName[],
  places: Places,
): Candidate[] {
  return [...Map.groupBy(indexed, ({ organizationKey }) => organizationKey)].map(([key, found]) => ({
    key,
    forms: found,
    score: Math.max(similarity(forms, found).score, similarity(forms, found, places).score),
  }));
}

async function indexedNames(
  store: Store,
  {
    slug,
    organizationKey,
    forms,
    towns,
  }: { slug: string; organizationKey: string; forms: ComparisonForm[]; towns: readonly string[][] },
): Promise<IndexedName[]> {
  const found = await Promise.all(
    bucketsOf(forms, towns).map(
      async ({ bucket, lookAt }) =>
        await store.query(indexedSchema, {
          PK: lookAlikePartition(slug, bucket),
          ...(lookAt && { prefix: lookAt }),
          limit: maxNamesPerBucket,
        }),
    ),
  );
  const names = new Map<string, IndexedName>();
  for (const name of found.flatMap(({ items }) => items))
    if (name.organizationKey !== organizationKey) names.set(`${name.words}#${name.organizationKey}`, name);
  return [...names.values()];
}

const rootOf = async (store: Store, slug: string, organizationKey: string): Promise<string> =>
  (await findClaim(store, { slug, organizationKey, id: '' })).reference.organizationKey;

/**
 * The holders of a name's claims, unless an organizer has merged the name with the own one. Several organizations of one
 * name have a claim each. While nobody holds a claim: the one that was rejected, or one that is asked to agree to a
 * changed letter or is about to be confirmed.
 */
async function holdersOf(
  store: Store,
  { key, forms }: Candidate,
  { slug, own, now }: { slug: string; own: string | undefined; now: Date },
): Promise<{ holder: SignOn; isRejected: boolean }[]> {
  const named = await findClaim(store, { slug, organizationKey: key, id: '' });
  const ofNamesakes = await Promise.all(
    named.namesakes.map(
      async (namesake) => await findClaim(store, { slug, organizationKey: namesake, id: '' }),
    ),
  );
  const others = [named, ...ofNamesakes].filter(({ reference }) => reference.organizationKey !== own);
  const holders = others.map(async ({ claim }) => {
    const known = claim.holder ?? claim.rejected;
    const ids = known === undefined ? [claim.former, confirmingAt(now, forms)] : [known];
    const rows = await readSignOns(store, { slug, ids: new Set(ids.filter((id) => id !== undefined)), now });
    const holder =
      known === undefined
        ? rows.find((row) => (row.id === claim.former && stillStands(row)) || isAboutToHold(row, key))
        : rows[0];
    return holder ? [{ holder, isRejected: known !== undefined && claim.holder === undefined }] : [];
  });
  return (await Promise.all(holders)).flat();
}

function confirmingAt(now: Date, forms: readonly IndexedName[]): string | undefined {
  const from = now.getTime() - confirmingSeconds * 1000;
  return forms.find(({ confirming }) => confirming && Date.parse(confirming.at) >= from)?.confirming?.id;
}

/** Whether who left a claim counts under another name, or will by agreeing to a changed letter. */
const stillStands = ({ status, eligible, askedAgainAt, review }: SignOn): boolean =>
  status === 'confirmed' && (eligible === 'yes' || (askedAgainAt !== undefined && review !== 'waiting'));

/** Whether a sign-on that did not hold the claim when that was read will hold it with its button, or does by now. */
function isAboutToHold(
  { status, eligible, askedAgainAt, review, signed, submission }: SignOn,
  key: string,
): boolean {
  if (status === 'rejected') return false;
  if (status !== 'confirmed') return submission !== undefined && keyOfName(submission) === key;
  const isAsked = askedAgainAt !== undefined && review !== 'waiting';
  return (eligible === 'yes' || isAsked) && keyOfName(signed) === key;
}

function placesOf(details: Details, { signed, submission }: SignOn): Places {
  const other = signed ?? submission;
  const isSameTown = other !== undefined && isSamePlace(details, other);
  return {
    one: placeWords(details.city, details.region),
    other: placeWords(other?.city, other?.region),
    towns: isSameTown ? [...townWords(details), ...townWords(other)] : [],
  };
}

/**
 * Puts a name into its buckets, so that others find it once it has a claim. With `confirming`, the sign-on that is about
 * to be confirmed with it, a look-alike at the same moment finds it, too. It must come before the transaction that
 * makes it count.
 */
export const indexName = async (
  store: Store,
  slug: string,
  details: Details | undefined,
  confirming?: { id: string; at: string },
): Promise<void> =>
  await store.putAll(
    lookAlikeEntries(slug, {
      organizationKey: keyOfName(details),
      details,
      ...(confirming && { confirming }),
    }),
  );

/** The items that put a name into its buckets, for the search of others. */
export const lookAlikeEntries = (
  slug: string,
  {
    organizationKey,
    details,
    confirming,
  }: {
    organizationKey: string;
    details: Details | undefined;
    /** The sign-on that is about to be confirmed with it, so that a look-alike at the same moment sees it. */
    confirming?: { id: string; at: string };
  },
): NewItem[] =>
  bucketsOf(comparisonForms(details?.organizationName ?? ''), townWords(details ?? {})).map(
    ({ bucket, sort, form }) => ({
      ...lookAlikeKey(slug, bucket, sort, organizationKey),
      organizationKey,
      words: form.words,
      isPart: form.isPart,
      confirming,
    }),
  );
