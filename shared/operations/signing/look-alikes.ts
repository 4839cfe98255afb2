import * as z from 'zod';
import { blocksOf, nearEnough, type Places, placeWords, similarity } from '../../organization/look-alike.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import { lookAlikeKey, lookAlikePartition } from '../../table/keys.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store, Update } from '../../table/table.ts';

const indexedSchema = z.object({ organizationKey: z.string() });

/** Names that one drawer gives; in a fuller one those that stand nearest are looked at. */
const maxNamesPerBucket = 40;

/** Look-alikes whose sign-ons are read. */
const maxSignOnsRead = 5;

export interface LookAlike {
  organizationKey: string;
  /** The sign-on that holds the place. */
  id: string;
  score: number;
}

export interface LookAlikeQuery {
  slug: string;
  organizationKey: string;
  details: Details;
  now: Date;
}

/** Signed names that are nearly this one, nearest first. The number of reads does not grow with the campaign. */
export async function findLookAlikes(
  store: Store,
  { slug, organizationKey, details, now }: LookAlikeQuery,
): Promise<LookAlike[]> {
  const candidates = (await indexedNames(store, slug, organizationKey))
    .map((key) => ({ key, score: similarity(organizationKey, key) }))
    .filter(({ score }) => score >= nearEnough)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, maxSignOnsRead);
  const own = candidates.length > 0 ? await rootOf(store, slug, organizationKey) : '';
  const signed = await Promise.all(
    candidates.map(async ({ key }) => await holderOf(store, { slug, key, own, now })),
  );
  const alike = new Map<string, LookAlike>();
  for (const [index, holder] of signed.entries()) {
    const key = candidates[index]?.key ?? '';
    const score = holder ? similarity(organizationKey, key, placesOf(details, holder)) : 0;
    if (holder && score >= nearEnough && !alike.has(holder.id))
      alike.set(holder.id, { organizationKey: key, id: holder.id, score });
  }
  return [...alike.values()];
}

async function indexedNames(store: Store, slug: string, organizationKey: string): Promise<string[]> {
  const drawers = await Promise.all(
    blocksOf(organizationKey).map(
      async ({ block, lookAt }) =>
        await store.query(indexedSchema, {
          PK: lookAlikePartition(slug, block),
          ...(lookAt && { prefix: lookAt }),
          limit: maxNamesPerBucket,
          consistent: false,
        }),
    ),
  );
  const keys = new Set(drawers.flatMap(({ items }) => items.map((item) => item.organizationKey)));
  keys.delete(organizationKey);
  return [...keys];
}

const rootOf = async (store: Store, slug: string, organizationKey: string): Promise<string> =>
  (await findClaim(store, { slug, organizationKey, id: '' })).reference.organizationKey;

/** Whoever signs for a name, unless it was taken back, or the two are one organization by an organizer's decision. */
async function holderOf(
  store: Store,
  { slug, key, own, now }: { slug: string; key: string; own: string; now: Date },
): Promise<SignOn | undefined> {
  const { claim, reference } = await findClaim(store, { slug, organizationKey: key, id: '' });
  if (claim.holder === undefined || reference.organizationKey === own) return undefined;
  return await readSignOn(store, { slug, id: claim.holder, now });
}

const placesOf = (details: Details, { signed }: SignOn): Places => ({
  one: placeWords(details.city, details.region),
  other: placeWords(signed?.city, signed?.region),
});

/** The writes that put a name into its drawers; the same ones whenever the name is signed again. */
export const lookAlikeIndexWrites = (slug: string, organizationKey: string): Update[] =>
  blocksOf(organizationKey).map(({ block, sort }) => ({
    key: lookAlikeKey(slug, block, sort, organizationKey),
    update: 'SET organizationKey = :key',
    values: { ':key': organizationKey },
  }));
