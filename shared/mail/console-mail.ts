import type { MailReference } from '../aws/mailer.ts';
import { isMailDelay, type SendOutcome } from '../aws/ses-answers.ts';
import { log } from '../log.ts';
import { findOrganizer } from '../operations/signing-in/find-organizer.ts';
import { reserveLink } from '../operations/signing-in/link-limit.ts';
import { isLinkUsable, readLinkRequest, settleLinkRequest } from '../operations/signing-in/request-link.ts';
import { clearPendingSessionMail, readSession } from '../operations/signing-in/sessions.ts';
import { consoleSignInLink } from './links.ts';
import { newBrowserMail, signInMail } from './messages/console.tsx';
import { type MailDependencies, maxAttemptsOnRefusal, type TaskOutcome } from './task-outcome.ts';

/**
 * Sends the link that was asked for, if the address is an organizer's and may get another one this hour. Neither
 * unsubscribing nor the caps of signers' mails keep it back. A request for any other address ends here.
 */
export async function sendSignInLink(
  dependencies: MailDependencies,
  id: string,
  attempt: number,
): Promise<TaskOutcome> {
  const { store, now, addressKey, linkKeys, siteUrl, send, waitForRateLimit } = dependencies;
  const request = await readLinkRequest(store, { id, now: now() });
  if (!request?.pendingMail) return 'done';
  const found = await findOrganizer(dependencies, await addressKey(), request.addressHash);
  if (!found || !isLinkUsable(request, now()) || !(await reserveLink(store, request, now()))) {
    await settleLinkRequest(store, id);
    return 'done';
  }
  const { settings, organizer } = found;
  const link = consoleSignInLink({ siteUrl, keys: await linkKeys() }, request);
  await waitForRateLimit();
  const outcome = await send({
    message: signInMail({ settings, link, siteUrl }),
    sender: settings.sender,
    to: organizer.email,
    reference: referenceOf(settings.slug, 'sign-in-link'),
  });
  logMail('sign-in-link', outcome);
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
  const { store, addressKey, siteUrl, send, waitForRateLimit } = dependencies;
  const session = await readSession(store, key);
  if (!session?.pendingMail) return 'done';
  const found = await findOrganizer(dependencies, await addressKey(), session.addressHash);
  if (found) {
    const { settings, organizer } = found;
    await waitForRateLimit();
    const outcome = await send({
      message: newBrowserMail({ settings, session, siteUrl }),
      sender: settings.sender,
      to: organizer.email,
      reference: referenceOf(settings.slug, 'new-browser'),
    });
    logMail('new-browser', outcome);
    if (!isOver(outcome, attempt)) return isMailDelay(outcome) ? outcome : 'later';
  }
  await clearPendingSessionMail(store, session);
  return 'done';
}

/** Whether nothing more is tried: it went out, or it was refused so often that it is given up. */
const isOver = (outcome: SendOutcome, attempt: number): boolean =>
  outcome === 'accepted' || (outcome === 'refused' && attempt >= maxAttemptsOnRefusal);

const logMail = (task: string, outcome: SendOutcome): void =>
  log(outcome === 'accepted' ? 'info' : 'warn', 'mail', { task, outcome });

/** Nothing is recorded of what SES reports about these mails: there is no event of a campaign to record it beside. */
const referenceOf = (slug: string, mail: string): MailReference => ({
  slug,
  item: 'notice',
  id: 'console',
  mail,
});
