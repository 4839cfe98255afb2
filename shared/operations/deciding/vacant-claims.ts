import { reviewStateOf } from '../../sign-on/review-state.ts';
import { findClaim } from '../../table/claims.ts';
import { readSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import { readVacancies, removeVacancy, type Vacancy } from '../../table/vacancies.ts';
import { readIfReadable } from '../health/report-unreadable-item.ts';

export interface VacantClaim {
  /** As one who waits for it has typed it. */
  organizationName: string;
  /** Who waits for it. */
  waiting: string[];
}

interface VacantClaimsQuery {
  slug: string;
  now: Date;
  newUlid: () => string;
}

/**
 * Claims that became vacant while others waited for them, that still are vacant and still are waited for, newest
 * first. `vacancies` are theirs, to be removed once the organizers are told. Those of other claims are removed here.
 */
export async function readVacantClaims(
  store: Store,
  { slug, now, newUlid }: VacantClaimsQuery,
): Promise<{ claims: VacantClaim[]; vacancies: Vacancy[] }> {
  const claims = new Map<string, VacantClaim>();
  const vacancies: Vacancy[] = [];
  const read = await readVacancies(store, slug);
  for (const vacancy of read.toSorted((one, other) => (String(one.mark) < String(other.mark) ? 1 : -1))) {
    const vacant = await stillVacant(store, vacancy.organizationKey, { slug, now, newUlid });
    if (vacant) {
      if (!claims.has(vacant.key)) claims.set(vacant.key, vacant.claim);
      vacancies.push(vacancy);
    } else await removeVacancy(store, slug, vacancy);
  }
  return { claims: [...claims.values()], vacancies };
}

/** The claim of a vacancy, or the one that it was merged into, if it is vacant and somebody waits for it. */
async function stillVacant(
  store: Store,
  organizationKey: string,
  { slug, now, newUlid }: VacantClaimsQuery,
): Promise<{ key: string; claim: VacantClaim } | undefined> {
  const found = await readIfReadable(findClaim(store, { slug, organizationKey, id: '' }), {
    store,
    slug,
    now: () => now,
    newUlid,
  });
  if (!found || found.claim.holder !== undefined) return undefined;
  const ids = [...(found.claim.waiting ?? [])].sort();
  const rows = await readSignOns(store, { slug, ids, now });
  const waiting = rows.filter((row) => reviewStateOf(row) === 'duplicate');
  const [first] = waiting;
  if (!first) return undefined;
  const organizationName = first.signed?.organizationName ?? '';
  const { organizationKey: key } = found.reference;
  return { key, claim: { organizationName, waiting: waiting.map((row) => row.id) } };
}
