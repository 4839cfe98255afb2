import { organizationKey } from '../../organization/key.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import {
  type Claim,
  claimSchema,
  type FoundClaim,
  findClaim,
  namesakeKey,
  recordNamesake,
  replaceClaim,
  takeClaim,
  unchangedMerges,
} from '../../table/claims.ts';
import { claimKey, signOnKey } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import { unchangedCondition } from '../../table/unchanged-condition.ts';
import { findOrganization } from '../signing/find-organization.ts';
import { lookAlikeIndexWrites } from '../signing/look-alikes.ts';
import { websiteIndexWrites } from '../signing/websites.ts';
import { approvedUpdate, type DecisionInput, decisionEvent, unchangedSignOn } from './decision-writes.ts';

export type SplitOutcome =
  | 'split'
  /** It counts for an organization of its own. */
  | 'already-separate'
  /** No other signature counts for its organization. */
  | 'nothing-to-split'
  /** Its words have changed since they were read for the decision. */
  | 'changed'
  /** Its signer has not agreed to the current letter. */
  | 'asked-again'
  | 'not-confirmed'
  | 'withdrawn'
  | 'rejected'
  | 'not-an-organization';

/**
 * Says that a sign-on is of another organization than the one that counts under its name, or that it was merged with.
 * Both then count, each with its own claim, and whoever waited for its own name's claim waits for that again. A merge
 * undoes it. A sign-on that waited for review needs none any more. All in one transaction with the event. Repeated:
 * `already-separate`.
 */
export const splitSignOn = (store: Store, input: DecisionInput): Promise<SplitOutcome> =>
  retryOnConflict<SplitOutcome>(store, input, 'not-confirmed', async (signOn) => {
    const obstacle = obstacleTo(signOn, input.signOn);
    if (obstacle) return obstacle;
    const { found, ownKey } = await claimOf(store, input, signOn);
    const { holder } = found.claim;
    const isMerged = found.chain.length > 1;
    if (holder === signOn.id && !isMerged) return 'already-separate';
    if (holder === undefined && !isMerged) return 'nothing-to-split';
    const deciding = { ...input, signOn };
    const writes =
      (isMerged ? await unmergeWrites(store, deciding, { found, ownKey }) : undefined) ??
      namesakeClaimWrites(deciding, { found, ownKey });
    const event = decisionEvent(deciding, {
      type: 'split',
      signOnId: signOn.id,
      ...(holder !== undefined && holder !== signOn.id && { from: holder }),
    });
    return (await store.transact([...writes, event])).length === 0 ? 'split' : undefined;
  });

/** The sign-on that holds the claim from which another one would be split; undefined if there is none. */
export async function readCountedInstead(
  store: Store,
  { signOn, now }: Pick<DecisionInput, 'signOn' | 'now'>,
): Promise<SignOn | undefined> {
  if (obstacleTo(signOn, signOn)) return undefined;
  const { slug, id } = signOn;
  const { holder } = (await claimOf(store, { now }, signOn)).found.claim;
  return holder === undefined || holder === id
    ? undefined
    : await readSignOn(store, { slug, id: holder, now });
}

function obstacleTo(signOn: SignOn, asRead: SignOn): SplitOutcome | undefined {
  if (signOn.kind !== 'organization') return 'not-an-organization';
  if (signOn.status === 'pending') return 'not-confirmed';
  if (signOn.status !== 'confirmed') return signOn.status;
  if (signOn.askedAgainAt !== undefined) return 'asked-again';
  return signOn.signedHash === asRead.signedHash ? undefined : 'changed';
}

/** Confirmed, approved, and the holder of a claim of its own. Its signer is told. */
const separateUpdate = (
  signOn: SignOn,
  organizationKey: string,
  deciding: Pick<DecisionInput, 'now' | 'newUlid'>,
): Update =>
  approvedUpdate(
    signOn,
    { eligible: 'yes', organizationKey, review: 'approved', flags: signOn.flags, writes: [] },
    deciding,
  );

interface Organization {
  found: FoundClaim;
  ownKey: string;
}

/**
 * The claim of its own name, and the claim that decides for it. For a sign-on that waits for review: those that an
 * approval would use.
 */
