import { type Gate, waitingFor } from '../campaign/gate.ts';
import { log } from '../log.ts';
import { owedEvents } from '../store/events.ts';
import { openGate, readGate } from '../store/gate.ts';
import { shardCount, signOnKey } from '../store/keys.ts';
import { readSettings } from '../store/settings.ts';
import { settleCampaign } from '../store/settle.ts';
import { allSignOns } from '../store/sign-ons.ts';
import type { Store } from '../store/table.ts';
import type { Uncounted } from '../store/tally.ts';
import type { MailTask } from '../store/tasks.ts';
import { campaignSlugs } from './home-file.ts';
import { shownState } from './progress.ts';

export interface SweepDependencies {
  store: Store;
  queueMails: (tasks: MailTask[]) => Promise<void>;
  queueSite: (slug: string) => Promise<void>;
  /** Nothing waiting, delayed or under way: only then can an owed mail be sure to have been forgotten. */
  isMailQueueEmpty: () => Promise<boolean>;
  now: () => Date;
  newUlid: () => string;
}

/** A mail younger than this may just be on its way from the table to the queue. */
const owedFor = 60_000;

/** Counted sign-ons above which a sweep looks at one shard a minute instead of all: a million must not cost a scan a minute. */
const wholeUpTo = 2000;

/**
 * What a minute's sweep does for every campaign: what the stream's readers do, by the same code, for whatever they left
 * undone, and what time alone brings about: gates that open at their hour, pages that show another state.
 */
export async function sweep(dependencies: SweepDependencies): Promise<void> {
  const isMailQueueEmpty = await dependencies.isMailQueueEmpty();
  for (const slug of await campaignSlugs(dependencies.store))
    await sweepCampaign(dependencies, slug, isMailQueueEmpty);
}

async function sweepCampaign(
  dependencies: SweepDependencies,
  slug: string,
  isMailQueueEmpty: boolean,
): Promise<void> {
  const { store, now, queueSite } = dependencies;
  const gate = await readGate(store, slug);
  const campaign = await readSettings(store, slug);
  if (!gate || !campaign) return;
  if (gate.status === 'collecting' && waitingFor(gate, now()).length === 0)
    await openGate(store, slug, now());
  if (isLate(gate, now())) log('error', 'publishing late', { slug });
  await sweepSignOns(dependencies, gate, isMailQueueEmpty);
  if (isMailQueueEmpty) await queueOwedNotices(dependencies, slug);
  const isOutdated = gate.shown !== shownState({ ...campaign, gate, now: now() });
  if (isOutdated || isSiteJobOwed(gate, now())) await queueSite(slug);
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

/** Counts that are owed are settled; mails that are owed are queued again where the queue knows of none. */
async function sweepSignOns(
  { store, queueMails, now, newUlid }: SweepDependencies,
  gate: Gate,
  isMailQueueEmpty: boolean,
): Promise<void> {
  const { slug } = gate;
  const uncounted: Uncounted[] = [];
  const owed: MailTask[] = [];
  const flagged = { organization: 0, individual: 0 };
  const owedBefore = new Date(now().getTime() - owedFor).toISOString();
  const shards = shardsToSweep(gate, now());
  for await (const signOn of allSignOns(store, slug, { shards, consistent: false })) {
    if (signOn.counted === 'yes') flagged[signOn.kind] += 1;
    if (signOn.eligible !== signOn.counted) uncounted.push(signOn);
    const since =
      signOn.confirmedAt && signOn.confirmedAt > signOn.requestedAt ? signOn.confirmedAt : signOn.requestedAt;
    if (signOn.owes && since < owedBefore) owed.push({ task: 'owed', ...signOnKey(slug, signOn.id) });
  }
  if (shards.length === shardCount && differs(gate, flagged)) await tellOfDifference(store, gate);
  if (uncounted.length > 0) await settleCampaign({ store, now, newUlid }, slug, uncounted);
  if (isMailQueueEmpty && owed.length > 0) await queueMails(owed);
  if (uncounted.length + owed.length > 0)
    log('warn', 'swept', { slug, count: uncounted.length + owed.length });
}

const differs = (gate: Gate, flagged: { organization: number; individual: number }): boolean =>
  gate.organizations !== flagged.organization || gate.individuals !== flagged.individual;

/** Only if the counter stood still meanwhile; the operator's alarm reads the line, and rings if it comes again and again. */
async function tellOfDifference(store: Store, gate: Gate): Promise<void> {
  const after = await readGate(store, gate.slug);
  if (after?.organizations === gate.organizations && after.individuals === gate.individuals)
    log('error', 'count differs', { slug: gate.slug });
}

function shardsToSweep({ organizations, individuals }: Gate, now: Date): number[] {
  if (organizations + individuals <= wholeUpTo)
    return Array.from({ length: shardCount }, (_, shard) => shard);
  return [Math.floor(now.getTime() / 60_000) % shardCount];
}

async function queueOwedNotices({ store, queueMails, now }: SweepDependencies, slug: string): Promise<void> {
  const owedBefore = new Date(now().getTime() - owedFor).toISOString();
  const owed = (await owedEvents(store, slug)).filter(({ at }) => at < owedBefore);
  if (owed.length > 0) await queueMails(owed.map(({ key }): MailTask => ({ task: 'owed', ...key })));
}
