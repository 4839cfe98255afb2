import * as z from 'zod';
import { instantSchema } from '../campaign/settings.ts';
import { claimKey } from './keys.ts';
import type { Store, Update } from './table.ts';

/** Who holds an organization's one place, and which confirmed sign-ons of the same organization wait for it. */
export const claimSchema = z.object({
  holder: z.string().optional(),
  waiting: z.set(z.string()).optional(),
  /** When the organizers were last told that the place fell vacant. */
  toldAt: instantSchema.optional(),
});
export type Claim = z.infer<typeof claimSchema>;

export interface ClaimOf {
  slug: string;
  organizationKey: string;
  /** The sign-on that takes, joins, leaves or releases. */
  id: string;
}

export const readClaim = async (store: Store, { slug, organizationKey }: ClaimOf): Promise<Claim> =>
  (await store.get(claimSchema, claimKey(slug, organizationKey))) ?? {};

/** Takes a vacant claim, and leaves its queue if the sign-on waited there. */
export const takeClaim = ({ slug, organizationKey, id }: ClaimOf): Update => ({
  key: claimKey(slug, organizationKey),
  update: 'SET holder = :id DELETE waiting :ids',
  condition: 'attribute_not_exists(holder) OR holder = :id',
  values: { ':id': id, ':ids': new Set([id]) },
});

/**
 * Names in a claim's queue, at most: an item has its limit, and each name more makes each write of it dearer. Whoever
 * comes later waits just the same, and can be promoted, but is not named when the place falls vacant.
 */
const mostWaiting = 50;

/** Joins the queue of a claim that somebody holds, as it was read. */
export const joinClaim = ({ slug, organizationKey, id }: ClaimOf, { holder, waiting }: Claim): Update => {
  const isFull = (waiting?.size ?? 0) >= mostWaiting;
  return {
    key: claimKey(slug, organizationKey),
    update: isFull ? 'SET holder = :holder' : 'ADD waiting :ids',
    condition: 'holder = :holder',
    values: { ':holder': holder, ...(!isFull && { ':ids': new Set([id]) }) },
  };
};

export const leaveClaim = ({ slug, organizationKey, id }: ClaimOf): Update => ({
  key: claimKey(slug, organizationKey),
  update: 'DELETE waiting :ids',
  values: { ':ids': new Set([id]) },
});

/**
 * Releases a held claim, on condition that its queue is still the one that was read: whoever waits must be told of. With
 * `toldAt`, the organizers are told in the same transaction.
 */
export const releaseClaim = (
  { slug, organizationKey, id }: ClaimOf,
  { waiting }: Claim,
  toldAt?: string,
): Update => ({
  key: claimKey(slug, organizationKey),
  update: toldAt ? 'SET toldAt = :toldAt REMOVE holder' : 'REMOVE holder',
  condition: waiting
    ? 'holder = :id AND waiting = :waiting'
    : 'holder = :id AND attribute_not_exists(waiting)',
  values: { ':id': id, ...(waiting && { ':waiting': waiting }), ...(toldAt && { ':toldAt': toldAt }) },
});
