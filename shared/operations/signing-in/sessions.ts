import { createHash } from 'node:crypto';
import * as z from 'zod';
import { instantSchema } from '../../campaign/settings.ts';
import { expiryAfterDays } from '../../table/expiry.ts';
import { browserKey, type Key, organizerPartition, prefixes, sessionKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

const hour = 3_600_000;
/** A session ends after this long without a request, and after this long in any case, in milliseconds. */
const maxIdle = 12 * hour;
const maxAge = 7 * 24 * hour;
/** The time of a request is stored at most this often, in milliseconds, so most requests write nothing. */
const notedEvery = 5 * 60_000;
/** Days for which a browser is known. */
const browserDays = 365;

const sessionSchema = z.object({
  addressHash: z.string(),
  sessionHash: z.string(),
  /** The organizer's address as in `campaign.yaml`. */
  email: z.string(),
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  /** Name of the browser, for the organizer. */
  browser: z.string(),
  /** Set for a new browser: a mail about it is due to the organizer. */
  pendingMail: z.string().optional(),
});
export type Session = z.infer<typeof sessionSchema>;

/** Identifies a session: its organizer, and a secret that only the browser's cookie has. */
export interface SessionSecret {
  addressHash: string;
  secret: string;
}

/** The hash under which the table stores a secret. */
export const sessionHashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export interface NewSession extends SessionSecret {
  email: string;
  /** Name of the browser, and the hash by which it is recognized. */
  browser: string;
  browserHash: string;
  now: Date;
  newUlid: () => string;
}

/** Starts a session. For the first one from a browser, a mail to the organizer is due. */
export async function startSession(store: Store, session: NewSession): Promise<void> {
  const { addressHash, secret, email, browser, browserHash, now, newUlid } = session;
  const sessionHash = sessionHashOf(secret);
  // The answer to a first attempt can be lost, so the session recognizes its own write.
  const isNew = await store.update({
    key: browserKey(addressHash, browserHash),
    update: 'SET expiresAt = :expiry, firstSession = :session',
    condition: 'attribute_not_exists(PK) OR firstSession = :session',
    values: { ':expiry': expiryAfterDays(now, browserDays), ':session': sessionHash },
  });
  const at = now.toISOString();
  await store.update({
    key: sessionKey(addressHash, sessionHash),
    update: `SET addressHash = :addressHash, sessionHash = :sessionHash, email = :email, createdAt = :now,
      lastSeenAt = :now, browser = :browser, expiresAt = :expiry${isNew ? ', pendingMail = :pendingMail' : ''}`,
    condition: 'attribute_not_exists(PK)',
    values: {
      ':addressHash': addressHash,
      ':sessionHash': sessionHash,
      ':email': email,
      ':now': at,
      ':browser': browser,
      ':expiry': expiryAfterDays(now, 8),
      ...(isNew && { ':pendingMail': newUlid() }),
    },
  });
}

export const readSession = (
  store: Store,
  { addressHash, sessionHash }: Pick<Session, 'addressHash' | 'sessionHash'>,
): Promise<Session | undefined> => store.get(sessionSchema, sessionKey(addressHash, sessionHash));

/** The session of a secret, if it has not ended. Records that it is in use, unless `isReadOnly` is set. */
export async function resumeSession(
  store: Store,
  { addressHash, secret }: SessionSecret,
  now: Date,
  isReadOnly = false,
): Promise<Session | undefined> {
  const session = await readSession(store, { addressHash, sessionHash: sessionHashOf(secret) });
  if (!session) return undefined;
  const idle = now.getTime() - Date.parse(session.lastSeenAt);
  const age = now.getTime() - Date.parse(session.createdAt);
  if (idle >= maxIdle || age >= maxAge) return undefined;
  if (isReadOnly || idle < notedEvery) return session;
  const isNoted = await store.update({
    key: sessionKey(addressHash, session.sessionHash),
    update: 'SET lastSeenAt = :now',
    condition: 'attribute_exists(PK)',
    values: { ':now': now.toISOString() },
  });
  return isNoted ? session : undefined;
}

/** Ends one session. Repeated: the same. */
export async function endSession(
  store: Store,
  session: Pick<Session, 'addressHash' | 'sessionHash'>,
): Promise<void> {
  await store.remove({ remove: sessionKey(session.addressHash, session.sessionHash) });
}

/**
 * Ends all sessions of an address.
 *
 * @returns how many there were
 */
export async function endAllSessions(store: Store, addressHash: string): Promise<number> {
  let ended = 0;
  let after: Key | undefined;
  do {
    const page = await store.query(sessionSchema, {
      PK: organizerPartition(addressHash),
      prefix: prefixes.session,
      after,
    });
    for (const session of page.items) await endSession(store, session);
    ended += page.items.length;
    after = page.next;
  } while (after);
  return ended;
}

/** Records that the organizer was told of a session. */
export async function clearPendingSessionMail(
  store: Store,
  { addressHash, sessionHash }: Session,
): Promise<void> {
  await store.update({
    key: sessionKey(addressHash, sessionHash),
    update: 'REMOVE pendingMail',
    condition: 'attribute_exists(pendingMail)',
  });
}
