import type { Gate } from '../campaign/gate.ts';
import { isErasureDue } from '../campaign/retention.ts';
import { renderedStateOf } from '../campaign/status.ts';
import type { Context } from '../context.ts';
import { errorFields, log } from '../log.ts';
import { continueAsking } from '../operations/applying/ask-again.ts';
import { notifyMilestones } from '../operations/counting/notify-milestones.ts';
import { openGateIfDue } from '../operations/counting/open-gate.ts';
import { beginErasure, continueErasure } from '../operations/erasing/erase-campaign.ts';
import { newUnreadableItems } from '../operations/health/report-unreadable-item.ts';
import { publicationMails } from '../operations/mailing/tasks-for-change.ts';
import { campaignSlugs } from '../table/campaign-slugs.ts';
import { pendingEvents } from '../table/events.ts';
import { readGate } from '../table/gate.ts';
import { gateKey } from '../table/keys.ts';
import { pendingMailings } from '../table/mailings.ts';
import { readSettings } from '../table/settings.ts';
import type { Store } from '../table/table.ts';
import type { MailTask } from '../table/tasks.ts';
import { pendingGraceMilliseconds, sweepSignOns } from './sweep-sign-ons.ts';

export interface SweepDependencies extends Pick<Context, 'now' | 'newUlid' | 'newNonce'> {
  store: Store;
  queueMails: (tasks: MailTask[]) => Promise<void>;
  /** Queues mails for sign-ons that were never confirmed. */
  queueConfirmations: (tasks: MailTask[]) => Promise<void>;
  queueSite: (slug: string) => Promise<void>;
  /** No message waits, is delayed or is being handled. Only then is it certain that a pending mail was lost. */
  isMailQueueEmpty: () => Promise<boolean>;
  isConfirmationQueueEmpty: () => Promise<boolean>;
}

/**
 * Runs every minute. It does what the stream's readers left undone, by the same code, and what only the time causes:
 * gates that open at their hour, pages that show another state.
 *
 * 1. It asks whether the mail queues are empty.
 * 2. For each campaign (`sweepGate`): it opens the gate, begins an erasure that is due, queues lost notices, mailings,
 *    and the mails that are due on the gate, queues the site job, and notifies of milestones.
 * 3. For 40 seconds, for each campaign: it continues an erasure, or asking signers again, or reads sign-ons
 *    (`sweepSignOns`).
 *
 * An error in one campaign does not stop the others.
 */
export async function sweep(dependencies: SweepDependencies): Promise<void> {
  const { store, now } = dependencies;
  // If a queue does not answer, it counts as busy, and gates open nonetheless.
  const ask = (isEmpty: () => Promise<boolean>): Promise<boolean> =>
    isEmpty().catch((error: unknown) => {
      log('error', 'mail queue not asked', errorFields(error));
      return false;
    });
  const isMailQueueEmpty = await ask(dependencies.isMailQueueEmpty);
  const isConfirmationQueueEmpty = await ask(dependencies.isConfirmationQueueEmpty);
  const slugs = await campaignSlugs(store);
  // Each minute starts with another campaign, so that each gets its turn when the time is not enough for all.
  const begin = Math.floor(now().getTime() / 60_000) % Math.max(1, slugs.length);
  const inTurn = [...slugs.slice(begin), ...slugs.slice(0, begin)];
  for (const slug of inTurn) await isolateErrors(slug, () => sweepGate(dependencies, slug, isMailQueueEmpty));
  const end = now().getTime() + maxMilliseconds;
  const workUntil = new Date(now().getTime() + maxMilliseconds / 2);
  for (const slug of inTurn) {
    if (now().getTime() > end) return;
    await isolateErrors(slug, async () => {
      const gate = await readGate(store, slug);
      const campaign = await readSettings(store, slug);
      if (gate?.deletion) return;
      if (gate?.erasureId) await continueErasure(store, { ...dependencies, slug, until: workUntil });
      else if (gate?.askingStartedAt)
        await continueAsking(store, { ...dependencies, slug, until: workUntil });
      else if (gate && campaign)
        await sweepSignOns(dependencies, gate, campaign, {
          mail: isMailQueueEmpty,
          confirmations: isConfirmationQueueEmpty,
        });
    });
  }
}

/** The function has a minute. Work that is left after this time waits for the next sweep. */
const maxMilliseconds = 40_000;

async function isolateErrors(slug: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log('error', 'not swept', { slug, ...errorFields(error) });
  }
}

