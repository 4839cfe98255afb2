import { isMailDelay } from '../aws/ses-answers.ts';
import { type ConfirmationStop, isConfirmationStopped } from '../campaign/confirmation-stop.ts';
import { log } from '../log.ts';
import { cancelDailyMail, nextMailDay, reserveDailyMail } from '../operations/mailing/daily-mail-cap.ts';
import { returnMail } from '../operations/mailing/mail-budget.ts';
import {
  clearPendingMail,
  holdPendingMail,
  recordMail,
  recordRefusal,
  slowPendingMail,
} from '../operations/mailing/record-mail.ts';
import { recordUnsubscribed, unsubscribedFrom } from '../operations/mailing/unsubscribing.ts';
import { mailboxHash } from '../sign-on/ids.ts';
import { isResending, pendingSignerMail } from '../sign-on/pending-mail.ts';
import { dueReminder, isReminder } from '../sign-on/reminder.ts';
import type { SignerMail, SignOn } from '../sign-on/sign-on.ts';
import { signerMailRules } from '../sign-on/signer-mail-rules.ts';
import { readGate } from '../table/gate.ts';
import { readSignOn } from '../table/sign-ons.ts';
import { signerMail } from './signer-mail.ts';
import { type MailDependencies, maxAttemptsOnRefusal, type TaskOutcome } from './task-outcome.ts';

type SignOnReference = Pick<SignOn, 'slug' | 'id'>;

/** Sends the mail that a sign-on's `pendingMail` mark calls for, if it is still due, and removes the mark. */
export async function sendPendingToSigner(
  dependencies: MailDependencies,
  { slug, id }: SignOnReference,
  {
    attempt = 1,
    isReleased = false,
    stop,
  }: {
    attempt?: number | undefined;
    isReleased?: boolean | undefined;
    /** Confirmations that wait since too many came back. */
    stop?: ConfirmationStop | undefined;
  },
): Promise<TaskOutcome> {
  const { store, now } = dependencies;
  const signOn = await readSignOn(store, { slug, id, now: now() });
  if (!signOn?.pendingMail) return 'done';
  const mail = pendingSignerMail(signOn, now());
  if (!mail) {
    await clearPendingMail(store, signOn);
    return 'done';
  }
  const { mailNetwork: network } = signOn;
  if (network && isBudgeted(signOn, mail) && isConfirmationStopped(stop, network, now())) {
    await slowPendingMail(store, signOn, now());
    return 'done';
  }
  // Only the first attempt asks the budget. Later ones are of a mail that was admitted then.
  if (network && attempt === 1 && isBudgeted(signOn, mail)) {
    const admission = await dependencies.admitMail({ slug, network }, isReleased);
    if (admission === 'slowed') {
      await slowPendingMail(store, signOn, now());
      return 'done';
    }
    return await sendMail(dependencies, signOn, mail, { attempt, isCharged: admission === 'charged' });
  }
  return await sendMail(dependencies, signOn, mail, { attempt });
}

/**
 * Whether the budget of a network applies: the address has confirmed nothing, and no organizer has asked to send the
 * mail again.
 */
const isBudgeted = (signOn: SignOn, mail: SignerMail): boolean =>
  mail === 'confirm' && signOn.keep === undefined && !isResending(signOn, mail);

/** Tells a signatory of the publication, unless they were told or are no longer listed. */
export async function sendPublishedToSigner(
  dependencies: MailDependencies,
  { slug, id }: SignOnReference,
  attempt: number,
): Promise<TaskOutcome> {
  const { store, now } = dependencies;
  const signOn = await readSignOn(store, { slug, id, now: now() });
  if (signOn?.eligible !== 'yes' || signOn.mailedAt.published) return 'done';
  const gate = await readGate(store, slug);
  if (gate?.status !== 'published' || gate.pendingLetterMail) return 'done';
  return await sendMail(dependencies, signOn, 'published', { attempt });
}

