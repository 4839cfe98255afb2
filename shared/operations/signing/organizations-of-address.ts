import * as z from 'zod';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { expiryAfterDays, hasExpired } from '../../table/expiry.ts';
import { addressOrganizationsKey, addressPeopleKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';

const itemSchema = z.object({ signOns: z.set(z.string()).optional(), expiresAt: z.number().optional() });

/** Days for which it is stored which sign-ons an address has confirmed. It is evidence, not a record. */
const rememberedDays = 90;

/** Sign-ons stored for one mailbox, or one domain. Organizers need no larger number. */
const maxRemembered = 20;

export interface AddressQuery {
  slug: string;
  id: string;
  kind: SignOn['kind'];
  mailboxHash: string;
  /** Hash of the mail domain, if it is an organization's own. */
  domainHash: string | undefined;
  now: Date;
}

export interface AddressOrganizations {
  /** Other sign-ons of the same kind that this mailbox has confirmed lately, without `id`. */
  others: readonly string[];
  /** How many there are of all mailboxes of its domain. */
  othersOfDomain: number;
  /** The writes that store this one, too. */
  writes: Update[];
}

/**
 * For which other organizations, or people, a mailbox has confirmed lately, and for how many its domain. Whoever
 * confirms several at the same moment is seen: the mailbox's item has to be as it was read. The domain's has not, since
 * a whole organization may sign at once.
 */
export async function otherOrganizationsOfAddress(
  store: Store,
  { slug, id, kind, mailboxHash, domainHash, now }: AddressQuery,
): Promise<AddressOrganizations> {
  const keyOf = kind === 'organization' ? addressOrganizationsKey : addressPeopleKey;
  const read = async (hash: string) => {
    const { signOns = new Set<string>(), expiresAt } = (await store.get(itemSchema, keyOf(slug, hash))) ?? {};
    return { stored: signOns, expiresAt, lately: hasExpired(expiresAt, now) ? new Set<string>() : signOns };
  };
  const [mailbox, domain] = await Promise.all([
    read(mailboxHash),
    domainHash === undefined ? undefined : read(domainHash),
  ]);
  const expiry = expiryAfterDays(now, rememberedDays);
  const writes: Update[] = [];
  if (mailbox.lately.size < maxRemembered)
    writes.push({
      key: keyOf(slug, mailboxHash),
      update: 'SET expiresAt = :expiry, signOns = :is',
      condition: mailbox.stored.size === 0 ? 'attribute_not_exists(signOns)' : 'signOns = :was',
      values: {
        ':expiry': expiry,
        ':is': new Set([...mailbox.lately, id]),
        ...(mailbox.stored.size > 0 && { ':was': mailbox.stored }),
      },
    });
  if (domainHash !== undefined && domain && domain.lately.size < maxRemembered) {
    const isOver = domain.stored.size > 0 && domain.lately.size === 0;
    writes.push({
      key: keyOf(slug, domainHash),
      // What has expired may still be there.
      update: isOver ? 'SET expiresAt = :expiry, signOns = :ids' : 'SET expiresAt = :expiry ADD signOns :ids',
      ...(isOver && { condition: 'expiresAt = :over' }),
      values: {
        ':expiry': expiry,
        ':ids': new Set([id]),
        ...(isOver && { ':over': domain.expiresAt }),
      },
    });
  }
  return {
    others: [...mailbox.lately].filter((other) => other !== id),
    othersOfDomain: [...(domain?.lately ?? [])].filter((other) => other !== id).length,
    writes,
  };
}
