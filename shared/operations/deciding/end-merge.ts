import { keyOfName } from '../../organization/key.ts';
import { needsDecisionForVacantClaim } from '../../sign-on/review.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import {
  claimSchema,
  type FoundClaim,
  findClaim,
  replaceClaim,
  unchangedMerges,
} from '../../table/claims.ts';
import { claimKey } from '../../table/keys.ts';
import { readSettings } from '../../table/settings.ts';
import { readSignOn, readSignOns } from '../../table/sign-ons.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import type { NameIndex } from '../signing/name-index.ts';
import { vacancyWrites } from '../signing/release-claim.ts';
import { websiteIndexWrites } from '../signing/websites.ts';
import { approvedUpdate, type DecisionInput, unchangedSignOn } from './decision-writes.ts';

/** A merge that a split ends. */
export interface MergeToEnd {
  /** Key of the claim that was merged. It becomes separate again. */
  key: string;
  /** Who holds that claim after the split. */
  separated: SignOn;
  /** Who holds the claim that it was merged into. Undefined if nobody can. */
  kept: SignOn | undefined;
  /** All who hold the joint claim or wait for it, and the ids of those whose own claim leads through `key`. */
  rows: SignOn[];
  moved: ReadonlySet<string>;
}

interface MergedSignOn extends Pick<DecisionInput, 'signOn' | 'now'> {
  found: FoundClaim;
  ownKey: string;
}

/**
 * Finds the merge that joins a sign-on with the one that counts: the sign-on's claim was merged, or the other's was
 * merged into it. Of several merges that lead there it is the last one. If the sign-on itself counts, the claim that it leaves goes back to the one that held it before.
 * Undefined if both have the same own claim, since no merge joins them.
 */
export async function readMergeToEnd(
  store: Store,
  { signOn, now, found, ownKey }: MergedSignOn,
): Promise<MergeToEnd | undefined> {
  const { slug, id } = signOn;
  const { holder, waiting = [] } = found.claim;
  const ids = new Set([...waiting, ...(holder === undefined ? [] : [holder])]);
  const read = await Promise.all(
    [...ids].map(async (each) => (each === id ? signOn : await readSignOn(store, { slug, id: each, now }))),
  );
  const rows = read.filter((row) => row !== undefined);
  const chains = new Map(
    await Promise.all(rows.map(async (row) => [row.id, await chainOf(store, row)] as const)),
  );
  const leadingThrough = (key: string): Set<string> =>
    new Set(rows.filter((row) => chains.get(row.id)?.includes(key)).map((row) => row.id));

  const other = rows.find((row) => row.id === holder && row.id !== id);
  const chainOfOther = (other && chains.get(other.id)) ?? [];
  const at = chainOfOther.indexOf(ownKey);
  if (at === 0) return undefined;
  const mergedIntoOwn = chainOfOther[at - 1];
  if (other && mergedIntoOwn !== undefined)
    return { key: mergedIntoOwn, separated: other, kept: signOn, rows, moved: leadingThrough(mergedIntoOwn) };
  if (found.chain.length === 1) return undefined;
  // The last of its merges: by an earlier one, others may be of its organization.
  const key = (other && found.chain.findLast((each) => !chainOfOther.includes(each))) ?? ownKey;
  const moved = leadingThrough(key);
  const staying = rows.filter((row) => row.id !== id && !moved.has(row.id));
  const kept = other ?? (holder === id ? await lastHolder(store, slug, staying) : undefined);
  return { key, separated: signOn, kept, rows, moved };
}

async function chainOf(store: Store, row: SignOn): Promise<string[]> {
  const { slug, id } = row;
  return (await findClaim(store, { slug, id, organizationKey: ownKeyOf(row) })).chain;
}

/**
 * Of those who wait, the one about whom organizers decided last, since a promotion has put it there; else the earliest.
 * Whoever an organizer must decide about does not count without a decision.
 */
async function lastHolder(
  store: Store,
  slug: string,
  waiting: readonly SignOn[],
): Promise<SignOn | undefined> {
  const settings = (await readSettings(store, slug))?.settings ?? {};
  const decided = ({ decidedAt = '' }: SignOn): number => Date.parse(decidedAt) || 0;
  const confirmed = ({ confirmedAt = '' }: SignOn): number => Date.parse(confirmedAt) || 0;
  return waiting
    .filter((row) => !needsDecisionForVacantClaim(row, settings))
    .toSorted((one, other) => decided(other) - decided(one) || confirmed(one) - confirmed(other))[0];
}