/** Reminds somebody who has not confirmed, unless that has changed or no reminder is due any more. */
export async function sendReminderToSigner(
  dependencies: MailDependencies,
  { slug, id }: SignOnReference,
  attempt: number,
): Promise<TaskOutcome> {
  const { store, now, readCampaign } = dependencies;
  const signOn = await readSignOn(store, { slug, id, now: now() });
  const campaign = await readCampaign(slug);
  const mail = signOn && campaign && !campaign.paused && dueReminder(signOn, campaign.settings, now());
  return mail ? await sendMail(dependencies, signOn, mail, { attempt }) : 'done';
}

interface Attempt {
  attempt: number;
  /** Whether the mail was charged to its network's budget. A later attempt is taken for charged: most mails are. */
  isCharged?: boolean;
}

async function sendMail(
  dependencies: MailDependencies,
  signOn: SignOn,
  mail: SignerMail,
  { attempt, isCharged = attempt > 1 }: Attempt,
): Promise<TaskOutcome> {
  const { store, now } = dependencies;
  if (signOn.email === '') {
    await dropMail(dependencies, signOn, mail);
    return 'done';
  }
  const mailbox = mailboxHash(await dependencies.addressKey(), signOn.email);
  const reservedAt = now();
  const network = isReminder(mail) ? undefined : signOn.mailNetwork;
  const mailId = [mail, signOn.slug, signOn.id, signOn.submissionHash].join('#');
  const { answersRequest, isThanks } = signerMailRules[mail];
  const isCapped = answersRequest || isResending(signOn, mail);
  const reservation = isCapped
    ? await reserveDailyMail(store, mailbox, mailId, reservedAt, { network, slug: signOn.slug })
    : signOn.mailFeedback || (await unsubscribedFrom(store, mailbox, signOn.slug))
      ? 'blocked'
      : 'granted';
  if (reservation === 'busy') return 'later';
  if (reservation === 'full' && !isReminder(mail)) {
    await holdPendingMail(store, signOn, nextMailDay(reservedAt));
    return 'done';
  }
  const stopped = reservation === 'blocked' ? await unsubscribedFrom(store, mailbox, signOn.slug) : undefined;
  if (stopped) await recordUnsubscribed(store, signOn, stopped);
  const outgoing = reservation === 'granted' ? await signerMail(dependencies, signOn, mail) : undefined;
  if (!outgoing) {
    await dropMail(dependencies, signOn, mail);
    return 'done';
  }
  const hasQuota = !isBudgeted(signOn, mail) || (await dependencies.hasQuotaForConfirmations());
  const outcome = hasQuota ? await dependencies.send(outgoing) : 'over-quota';
  log(outcome === 'accepted' ? 'info' : 'warn', 'mail', { slug: signOn.slug, task: mail, outcome });
  if (isCapped && outcome !== 'accepted' && outcome !== 'unknown')
    await cancelDailyMail(store, mailbox, reservedAt, network);
  if (outcome === 'accepted') {
    const keepsNetwork = isBudgeted(signOn, mail);
    await recordMail(store, signOn, mail, now(), { keepsNetwork, isCharged: keepsNetwork && isCharged });
    if (signOn.mailNetwork && signOn.mailCharged && isThanks)
      await returnMail(store, { slug: signOn.slug, network: signOn.mailNetwork }, now());
    return 'done';
  }
  if (isMailDelay(outcome)) return outcome;
  if (outcome !== 'refused' || attempt < maxAttemptsOnRefusal) return 'later';
  log('error', 'mail given up', { slug: signOn.slug, task: mail });
  await recordRefusal(store, signOn, now());
  await dropMail(dependencies, signOn, mail);
  return 'done';
}

/**
 * The mail will not be sent, so the mark that it answers is removed. A reminder answers no mark. It is recorded as
 * sent, so that it is not queued again. News of the publication answers none either: the mark is that of another mail.
 */
async function dropMail({ store, now }: MailDependencies, signOn: SignOn, mail: SignerMail): Promise<void> {
  if (isReminder(mail)) await recordMail(store, signOn, mail, now());
  else if (signerMailRules[mail].answersMark) await clearPendingMail(store, signOn);
}
