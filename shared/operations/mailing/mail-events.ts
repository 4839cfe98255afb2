import * as z from 'zod';
import { instantSchema, slugSchema } from '../../campaign/settings.ts';
import type { Context } from '../../context.ts';
import { mailboxHash } from '../../sign-on/ids.ts';
import { isReminder } from '../../sign-on/reminder.ts';
import { signerMails } from '../../sign-on/sign-on.ts';
import { signerMailRules } from '../../sign-on/signer-mail-rules.ts';
import { readGate } from '../../table/gate.ts';
import { eventKey, invitedKey, type Key, pressContactKey, signOnKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';
import { mailboxOfInvitedMail, readInvited } from '../inviting/invited.ts';
import { recordLetterMailEvent } from './letter-mail-claim.ts';
import { chargeBounce } from './network-mail-budget.ts';
import { mailboxOfContact } from './press-contacts.ts';
import { parsePressMailTag, recordPressMailEvent } from './press-mail-claim.ts';
import { recordSupplementBounce, recordSupplementDelivery, settleSupplement } from './supplement-states.ts';

/** What SES reports about a mail, as the event rules pass it on (infra/mail-events.ts): which mail, and no address. */
export const mailEventSchema = z.object({
  what: z.enum(['sent', 'delivered', 'bounced', 'undelivered', 'complained']),
  slug: slugSchema,
  item: z.enum(['sign-on', 'press', 'invited', 'letter', 'supplement', 'notice']),
  id: z.string(),
  /** Empty, like `claim`, for a mail that an earlier version sent. */
  mail: z.string().default(''),
  claim: z.string().default(''),
  at: z.iso.datetime(),
});
export type MailEvent = z.infer<typeof mailEventSchema>;

/**
 * What a report says of the mail itself. `undelivered`: a transient bounce, which may be an out-of-office answer. After
 * a reported delivery it counts as such an answer, otherwise as a bounce.
 */
export type MailReport = Exclude<MailEvent['what'], 'complained'>;

const recipientSchema = z.object({
  email: z.string().optional(),
  /** The mark of the network from which a signer sent the form. */
  mailNetwork: z.string().optional(),
});
type Recipient = z.infer<typeof recipientSchema>;

/**
 * Records what SES reported about a mail. Reports come late, twice and in any order, so a better-known state is kept. A
 * deleted item is not created again.
 *
 * @returns the hash of the mailbox that a bounce or complaint is about, unless nobody knows its address any more
 */
export async function recordMailEvent(
  store: Store,
  event: MailEvent,
  { newUlid, addressKey }: Pick<Context, 'newUlid'> & { addressKey: () => Promise<string> },
): Promise<string | undefined> {
  const { slug, item, id, mail, claim } = event;
  const at = instantSchema.parse(new Date(event.at).toISOString());
  const state = event.what === 'complained' ? 'delivered' : event.what;
  const context = { now: new Date(at), newUlid };
  const mailboxOf = async (email: string | undefined) =>
    email ? mailboxHash(await addressKey(), email) : undefined;
  switch (item) {
    case 'letter':
      await recordLetterMailEvent(store, slug, { claim, state, ...context });
      return undefined;
    case 'supplement':
      await recordSupplementEvent(store, slug, { claim, id, state }, context);
      return undefined;
    case 'press': {
      const kind = parsePressMailTag(mail);
      if (kind) await recordPressMailEvent(store, { slug, addressHash: id }, kind, { claim, state, at });
      const { recipient } = await recordFeedback(store, pressContactKey(slug, id), event.what, at);
      return recipient && mailboxOfContact(await addressKey(), { addressHash: id, email: recipient.email });
    }
    case 'sign-on': {
      const { recipient, isNew } = await recordFeedback(
        store,
        signOnKey(slug, id),
        event.what,
        at,
        event.what === 'bounced' && asksToConfirm(mail) ? notConfirmedSince(at) : undefined,
      );
      // A report that comes twice must not charge the network twice.
      if (isNew && recipient?.mailNetwork && mail === 'confirm')
        await chargeBounce(store, { slug, network: recipient.mailNetwork }, context.now);
      return await mailboxOf(recipient?.email);
    }
    case 'invited': {
      const mailedTo = mailboxOfInvitedMail(mail);
      const email = (await readInvited(store, slug, id))?.email;
      const current = await mailboxOf(email);
      // A report about an earlier address of the organization says nothing about the one in the list now.
      if (email !== undefined && (mailedTo === undefined || mailedTo === current))
        await recordFeedback(store, invitedKey(slug, id), event.what, at, isStillAt(email));
      return mailedTo ?? current;
    }
    case 'notice':
      await recordFeedback(store, eventKey(slug, id), event.what, at);
      return undefined;
  }
}

async function recordSupplementEvent(
  store: Store,
  slug: string,
  { claim, id, state }: { claim: string; id: string; state: MailReport },
  context: { now: Date; newUlid: () => string },
): Promise<void> {
  const supplement = (await readGate(store, slug))?.supplement;
  if (supplement?.id !== id) return;
  if (supplement.state === 'claimed' && supplement.claim === claim)
    await settleSupplement(store, slug, supplement, { state: 'sent', ...context });
  const sent = (await readGate(store, slug))?.supplement;
  if (sent?.id !== id || sent.state !== 'sent') return;
  if (state === 'delivered' && sent.deliveredAt === undefined)
    await recordSupplementDelivery(store, slug, sent, context.now);
  if (state === 'bounced' || (state === 'undelivered' && sent.deliveredAt === undefined))
    await recordSupplementBounce(store, slug, sent, context);
}

const asksToConfirm = (mail: string): boolean =>
  signerMails.some((each) => each === mail && (signerMailRules[each].asksToConfirm || isReminder(each)));

/** A further condition on a row. */
interface FeedbackCondition {
  condition: string;
  values: Record<string, unknown>;
}

/**
 * Not on a sign-on whose words are all confirmed, or were confirmed after the report, since a later mail has arrived.
 */
const notConfirmedSince = (at: string): FeedbackCondition => ({
  condition: '(attribute_not_exists(signed) OR (attribute_exists(submission) AND confirmedAt < :confirmed))',
  values: { ':confirmed': at },
});

const isStillAt = (email: string): FeedbackCondition => ({
  condition: 'email = :email',
  values: { ':email': email },
});

/**
 * Stores a bounce or complaint beside its recipient. The newest is kept, whatever the order; `isNew`: this one is it.
 */
async function recordFeedback(
  store: Store,
  key: Key,
  what: MailEvent['what'],
  at: string,
  only?: FeedbackCondition,
): Promise<{ recipient?: Recipient | undefined; isNew: boolean }> {
  if (what !== 'bounced' && what !== 'complained') return { isNew: false };
  const isNew = await store.update({
    key,
    update: 'SET mailFeedback = :feedback',
    condition: `attribute_exists(PK) AND (attribute_not_exists(mailFeedback) OR mailFeedback.#at < :at)
      ${only ? `AND ${only.condition}` : ''}`,
    names: { '#at': 'at' },
    values: { ...only?.values, ':feedback': { what, at }, ':at': at },
  });
  return { recipient: await store.get(recipientSchema, key), isNew };
}
