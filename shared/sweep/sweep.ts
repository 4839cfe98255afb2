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
  /** Queues mails to addresses that have confirmed nothing yet. */
  queueConfirmations: (tasks: MailTask[]) => Promise<void>;
  queueSite: (slug: string) => Promise<void>;
  /** Nothing waiting, delayed or under way: only then can an owed mail be sure to have been forgotten. */
  isMailQueueEmpty: () => Promise<boolean>;
  isConfirmationQueueEmpty: () => Promise<boolean>;
}

/**
 * What a minute's sweep does for every campaign: what the stream's readers do, by the same code, for whatever they left
 * undone, and what time alone brings about: gates that open at their hour, pages that show another state. The gates come
 * first, for all campaigns, since they are one item each; what must be read row by row comes after. A campaign that
 * fails holds no other one up.
 */
export async function sweep(dependencies: SweepDependencies): Promise<void> {
  const { store, now } = dependencies;
  // Gates open by time whatever becomes of the queue: one that cannot be asked is taken for busy.
  const ask = (isEmpty: () => Promise<boolean>): Promise<boolean> =>
    isEmpty().catch((error: unknown) => {
      log('error', 'mail queue not asked', errorFields(error));
      return false;
    });
  const isMailQueueEmpty = await ask(dependencies.isMailQueueEmpty);
  const isConfirmationQueueEmpty = await ask(dependencies.isConfirmationQueueEmpty);
  const slugs = await campaignSlugs(store);
  for (const slug of slugs) await isolateErrors(slug, () => sweepGate(dependencies, slug, isMailQueueEmpty));
  // Another campaign begins each minute: where the time does not suffice for all, each has its turn.
  const begin = Math.floor(now().getTime() / 60_000) % Math.max(1, slugs.length);
  const end = now().getTime() + maxMilliseconds;
  const workUntil = new Date(now().getTime() + maxMilliseconds / 2);
  for (const slug of [...slugs.slice(begin), ...slugs.slice(0, begin)]) {
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

/** Of the function's minute; what is left then waits for the next one. */
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
  // Gates first, and words about them last: whatever fails every minute keeps no letter waiting.
  await openGateIfDue(store, gate, now());
  if (isErasureDue(campaign.settings, campaign.paused, gate, now()))
    await beginErasure(store, { ...dependencies, slug }, 'system');
  if (isLate(gate, now())) log('error', 'publishing late', { slug });
  if (isMailQueueEmpty) {
    await queuePendingNotices(dependencies, slug);
    await queuePublicationMails(dependencies, gate);
  }
  const isOutdated = gate.renderedState !== renderedStateOf({ ...campaign, gate, now: now() });
  const waitsAfterFailure = gate.siteRetryAt !== undefined && gate.siteRetryAt > now().toISOString();
  if (!waitsAfterFailure && (isOutdated || isSiteJobPending(gate, now()))) await queueSite(slug);
  await notifyMilestones(store, gate, { now: now(), newUlid });
}

/** Ten minutes after its gate opened, a letter should be out; the operator's alarm reads the line that says it is not. */
const isLate = ({ status, openedAt }: Gate, now: Date): boolean =>
  status === 'publishing' && openedAt !== undefined && Date.parse(openedAt) + 600_000 < now.getTime();

/** The site job was called and never came to its end, or something changed that no call was made for. */
function isSiteJobPending(gate: Gate, now: Date): boolean {
  const at = now.toISOString();
  if (gate.leaseExpiresAt && gate.leaseExpiresAt > at) return false;
  const isForgotten = gate.pagesDueAt !== undefined && gate.pagesDueAt < at;
  return gate.lease !== undefined || gate.dirty !== undefined || gate.status === 'publishing' || isForgotten;
}

async function queuePendingNotices(dependencies: SweepDependencies, slug: string): Promise<void> {
  const { store, queueMails, now } = dependencies;
  const owedBefore = new Date(now().getTime() - pendingGraceMilliseconds).toISOString();
  const unreadable = newUnreadableItems(store, slug, dependencies);
  const all = [
    ...(await pendingEvents(store, slug, unreadable.add)),
    ...(await pendingMailings(store, slug, unreadable.add)),
  ];
  await unreadable.report();
  const owed = all.filter(({ at }) => at < owedBefore);
  if (owed.length > 0) await queueMails(owed.map(({ key }): MailTask => ({ task: 'owed', ...key })));
}

/**
 * Calls for the publication's mails a second time, once: should the first call have been lost, nobody else would. Whoever
 * has got a mail gets none again.
 */
async function queuePublicationMails(
  { store, queueMails, now }: SweepDependencies,
  gate: Gate,
): Promise<void> {
  const { slug, status, pendingPublicationMail, pendingLetterMail, letterMail, pendingSupplementMail } = gate;
  if (status !== 'published') return;
  const isOwed = letterMail === undefined || letterMail.state === 'claimed' || letterMail.state === 'unknown';
  if (
    pendingLetterMail &&
    isOwed &&
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
