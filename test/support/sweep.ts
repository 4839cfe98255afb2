import { sweep } from '../../shared/sweep/sweep.ts';
import type { MailTask } from '../../shared/table/tasks.ts';
import { newIds } from './ids.ts';
import type { TestStore } from './store.ts';

/** What one minute's sweep queues. */
export async function sweepOnce(
  { store }: TestStore,
  now: Date | (() => Date),
  {
    isMailQueueEmpty = false,
    isConfirmationQueueEmpty = isMailQueueEmpty,
  }: { isMailQueueEmpty?: boolean; isConfirmationQueueEmpty?: boolean } = {},
): Promise<{ site: string[]; mails: MailTask[] }> {
  const queued: { site: string[]; mails: MailTask[] } = { site: [], mails: [] };
  await sweep({
    store,
    queueMails: async (tasks) => void queued.mails.push(...tasks),
    queueConfirmations: async (tasks) => void queued.mails.push(...tasks),
    queueSite: async (slug) => void queued.site.push(slug),
    isMailQueueEmpty: () => Promise.resolve(isMailQueueEmpty),
    isConfirmationQueueEmpty: () => Promise.resolve(isConfirmationQueueEmpty),
    now: typeof now === 'function' ? now : () => now,
    ...newIds(),
  });
  return queued;
}