/** The writes that end a merge. All rows that were read are in the transaction. */
export async function endMergeWrites(
  store: Store,
  deciding: DecisionInput & { index: NameIndex },
  { found, ownKey }: Pick<MergedSignOn, 'found' | 'ownKey'>,
  merge: MergeToEnd,
): Promise<Write[]> {
  const { signOn } = deciding;
  const { key, separated, kept, rows, moved } = merge;
  const { slug } = signOn;
  for (const row of [separated, kept])
    if (row?.eligible === 'no') await deciding.index.enter(row, row.signed);
  const { claim, chain, reference } = found;
  const root = reference.organizationKey;
  const queue = rows.filter((row) => row.id !== separated.id && row.id !== kept?.id);
  const joining = queue.filter((row) => moved.has(row.id));
  const staying = queue.filter((row) => !moved.has(row.id));
  const own = (await store.get(claimSchema, claimKey(slug, key))) ?? {};
  const leadsThrough = (chain: readonly string[]): boolean => chain.includes(key);
  const rejected = await rejectedThrough(store, deciding, claim.rejected ?? new Set(), leadsThrough);
  return [
    separated.eligible === 'yes'
      ? await placedUpdate(store, separated, key, leadsThrough)
      : countedUpdate(
          separated,
          { key, ownKey: separated === signOn ? ownKey : ownKeyOf(separated) },
          deciding,
        ),
    ...(kept
      ? [keptUpdate(kept, { key: root, ownKey: kept === signOn ? ownKey : ownKeyOf(kept) }, deciding)]
      : []),
    replaceClaim(
      { slug, organizationKey: key },
      own,
      { holder: separated.id, waiting: idsOf(joining) },
      { rejected: idsOf(rejected) },
    ),
    replaceClaim(
      reference,
      claim,
      { ...(kept && { holder: kept.id }), waiting: idsOf(staying) },
      { forgotten: idsOf(rejected) },
    ),
    // If one of the two has just been rejected, its own write fails.
    ...rejected.filter(({ id }) => id !== separated.id && id !== kept?.id).map(unchangedSignOn),
    ...unchangedMerges(slug, chain).filter((other) => other.key.PK !== claimKey(slug, key).PK),
    ...(await Promise.all(joining.map((row) => placedUpdate(store, row, key, leadsThrough)))),
    ...(await Promise.all(
      staying.map((row) => placedUpdate(store, row, root, (chain) => !leadsThrough(chain))),
    )),
    ...(claim.holder === signOn.id && !kept ? vacatedWrites(deciding, root, staying) : []),
    ...(await websiteWrites(store, deciding, [separated, ...(kept ? [kept] : [])])),
  ];
}

/** The sign-ons whose rejection the joint claim notes, and whose name leads through the claim that becomes separate. */
async function rejectedThrough(
  store: Store,
  { signOn: { slug }, now }: DecisionInput,
  ids: ReadonlySet<string>,
  leadsThrough: (chain: readonly string[]) => boolean,
): Promise<SignOn[]> {
  const rows = await readSignOns(store, { slug, ids, now });
  const through = rows.map(async ({ id, signed }) => {
    if (!signed) return false;
    const named = await findClaim(store, { slug, id, organizationKey: keyOfName(signed) });
    return leadsThrough(named.chain);
  });
  const leads = await Promise.all(through);
  return rows.filter((_, at) => leads[at]);
}

/** The websites of those that count from now on. */
async function websiteWrites(
  store: Store,
  { now }: Pick<DecisionInput, 'now'>,
  rows: readonly SignOn[],
): Promise<Write[]> {
  const counted = rows.filter(({ eligible }) => eligible === 'no');
  const writes = await Promise.all(counted.map((row) => websiteIndexWrites(store, row, now)));
  // Two with the same website would write one item.
  return [...new Map(writes.flat().map((write) => [write.key.PK, write])).values()];
}

const idsOf = (rows: readonly SignOn[]): Set<string> => new Set(rows.map(({ id }) => id));

const ownKeyOf = ({ ownKey, organizationKey: placed = '' }: SignOn): string => ownKey ?? placed;

/** Confirmed, approved, and the holder of a claim. Its signer is told. */
export const countedUpdate = (
  signOn: SignOn,
  { key, ownKey }: { key: string; ownKey: string },
  deciding: Pick<DecisionInput, 'now' | 'newUlid'>,
): Update =>
  approvedUpdate(
    signOn,
    {
      eligible: 'yes',
      organizationKey: key,
      ownKey: ownKey === key ? undefined : ownKey,
      review: 'approved',
      flags: signOn.flags,
      writes: [],
    },
    deciding,
  );

const keptUpdate = (kept: SignOn, keys: { key: string; ownKey: string }, deciding: DecisionInput): Update =>
  kept.eligible === 'yes' ? unchangedSignOn(kept) : countedUpdate(kept, keys, deciding);

/** The digest names those who wait for the claim that the split leaves vacant. */
function vacatedWrites(
  { signOn: { slug }, now, newUlid }: DecisionInput,
  organizationKey: string,
  waiting: readonly SignOn[],
): Write[] {
  if (waiting.length === 0) return [];
  const { noted, logged } = vacancyWrites(
    { slug, organizationKey },
    { waiting: idsOf(waiting), now, newUlid },
  );
  return [noted, logged];
}

/**
 * A row whose claim is that of `key` from now on. Nothing changes if the claim under which it stands leads there
 * anyway. One that has changed its name since may stand under the other claim of the merge.
 */
async function placedUpdate(
  store: Store,
  row: SignOn,
  key: string,
  isInPlace: (chain: readonly string[]) => boolean,
): Promise<Update> {
  const { slug, id, organizationKey: placed = '' } = row;
  const { chain } = await findClaim(store, { slug, id, organizationKey: placed });
  if (isInPlace(chain)) return unchangedSignOn(row);
  const isOwn = ownKeyOf(row) === key;
  return updateIfUnchanged(
    row,
    isOwn ? 'SET organizationKey = :key REMOVE ownKey' : 'SET organizationKey = :key',
    { ':key': key },
  );
}
