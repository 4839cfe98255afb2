import { eventSchema } from '../../campaign/events.ts';
import { reviewStateOf } from '../../sign-on/review-state.ts';
import { findClaim } from '../../table/claims.ts';
import { campaignPartition, prefixes } from '../../table/keys.ts';
import { readSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import { readIfReadable } from '../health/report-unreadable-item.ts';

/** The latest events that are read. */
const recentEvents = 100;

/** Claims in one digest, at most. */
const maxClaims = 20;

export interface VacantClaim {
  /** As one who waits for it has typed it. */
  organizationName: string;
  /** Who waits for it. */
  waiting: string[];
}

interface VacantClaimsQuery {
  slug: string;
  /** The instant from which on. */
  since?: string | undefined;
  now: Date;
  newUlid: () => string;
}

/** Claims that became vacant since an instant while others waited for them, and still are vacant, newest first. */
export async function vacantClaimsSince(
  store: Store,
  { slug, since = '', now, newUlid }: VacantClaimsQuery,
): Promise<VacantClaim[]> {
  const { items } = await store.query(eventSchema, {
    PK: campaignPartition(slug),
    prefix: prefixes.event,
    limit: recentEvents,
    newestFirst: true,
    consistent: false,
  });
  const claims = new Map<string, VacantClaim>();
  for (const { event, at } of items) {
    if (event.type !== 'claim-vacated' || at <= since || claims.size >= maxClaims) continue;
    const vacant = await stillVacant(store, { slug, waiting: event.waiting, now, newUlid });
    if (vacant && !claims.has(vacant.key)) claims.set(vacant.key, vacant.claim);
  }
  return [...claims.values()];
}

/** Those of these that still wait for a vacant claim. */
async function stillVacant(
  store: Store,
  { slug, waiting, now, newUlid }: { slug: string; waiting: string[]; now: Date; newUlid: () => string },
): Promise<{ key: string; claim: VacantClaim } | undefined> {
  const rows = await readSignOns(store, { slug, ids: waiting, now });
  const left = rows.filter((row) => reviewStateOf(row) === 'duplicate');
  const [first] = left;
  if (!first?.organizationKey) return undefined;
  const { organizationKey, id } = first;
  const found = await readIfReadable(findClaim(store, { slug, organizationKey, id }), {
    store,
    slug,
    now: () => now,
    newUlid,
  });
  if (!found || found.claim.holder !== undefined) return undefined;
  const organizationName = first.signed?.organizationName ?? '';
  const { organizationKey: key } = found.reference;
  return { key, claim: { organizationName, waiting: left.map((row) => row.id) } };
}
