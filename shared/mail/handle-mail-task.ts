import type { Gate } from '../campaign/gate.ts';
import { Failure } from '../failure.ts';
import { readGate } from '../table/gate.ts';
import { parseConsoleKey, parseItemKey } from '../table/keys.ts';
import type { MailTask } from '../table/tasks.ts';
import { countMessage } from './count-message.ts';
import { queueMailingPage, queuePressMails, queueSignerMails, startMailing } from './queue-mails.ts';
import { queueMessagePage } from './queue-message.ts';
import { sendNewBrowserMail, sendSignInLink } from './send-console-mail.ts';
import { sendLetterToRecipient } from './send-letter.ts';
import { sendMessageMail } from './send-message.ts';
import { sendNotice } from './send-notice.ts';
import { sendSupplement } from './send-supplement.ts';
import { sendToPress } from './send-to-press.ts';
import { sendPendingToSigner, sendPublishedToSigner, sendReminderToSigner } from './send-to-signer.ts';
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
      return await sendMessageMail(dependencies, task);
    case 'letter':
      return await sendLetterToRecipient(dependencies, task);
    case 'supplement':
      return await sendSupplement(dependencies, task);
    case 'pending':
    case 'reminder':
    case 'publication':
    case 'press-mail':
      return await sendFor(dependencies, task);
  }
}

/** The row's key says who gets the mail. */
async function sendFor(
  dependencies: MailDependencies,
  mailTask: Extract<MailTask, { task: 'pending' | 'reminder' | 'publication' | 'press-mail' }>,
): Promise<TaskOutcome> {
  const { task, attempt = 1 } = mailTask;
  const ofConsole = parseConsoleKey(mailTask);
  if (ofConsole?.kind === 'sign-in') return await sendSignInLink(dependencies, ofConsole.id, attempt);
  if (ofConsole?.kind === 'session') return await sendNewBrowserMail(dependencies, ofConsole, attempt);
  const item = parseItemKey(mailTask);
  if (!item) throw new Failure('refused', 'carry out', 'UnknownKey');
  const { kind, slug, id } = item;
  await dependencies.waitForRateLimit();
  const gate = kind === 'event' ? undefined : await readGate(dependencies.store, slug);
  if (gate && isOver(gate)) return 'done';
  switch (kind) {
    case 'sign-on':
      if (task === 'pending')
        return await sendPendingToSigner(
          dependencies,
          { slug, id },
          { ...mailTask, stop: gate?.confirmationStop },
        );
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

/**
 * After a take-down no mail about the campaign is sent, except the notice to its organizers. While it is deleted,
 * neither.
 */
const isOver = ({ status, deletion }: Gate): boolean => status === 'taken-down' || deletion !== undefined;

async function isTakenDown({ store }: MailDependencies, slug: string): Promise<boolean> {
  const gate = await readGate(store, slug);
  return gate !== undefined && isOver(gate);
}
