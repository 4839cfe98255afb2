import * as z from 'zod';
import type { MailDomains } from '../../sign-on/mail-domains.ts';
import { siteOf } from '../../sign-on/same-website.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import { websiteKey } from '../../table/keys.ts';
import { readSignOns } from '../../table/sign-ons.ts';
import type { Store, Update } from '../../table/table.ts';

const itemSchema = z.object({ signOns: z.set(z.string()).optional() });

/** Sign-ons that are stored for a website. One that counts is enough; the others are there in case it withdraws. */
const maxSignOns = 10;

export interface WebsiteQuery {
  slug: string;
  id: string;
  website: string | undefined;
  /** Key of the claim that decides about its organization. */
  claimKey: string;
  now: Date;
}

export interface FoundWebsite {
  /** Another organization's sign-on that counts and has the same website. */
  sameAs?: { organizationKey: string; id: string };
  /** Stores this one if it counts, on condition that the website's item has not changed since it was read. */
  writesIfCounted: Update[];
}

/** Finds who else counts with the same website. A sign-on that waits for review does not. */
export async function findSameWebsite(
  store: Store,
  { slug, id, website = '', claimKey, now }: WebsiteQuery,
  domains: MailDomains,
): Promise<FoundWebsite> {
  const site = siteOf(website);
  if (site === undefined || isFrontOfPlatform(website, domains)) return { writesIfCounted: [] };
  const was = (await store.get(itemSchema, websiteKey(slug, site)))?.signOns ?? new Set<string>();
  const others = [...was].filter((other) => other !== id);
  const rows = await readSignOns(store, { slug, ids: others, now });
  const counting = rows.filter(
    ({ eligible, signed }) => eligible === 'yes' && siteOf(signed?.website ?? '') === site,
  );
  const kept = [id, ...counting.map((row) => row.id)].slice(0, maxSignOns);
  const sameAs = await otherOrganization(store, { slug, claimKey, rows: counting });
  return {
    ...(sameAs && { sameAs }),
    writesIfCounted: [takenUpdate(slug, { site, was, is: new Set(kept) })],
  };
}

/** The first page of a platform belongs to nobody. */
function isFrontOfPlatform(website: string, { isPlatform, registrableDomain }: MailDomains): boolean {
  const { hostname, pathname, search } = new URL(website);
  const host = hostname.replace(/^www\./, '');
  return pathname === '/' && search === '' && isPlatform(host) && registrableDomain(host) === host;
}

/** The first of these that signs for another organization than the one whose claim has this key, merges considered. */
async function otherOrganization(
  store: Store,
  { slug, claimKey, rows }: { slug: string; claimKey: string; rows: readonly SignOn[] },
): Promise<FoundWebsite['sameAs']> {
  for (const { id, organizationKey } of rows) {
    if (organizationKey === undefined) continue;
    const { reference } = await findClaim(store, { slug, organizationKey, id });
    if (reference.organizationKey !== claimKey) return { organizationKey, id };
  }
  return undefined;
}

const takenUpdate = (
  slug: string,
  { site, was, is }: { site: string; was: Set<string>; is: Set<string> },
): Update => ({
  key: websiteKey(slug, site),
  update: 'SET signOns = :is',
  condition: was.size === 0 ? 'attribute_not_exists(signOns)' : 'signOns = :was',
  values: { ':is': is, ...(was.size > 0 && { ':was': was }) },
});

/** Stores the website of a sign-on that an organizer approves. */
export function websiteIndexWrites({ slug, id, signed }: Pick<SignOn, 'slug' | 'id' | 'signed'>): Update[] {
  const site = siteOf(signed?.website ?? '');
  if (site === undefined) return [];
  return [{ key: websiteKey(slug, site), update: 'ADD signOns :ids', values: { ':ids': new Set([id]) } }];
}
