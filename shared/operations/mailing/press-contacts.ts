import * as z from 'zod';
import { instantSchema, slugSchema } from '../../campaign/settings.ts';
import { mailboxHash } from '../../sign-on/ids.ts';
import { mailFeedbackSchema } from '../../sign-on/mail-feedback.ts';
import { campaignPartition, type Key, prefixes, pressContactKey } from '../../table/keys.ts';
import type { OnUnreadable, Page, Store } from '../../table/table.ts';

const pressMailStates = ['claimed', 'unknown', 'sent', 'delivered', 'bounced', 'refused'] as const;

/** The state of one mail to a journalist. */
const pressMailStateSchema = z.object({
  /**
   * `unknown`: SES gave no answer, and has reported nothing yet. `sent`, `delivered` and `bounced`: as SES reported
   * last.
   */
  state: z.enum(pressMailStates),
  at: instantSchema,
  claim: z.string(),
  /** For a release: the last correction in it. Absent: the release as first published. */
  correction: z.string().optional(),
});
export type PressMailState = z.infer<typeof pressMailStateSchema>;

/** A journalist on a campaign's private press list, with the state of each kind of mail. */
const pressContactSchema = z.object({
  slug: slugSchema,
  addressHash: z.string(),
  /** Empty after erasing. */
  email: z.string().default(''),
  name: z.string().optional(),
  outlet: z.string().optional(),
  /** Gets the release beforehand, under embargo. */
  embargoed: z.boolean().optional(),
  nonce: z.string(),
  mailFeedback: mailFeedbackSchema.optional(),
  embargo: pressMailStateSchema.optional(),
  release: pressMailStateSchema.optional(),
  /** By the id of the correction. */
  corrections: z.record(z.string(), pressMailStateSchema).optional(),
});
export type PressContact = z.infer<typeof pressContactSchema>;

/**
 * The hash of a journalist's mailbox. After erasing only that of the address is left, which is the same for an ordinary
 * spelling.
 */
export const mailboxOfContact = (
  addressKey: string,
  { addressHash, email = '' }: { addressHash: string; email?: string | undefined },
): string => (email === '' ? addressHash : mailboxHash(addressKey, email));

/** Reads one contact of a campaign's press list. */
export const readPressContact = (
  store: Store,
  slug: string,
  addressHash: string,
): Promise<PressContact | undefined> => store.get(pressContactSchema, pressContactKey(slug, addressHash));

/** A page of a campaign's press list, ordered by hash. */
export const readPressListPage = (
  store: Store,
  {
    slug,
    ...options
  }: { slug: string; after?: Key | undefined; limit?: number; onUnreadable?: OnUnreadable },
): Promise<Page<PressContact>> =>
  store.query(pressContactSchema, { PK: campaignPartition(slug), prefix: prefixes.pressContact, ...options });

/** A campaign's whole press list. */
export async function readEntirePressList(store: Store, slug: string): Promise<PressContact[]> {
  const contacts: PressContact[] = [];
  let after: Key | undefined;
  do {
    const page = await readPressListPage(store, { slug, ...(after && { after }) });
    contacts.push(...page.items);
    after = page.next;
  } while (after);
  return contacts;
}
