import { Failure } from '../failure.ts';
import { isMessageStopped } from '../operations/mailing/message-due.ts';
import { readGate } from '../table/gate.ts';
import { parseConsoleKey, parseItemKey } from '../table/keys.ts';
import type { MailTask } from '../table/tasks.ts';
import { sendNewBrowserMail, sendSignInLink } from './console-mail.ts';
import { countMessage } from './count-message.ts';
import { sendLetterToRecipient } from './letter-mail.ts';
import { sendMessageMail } from './message-mail.ts';
import { sendNotice } from './notice-mail.ts';
import { sendToPress } from './press-mail.ts';
import { queueMailingPage, queuePressMails, queueSignerMails, startMailing } from './queue-mails.ts';
import { queueMessagePage } from './queue-message.ts';
import { sendPendingToSigner, sendPublishedToSigner, sendReminderToSigner } from './signer-mail.ts';
import { sendSupplement } from './supplement-mail.ts';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';

/** Handles one task of the mail queue. May be called twice for the same task. */
export async function handleMailTask(dependencies: MailDependencies, task: MailTask): Promise<TaskOutcome> {
  switch (task.task) {
    case 'signers':
      if (await isTakenDown(dependencies, task.slug)) return 'done';
      return await queueSignerMails(dependencies, task);
    case 'press':
      if (await isTakenDown(dependencies, task.slug)) return 'done';
      return await queuePressMails(dependencies, task);
    case 'mailing':
      if (await isTakenDown(dependencies, task.slug)) return 'done';
      return await queueMailingPage(dependencies, task);
    case 'message-page':
      return await queueMessagePage(dependencies, task);
    case 'message-count':
      return await countMessage(dependencies, task);
    case 'message-mail':
      await dependencies.waitForRateLimit();
      if (await isMessageStopped(dependencies.store, parseItemKey(task)?.slug ?? '')) return 'done';
      return await sendMessageMail(dependencies, task);
    case 'letter':
      return await sendLetterToRecipient(dependencies, task);
    case 'supplement':
      return await sendSupplement(dependencies, task);
    case 'owed':
    case 'reminder':
    case 'publication':
    case 'press-mail':
      return await sendFor(dependencies, task);
  }
}

/** The row's key says who gets the mail. */
async function sendFor(
  dependencies: MailDependencies,
  mailTask: Extract<MailTask, { task: 'owed' | 'reminder' | 'publication' | 'press-mail' }>,
): Promise<TaskOutcome> {
  const { task, attempt = 1 } = mailTask;
  const ofConsole = parseConsoleKey(mailTask);
  if (ofConsole?.kind === 'sign-in') return await sendSignInLink(dependencies, ofConsole.id, attempt);
  if (ofConsole?.kind === 'session') return await sendNewBrowserMail(dependencies, ofConsole, attempt);
  const item = parseItemKey(mailTask);
  if (!item) throw new Failure('refused', 'carry out', 'UnknownKey');
  const { kind, slug, id } = item;
  await dependencies.waitForRateLimit();
  if (kind !== 'event' && (await isTakenDown(dependencies, slug))) return 'done';
  switch (kind) {
    case 'sign-on':
      if (task === 'owed') return await sendPendingToSigner(dependencies, { slug, id }, mailTask);
      if (task === 'reminder') return await sendReminderToSigner(dependencies, { slug, id }, attempt);
      return await sendPublishedToSigner(dependencies, { slug, id }, attempt);
    case 'press': {
      const mail = task === 'press-mail' ? mailTask : ({ kind: 'release' } as const);
      return await sendToPress(dependencies, { slug, addressHash: id }, mail, attempt);
    }
    case 'mailing':
      return await startMailing(dependencies, { slug, id });
    case 'event':
      return await sendNotice(dependencies, { slug, id });
    case 'invited':
    case 'settings':
    case 'gate':
    case 'text':
    case 'correction':
    case 'erasure':
      throw new Failure('refused', 'carry out', 'UnknownKey');
  }
}

/** After a take-down no mail about the campaign is sent, except the notice to its organizers. */
const isTakenDown = async ({ store }: MailDependencies, slug: string): Promise<boolean> =>
  (await readGate(store, slug))?.status === 'taken-down';
