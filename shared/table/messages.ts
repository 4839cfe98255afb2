import * as z from 'zod';
import { instantSchema, slugSchema } from '../campaign/settings.ts';
import { languageSchema } from '../i18n/language.ts';
import { type Key, messageKey, messagePartition, messageRecipientKey, prefixes } from './keys.ts';
import type { Page, Store } from './table.ts';

/** To whom a message goes: those who have signed, or those who are invited and have not. */
export const messageAudiences = ['signers', 'invited'] as const;
export type MessageAudience = (typeof messageAudiences)[number];

/**
 * A message of the organizers, under a hash of its campaign, audience and texts. It never changes but for `leftOut`.
 */
const messageSchema = z.object({
  slug: slugSchema,
  id: z.string(),
  audience: z.enum(messageAudiences),
  /** As in the files: in the campaign's own language, then in others. */
  texts: z.array(z.object({ language: languageSchema, source: z.string() })),
  /** When it was first asked for, and the counts that it names. */
  at: instantSchema,
  organizations: z.int(),
  individuals: z.int(),
  /** Invited organizations that had signed under another name when the message was last asked for. */
  leftOut: z.array(z.string()).optional(),
  /** Of a test, which goes to this organizer alone. */
  testAddress: z.string().optional(),
});
export type StoredMessage = z.infer<typeof messageSchema>;

export const readMessage = (store: Store, slug: string, id: string): Promise<StoredMessage | undefined> =>
  store.get(messageSchema, messageKey(slug, id));

/**
 * `queued`: due. `claimed`: being sent, or its function died. `unknown`: SES gave no answer; it is not sent again.
 * `skipped`: no longer due when it was to be sent.
 */
const recipientStates = ['queued', 'claimed', 'sent', 'refused', 'unknown', 'skipped'] as const;

const recipientSchema = z.object({
  /** Hash of the mailbox of a signer; id of an invited organization. */
  recipient: z.string(),
  state: z.enum(recipientStates),
  at: instantSchema,
  claim: z.string().optional(),
});
export type MessageRecipient = z.infer<typeof recipientSchema>;

/** One message to one recipient. */
export interface RecipientReference {
  slug: string;
  /** Id of the message. */
  id: string;
  recipient: string;
}

export const readMessageRecipient = (
  store: Store,
  { slug, id, recipient }: RecipientReference,
): Promise<MessageRecipient | undefined> =>
  store.get(recipientSchema, messageRecipientKey(slug, id, recipient));

/** A page of those to whom a message has been queued. */
export const readRecipientPage = (
  store: Store,
  {
    slug,
    id,
    ...options
  }: Omit<RecipientReference, 'recipient'> & { after?: Key | undefined; limit?: number },
): Promise<Page<MessageRecipient>> =>
  store.query(recipientSchema, {
    PK: messagePartition(slug, id),
    prefix: prefixes.messageRecipient,
    ...options,
  });

/** Notes that a message is due to somebody. Whoever is noted already is left alone. */
export async function noteRecipient(store: Store, of: RecipientReference, now: Date): Promise<void> {
  const { slug, id, recipient } = of;
  await store.update({
    key: messageRecipientKey(slug, id, recipient),
    update: 'SET recipient = :recipient, #state = :queued, #at = :at',
    condition: 'attribute_not_exists(PK)',
    names: { '#state': 'state', '#at': 'at' },
    values: { ':recipient': recipient, ':queued': 'queued', ':at': now.toISOString() },
  });
}

interface Transition {
  from: readonly MessageRecipient['state'][];
  to: MessageRecipient['state'];
  /** The claim that must stand; for a new one, the one that is written. */
  claim?: string;
  now: Date;
}

/**
 * Moves one recipient from a state to another. False if the state is another by now. True, too, if this claim was
 * written and DynamoDB's answer was lost.
 */
export async function moveRecipient(
  store: Store,
  { slug, id, recipient }: RecipientReference,
  { from, to, claim, now }: Transition,
): Promise<boolean> {
  const states = from.map((state, index) => [`:from${index}`, state] as const);
  const names = states.map(([name]) => name).join(', ');
  const isClaim = to === 'claimed';
  return await store.update({
    key: messageRecipientKey(slug, id, recipient),
    update: `SET #state = :to, #at = :at${isClaim ? ', claim = :claim' : ''}`,
    condition: isClaim
      ? `#state IN (${names}) OR (#state = :to AND claim = :claim)`
      : `#state IN (${names})${claim ? ' AND claim = :claim' : ''}`,
    names: { '#state': 'state', '#at': 'at' },
    values: {
      ':to': to,
      ':at': now.toISOString(),
      ...(claim && { ':claim': claim }),
      ...Object.fromEntries(states),
    },
  });
}
