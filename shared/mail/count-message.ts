import { finishMessage } from '../operations/mailing/finish-message.ts';
import { isMessageStopped } from '../operations/mailing/message-due.ts';
import { messagePartition } from '../table/keys.ts';
import { type MessageRecipient, readMessage, readRecipientPage } from '../table/messages.ts';
import type { MailTask } from '../table/tasks.ts';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';

const countedAtOnce = 200;

/** Attempts to find everybody settled, within some three days. After them the rest counts as failed. */
const maxCountAttempts = 300;

/** Counts a page of a message's recipients, and writes the result into the log after the last one. */
export async function countMessage(
  { store, queue, now, newUlid }: MailDependencies,
  task: Extract<MailTask, { task: 'message-count' }>,
): Promise<TaskOutcome> {
  const { slug, id, mailing, after, attempt = 1 } = task;
  const message = await readMessage(store, slug, id);
  if (!message || (await isMessageStopped(store, slug))) return 'done';
  const start = after === undefined ? {} : { after: { PK: messagePartition(slug, id), SK: after } };
  const { items, next } = await readRecipientPage(store, { slug, id, limit: countedAtOnce, ...start });
  const isUnsettled = items.some(({ state }) => state === 'queued' || state === 'claimed');
  if (isUnsettled && attempt < maxCountAttempts) return 'later';
  const isSent = ({ state }: MessageRecipient): boolean => state === 'sent';
  const isSkipped = ({ state }: MessageRecipient): boolean => state === 'skipped';
  const sent = task.sent + items.filter(isSent).length;
  const failed = task.failed + items.filter((each) => !isSent(each) && !isSkipped(each)).length;
  if (next) await queue([{ task: 'message-count', slug, id, mailing, after: next.SK, sent, failed }]);
  else await finishMessage(store, { message, mailing, sent, failed, now: now(), newUlid });
  return 'done';
}
