import * as z from 'zod';
import { mailboxHash } from '../../sign-on/ids.ts';
import { addressItemKey, signOnKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** From what somebody has unsubscribed: the mails of one letter, or all mails of this site. */
export type UnsubscribedFrom = 'letter' | 'site';

const addressSchema = z.object({
  suppressed: z.string().optional(),
  unsubscribedLetters: z.set(z.string()).optional(),
});

/**
 * What a mailbox has unsubscribed from, as far as it concerns mails about this letter. A mailbox that was
 * suppressed before there was a choice has unsubscribed from the site.
 */
export async function unsubscribedFrom(
  store: Store,
  mailboxHash: string,
  slug: string,
): Promise<UnsubscribedFrom | undefined> {
  const item = await store.get(addressSchema, addressItemKey(mailboxHash));
  if (item?.suppressed === 'yes') return 'site';
  return item?.unsubscribedLetters?.has(slug) ? 'letter' : undefined;
}

const readsAtOnce = 100;

/** Those of `all` whose mailbox gets mails about this letter, in their order. */
export async function subscribedTo<Recipient extends { email: string }>(
  store: Store,
  all: readonly Recipient[],
  { slug, addressKey }: { slug: string; addressKey: string },
): Promise<Recipient[]> {
  const found: Recipient[] = [];
  for (let at = 0; at < all.length; at += readsAtOnce) {
    const some = all.slice(at, at + readsAtOnce);
    const stopped = await Promise.all(
      some.map(({ email }) => unsubscribedFrom(store, mailboxHash(addressKey, email), slug)),
    );
    found.push(...some.filter((_, index) => stopped[index] === undefined));
  }
  return found;
}

/** Stops all mail to a mailbox, for good. Repeated: the same. */
export async function suppressAddress(store: Store, mailboxHash: string): Promise<void> {
  await store.update({
    key: addressItemKey(mailboxHash),
    update: 'SET suppressed = :yes, kept = :kept, expiresAt = :kept',
    values: { ':yes': 'yes', ':kept': 'kept' },
  });
}

/**
 * Stops all mails about one letter to a mailbox, for good. Repeated: the same.
 *
 * @returns what the mailbox has unsubscribed from now: the whole site, if that was so before
 */
export async function unsubscribeFromLetter(
  store: Store,
  mailboxHash: string,
  slug: string,
): Promise<UnsubscribedFrom> {
  const isFromLetter = await store.update({
    key: addressItemKey(mailboxHash),
    // A string in the attribute of the expiry keeps the item.
    update: 'SET kept = :kept, expiresAt = :kept ADD unsubscribedLetters :slugs',
    condition: 'attribute_not_exists(suppressed)',
    values: { ':kept': 'kept', ':slugs': new Set([slug]) },
  });
  return isFromLetter ? 'letter' : 'site';
}

export interface Unsubscription {
  mailboxHash: string;
  slug: string;
  from: UnsubscribedFrom;
  /** The sign-on's; none of a journalist. */
  signOnId?: string | undefined;
}

/** Unsubscribes a mailbox, and records it beside the sign-on whose link it was. Repeated: the same. */
export async function unsubscribeMailbox(
  store: Store,
  { mailboxHash, slug, from, signOnId }: Unsubscription,
): Promise<void> {
  if (from === 'site') await suppressAddress(store, mailboxHash);
  const now = from === 'site' ? 'site' : await unsubscribeFromLetter(store, mailboxHash, slug);
  if (signOnId) await recordUnsubscribed(store, { slug, id: signOnId }, now);
}

/**
 * Records on a sign-on's row what its address has unsubscribed from, for organizers to see. A row that is gone stays
 * gone.
 */
export async function recordUnsubscribed(
  store: Store,
  { slug, id }: { slug: string; id: string },
  from: UnsubscribedFrom,
): Promise<void> {
  await store.update({
    key: signOnKey(slug, id),
    update: 'SET unsubscribed = :from',
    condition: `attribute_exists(PK)${from === 'letter' ? ' AND attribute_not_exists(unsubscribed)' : ''}`,
    values: { ':from': from },
  });
}
