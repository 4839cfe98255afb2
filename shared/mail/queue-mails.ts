import { pressMailState, readPressListPage } from '../operations/mailing/press-contacts.ts';
import { campaignPartition, type Key, pressContactKey, signOnKey, signOnsPartition } from '../table/keys.ts';
import { clearPendingMailing, readMailing } from '../table/mailings.ts';
import { readShard } from '../table/sign-ons.ts';
import type { MailTask } from '../table/tasks.ts';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';

const pageSize = 200;

/** Queues the publication's mail for a page of one shard's signatories, and then itself from where it stopped. */
export async function queueSignerMails(
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
  const due = items.filter(({ eligible, mailedAt }) => eligible === 'yes' && !mailedAt.published);
  const mails = due.map(({ id }): MailTask => ({ task: 'publication', ...signOnKey(slug, id) }));
  await queue(next ? [...mails, { task: 'signers', slug, shard, after: next.SK }] : mails);
  return 'done';
}

/** The same for the press list. */
export async function queuePressMails(
  { store, queue }: MailDependencies,
  { slug, after }: Extract<MailTask, { task: 'press' }>,
): Promise<TaskOutcome> {
  const start: Key | undefined = after ? { PK: campaignPartition(slug), SK: after } : undefined;
  const { items, next } = await readPressListPage(store, {
    slug,
    limit: pageSize,
    ...(start && { after: start }),
  });
  // A claim that never came to an end is to be reported, should its own message be lost.
  const due = items.filter(({ release }) => !release || release.state === 'claimed');
  const mails = due.map(
    ({ addressHash }): MailTask => ({ task: 'publication', ...pressContactKey(slug, addressHash) }),
  );
  await queue(next ? [...mails, { task: 'press', slug, after: next.SK }] : mails);
  return 'done';
}

/** Queues a mailing that a command called for, and takes its mark away: whoever died in between queues it again. */
export async function startMailing(
  { store, queue }: MailDependencies,
  { slug, id }: { slug: string; id: string },
): Promise<TaskOutcome> {
  const mailing = await readMailing(store, slug, id);
  if (!mailing?.pendingMail) return 'done';
  await queue([{ task: 'mailing', slug, kind: mailing.kind, id }]);
  await clearPendingMailing(store, mailing);
  return 'done';
}

/** Queues a mailing's mails for a page of the press list, and then itself from where it stopped. */
export async function queueMailingPage(
  { store, queue }: MailDependencies,
  { slug, kind, id, after }: Extract<MailTask, { task: 'mailing' }>,
): Promise<TaskOutcome> {
  const start: Key | undefined = after ? { PK: campaignPartition(slug), SK: after } : undefined;
  const page = { slug, limit: pageSize, ...(start && { after: start }) };
  const { items, next } = await readPressListPage(store, page);
  const due = items.filter((contact) => {
    const isUnsettled = (pressMailState(contact, { kind, id })?.state ?? 'claimed') === 'claimed';
    return isUnsettled && (kind === 'embargo' ? contact.embargoed : contact.release) !== undefined;
  });
  const mails = due.map(
    ({ addressHash }): MailTask => ({ task: 'press-mail', kind, id, ...pressContactKey(slug, addressHash) }),
  );
  await queue(next ? [...mails, { task: 'mailing', slug, kind, id, after: next.SK }] : mails);
  return 'done';
}
