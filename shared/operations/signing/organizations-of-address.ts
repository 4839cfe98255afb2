import * as z from 'zod';
import { expiryAfterDays, hasExpired } from '../../table/expiry.ts';
import { addressOrganizationsKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';

const itemSchema = z.object({ signOns: z.set(z.string()).optional(), expiresAt: z.number().optional() });

/** Days for which it is remembered that an address has signed for an organization: evidence of a rush, not a record. */
const rememberedDays = 90;

/** Of one address; the number that an organizer is shown needs not be larger. */
const maxRemembered = 20;

export interface AddressOrganizations {
  /** Organizations' sign-ons that this address has confirmed lately, but for `id`. */
  others: number;
  /** Remembers this one, too. */
  writes: Update[];
}

/** For how many other organizations an address has lately confirmed. */
export async function otherOrganizationsOfAddress(
  store: Store,
  { slug, addressHash, id, now }: { slug: string; addressHash: string; id: string; now: Date },
): Promise<AddressOrganizations> {
  const key = addressOrganizationsKey(slug, addressHash);
  const item = await store.get(itemSchema, key);
  const known = item && !hasExpired(item.expiresAt, now) ? [...(item.signOns ?? [])] : [];
  const others = known.filter((signOn) => signOn !== id).length;
  if (known.length >= maxRemembered) return { others, writes: [] };
  const remembering: Update = {
    key,
    update: 'SET expiresAt = :expiry ADD signOns :ids',
    values: { ':expiry': expiryAfterDays(now, rememberedDays), ':ids': new Set([id]) },
  };
  return { others, writes: [remembering] };
}
