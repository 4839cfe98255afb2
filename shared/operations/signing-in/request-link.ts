import * as z from 'zod';
import { instantSchema } from '../../campaign/settings.ts';
import { expiryAfterDays, hasExpired } from '../../table/expiry.ts';
import { signInKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** Minutes for which a link works after it was sent. A request that could not be answered by then is dropped. */
const linkMinutes = 30;

/** A request for a link to the console. It has no address. Its hash is compared with those of organizers. */
const linkRequestSchema = z.object({
  id: z.string(),
  addressHash: z.string(),
  /** Hash of the network that the request came from. */
  network: z.string(),
  nonce: z.string(),
  requestedAt: instantSchema,
  /** Set as long as the mail with the link is due. */
  pendingMail: z.string().optional(),
  sentAt: instantSchema.optional(),
  usedAt: instantSchema.optional(),
  /** Hash of the session that began with it. */
  usedBy: z.string().optional(),
  expiresAt: z.number(),
});
export type LinkRequest = z.infer<typeof linkRequestSchema>;

export interface LinkRequestInput {
  /** 32 random hexadecimal digits. */
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

/** Reads a request. Undefined if it has expired. */
export async function readLinkRequest(
  store: Store,
  { id, now }: { id: string; now: Date },
): Promise<LinkRequest | undefined> {
  const request = await store.get(linkRequestSchema, signInKey(id));
  return request && !hasExpired(request.expiresAt, now) ? request : undefined;
}

/** Whether a request's link works now: it was not used, and is not older than thirty minutes. */
export const isLinkUsable = ({ usedAt, sentAt, requestedAt }: LinkRequest, now: Date): boolean =>
  usedAt === undefined && now.getTime() - Date.parse(sentAt ?? requestedAt) < linkMinutes * 60_000;

/** Records that the mail with the link was sent, or that none is due any more. */
export async function settleLinkRequest(store: Store, id: string, sentAt?: Date): Promise<void> {
  await store.update({
    key: signInKey(id),
    update: sentAt ? 'SET sentAt = :now REMOVE pendingMail' : 'REMOVE pendingMail',
    condition: 'attribute_exists(pendingMail)',
    ...(sentAt && { values: { ':now': sentAt.toISOString() } }),
  });
}

/**
 * Uses up a link for the session that begins with it. False if another session was begun with it. The same session may
 * take it again, since the answer to a first attempt can be lost.
 */
export const takeLink = (
  store: Store,
  id: string,
  { sessionHash, now }: { sessionHash: string; now: Date },
): Promise<boolean> =>
  store.update({
    key: signInKey(id),
    update: 'SET usedAt = :now, usedBy = :session',
    condition: 'attribute_exists(PK) AND (attribute_not_exists(usedAt) OR usedBy = :session)',
    values: { ':now': now.toISOString(), ':session': sessionHash },
  });
