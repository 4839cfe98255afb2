import { type CampaignEvent, eventSchema, isNotice } from '../campaign/events.ts';
import { campaignPartition, eventKey, type Key, prefixes } from './keys.ts';
import type { Creation, OnUnreadable, Store } from './table.ts';

/** Who does something to a campaign, and when. */
export interface CampaignCommand {
  slug: string;
  now: Date;
  newUlid: () => string;
  /** Address of the organizer who decides in the console. Absent: `organizer`, which is the command line. */
  actor?: string;
}

export interface NewEvent extends CampaignCommand {
  /** The same, or `system` for what nobody asked for. */
  actor: string;
  event: CampaignEvent;
  /** Nobody gets a mail about it, although organizers are told of its kind. */
  isSilent?: boolean;
}

/** The write of an event, for the transaction of the change that it tells of. A mail is due about a notice. */
export function eventCreation({ slug, now, newUlid, actor, event, isSilent = false }: NewEvent): Creation {
  const id = newUlid();
  return {
    create: {
      ...eventKey(slug, id),
      slug,
      id,
      at: now.toISOString(),
      actor,
      event,
      ...(isNotice(event) && !isSilent && { pendingMail: id }),
    },
  };
}

const recentEvents = 100;

/** The latest events whose notice to the organizers is still pending. */
export async function pendingEvents(
  store: Store,
  slug: string,
  onUnreadable?: OnUnreadable,
): Promise<{ at: string; key: Key }[]> {
  const { items } = await store.query(eventSchema, {
    PK: campaignPartition(slug),
    prefix: prefixes.event,
    limit: recentEvents,
    newestFirst: true,
    consistent: false,
    onUnreadable,
  });
  return items.flatMap(({ id, at, pendingMail }) => (pendingMail ? [{ at, key: eventKey(slug, id) }] : []));
}
