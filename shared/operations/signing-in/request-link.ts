import * as z from 'zod';
import { instantSchema } from '../../campaign/settings.ts';
import { expiryAfterDays, hasExpired } from '../../table/expiry.ts';
import { signInKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** Minutes for which a link works once it was sent; a request that could not be answered by then is dropped. */
const linkMinutes = 30;

/** A request for a link to the console. It holds no address: the hash is compared with those of organizers. */
const linkRequestSchema = z.object({
  id: z.string(),
  addressHash: z.string(),
  /** Hash of the network that it came from. */
  network: z.string(),
  nonce: z.string(),
  requestedAt: instantSchema,
  /** The link is owed by mail as long as this stands. */
  pendingMail: z.string().optional(),
  sentAt: instantSchema.optional(),
  usedAt: instantSchema.optional(),
  expiresAt: z.number(),
});
export type LinkRequest = z.infer<typeof linkRequestSchema>;

export interface LinkRequestInput {
  /** 32 hexadecimal digits at random. */
  id: string;
  addressHash: string;
  network: string;
  now: Date;
  newUlid: () => string;
  newNonce: () => string;
}

/** Stores a request with one write, which is the same whether or not the address is an organizer's. */
export async function requestLink(store: Store, input: LinkRequestInput): Promise<void> {
  const { id, addressHash, network, now, newUlid, newNonce } = input;
  await store.update({
    key: signInKey(id),
    update: `SET id = :id, addressHash = :addressHash, network = :network, nonce = :nonce, requestedAt = :now,
      pendingMail = :pendingMail, expiresAt = :expiry`,
    condition: 'attribute_not_exists(PK)',
    values: {
      ':id': id,
      ':addressHash': addressHash,
      ':network': network,
      ':nonce': newNonce(),
      ':now': now.toISOString(),
      ':pendingMail': newUlid(),
      ':expiry': expiryAfterDays(now, 1),
    },
  });
}

/** Reads a request; one that has expired is not there. */
export async function readLinkRequest(
  store: Store,
  { id, now }: { id: string; now: Date },
): Promise<LinkRequest | undefined> {
  const request = await store.get(linkRequestSchema, signInKey(id));
  return request && !hasExpired(request.expiresAt, now) ? request : undefined;
}

/** Whether a request's link works now: it was not used, and it is not older than thirty minutes. */
export const isLinkUsable = ({ usedAt, sentAt, requestedAt }: LinkRequest, now: Date): boolean =>
  usedAt === undefined && now.getTime() - Date.parse(sentAt ?? requestedAt) < linkMinutes * 60_000;

/** Notes that the mail with the link went out, or that none is owed any more. */
export async function settleLinkRequest(store: Store, id: string, sentAt?: Date): Promise<void> {
  await store.update({
    key: signInKey(id),
    update: sentAt ? 'SET sentAt = :now REMOVE pendingMail' : 'REMOVE pendingMail',
    condition: 'attribute_exists(pendingMail)',
    ...(sentAt && { values: { ':now': sentAt.toISOString() } }),
  });
}

/** Uses a link up; false if it was used before. */
export const takeLink = (store: Store, id: string, now: Date): Promise<boolean> =>
  store.update({
    key: signInKey(id),
    update: 'SET usedAt = :now',
    condition: 'attribute_exists(PK) AND attribute_not_exists(usedAt)',
    values: { ':now': now.toISOString() },
  });
