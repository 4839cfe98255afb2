import { isMailDelay } from '../aws/ses-answers.ts';
import { type ConfirmationStop, isConfirmationStopped } from '../campaign/confirmation-stop.ts';
import { log } from '../log.ts';
import {
  cancelDailyMail,
  nextMailDay,
  type Reservation,
  reserveDailyMail,
} from '../operations/mailing/daily-mail-cap.ts';
import { refundMail } from '../operations/mailing/network-mail-budget.ts';
import {
  clearPendingMail,
  holdBackPendingMail,
  postponePendingMail,
  recordMail,
  recordRefusal,
} from '../operations/mailing/record-mail.ts';
import { recordUnsubscribed, unsubscribedFrom } from '../operations/mailing/unsubscribing.ts';
import { mailboxHash } from '../sign-on/ids.ts';
import { isResending, pendingSignerMail } from '../sign-on/pending-mail.ts';
import { dueReminder, isReminder } from '../sign-on/reminder.ts';
import type { SignerMail, SignOn } from '../sign-on/sign-on.ts';
import { signerMailRules } from '../sign-on/signer-mail-rules.ts';
import { readGate } from '../table/gate.ts';
import { readSignOn } from '../table/sign-ons.ts';
import type { Store } from '../table/table.ts';
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
    await holdBackPendingMail(store, signOn, now());
    return 'done';
  }
  // Only the first attempt asks the budget. Later ones are of a mail that was admitted then.
  if (network && attempt === 1 && isBudgeted(signOn, mail)) {
    const admission = await dependencies.admitMail({ slug, network }, isReleased);
    if (admission === 'slowed') {
      await holdBackPendingMail(store, signOn, now());
      return 'done';
    }
    return await sendMail(dependencies, signOn, mail, { attempt, isCharged: admission === 'charged' });
  }
  return await sendMail(dependencies, signOn, mail, { attempt });
}

/**
 * Whether the budget of a network applies: the sign-on was never confirmed, and no organizer has asked to send the
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
  const { answer, nextDay, cancel } = await reserveMail(dependencies, signOn, mail);
  if (answer === 'busy') return 'later';
  if (answer === 'full' && !isReminder(mail)) {
    await postponePendingMail(store, signOn, nextDay);
    return 'done';
  }
  const outgoing = answer === 'granted' ? await signerMail(dependencies, signOn, mail) : undefined;
  if (!outgoing) {
    await dropMail(dependencies, signOn, mail);
    return 'done';
  }
  if (isBudgeted(signOn, mail) && !(await dependencies.hasQuotaForConfirmations())) {
    // SES takes mail, so nobody is told that it does not.
    log('warn', 'mail', { slug: signOn.slug, task: mail, outcome: 'quota-reserved' });
    await cancel();
    return 'later';
  }
  const outcome = await dependencies.send(outgoing);
  log(outcome === 'accepted' ? 'info' : 'warn', 'mail', { slug: signOn.slug, task: mail, outcome });
  if (outcome === 'accepted') {
    await recordAccepted(store, signOn, mail, { isCharged, now: now() });
    return 'done';
  }
  if (outcome !== 'unknown') await cancel();
  if (isMailDelay(outcome)) return outcome;
  if (outcome !== 'refused' || attempt < maxAttemptsOnRefusal) return 'later';
  log('error', 'mail given up', { slug: signOn.slug, task: mail });
  await recordRefusal(store, signOn, now());
  await dropMail(dependencies, signOn, mail);
  return 'done';
}

interface MailReservation {
  answer: Reservation;
  /** When the address may have mails again if it is full. */
  nextDay: Date;
  /** Gives the mail of the day back, since this one was not sent. */
  cancel: () => Promise<void>;
}

/**
 * Whether an address may get a mail. Mails that somebody asked for are counted by day. Others only need an address whose
 * owner wants mail, and that takes it.
 */
async function reserveMail(
  { store, now, addressKey }: MailDependencies,
  signOn: SignOn,
  mail: SignerMail,
): Promise<MailReservation> {
  const { slug, id, submissionHash, mailFeedback } = signOn;
  const at = now();
  const mailbox = mailboxHash(await addressKey(), signOn.email);
  const isAskedByOrganizer = isResending(signOn, mail);
  const network = isReminder(mail) || isAskedByOrganizer ? undefined : signOn.mailNetwork;
  const isCounted = signerMailRules[mail].answersRequest || isAskedByOrganizer;
  const mailId = [mail, slug, id, submissionHash].join('#');
  const reserved = isCounted
    ? await reserveDailyMail(store, mailbox, mailId, at, { network, slug, isAskedByOrganizer })
    : mailFeedback
      ? 'blocked'
      : 'granted';
  const stopped =
    reserved === 'blocked' || !isCounted ? await unsubscribedFrom(store, mailbox, slug) : undefined;
  if (stopped) await recordUnsubscribed(store, signOn, stopped);
  return {
    answer: stopped ? 'blocked' : reserved,
    nextDay: nextMailDay(at),
    cancel: async () => {
      if (isCounted) await cancelDailyMail(store, mailbox, at, network);
    },
  };
}

/** Removes the mark. Thanks give the network back what the confirmation mail took from its budget. */
async function recordAccepted(
  store: Store,
  signOn: SignOn,
  mail: SignerMail,
  { isCharged, now }: { isCharged: boolean; now: Date },
): Promise<void> {
  const keepsNetwork = isBudgeted(signOn, mail);
  await recordMail(store, signOn, mail, now, { keepsNetwork, isCharged: keepsNetwork && isCharged });
  const { slug, mailNetwork: network, mailCharged } = signOn;
  if (network && mailCharged && signerMailRules[mail].isThanks)
    await refundMail(store, { slug, network }, now);
}

/**
 * The mail will not be sent, so the mark that it answers is removed. A reminder answers no mark. It is recorded as
 * sent, so that it is not queued again. News of the publication answers none either: the mark is that of another mail.
 */
async function dropMail({ store, now }: MailDependencies, signOn: SignOn, mail: SignerMail): Promise<void> {
  if (isReminder(mail)) await recordMail(store, signOn, mail, now());
  else if (signerMailRules[mail].answersMark) await clearPendingMail(store, signOn);
}
