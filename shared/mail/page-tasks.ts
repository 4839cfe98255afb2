import { campaignPartition, type Key, pressContactKey, signOnKey, signOnsPartition } from '../store/keys.ts';
import { readPressList } from '../store/press.ts';
import { readShard } from '../store/sign-ons.ts';
import type { MailTask } from '../store/tasks.ts';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';

const pageSize = 200;

/** Queues the publication's mail for a page of one shard's signatories, and then itself from where it stopped. */
export async function queueSigners(
  { store, queue }: MailDependencies,
  { slug, shard, after }: Extract<MailTask, { task: 'signers' }>,
): Promise<TaskOutcome> {
  const start: Key | undefined = after ? { PK: signOnsPartition(slug, shard), SK: after } : undefined;
  const { items, next } = await readShard(store, {
    slug,
    shard,
    limit: pageSize,
    ...(start && { after: start }),
  });
  const due = items.filter(({ eligible, mailed }) => eligible === 'yes' && !mailed.published);
  const mails = due.map(({ id }): MailTask => ({ task: 'publication', ...signOnKey(slug, id) }));
  await queue(next ? [...mails, { task: 'signers', slug, shard, after: next.SK }] : mails);
  return 'done';
}

/** The same for the press list. */
export async function queuePress(
  { store, queue }: MailDependencies,
  { slug, after }: Extract<MailTask, { task: 'press' }>,
): Promise<TaskOutcome> {
  const start: Key | undefined = after ? { PK: campaignPartition(slug), SK: after } : undefined;
  const { items, next } = await readPressList(store, {
    slug,
    limit: pageSize,
    ...(start && { after: start }),
  });
  const due = items.filter(({ release }) => !release);
  const mails = due.map(
    ({ addressHash }): MailTask => ({ task: 'publication', ...pressContactKey(slug, addressHash) }),
  );
  await queue(next ? [...mails, { task: 'press', slug, after: next.SK }] : mails);
  return 'done';
}
