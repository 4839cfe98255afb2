import * as z from 'zod';
import { instantSchema } from '../campaign/settings.ts';
import { Failure } from '../failure.ts';
import { claimKey } from './keys.ts';
import type { Store, Update } from './table.ts';

/** Who holds an organization's one place, and which confirmed sign-ons of the same organization wait for it. */
export const claimSchema = z.object({
  holder: z.string().optional(),
  waiting: z.set(z.string()).optional(),
  /** When the organizers were last told that the place fell vacant. */
  vacancyNotifiedAt: instantSchema.optional(),
  /** Key of the organization that this one was merged into, for good: holder and queue are that one's. */
  alias: z.string().optional(),
});
export type Claim = z.infer<typeof claimSchema>;

export interface ClaimReference {
  slug: string;
  organizationKey: string;
  /** The sign-on that takes, joins, leaves or releases. */
  id: string;
}

export interface FoundClaim {
  /** Names the claim that decides, which after a merge is another organization's. */
  reference: ClaimReference;
  claim: Claim;
}

/** Merges upon merges that are followed; each is an organizer's decision, so there are never many. */
const maxAliases = 50;

/** Reads the claim that decides about an organization's place: its own, or that of the one it was merged into. */
export async function findClaim(store: Store, reference: ClaimReference): Promise<FoundClaim> {
  let current = reference;
  for (let steps = 0; steps < maxAliases; steps++) {
    const claim = (await store.get(claimSchema, claimKey(current.slug, current.organizationKey))) ?? {};
    if (claim.alias === undefined) return { reference: current, claim };
    current = { ...current, organizationKey: claim.alias };
  }
  throw new Failure('refused', 'find claim', 'TooManyMerges');
}

/** Takes a vacant claim, and leaves its queue if the sign-on waited there. */
export const takeClaim = ({ slug, organizationKey, id }: ClaimReference): Update => ({
  key: claimKey(slug, organizationKey),
  update: 'SET holder = :id DELETE waiting :ids',
  condition: 'attribute_not_exists(alias) AND (attribute_not_exists(holder) OR holder = :id)',
  values: { ':id': id, ':ids': new Set([id]) },
});

/**
 * Names in a claim's queue, at most: an item has its limit, and each name more makes each write of it dearer. Whoever
 * comes later waits just the same, and can be promoted, but is not named when the place falls vacant.
 */
const maxWaiting = 50;

/** Joins the queue of a claim that somebody holds, as it was read. */
export const joinClaim = (
  { slug, organizationKey, id }: ClaimReference,
  { holder, waiting }: Claim,
): Update => {
  const isFull = (waiting?.size ?? 0) >= maxWaiting;
  return {
    key: claimKey(slug, organizationKey),
    update: isFull ? 'SET holder = :holder' : 'ADD waiting :ids',
    condition: 'holder = :holder',
    values: { ':holder': holder, ...(!isFull && { ':ids': new Set([id]) }) },
  };
};

export const leaveClaim = ({ slug, organizationKey, id }: ClaimReference): Update => ({
  key: claimKey(slug, organizationKey),
  update: 'DELETE waiting :ids',
  // A merge has moved the queue.
  condition: 'attribute_not_exists(alias)',
  values: { ':ids': new Set([id]) },
});

/**
 * Releases a held claim, on condition that its queue is still the one that was read: whoever waits must be told of. With
 * `vacancyNotifiedAt`, the organizers are told in the same transaction.
 */
export const releaseClaim = (
  { slug, organizationKey, id }: ClaimReference,
  { waiting }: Claim,
  vacancyNotifiedAt?: string,
): Update => ({
  key: claimKey(slug, organizationKey),
  update: vacancyNotifiedAt ? 'SET vacancyNotifiedAt = :notifiedAt REMOVE holder' : 'REMOVE holder',
  condition: waiting
    ? 'holder = :id AND waiting = :waiting'
    : 'holder = :id AND attribute_not_exists(waiting)',
  values: {
    ':id': id,
    ...(waiting && { ':waiting': waiting }),
    ...(vacancyNotifiedAt && { ':notifiedAt': vacancyNotifiedAt }),
  },
});
