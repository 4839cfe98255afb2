import { isMailDelay } from '../aws/ses-answers.ts';
import { readInvitedPage } from '../operations/inviting/invited.ts';
import {
  isInvitedDue,
  isMessageStopped,
  isSignerDue,
  recipientOf,
} from '../operations/mailing/message-due.ts';
import { organizerOf } from '../operations/signing-in/find-organizer.ts';
import { readGate } from '../table/gate.ts';
import {
  campaignPartition,
  invitedKey,
  type Key,
  shardCount,
  signOnKey,
  signOnsPartition,
} from '../table/keys.ts';
import { type Mailing, noteSentIn } from '../table/mailings.ts';
import {
  type MessageRecipient,
  noteRecipient,
  readMessage,
  readMessageRecipient,
  type StoredMessage,
} from '../table/messages.ts';
import { readShard } from '../table/sign-ons.ts';
import type { Store } from '../table/table.ts';
import type { MailTask } from '../table/tasks.ts';
import { messageTo } from './message-texts.ts';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';

/**
 * Recipients that are queued at once. The next page comes behind them in the same queue, so other mail waits for this
 * many mails of a message at most.
 */
const pageSize = 25;

type PageTask = Extract<MailTask, { task: 'message-page' }>;

/** Queues the first page of a message that was asked for; a test is sent at once. */
export async function startMessage(dependencies: MailDependencies, mailing: Mailing): Promise<TaskOutcome> {
  const { slug, message: id = '' } = mailing;
  const message = await readMessage(dependencies.store, slug, id);
  if (!message) return 'done';
  const { testAddress } = message;
  if (testAddress !== undefined) return await sendTest(dependencies, mailing, message, testAddress);
  await dependencies.queue([{ task: 'message-page', slug, id, mailing: mailing.id, shard: 0 }]);
  return 'done';
}

/** Sends a message to one organizer, to look at, in each of its languages. It has no links of anybody. */
async function sendTest(
  { store, readCampaign, send, siteUrl }: MailDependencies,
  mailing: Mailing,
  message: StoredMessage,
  address: string,
): Promise<TaskOutcome> {
  const { slug } = message;
  const settings = (await readCampaign(slug))?.settings;
  const gate = await readGate(store, slug);
  if (!settings || !gate || !organizerOf(settings, address)) return 'done';
  for (const { language } of message.texts) {
    if (mailing.sentIn?.has(language)) continue;
    const reader = { language, unsubscribeLink: siteUrl, organization: settings.sender.name };
    const outcome = await send({
      message: messageTo(reader, { message, settings, gate, siteUrl }),
      sender: settings.sender,
      to: address,
      reference: { slug, item: 'notice', id: 'message', mail: 'message-test' },
    });
    if (isMailDelay(outcome)) return outcome;
    if (outcome === 'too-fast' || outcome === 'unknown') return 'later';
    await noteSentIn(store, mailing, language);
  }
  return 'done';
}

/**
 * Queues a message to those of a page of its audience who have not got it, and then itself with the next page. While
 * SES's quota must be kept for other mails, it waits.
 */
export async function queueMessagePage(dependencies: MailDependencies, task: PageTask): Promise<TaskOutcome> {
  const { store, queue, now, addressKey, hasQuotaForMessages } = dependencies;
  const { slug, id, mailing } = task;
  const message = await readMessage(store, slug, id);
  if (!message || (await isMessageStopped(store, slug))) return 'done';
  if (!(await hasQuotaForMessages())) return 'later';
  const { rows, next } = await readAudience(store, task, message);
  const key = await addressKey();
  const due = await Promise.all(
    rows.map(async ({ row, of }) => {
      const recipient = recipientOf(row, key);
      await noteRecipient(store, { slug, id, recipient }, now());
      const known = await readMessageRecipient(store, { slug, id, recipient });
      return known && isOpen(known) ? [{ task: 'message-mail' as const, ...of, id, recipient }] : [];
    }),
  );
  await queue([...due.flat(), next ?? { task: 'message-count', slug, id, mailing, sent: 0, failed: 0 }]);
  return 'done';
}

const isOpen = ({ state }: MessageRecipient): boolean =>
  state === 'queued' || state === 'claimed' || state === 'skipped';

/** A page of those who sign, shard by shard, or of the invited organizations; and the task of the next page. */
async function readAudience(store: Store, task: PageTask, message: StoredMessage) {
  const { slug, shard, after } = task;
  const { attempt: _, after: __, ...ahead } = task;
  const pageAfter = (next: Key | undefined): MailTask | undefined =>
    next ? { ...ahead, after: next.SK } : undefined;
  if (message.audience === 'invited') {
    const start = after === undefined ? {} : { after: { PK: campaignPartition(slug), SK: after } };
    const page = { slug, limit: pageSize, ...start };
    const { items, next } = await readInvitedPage(store, page);
    const due = items.filter((row) => isInvitedDue(row, message));
    return { rows: due.map((row) => ({ row, of: invitedKey(slug, row.id) })), next: pageAfter(next) };
  }
  const start = after === undefined ? {} : { after: { PK: signOnsPartition(slug, shard), SK: after } };
  const page = { slug, shard, limit: pageSize, ...start };
  const { items, next } = await readShard(store, page);
  const nextShard: MailTask | undefined = shard + 1 < shardCount ? { ...ahead, shard: shard + 1 } : undefined;
  return {
    rows: items.filter(isSignerDue).map((row) => ({ row, of: signOnKey(slug, row.id) })),
    next: pageAfter(next) ?? nextShard,
  };
}
