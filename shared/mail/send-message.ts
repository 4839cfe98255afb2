import type { OutgoingMail } from '../aws/mailer.ts';
import type { Gate } from '../campaign/gate.ts';
import { messageStop } from '../operations/mailing/message-due.ts';
import { readGate } from '../table/gate.ts';
import { parseItemKey } from '../table/keys.ts';
import {
  moveRecipient,
  type RecipientReference,
  readMessage,
  readMessageRecipient,
  type StoredMessage,
} from '../table/messages.ts';
import type { MailTask } from '../table/tasks.ts';
import { dueAddressee, type MessageAddressee } from './message-recipient.ts';
import { messageTo } from './message-texts.ts';
import { isAttemptLost, sendAtMostOnce } from './send-at-most-once.ts';
import { type MailDependencies, maxAttemptsOnRefusal, type TaskOutcome } from './task-outcome.ts';

/**
 * Sends a message to one recipient, at most once. The recipient is claimed first. An attempt without an answer is never
 * repeated, since an update that is missing does less harm than one that comes twice. Who has withdrawn, unsubscribed
 * or signed in the meantime is skipped.
 */
export async function sendMessageMail(
  dependencies: MailDependencies,
  { PK, SK, id, recipient, attempt = 1 }: Extract<MailTask, { task: 'message-mail' }>,
): Promise<TaskOutcome> {
  const { store, now, newUlid } = dependencies;
  const slug = parseItemKey({ PK, SK })?.slug ?? '';
  const message = await readMessage(store, slug, id);
  if (!message) return 'done';
  const of: RecipientReference = { slug, id, recipient };
  const known = await readMessageRecipient(store, of);
  if (!known || known.state === 'sent' || known.state === 'refused' || known.state === 'unknown')
    return 'done';
  if (known.state === 'claimed') {
    if (!isAttemptLost(known.at, now())) return 'later';
    await moveRecipient(store, of, {
      from: ['claimed'],
      to: 'unknown',
      now: now(),
      ...(known.claim && { claim: known.claim }),
    });
    return 'done';
  }
  const addressee = await dueAddressee(dependencies, { PK, SK }, message);
  const gate = await readGate(store, slug);
  if (!gate || messageStop(gate)) return 'done';
  const outgoing = addressee && (await outgoingTo(dependencies, addressee, { message, gate }));
  // Another row of the mailbox may still be due: whoever is skipped can be claimed for that one.
  if (!outgoing) {
    await moveRecipient(store, of, { from: ['queued'], to: 'skipped', now: now() });
    return 'done';
  }

  const claim = newUlid();
  const endAttempt = (to: 'queued' | 'sent' | 'refused' | 'unknown') =>
    moveRecipient(store, of, { from: ['claimed'], to, claim, now: now() });
  return await sendAtMostOnce(dependencies, {
    slug,
    task: 'message',
    mail: () => outgoing,
    claim: async () => {
      const from = ['queued', 'skipped'] as const;
      return (await moveRecipient(store, of, { from, to: 'claimed', claim, now: now() })) ? claim : undefined;
    },
    release: async () => {
      await endAttempt('queued');
    },
    settle: async (_, outcome) => {
      if (outcome === 'refused' && attempt < maxAttemptsOnRefusal) {
        await endAttempt('queued');
        return 'later';
      }
      await endAttempt(outcome === 'accepted' ? 'sent' : outcome);
      return 'done';
    },
  });
}

async function outgoingTo(
  { readCampaign, linkKeys, siteUrl }: MailDependencies,
  { id, email, language, organization, item, tag, links }: MessageAddressee,
  { message, gate }: { message: StoredMessage; gate: Gate },
): Promise<OutgoingMail | undefined> {
  const { slug } = message;
  const campaign = await readCampaign(slug);
  if (!campaign) return undefined;
  const { settings } = campaign;
  const { link, unsubscribeLink } = links(await linkKeys());
  const reader = {
    language: language ?? settings.language,
    link,
    unsubscribeLink,
    ...(organization !== undefined && { organization }),
  };
  return {
    message: messageTo(reader, { message, settings, gate, siteUrl }),
    sender: settings.sender,
    to: email,
    reference: { slug, item, id, mail: tag },
    unsubscribeLink,
  };
}
