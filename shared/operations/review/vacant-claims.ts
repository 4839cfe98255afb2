import { eventSchema } from '../../campaign/events.ts';
import { organizationKey as keyOfName } from '../../organization/key.ts';
import { reviewStateOf } from '../../sign-on/review-state.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import { campaignPartition, type Key, prefixes } from '../../table/keys.ts';
import { readSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import { readIfReadable } from '../health/report-unreadable-item.ts';

const pageSize = 100;

/**
 * No event is older that a digest has not looked at: a sweep looks every minute, once the last digest is an hour old.
 * So a quiet campaign does not read its whole log every minute.
 */
const maxAge = 24 * 60 * 60_000;

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
  const oldest = new Date(now.getTime() - maxAge).toISOString();
  const claims = new Map<string, VacantClaim>();
  for (const waiting of await vacanciesSince(store, slug, since > oldest ? since : oldest)) {
    const vacant = await stillVacant(store, { slug, waiting, now, newUlid });
    if (vacant && !claims.has(vacant.key)) claims.set(vacant.key, vacant.claim);
  }
  return [...claims.values()];
}

/** Who waited for each claim that became vacant since an instant, the newest first. */
async function vacanciesSince(store: Store, slug: string, since: string): Promise<string[][]> {
  const vacancies: string[][] = [];
  let after: Key | undefined;
  do {
    const { items, next } = await store.query(eventSchema, {
      PK: campaignPartition(slug),
      prefix: prefixes.event,
      limit: pageSize,
      newestFirst: true,
      consistent: false,
      ...(after && { after }),
    });
    const isRead = items.some(({ at }) => at <= since);
    for (const { event, at } of items)
      if (event.type === 'claim-vacated' && at > since) vacancies.push(event.waiting);
    after = isRead ? undefined : next;
  } while (after);
  return vacancies;
}

/**
 * The claim for which these waited, if it is vacant, with those who wait for it now. If all of these have left, the
 * name of one of them leads to the claim: others may have joined the queue meanwhile.
 */
async function stillVacant(
  store: Store,
  { slug, waiting, now, newUlid }: { slug: string; waiting: string[]; now: Date; newUlid: () => string },
): Promise<{ key: string; claim: VacantClaim } | undefined> {
  const rows = await readSignOns(store, { slug, ids: waiting, now });
  const known = rows.find(isWaiting) ?? rows.find(({ signed }) => signed?.organizationName !== undefined);
  if (!known) return undefined;
  const { id, signed, organizationKey = keyOfName(signed?.organizationName ?? '') } = known;
  const found = await readIfReadable(findClaim(store, { slug, organizationKey, id }), {
    store,
    slug,
    now: () => now,
    newUlid,
  });
  if (!found || found.claim.holder !== undefined) return undefined;
  const joined = [...(found.claim.waiting ?? [])].filter((each) => !waiting.includes(each)).sort();
  const left = [...rows, ...(await readSignOns(store, { slug, ids: joined, now }))].filter(isWaiting);
  const [first] = left;
  if (!first) return undefined;
  const organizationName = first.signed?.organizationName ?? '';
  const { organizationKey: key } = found.reference;
  return { key, claim: { organizationName, waiting: left.map((row) => row.id) } };
}

const isWaiting = (row: SignOn): boolean => reviewStateOf(row) === 'duplicate';
