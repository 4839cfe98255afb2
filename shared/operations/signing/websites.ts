import * as z from 'zod';
import { keyOfName } from '../../organization/key.ts';
import type { MailDomains } from '../../sign-on/mail-domains.ts';
import { siteOf } from '../../sign-on/same-website.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import { websiteKey } from '../../table/keys.ts';
import { readSignOns } from '../../table/sign-ons.ts';
import type { Store, Update } from '../../table/table.ts';
import { isOfOtherName } from './evidence-of-address.ts';

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
  /** Reads, and answers undefined for what cannot be read, so that it hides nobody else. */
  ifReadable: <T>(read: Promise<T>) => Promise<T | undefined>;
}

export interface FoundWebsite {
  /** Another organization's sign-on that counts and has the same website. */
  sameAs?: { organizationKey: string; id: string };
  /** If nobody counts with it: the rejected sign-on of another organization that has the same website. */
  rejected?: string;
  /** Stores this one if it counts, on condition that the website's item has not changed since it was read. */
  writesIfCounted: Update[];
}

/**
 * Finds who else counts with the same website, or will by agreeing to a changed letter. A sign-on that waits for review
 * does not. If nobody does: who was rejected with it.
 */
export async function findSameWebsite(
  store: Store,
  { slug, id, website = '', claimKey, now, ifReadable }: WebsiteQuery,
  domains: MailDomains,
): Promise<FoundWebsite> {
  const site = siteOf(website);
  if (site === undefined || isFrontOfPlatform(website, domains)) return { writesIfCounted: [] };
  const was = (await store.get(itemSchema, websiteKey(slug, site)))?.signOns ?? new Set<string>();
  const others = [...was].filter((other) => other !== id);
  const rows = await readSignOns(store, { slug, ids: others, now });
  const ofSite = rows.filter(({ signed }) => siteOf(signed?.website ?? '') === site);
  const counting = ofSite.filter(
    ({ eligible, askedAgainAt, review }) =>
      eligible === 'yes' || (askedAgainAt !== undefined && review !== 'waiting'),
  );
  const rejected = ofSite.find((row) => row.status === 'rejected' && isOfOtherName(row, claimKey));
  // One whose row cannot be read now may count once it is mended.
  const unread = others.filter((other) => !rows.some((row) => row.id === other));
  const kept = [id, ...counting.map((row) => row.id), ...unread].slice(0, maxSignOns);
  const sameAs = await otherOrganization(store, { slug, claimKey, rows: counting, ifReadable });
  return {
    ...(sameAs && { sameAs }),
    ...(rejected && counting.length === 0 && { rejected: rejected.id }),
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
  {
    slug,
    claimKey,
    rows,
    ifReadable,
  }: Pick<WebsiteQuery, 'slug' | 'claimKey' | 'ifReadable'> & { rows: readonly SignOn[] },
): Promise<FoundWebsite['sameAs']> {
  for (const { id, signed, organizationKey = keyOfName(signed) } of rows) {
    const found = await ifReadable(findClaim(store, { slug, organizationKey, id }));
    if (found && found.reference.organizationKey !== claimKey) return { organizationKey, id };
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

/**
 * Stores the website of a sign-on that an organizer rejects, so that the next one with it waits. Those that count take
 * the place of the rejected ones, so a full item stays as it is.
 */
export async function rejectedWebsiteWrites(
  store: Store,
  signOn: Pick<SignOn, 'slug' | 'id' | 'signed'>,
): Promise<Update[]> {
  const writes = websiteIndexWrites(signOn);
  const stored = await Promise.all(writes.map(({ key }) => store.get(itemSchema, key)));
  return stored.some((item) => (item?.signOns?.size ?? 0) >= maxSignOns) ? [] : writes;
}
