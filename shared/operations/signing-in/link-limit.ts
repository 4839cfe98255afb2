import * as z from 'zod';
import { instantSchema } from '../../campaign/settings.ts';
import { Failure } from '../../failure.ts';
import { expiryAfterDays } from '../../table/expiry.ts';
import { signInLinksKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';
import type { LinkRequest } from './request-link.ts';

/**
 * Links an hour to one address, and how many of these one network may ask for, so that a stranger cannot use up an
 * organizer's.
 */
const maxLinks = 5;
const maxLinksOfNetwork = 2;

const attempts = 10;

const itemSchema = z.object({ links: z.unknown().optional() });

/** What cannot be read counts as none: a damaged item locks no organizer out. */
const linksSchema = z.array(z.object({ id: z.string(), network: z.string(), at: instantSchema })).catch([]);

/**
 * Takes one of the links that an address may get in an hour, for one request. The same request may take it again, so a
 * mail that is tried twice is one link.
 */
export async function reserveLink(
  store: Store,
  { id, addressHash, network }: LinkRequest,
  now: Date,
): Promise<boolean> {
  const key = signInLinksKey(addressHash);
  for (let tries = 0; tries < attempts; tries++) {
    const before = (await store.get(itemSchema, key))?.links;
    const hourAgo = new Date(now.getTime() - 3_600_000).toISOString();
    const recent = linksSchema.parse(before).filter(({ at }) => at > hourAgo);
    if (recent.some((link) => link.id === id)) return true;
    const ofNetwork = recent.filter((link) => link.network === network).length;
    if (recent.length >= maxLinks || ofNetwork >= maxLinksOfNetwork) return false;
    const isReserved = await store.update({
      key,
      update: 'SET links = :links, expiresAt = :expiry',
      condition: before === undefined ? 'attribute_not_exists(links)' : 'links = :before',
      values: {
        ':links': [...recent, { id, network, at: now.toISOString() }],
        ':expiry': expiryAfterDays(now, 1),
        ...(before !== undefined && { ':before': before }),
      },
    });
    if (isReserved) return true;
  }
  throw new Failure('throttled', 'reserve link', 'TooManyChangesAtOnce');
}
