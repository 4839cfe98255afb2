import * as z from 'zod';
import type { InvitedEntry } from '../../campaign/campaign.ts';
import { slugSchema } from '../../campaign/settings.ts';
import { mailFeedbackSchema } from '../../sign-on/mail-feedback.ts';
import { campaignPartition, invitedKey, type Key, prefixes } from '../../table/keys.ts';
import type { OnUnreadable, Page, Store } from '../../table/table.ts';

/** An organization that is expected to sign, from `invited.csv`. */
const invitedSchema = z.object({
  slug: slugSchema,
  /** `invitedId` of the name's key. */
  id: z.string(),
  organization: z.string(),
  email: z.string().optional(),
  website: z.string().optional(),
  nonce: z.string(),
  mailFeedback: mailFeedbackSchema.optional(),
}) satisfies z.ZodType<InvitedEntry>;
export type Invited = z.infer<typeof invitedSchema>;

/**
 * What the link to unsubscribe is signed with beside the key. The address belongs to it: in an email to an earlier
 * address of the organization, the link must not stop the mail to the one that is in the list now.
 */
export const unsubscribeNonce = ({ nonce, email = '' }: Pick<Invited, 'nonce' | 'email'>): string =>
  `${nonce} ${email}`;

/**
 * The tag by which SES's events name a mail to an invited organization, with the hash of the mailbox that it went to:
 * when a bounce or complaint comes, the list may have another address.
 */
export const invitedMailTag = (mailboxHash: string): string => `message-${mailboxHash}`;

/** The hash of the mailbox that a mail went to. Undefined: a tag of an earlier version. */
export const mailboxOfInvitedMail = (tag: string): string | undefined =>
  /^message-([0-9a-f]+)$/.exec(tag)?.[1];

/** The invited organization with this id. */
export const readInvited = (store: Store, slug: string, id: string): Promise<Invited | undefined> =>
  store.get(invitedSchema, invitedKey(slug, id));

/** A page of a campaign's invited organizations, in the order of their ids. */
export const readInvitedPage = (
  store: Store,
  {
    slug,
    ...options
  }: { slug: string; after?: Key | undefined; limit?: number; onUnreadable?: OnUnreadable },
): Promise<Page<Invited>> =>
  store.query(invitedSchema, { PK: campaignPartition(slug), prefix: prefixes.invited, ...options });

/** All of them. */
export async function readAllInvited(store: Store, slug: string): Promise<Invited[]> {
  const all: Invited[] = [];
  let after: Key | undefined;
  do {
    const page = await readInvitedPage(store, { slug, ...(after && { after }) });
    all.push(...page.items);
    after = page.next;
  } while (after);
  return all;
}
