import type { Gate } from '../campaign/gate.ts';
import { isErasureDue } from '../campaign/retention.ts';
import { shownState } from '../campaign/status.ts';
import type { Context } from '../context.ts';
import { errorFields, log } from '../log.ts';
import { noticeMilestones } from '../operations/counting/milestones.ts';
import { openGateIfDue } from '../operations/counting/open-gate.ts';
import { beginErasure, eraseSome } from '../operations/erasing/erase-campaign.ts';
import { publicationMails } from '../operations/mailing/tasks-for-change.ts';
import { campaignSlugs } from '../table/campaign-slugs.ts';
import { owedEvents } from '../table/events.ts';
import { readGate } from '../table/gate.ts';
import { gateKey } from '../table/keys.ts';
import { owedMailings } from '../table/mailings.ts';
import { readSettings } from '../table/settings.ts';
import type { Store } from '../table/table.ts';
import type { MailTask } from '../table/tasks.ts';
import { owedFor, sweepSignOns } from './sweep-sign-ons.ts';

export interface SweepDependencies extends Pick<Context, 'now' | 'newUlid' | 'newNonce'> {
  store: Store;
  queueMails: (tasks: MailTask[]) => Promise<void>;
  queueSite: (slug: string) => Promise<void>;
  /** Nothing waiting, delayed or under way: only then can an owed mail be sure to have been forgotten. */
  isMailQueueEmpty: () => Promise<boolean>;
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
  const isMailQueueEmpty = await dependencies.isMailQueueEmpty().catch((error: unknown) => {
    log('error', 'mail queue not asked', errorFields(error));
    return false;
  });
  const slugs = await campaignSlugs(store);
  for (const slug of slugs) await apart(slug, () => sweepGate(dependencies, slug, isMailQueueEmpty));
  // Another campaign begins each minute: where the time does not suffice for all, each has its turn.
  const begin = Math.floor(now().getTime() / 60_000) % Math.max(1, slugs.length);
  const end = now().getTime() + enoughTime;
  const erasingUntil = new Date(now().getTime() + enoughTime / 2);
  for (const slug of [...slugs.slice(begin), ...slugs.slice(0, begin)]) {
    if (now().getTime() > end) return;
    await apart(slug, async () => {
      const gate = await readGate(store, slug);
      const campaign = await readSettings(store, slug);
      if (gate?.erasing) await eraseSome(store, { ...dependencies, slug, until: erasingUntil });
      else if (gate && campaign) await sweepSignOns(dependencies, gate, campaign, isMailQueueEmpty);
    });
  }
}

/** Of the function's minute; what is left then waits for the next one. */
const enoughTime = 40_000;

async function apart(slug: string, work: () => Promise<void>): Promise<void> {
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
  // Gates first, and words about them last: whatever fails every minute keeps no letter waiting.
  await openGateIfDue(store, gate, now());
  if (isErasureDue(campaign.settings, campaign.paused, gate, now()))
    await beginErasure(store, { ...dependencies, slug }, 'system');
  if (isLate(gate, now())) log('error', 'publishing late', { slug });
  if (isMailQueueEmpty) {
    await queueOwedNotices(dependencies, slug);
    await queuePublicationMails(dependencies, gate);
  }
  const isOutdated = gate.shown !== shownState({ ...campaign, gate, now: now() });
  if (isOutdated || isSiteJobOwed(gate, now())) await queueSite(slug);
  await noticeMilestones(store, gate, { now: now(), newUlid });
}

/** Ten minutes after its gate opened, a letter should be out; the operator's alarm reads the line that says it is not. */
const isLate = ({ status, openedAt }: Gate, now: Date): boolean =>
  status === 'publishing' && openedAt !== undefined && Date.parse(openedAt) + 600_000 < now.getTime();

/** The site job was called and never came to its end, or something changed that no call was made for. */
function isSiteJobOwed(gate: Gate, now: Date): boolean {
  const at = now.toISOString();
  if (gate.leaseUntil && gate.leaseUntil > at) return false;
  const isForgotten = gate.pagesDueAt !== undefined && gate.pagesDueAt < at;
  return gate.lease !== undefined || gate.dirty !== undefined || gate.status === 'publishing' || isForgotten;
}

async function queueOwedNotices({ store, queueMails, now }: SweepDependencies, slug: string): Promise<void> {
  const owedBefore = new Date(now().getTime() - owedFor).toISOString();
  const all = [...(await owedEvents(store, slug)), ...(await owedMailings(store, slug))];
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
  const { slug, status, mailsDue, letterDue, letterMail, supplementDue } = gate;
  if (status !== 'published') return;
  const isOwed = letterMail === undefined || letterMail.state === 'claimed';
  if (letterDue && isOwed && now().getTime() - Date.parse(letterDue) >= owedFor)
    await queueMails([{ task: 'letter', slug }]);
  if (supplementDue && now().getTime() - Date.parse(supplementDue) >= owedFor)
    await queueMails([{ task: 'supplement', slug }]);
  if (!mailsDue || now().getTime() - Date.parse(mailsDue) < owedFor) return;
  await queueMails(publicationMails(slug));
  await store.update({
    key: gateKey(slug),
    update: 'REMOVE mailsDue',
    condition: 'mailsDue = :due',
    values: { ':due': mailsDue },
  });
}
