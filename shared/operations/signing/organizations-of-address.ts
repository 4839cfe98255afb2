import * as z from 'zod';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { expiryAfterDays, hasExpired } from '../../table/expiry.ts';
import { addressSignOnsKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';

/**
 * `signOns` are those of organizations; of a domain, each with the mark of its organization behind a slash. One item has
 * both kinds, so that a mailbox costs one read.
 */
const itemSchema = z.object({
  signOns: z.set(z.string()).optional(),
  people: z.set(z.string()).optional(),
  expiresAt: z.number().optional(),
});

/** Days for which it is stored which sign-ons an address has confirmed. It is evidence, not a record. */
const rememberedDays = 90;

/** Sign-ons stored for one mailbox, or one domain. Organizers need no larger number. */
const maxRemembered = 20;

/** Of these, sign-ons of one organization. Colleagues must not fill the list of their domain. */
const maxColleagues = 3;

export interface AddressQuery {
  slug: string;
  id: string;
  kind: SignOn['kind'];
  mailboxHash: string;
  /** The mail domain, if it is an organization's own: its hash, and the mark of the organization that signs. */
  domain: { hash: string; organization: string } | undefined;
  now: Date;
}

export interface AddressOrganizations {
  /** Other sign-ons of the same kind that this mailbox has confirmed lately, without `id`. */
  others: readonly string[];
  /** Those of the other kind. */
  othersOfOtherKind: readonly string[];
  /** Those of organizations from all mailboxes of its domain, and whether each was for another organization. */
  othersOfDomain: readonly { id: string; isOfOther: boolean }[];
  /** How many other organizations these are of. */
  organizationsOfDomain: number;
  /** The writes that store this one, too. */
  writes: Update[];
}

/**
 * For which other organizations and people a mailbox has confirmed lately, and for which its domain. Whoever
 * confirms several at the same moment is seen: the mailbox's item has to be as it was read. The domain's has not, since
 * a whole organization may sign at once.
 */
export async function otherOrganizationsOfAddress(
  store: Store,
  { slug, id, kind, mailboxHash, domain, now }: AddressQuery,
): Promise<AddressOrganizations> {
  const [own, other] =
    kind === 'organization' ? (['signOns', 'people'] as const) : (['people', 'signOns'] as const);
  const read = async (hash: string) => {
    const item = (await store.get(itemSchema, addressSignOnsKey(slug, hash))) ?? {};
    // What has expired may still be there.
    const { expiresAt: over } = hasExpired(item.expiresAt, now) ? item : {};
    const { [own]: lately = nobody, [other]: ofOtherKind = nobody } = over === undefined ? item : {};
    return { over, lately, ofOtherKind };
  };
  const [mailbox, ofDomain] = await Promise.all([
    read(mailboxHash),
    domain === undefined ? undefined : read(domain.hash),
  ]);
  const expiry = expiryAfterDays(now, rememberedDays);
  const writes: Update[] = [];
  if (mailbox.lately.size < maxRemembered) {
    const { over, lately } = mailbox;
    const { condition, values } = isStillOver(over) ?? {
      condition: lately.size === 0 ? `attribute_not_exists(${own})` : `${own} = :was`,
      values: lately.size === 0 ? {} : { ':was': lately },
    };
    writes.push({
      key: addressSignOnsKey(slug, mailboxHash),
      update: `SET expiresAt = :expiry, ${own} = :is${over === undefined ? '' : ` REMOVE ${other}`}`,
      condition,
      values: { ...values, ':expiry': expiry, ':is': new Set([...lately, id]) },
    });
  }
  const stored = [...(ofDomain?.lately ?? [])].map(signOnOfDomain);
  const othersOfDomain = stored.filter((each) => each.id !== id);
  const isOfOther = ({ organization }: SignOnOfDomain) => organization !== domain?.organization;
  const ofOthers = othersOfDomain.filter(isOfOther);
  const colleagues = othersOfDomain.length - ofOthers.length;
  const isStored = stored.length > othersOfDomain.length;
  if (domain && ofDomain && !isStored && colleagues < maxColleagues && stored.length < maxRemembered) {
    const isOver = isStillOver(ofDomain.over);
    writes.push({
      key: addressSignOnsKey(slug, domain.hash),
      update: isOver ? `SET expiresAt = :expiry, ${own} = :ids` : `SET expiresAt = :expiry ADD ${own} :ids`,
      ...(isOver && { condition: isOver.condition }),
      values: { ...isOver?.values, ':expiry': expiry, ':ids': new Set([`${id}/${domain.organization}`]) },
    });
  }
  const withoutOwn = (ids: ReadonlySet<string>) => [...ids].filter((each) => each !== id);
  return {
    others: withoutOwn(mailbox.lately),
    othersOfOtherKind: withoutOwn(mailbox.ofOtherKind),
    othersOfDomain: othersOfDomain.map((each) => ({ id: each.id, isOfOther: isOfOther(each) })),
    organizationsOfDomain: new Set(ofOthers.map(({ organization }) => organization)).size,
    writes,
  };
}

interface SignOnOfDomain {
  id: string;
  organization: string;
}

/** What is stored of a sign-on for its domain. An older entry has no mark, and counts as an organization of its own. */
function signOnOfDomain(stored: string): SignOnOfDomain {
  const [id = stored, organization = id] = stored.split('/');
  return { id, organization };
}

const nobody: ReadonlySet<string> = new Set();

/** The condition that an item which has expired is as it was. */
const isStillOver = (over: number | undefined) =>
  over === undefined ? undefined : { condition: 'expiresAt = :over', values: { ':over': over } };
