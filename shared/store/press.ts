import * as z from 'zod';
import type { Happening } from '../campaign/events.ts';
import { instantSchema, slugSchema } from '../campaign/settings.ts';
import { returns } from '../sign-on/sign-on.ts';
import { eventCreation } from './events.ts';
import { campaignPartition, type Key, pressContactKey } from './keys.ts';
import type { Page, Store, Update } from './table.ts';

/** A journalist on a campaign's private press list. `release` is the life of the one mail that they get. */
const pressContactSchema = z.object({
  slug: slugSchema,
  addressHash: z.string(),
  /** Empty of whoever was erased. */
  email: z.string().default(''),
  name: z.string().optional(),
  outlet: z.string().optional(),
  nonce: z.string(),
  /** The last thing that came back from the address, and when. */
  returned: z.object({ what: z.enum(returns), at: instantSchema }).optional(),
  release: z
    .object({
      state: z.enum(['claimed', 'sent', 'refused', 'unknown']),
      at: instantSchema,
      claim: z.string(),
    })
    .optional(),
});
export type PressContact = z.infer<typeof pressContactSchema>;

/** Reads one contact of a campaign's press list. */
export const readPressContact = (
  store: Store,
  slug: string,
  addressHash: string,
): Promise<PressContact | undefined> => store.get(pressContactSchema, pressContactKey(slug, addressHash));

/** A page of a campaign's press list, in the order of its hashes. */
export const readPressList = (
  store: Store,
  { slug, ...options }: { slug: string; after?: Key; limit?: number },
): Promise<Page<PressContact>> =>
  store.query(pressContactSchema, { PK: campaignPartition(slug), prefix: 'PRESS#', ...options });

type Contact = Pick<PressContact, 'slug' | 'addressHash'>;

/** Claims a contact for one attempt to send; false: somebody else's attempt is under way, or it is settled. */
export const claimRelease = (
  store: Store,
  { slug, addressHash }: Contact,
  { claim, at }: { claim: string; at: string },
): Promise<boolean> =>
  store.update({
    key: pressContactKey(slug, addressHash),
    update: 'SET #release = :claimed',
    condition: 'attribute_exists(email) AND attribute_not_exists(#release)',
    names: { '#release': 'release' },
    values: { ':claimed': { state: 'claimed', at, claim } },
  });

/** Frees a claim whose mail was definitely not sent. */
export async function freeRelease(
  store: Store,
  { slug, addressHash }: Contact,
  claim: string,
): Promise<void> {
  await store.update({
    key: pressContactKey(slug, addressHash),
    update: 'REMOVE #release',
    condition: '#release.claim = :claim',
    names: { '#release': 'release' },
    values: { ':claim': claim },
  });
}

/** Writes how the claimed attempt ended; with `notice`, the organizers are told in the same transaction. */
export async function settleRelease(
  store: Store,
  { slug, addressHash }: Contact,
  ending: {
    claim: string;
    state: 'sent' | 'refused' | 'unknown';
    now: Date;
    notice?: { happening: Happening; newUlid: () => string };
  },
): Promise<void> {
  const { claim, state, now, notice } = ending;
  const update: Update = {
    key: pressContactKey(slug, addressHash),
    update: 'SET #release = :settled',
    condition: '#release.claim = :claim AND #release.#state = :claimed',
    names: { '#release': 'release', '#state': 'state' },
    values: { ':settled': { state, at: now.toISOString(), claim }, ':claim': claim, ':claimed': 'claimed' },
  };
  if (notice)
    await store.transact([update, eventCreation({ slug, now, ...notice, actor: 'system', isNotice: true })]);
  else await store.update(update);
}