async function sweepGate(
  dependencies: SweepDependencies,
  slug: string,
  isMailQueueEmpty: boolean,
): Promise<void> {
  const { store, now, newUlid, queueSite } = dependencies;
  const gate = await readGate(store, slug);
  const campaign = await readSettings(store, slug);
  if (!gate || !campaign) return;
  if (gate.deletion) {
    if (isSiteJobPending(gate, now())) await queueSite(slug);
    return;
  }
  // The gate comes first, so that an error in what follows cannot delay a publication.
  await openGateIfDue(store, gate, now());
  if (isErasureDue(campaign.settings, campaign.paused, gate, now()))
    await beginErasure(store, { ...dependencies, slug }, 'system');
  if (isLate(gate, now())) log('error', 'publishing late', { slug });
  if (isMailQueueEmpty) {
    await queueNoticesAndMailings(dependencies, slug);
    await queueGateMails(dependencies, gate);
  }
  const isOutdated = gate.renderedState !== renderedStateOf({ ...campaign, gate, now: now() });
  const waitsAfterFailure = gate.siteRetryAt !== undefined && gate.siteRetryAt > now().toISOString();
  if (!waitsAfterFailure && (isOutdated || isSiteJobPending(gate, now()))) await queueSite(slug);
  await notifyMilestones(store, gate, { now: now(), newUlid });
}

const lateAfterMilliseconds = 10 * 60_000;

/** Whether a letter is not published ten minutes after its gate opened. The log line triggers an alarm. */
const isLate = ({ status, openedAt }: Gate, now: Date): boolean =>
  status === 'publishing' &&
  openedAt !== undefined &&
  Date.parse(openedAt) + lateAfterMilliseconds < now.getTime();

/** Whether the site job was called and did not end, or a change has not called it. */
function isSiteJobPending(gate: Gate, now: Date): boolean {
  const at = now.toISOString();
  if (gate.leaseExpiresAt && gate.leaseExpiresAt > at) return false;
  const arePagesOverdue = gate.pagesDueAt !== undefined && gate.pagesDueAt < at;
  return (
    gate.lease !== undefined || gate.dirty !== undefined || gate.status === 'publishing' || arePagesOverdue
  );
}

/** Queues notices to organizers and mailings (to the press list, or a message) whose first messages were lost. */
async function queueNoticesAndMailings(dependencies: SweepDependencies, slug: string): Promise<void> {
  const { store, queueMails, now } = dependencies;
  const pendingBefore = new Date(now().getTime() - pendingGraceMilliseconds).toISOString();
  const unreadable = newUnreadableItems(store, slug, dependencies);
  const all = [
    ...(await pendingEvents(store, slug, unreadable.add)),
    ...(await pendingMailings(store, slug, unreadable.add)),
  ];
  await unreadable.report();
  const overdue = all.filter(({ at }) => at < pendingBefore);
  if (overdue.length > 0) await queueMails(overdue.map(({ key }): MailTask => ({ task: 'pending', ...key })));
}

/**
 * Queues the mails that are due on the gate once more, in case the first messages were lost: the letter to its
 * recipient, the supplement, and the mails about the publication. What is recorded as sent is not sent again.
 */
async function queueGateMails({ store, queueMails, now }: SweepDependencies, gate: Gate): Promise<void> {
  const { slug, status, pendingPublicationMail, pendingLetterMail, letterMail, pendingSupplementMail } = gate;
  if (status !== 'published') return;
  const isUnsent =
    letterMail === undefined || letterMail.state === 'claimed' || letterMail.state === 'unknown';
  if (
    pendingLetterMail &&
    isUnsent &&
    now().getTime() - Date.parse(pendingLetterMail) >= pendingGraceMilliseconds
  )
    await queueMails([{ task: 'letter', slug }]);
  if (
    pendingSupplementMail &&
    now().getTime() - Date.parse(pendingSupplementMail) >= pendingGraceMilliseconds
  )
    await queueMails([{ task: 'supplement', slug }]);
  if (
    !pendingPublicationMail ||
    now().getTime() - Date.parse(pendingPublicationMail) < pendingGraceMilliseconds
  )
    return;
  await queueMails(publicationMails(slug));
  await store.update({
    key: gateKey(slug),
    update: 'REMOVE pendingPublicationMail',
    condition: 'pendingPublicationMail = :due',
    values: { ':due': pendingPublicationMail },
  });
}
