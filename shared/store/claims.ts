import * as z from 'zod';
import { claimKey } from './keys.ts';
import type { Store, Update } from './table.ts';

/** Who holds an organization's one place, and which confirmed sign-ons of the same organization wait for it. */
export const claimSchema = z.object({
  holder: z.string().optional(),
  waiting: z.set(z.string()).optional(),
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

/** Joins the queue of a claim that somebody holds. */
export const joinClaim = ({ slug, organizationKey, id }: ClaimOf, holder: string): Update => ({
  key: claimKey(slug, organizationKey),
  update: 'ADD waiting :ids',
  condition: 'holder = :holder',
  values: { ':ids': new Set([id]), ':holder': holder },
});

export const leaveClaim = ({ slug, organizationKey, id }: ClaimOf): Update => ({
  key: claimKey(slug, organizationKey),
  update: 'DELETE waiting :ids',
  values: { ':ids': new Set([id]) },
});

/** Releases a held claim, on condition that its queue is still the one that was read: whoever waits must be told of. */
export const releaseClaim = (
  { slug, organizationKey, id }: ClaimOf,
  waiting: Set<string> | undefined,
): Update => ({
  key: claimKey(slug, organizationKey),
  update: 'REMOVE holder',
  condition: waiting
    ? 'holder = :id AND waiting = :waiting'
    : 'holder = :id AND attribute_not_exists(waiting)',
  values: { ':id': id, ...(waiting && { ':waiting': waiting }) },
});
