import { newUnreadableItems } from '../operations/health/report-unreadable-item.ts';
import {
  type PressContact,
  type PressMailState,
  readPressListPage,
} from '../operations/mailing/press-contacts.ts';
import { pressMailState } from '../operations/mailing/press-mail-claim.ts';
import { campaignPartition, type Key, pressContactKey, signOnKey, signOnsPartition } from '../table/keys.ts';
import { clearPendingMailing, type pressMailingKinds, readMailing } from '../table/mailings.ts';
import { readShard } from '../table/sign-ons.ts';
import type { MailTask } from '../table/tasks.ts';
import { startMessage } from './queue-message.ts';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';

const pageSize = 200;

/** Not sent, or without a known outcome. The latter is checked again, in case its own message was lost. */
const isUnsettled = (mail: PressMailState | undefined): boolean =>
  !mail || mail.state === 'claimed' || mail.state === 'unknown';

/**
 * Queues the publication's mail for a page of one shard's signatories, and then itself with the next page. A sign-on
 * that cannot be read is left out, and the organizers are told.
 */
export async function queueSignerMails(
  dependencies: MailDependencies,
  { slug, shard, after }: Extract<MailTask, { task: 'signers' }>,
): Promise<TaskOutcome> {
  const { store, queue } = dependencies;
  const unreadable = newUnreadableItems(store, slug, dependencies);
  const start: Key | undefined = after ? { PK: signOnsPartition(slug, shard), SK: after } : undefined;
  const { items, next } = await readShard(store, {
    slug,
    shard,
    limit: pageSize,
    onUnreadable: unreadable.add,
    after: start,
  });
  await unreadable.report();
  const due = items.filter(({ eligible, mailedAt }) => eligible === 'yes' && !mailedAt.published);
  const mails = due.map(({ id }): MailTask => ({ task: 'publication', ...signOnKey(slug, id) }));
  await queue(next ? [...mails, { task: 'signers', slug, shard, after: next.SK }] : mails);
  return 'done';
}

/** The same for the press list. */
export async function queuePressMails(
  dependencies: MailDependencies,
  { slug, after }: Extract<MailTask, { task: 'press' }>,
): Promise<TaskOutcome> {
  const { store, queue } = dependencies;
  const unreadable = newUnreadableItems(store, slug, dependencies);
  const start: Key | undefined = after ? { PK: campaignPartition(slug), SK: after } : undefined;
  const { items, next } = await readPressListPage(store, {
    slug,
    limit: pageSize,
    onUnreadable: unreadable.add,
    after: start,
  });
  await unreadable.report();
  const due = items.filter(({ release }) => isUnsettled(release));
  const mails = due.map(
    ({ addressHash }): MailTask => ({ task: 'publication', ...pressContactKey(slug, addressHash) }),
  );
  await queue(next ? [...mails, { task: 'press', slug, after: next.SK }] : mails);
  return 'done';
}

/**
 * Queues a mailing that a command asked for, and removes its mark. If the function dies in between, the mailing is
 * queued again.
 */
export async function startMailing(
  dependencies: MailDependencies,
  { slug, id }: { slug: string; id: string },
): Promise<TaskOutcome> {
  const { store, queue } = dependencies;
  const mailing = await readMailing(store, slug, id);
  if (!mailing?.pendingMail) return 'done';
  if (mailing.kind === 'message') {
    const outcome = await startMessage(dependencies, mailing);
    if (outcome !== 'done') return outcome;
  } else await queue([{ task: 'mailing', slug, kind: mailing.kind, id }]);
  await clearPendingMailing(store, mailing);
  return 'done';
}

/** Who gets a mailing: an embargoed copy whoever agreed to embargoes, a correction whoever got the release. */
const isForContact: Record<(typeof pressMailingKinds)[number], (contact: PressContact) => boolean> = {
  embargo: ({ embargoed }) => embargoed !== undefined,
  correction: ({ release }) => release !== undefined,
};

/** Queues a mailing's mails for a page of the press list, and then itself with the next page. */
export async function queueMailingPage(
  dependencies: MailDependencies,
  { slug, kind, id, after }: Extract<MailTask, { task: 'mailing' }>,
): Promise<TaskOutcome> {
  const { store, queue } = dependencies;
  const unreadable = newUnreadableItems(store, slug, dependencies);
  const start: Key | undefined = after ? { PK: campaignPartition(slug), SK: after } : undefined;
  const page = { slug, limit: pageSize, onUnreadable: unreadable.add, after: start };
  const { items, next } = await readPressListPage(store, page);
  await unreadable.report();
  const due = items.filter(
    (contact) => isForContact[kind](contact) && isUnsettled(pressMailState(contact, { kind, id })),
  );
  const mails = due.map(
    ({ addressHash }): MailTask => ({ task: 'press-mail', kind, id, ...pressContactKey(slug, addressHash) }),
  );
  await queue(next ? [...mails, { task: 'mailing', slug, kind, id, after: next.SK }] : mails);
  return 'done';
}