async function claimOf(
  store: Store,
  { now }: Pick<DecisionInput, 'now'>,
  signOn: SignOn,
): Promise<Organization> {
  const { slug, id, signed } = signOn;
  const details = signed ?? { name: '', language: 'en' };
  const name = organizationKey(details.organizationName ?? '');
  const ownKey = signOn.ownKey ?? signOn.organizationKey;
  if (ownKey === undefined)
    return await findOrganization(store, { signOn, details, organizationKey: name, now });
  return { ownKey, found: await findClaim(store, { slug, id, organizationKey: ownKey }) };
}

/**
 * Undoes the merge of its own claim. Whoever was moved by that merge, or has signed under its name since, waits for its
 * claim again. Undefined if the holder belongs to the same claim, so that undoing the merge would separate nobody.
 */
async function unmergeWrites(
  store: Store,
  { signOn, now, newUlid }: DecisionInput,
  { found, ownKey }: Organization,
): Promise<Write[] | undefined> {
  const { slug, id, signed } = signOn;
  const { claim, chain, reference } = found;
  const { holder } = claim;
  const queue = await Promise.all(
    [...(claim.waiting ?? [])]
      .filter((other) => other !== id)
      .map((other) => readSignOn(store, { slug, id: other, now })),
  );
  const holding =
    holder === undefined || holder === id ? undefined : await readSignOn(store, { slug, id: holder, now });
  const rows = await Promise.all(
    [...queue, holding]
      .flatMap((row) => (row ? [row] : []))
      .map(async (row) => ({
        row,
        passes: await passesThrough(store, row, ownKey),
      })),
  );
  if (rows.some(({ row, passes }) => passes && row.id === holder)) return undefined;
  const moved = new Set(rows.filter(({ passes }) => passes).map(({ row }) => row.id));
  const stays = new Set([...(claim.waiting ?? [])].filter((other) => other !== id && !moved.has(other)));
  const own = (await store.get(claimSchema, claimKey(slug, ownKey))) ?? {};
  const root: Claim = { waiting: stays, ...(holder !== id && holder !== undefined && { holder }) };
  return [
    separateUpdate(signOn, ownKey, { now, newUlid }),
    replaceClaim({ slug, organizationKey: ownKey }, own, { holder: id, waiting: moved }),
    replaceClaim(reference, claim, root),
    ...unchangedMerges(slug, chain).slice(1),
    ...(await Promise.all(
      rows.map(async ({ row, passes }) =>
        passes ? await movedUpdate(store, row, ownKey) : unchangedSignOn(row),
      ),
    )),
    ...lookAlikeIndexWrites(slug, {
      organizationKey: organizationKey(signed?.organizationName ?? ''),
      name: signed?.organizationName ?? '',
    }),
    ...websiteIndexWrites(signOn),
  ];
}

async function passesThrough(store: Store, row: SignOn, key: string): Promise<boolean> {
  const own = row.ownKey ?? row.organizationKey;
  if (own === undefined) return false;
  const { chain } = await findClaim(store, { slug: row.slug, id: row.id, organizationKey: own });
  return chain.includes(key);
}

/** A row that moves to the claim that is separate again, and waits for it. */
async function movedUpdate(store: Store, row: SignOn, key: string): Promise<Update> {
  const { slug, id, organizationKey: placed = '', ownKey = placed } = row;
  const { chain } = await findClaim(store, { slug, id, organizationKey: placed });
  if (chain.includes(key)) return unchangedSignOn(row);
  const { condition, names, values } = unchangedCondition(row);
  return {
    key: signOnKey(slug, id),
    update: ownKey === key ? 'SET organizationKey = :key REMOVE ownKey' : 'SET organizationKey = :key',
    condition,
    names,
    values: { ...values, ':key': key },
  };
}

/** A claim of its own for another organization of the same name. */
function namesakeClaimWrites(
  { signOn, now, newUlid }: DecisionInput,
  { found, ownKey }: Organization,
): Write[] {
  const { slug, id, signed } = signOn;
  const { claim, reference } = found;
  const key = namesakeKey(id, ownKey);
  const name = organizationKey(signed?.organizationName ?? '');
  const waiting = new Set([...(claim.waiting ?? [])].filter((other) => other !== id));
  const isNamed = name === reference.organizationKey;
  return [
    separateUpdate(signOn, key, { now, newUlid }),
    takeClaim({ slug, id, organizationKey: key }),
    replaceClaim(reference, claim, { ...claim, waiting }, isNamed ? key : undefined),
    ...(isNamed ? [] : [recordNamesake(slug, name, key)]),
    ...websiteIndexWrites(signOn),
  ];
}
