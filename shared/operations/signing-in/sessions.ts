import { createHash } from 'node:crypto';
import * as z from 'zod';
import { instantSchema } from '../../campaign/settings.ts';
import { expiryAfterDays } from '../../table/expiry.ts';
import { browserKey, type Key, organizerPartition, sessionKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

const hour = 3_600_000;
/** A session ends after so long without a request, and after so long in any case, in milliseconds. */
const maxIdle = 12 * hour;
const maxAge = 7 * 24 * hour;
/** A request within so long of the last one that was noted is not noted: most requests write nothing. */
const notedEvery = 5 * 60_000;
/** Days for which a browser is known. */
const browserDays = 365;

const sessionSchema = z.object({
  addressHash: z.string(),
  sessionHash: z.string(),
  /** The organizer's address as `campaign.yaml` had it. */
  email: z.string(),
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  /** The browser in words, for the organizer. */
  browser: z.string(),
  /** Set for a browser that is new: the organizer is owed a mail about it. */
  pendingMail: z.string().optional(),
});
export type Session = z.infer<typeof sessionSchema>;

/** What names a session: whose it is, and a secret that stands nowhere but in the browser's cookie. */
export interface SessionSecret {
  addressHash: string;
  secret: string;
}

/** What the table knows a secret by. */
export const sessionHashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export interface NewSession extends SessionSecret {
  email: string;
  /** The browser in words, and what it is recognized by. */
  browser: string;
  browserHash: string;
  now: Date;
  newUlid: () => string;
}

/** Starts a session. The first one from a browser owes the organizer a mail. */
export async function startSession(store: Store, session: NewSession): Promise<void> {
  const { addressHash, secret, email, browser, browserHash, now, newUlid } = session;
  const isNew = await store.update({
    key: browserKey(addressHash, browserHash),
    update: 'SET expiresAt = :expiry',
    condition: 'attribute_not_exists(PK)',
    values: { ':expiry': expiryAfterDays(now, browserDays) },
  });
  const sessionHash = sessionHashOf(secret);
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

/** The session that a secret names, if it has not ended; notes that it is in use. */
export async function resumeSession(
  store: Store,
  { addressHash, secret }: SessionSecret,
  now: Date,
): Promise<Session | undefined> {
  const session = await readSession(store, { addressHash, sessionHash: sessionHashOf(secret) });
  if (!session) return undefined;
  const idle = now.getTime() - Date.parse(session.lastSeenAt);
  const age = now.getTime() - Date.parse(session.createdAt);
  if (idle >= maxIdle || age >= maxAge) return undefined;
  if (idle < notedEvery) return session;
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
  await store.transact([{ remove: sessionKey(session.addressHash, session.sessionHash) }]);
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
      prefix: 'SESSION#',
      after,
    });
    for (const session of page.items) await endSession(store, session);
    ended += page.items.length;
    after = page.next;
  } while (after);
  return ended;
}

/** Notes that the organizer was told of a session. */
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
