import * as z from 'zod';
import { keyOfName } from '../../organization/key.ts';
import type { MailDomains } from '../../sign-on/mail-domains.ts';
import { stillStands } from '../../sign-on/review.ts';
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
  const site = comparedSite(website, domains);
  if (site === undefined) return { writesIfCounted: [] };
  const was = await storedSignOns(store, slug, site);
  const { counting, rejected, kept } = await signOnsOfSite(store, { slug, id, site, was, now });
  const rejectedOther = rejected.find((row) => isOfOtherName(row, claimKey));
  const sameAs = await otherOrganization(store, { slug, claimKey, rows: counting, ifReadable });
  return {
    ...(sameAs && { sameAs }),
    ...(rejectedOther && counting.length === 0 && { rejected: rejectedOther.id }),
    writesIfCounted: [takenUpdate(slug, { site, was, is: kept })],
  };
}

/** The form in which a website is compared (`siteOf`). Undefined if it is nobody's own. */
function comparedSite(website: string | undefined, domains: MailDomains): string | undefined {
  const site = siteOf(website ?? '');
  return website === undefined || site === undefined || isFrontOfPlatform(website, domains)
    ? undefined
    : site;
}

const storedSignOns = async (store: Store, slug: string, site: string): Promise<Set<string>> =>
  (await store.get(itemSchema, websiteKey(slug, site)))?.signOns ?? new Set();

/** What became of the sign-ons that are stored for a website, and who is stored once `id` counts with it. */
async function signOnsOfSite(
  store: Store,
  { slug, id, site, was, now }: { slug: string; id: string; site: string; was: Set<string>; now: Date },
): Promise<{ counting: SignOn[]; rejected: SignOn[]; kept: Set<string> }> {
  const others = [...was].filter((other) => other !== id);
  const rows = await readSignOns(store, { slug, ids: others, now });
  const ofSite = rows.filter(({ signed }) => siteOf(signed?.website ?? '') === site);
  const isEmptied = ({ status, signed }: SignOn): boolean => status === 'rejected' && signed === undefined;
  const counting = ofSite.filter(stillStands);
  // One whose row cannot be read now may count once it is mended.
  const unread = others.filter((other) => !rows.some((row) => row.id === other));
  return {
    counting,
    rejected: rows.filter((row) => isEmptied(row) || (row.status === 'rejected' && ofSite.includes(row))),
    kept: new Set([id, ...counting.map((row) => row.id), ...unread].slice(0, maxSignOns)),
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

type OfWebsite = Pick<SignOn, 'slug' | 'id' | 'signed'>;

/**
 * Stores the website of a sign-on that counts without a search for others with it: by a decision, by the button of one
 * who waited, or again by agreeing to a changed letter. In a full item it takes the place of those that do not count.
 */
export async function websiteIndexWrites(store: Store, signOn: OfWebsite, now: Date): Promise<Update[]> {
  const { slug, id } = signOn;
  const { site, was } = (await storedWith(store, signOn)) ?? {};
  if (site === undefined || was === undefined) return [];
  if (was.size < maxSignOns || was.has(id)) return [addedUpdate(slug, site, id)];
  const { kept } = await signOnsOfSite(store, { slug, id, site, was, now });
  return [takenUpdate(slug, { site, was, is: kept })];
}

/**
 * Stores the website of a sign-on that an organizer rejects, so that the next one with it waits. Those that count take
 * the place of the rejected ones, so a full item stays as it is.
 */
export async function rejectedWebsiteWrites(store: Store, signOn: OfWebsite): Promise<Update[]> {
  const { site, was } = (await storedWith(store, signOn)) ?? {};
  if (site === undefined || was === undefined || was.size >= maxSignOns) return [];
  return [addedUpdate(signOn.slug, site, signOn.id)];
}

/** The website of a sign-on as it is compared, and the sign-ons that are stored for it. Undefined if it has none. */
async function storedWith(
  store: Store,
  { slug, signed }: OfWebsite,
): Promise<{ site: string; was: Set<string> } | undefined> {
  if (signed?.website === undefined) return undefined;
  const { mailDomains } = await import('../../sign-on/mail-domains.ts');
  const site = comparedSite(signed.website, mailDomains);
  return site === undefined ? undefined : { site, was: await storedSignOns(store, slug, site) };
}

const addedUpdate = (slug: string, site: string, id: string): Update => ({
  key: websiteKey(slug, site),
  update: 'ADD signOns :ids',
  values: { ':ids': new Set([id]) },
});
