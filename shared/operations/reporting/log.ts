import { decodeTime, encodeTime } from 'ulid';
import type * as z from 'zod';
import { eventSchema } from '../../campaign/events.ts';
import { afterPrefix, campaignPartition, eventKey, prefixes } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

export type LoggedEvent = z.infer<typeof eventSchema>;

/** A page of a campaign's log, newest first; `after` is the id of the last event of the page before. */
export async function readLog(
  store: Store,
  { slug, after, limit }: { slug: string; after?: string | undefined; limit: number },
): Promise<{ events: LoggedEvent[]; next?: string }> {
  const { items, next } = await store.query(eventSchema, {
    PK: campaignPartition(slug),
    prefix: prefixes.event,
    newestFirst: true,
    limit,
    ...(after !== undefined && { after: eventKey(slug, after) }),
  });
  return { events: items, ...(next && { next: afterPrefix(next.SK) }) };
}

/** Events that are searched for decisions on one sign-on. Older decisions show only in the row's state. */
const recentEvents = 500;

/** Who last applied or corrected texts or settings, and when; undefined where that is long ago. */
export async function lastApplied(
  store: Store,
  slug: string,
): Promise<Pick<LoggedEvent, 'actor' | 'at'> | undefined> {
  const { events } = await readLog(store, { slug, limit: recentEvents });
  return events.find(({ event }) => event.type === 'applied' || event.type === 'corrected');
}

/**
 * An event's id is made before its transaction, which may wait for others. So an event can follow that is older by its
 * id than the newest one.
 */
const latestCommitMilliseconds = 10_000;

/** Reads the latest events of a campaign, newest first. Called again, it reads only the newest ones again. */
export function newLogReader(store: Store, slug: string): () => Promise<LoggedEvent[]> {
  let events: LoggedEvent[] = [];
  return async () => {
    const [newest] = events;
    if (newest) {
      const PK = campaignPartition(slug);
      const from = encodeTime(Math.max(0, decodeTime(newest.id) - latestCommitMilliseconds));
      const after = eventKey(slug, from);
      const { items } = await store.query(eventSchema, { PK, prefix: prefixes.event, after });
      events = [...items.toReversed(), ...events.filter(({ id }) => id < from)];
    } else ({ events } = await readLog(store, { slug, limit: recentEvents }));
    return events;
  };
}

/** The sign-ons that an event is about; of a merge, first the one that stays. */
export function signOnsOf(event: LoggedEvent['event']): string[] {
  if (event.type === 'merged') return [event.keep, event.other];
  return 'signOnId' in event ? [event.signOnId] : [];
}

/** An event as programs get it, in one object. */
export const flatEvent = ({ id, at, actor, event: { type, ...details } }: LoggedEvent) => ({
  ...{ id, at, actor, event: type },
  ...details,
});

/** The latest decisions on a sign-on, newest first. `readEvents` is given where several are looked up. */
export async function decisionsOn(
  store: Store,
  slug: string,
  id: string,
  readEvents = newLogReader(store, slug),
): Promise<LoggedEvent[]> {
  const events = await readEvents();
  return events.filter(({ event }) => signOnsOf(event).includes(id));
}
