import type { MailContent } from '../aws/mailer.ts';
import { isMailDelay, type SendOutcome } from '../aws/ses-answers.ts';
import { log } from '../log.ts';
import { type FoundOrganizer, findOrganizer } from '../operations/signing-in/find-organizer.ts';
import { reserveLink } from '../operations/signing-in/link-limit.ts';
import { isLinkUsable, readLinkRequest, settleLinkRequest } from '../operations/signing-in/request-link.ts';
import { clearPendingSessionMail, readSession } from '../operations/signing-in/sessions.ts';
import { consoleSignInLink } from './links.ts';
import { type MailDependencies, maxAttemptsOnRefusal, type TaskOutcome } from './task-outcome.ts';
import { newBrowserMail, signInMail } from './templates/console.tsx';

/**
 * Sends the link that was asked for, if the address is an organizer's and may get another one this hour. Neither
 * unsubscribing nor the caps of signers' mails stop it. For any other address nothing is sent.
 */
export async function sendSignInLink(
  dependencies: MailDependencies,
  id: string,
  attempt: number,
): Promise<TaskOutcome> {
  const { store, now, addressKey, linkKeys, siteUrl } = dependencies;
  const request = await readLinkRequest(store, { id, now: now() });
  if (!request?.pendingMail) return 'done';
  const found = await findOrganizer(dependencies, await addressKey(), request.addressHash);
  if (!found || !isLinkUsable(request, now()) || !(await reserveLink(store, request, now()))) {
    await settleLinkRequest(store, id);
    return 'done';
  }
  const link = consoleSignInLink({ siteUrl, keys: await linkKeys() }, request);
  const message = signInMail({ settings: found.settings, link, siteUrl });
  const outcome = await sendToOrganizer(dependencies, found, { mail: 'sign-in-link', message });
  if (isOver(outcome, attempt)) {
    await settleLinkRequest(store, id, outcome === 'accepted' ? now() : undefined);
    return 'done';
  }
  return isMailDelay(outcome) ? outcome : 'later';
}

/** Tells an organizer of the first sign-in from a browser. */
export async function sendNewBrowserMail(
  dependencies: MailDependencies,
  key: { addressHash: string; sessionHash: string },
  attempt: number,
): Promise<TaskOutcome> {
  const { store, addressKey, siteUrl } = dependencies;
  const session = await readSession(store, key);
  if (!session?.pendingMail) return 'done';
  const found = await findOrganizer(dependencies, await addressKey(), session.addressHash);
  if (found) {
    const message = newBrowserMail({ settings: found.settings, session, siteUrl });
    const outcome = await sendToOrganizer(dependencies, found, { mail: 'new-browser', message });
    if (!isOver(outcome, attempt)) return isMailDelay(outcome) ? outcome : 'later';
  }
  await clearPendingSessionMail(store, session);
  return 'done';
}

/** Whether it is finished: it was sent, or was refused so often that it is given up. */
const isOver = (outcome: SendOutcome, attempt: number): boolean =>
  outcome === 'accepted' || (outcome === 'refused' && attempt >= maxAttemptsOnRefusal);

/** SES's reports about these mails are not recorded, since they belong to no campaign. */
async function sendToOrganizer(
  { send, waitForRateLimit }: MailDependencies,
  { settings: { slug, sender }, organizer }: FoundOrganizer,
  { mail, message }: { mail: string; message: MailContent },
): Promise<SendOutcome> {
  await waitForRateLimit();
  const reference = { slug, item: 'notice' as const, id: 'console', mail };
  const outcome = await send({ message, sender, to: organizer.email, reference });
  log(outcome === 'accepted' ? 'info' : 'warn', 'mail', { task: mail, outcome });
  return outcome;
}
