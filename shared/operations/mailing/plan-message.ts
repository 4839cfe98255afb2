import { createHash } from 'node:crypto';
import type { Settings } from '../../campaign/settings.ts';
import type { Language } from '../../i18n/language.ts';
import { ownersLanguage } from '../../sign-on/confirmation.ts';
import { readGate } from '../../table/gate.ts';
import {
  type MessageAudience,
  type MessageRecipient,
  readMessage,
  readRecipientPage,
  type StoredMessage,
} from '../../table/messages.ts';
import { readSettings } from '../../table/settings.ts';
import { allSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import { readInvitedStatuses } from '../inviting/invited-status.ts';
import { isInvitedDue, isSignerDue, recipientOf } from './message-due.ts';
import { subscribedTo } from './unsubscribing.ts';

export interface MessageRequest {
  slug: string;
  audience: MessageAudience;
  texts: StoredMessage['texts'];
  /** Of a test: the organizer who gets it. */
  testAddress?: string | undefined;
  now: Date;
  addressKey: string;
}

/** To whom a message would go now, and what became of it so far. */
export interface MessagePlan {
  settings: Settings;
  message: StoredMessage;
  /** Who has not got it: how many, and in which language each reads. */
  recipients: number;
  languages: Partial<Record<Language, number>>;
  /** One of them, for a sample. */
  sample: { language: Language; organization?: string } | undefined;
  sent: number;
  failed: number;
  /** For invitations: who of the list is left out, and for whom a signature waits that is no answer. */
  invited?: InvitedPlan;
}

/** How many invited organizations do not get an invitation, and why. */
export interface InvitedPlan {
  /** Their signature counts, is a duplicate, or came from their own domain or by their link. */
  answered: number;
  /** They have no address in the list. */
  withoutAddress: number;
  /** They have unsubscribed, or mail to them came back. */
  unreachable: number;
  /** They get it, although a signature of their name waits for review. */
  inReview: number;
}

/** The id of a message: the same campaign, audience and texts are the same message. */
const messageId = ({ slug, audience, texts, testAddress = '' }: MessageRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([slug, audience, testAddress, texts.map((each) => [each.language, each.source])]))
    .digest('hex')
    .slice(0, 32);

/**
 * Says to whom a message would go, each mailbox once. Reads all sign-ons, all who got the message before, and what each
 * mailbox has unsubscribed from. Undefined if there is no such campaign; writes nothing.
 */
export async function planMessage(store: Store, request: MessageRequest): Promise<MessagePlan | undefined> {
  const { slug, audience, texts, testAddress, now } = request;
  const settings = (await readSettings(store, slug))?.settings;
  const gate = await readGate(store, slug);
  if (!settings || !gate) return undefined;
  const id = messageId(request);
  const stored = await readMessage(store, slug, id);
  const { organizations, individuals } = stored ?? gate;
  const message: StoredMessage = {
    ...{ slug, id, audience, texts, organizations, individuals },
    at: stored?.at ?? now.toISOString(),
    ...(testAddress !== undefined && { testAddress }),
  };
  const known = await readRecipients(store, message);
  const { addressees, leftOut, invited } =
    audience === 'invited' ? await invitedAddressees(store, settings) : await signers(store, request);
  const open = new Map(
    [...addressees].filter(([recipient]) => {
      const state = known.get(recipient);
      return state === undefined || state === 'queued' || state === 'claimed' || state === 'skipped';
    }),
  );
  const due = await subscribedTo(store, [...open.values()], request);
  const languages: MessagePlan['languages'] = {};
  for (const { language } of due) languages[language] = (languages[language] ?? 0) + 1;
  const [first] = due;
  const states = [...known.values()];
  return {
    settings,
    message: { ...message, ...(leftOut && { leftOut }) },
    recipients: due.length,
    languages,
    sample: first && {
      language: first.language,
      ...(first.organization !== undefined && { organization: first.organization }),
    },
    sent: states.filter((state) => state === 'sent').length,
    failed: states.filter((state) => state === 'refused' || state === 'unknown').length,
    ...(invited && {
      invited: {
        answered: invited.answered,
        withoutAddress: invited.withoutAddress,
        unreachable: invited.undeliverable + open.size - due.length,
        inReview: due.filter(({ isInReview }) => isInReview).length,
      },
    }),
  };
}

interface Addressee {
  email: string;
  language: Language;
  organization?: string;
  /** A signature of this organization's name waits for review. */
  isInReview?: boolean;
}

interface Audience {
  addressees: Map<string, Addressee>;
  leftOut?: string[];
  invited?: { answered: number; withoutAddress: number; undeliverable: number };
}

async function signers(store: Store, { slug, addressKey }: MessageRequest): Promise<Audience> {
  const addressees = new Map<string, Addressee>();
  for await (const signOn of allSignOns(store, slug)) {
    const language = ownersLanguage(signOn);
    const recipient = isSignerDue(signOn) ? recipientOf(signOn, addressKey) : undefined;
    if (recipient === undefined || language === undefined || addressees.has(recipient)) continue;
    addressees.set(recipient, { email: signOn.email, language });
  }
  return { addressees };
}

/**
 * Those whose invitation has no answer. Who has signed under another name is left out by id, since its claim does not
 * show it.
 */
async function invitedAddressees(store: Store, { slug, language }: Settings): Promise<Audience> {
  const statuses = await readInvitedStatuses(store, slug);
  const leftOut = statuses.filter(({ isAnswered }) => isAnswered).map(({ invited }) => invited.id);
  const unanswered = statuses.filter(({ isAnswered }) => !isAnswered);
  const addressees = new Map<string, Addressee>();
  for (const { invited, state } of unanswered) {
    const { id, email, organization } = invited;
    if (email !== undefined && isInvitedDue(invited, { leftOut }))
      addressees.set(id, { email, language, organization, isInReview: state === 'signed' });
  }
  const withoutAddress = unanswered.filter(({ invited }) => invited.email === undefined).length;
  const undeliverable = unanswered.length - withoutAddress - addressees.size;
  return { addressees, leftOut, invited: { answered: leftOut.length, withoutAddress, undeliverable } };
}

async function readRecipients(
  store: Store,
  { slug, id }: StoredMessage,
): Promise<Map<string, MessageRecipient['state']>> {
  const known = new Map<string, MessageRecipient['state']>();
  let page = await readRecipientPage(store, { slug, id });
  for (;;) {
    for (const { recipient, state } of page.items) known.set(recipient, state);
    if (!page.next) return known;
    page = await readRecipientPage(store, { slug, id, after: page.next });
  }
}
