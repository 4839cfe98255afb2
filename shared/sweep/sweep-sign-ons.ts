import type { ConfirmationStop, Returns } from '../campaign/confirmation-stop.ts';
import type { Gate } from '../campaign/gate.ts';
import { log } from '../log.ts';
import { countAndOpenGate } from '../operations/counting/count-and-open-gate.ts';
import type { UncountedSignOn } from '../operations/counting/count-sign-ons.ts';
import {
  addSignOn,
  noneWaiting,
  notifyReviewWaiting,
  type WaitingForReview,
} from '../operations/deciding/notify-review-waiting.ts';
import { newUnreadableItems } from '../operations/health/report-unreadable-item.ts';
import {
  isMailSlowed,
  mailDomainOf,
  releaseSlowedMails,
} from '../operations/mailing/release-slowed-mails.ts';
import { newReturns, stopConfirmations } from '../operations/mailing/stop-confirmations.ts';
import { addToFigures, noFigures, type ShardFigures, storeFigures } from '../operations/reporting/figures.ts';
import { hasExpiredSubmission, removeSubmission } from '../operations/signing/remove-submission.ts';
import { dueReminder } from '../sign-on/reminder.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { readGate } from '../table/gate.ts';
import { allShards, signOnKey, signOnsPartition } from '../table/keys.ts';
import type { CampaignSettings } from '../table/settings.ts';
import { readShard } from '../table/sign-ons.ts';
import type { OnUnreadable, Store } from '../table/table.ts';
import type { MailTask } from '../table/tasks.ts';
import type { SweepDependencies } from './sweep.ts';
import { readSweepPosition, type SweepPosition, saveSweepPosition } from './sweep-position.ts';

/**
 * A mail that is pending for less than this may still be on its way from the table to the queue, and a sign-on that was
 * confirmed within this time may still be on its way to `tally`.
 */
export const pendingGraceMilliseconds = 60_000;

/**
 * Rows of each shard that one sweep reads. In an idle campaign, 2,400 sign-ons are read every minute, and a million in
 * seven hours, for less than two dollars a month. In an active one it is ten times as fast.
 */
const rowsPerShard = { idle: 150, active: 1500 };

/** A campaign is active for this long after its pages changed or a sweep found something to do. */
const activeMilliseconds = 30 * 60_000;

/** Expired submissions that one sweep removes. The next sweep removes the others. */
const maxExpiredSubmissions = 100;

interface PendingWork {
  uncounted: UncountedSignOn[];
  mails: MailTask[];
  /** Mails for sign-ons that were never confirmed. */
  confirmations: MailTask[];
  /** Rows whose `counted` is yes. */
  countedRows: { organization: number; individual: number };
  /** Rows whose mail waits, because their network asks for many. */
  slowed: SignOn[];
  /** Mail domains from which somebody has confirmed. */
  confirmedDomains: Set<string>;
  /** Confirmations by network, and how many of them came back. */
  returns: ReadonlyMap<string, Returns>;
  /** Rows with a submission that was not confirmed in time. */
  expiredSubmissions: SignOn[];
  /** How many of the uncounted `tally` should have counted. */
  lostCounts: number;
  /** How many of the mails `dispatch` should have queued: not reminders, nor those that were put off to another day. */
  lostMails: { mails: number; confirmations: number };
  /** Whether every sign-on was read. */
  isWhole: boolean;
  waiting: WaitingForReview;
  /** Where the next sweep goes on. */
  after: SweepPosition['after'];
  /** What was counted of the shards that the next sweep goes on with, and of those that are read to their end. */
  figures: Record<string, ShardFigures>;
  finished: Map<number, ShardFigures>;
}

/**
 * Reads sign-ons and does what they call for: counts those that were not counted, removes expired submissions, queues
 * mails that were lost and reminders that are due, releases slowed mails, notifies of waiting reviews, and stores the
 * console's figures. It reads a small campaign whole. Of a large one it reads a part each minute, from where the last
 * sweep stopped, so that an idle campaign of any size costs little.
 */
export async function sweepSignOns(
  dependencies: SweepDependencies,
  gate: Gate,
  campaign: CampaignSettings,
  isEmpty: { mail: boolean; confirmations: boolean },
): Promise<void> {
  const { store, queueMails, queueConfirmations, now, newUlid } = dependencies;
  const { slug } = gate;
  // Whoever confirms while the rows are read may be missing, so the next digest begins here.
  const readSince = now();
  const unreadable = newUnreadableItems(store, slug, dependencies);
  const position = await readSweepPosition(store, slug);
  const {
    uncounted,
    mails: pendingMails,
    confirmations: pendingConfirmations,
    countedRows,
    slowed,
    confirmedDomains,
    returns,
    expiredSubmissions,
    isWhole,
    lostCounts,
    lostMails,
    waiting,
    after,
    figures,
    finished,
  } = await readPendingWork(dependencies, campaign, {
    stop: gate.confirmationStop,
    position,
    limit: rowsPerShard[isActive(gate, position, now()) ? 'active' : 'idle'],
    onUnreadable: unreadable.add,
  });
  const isTakenDown = gate.status === 'taken-down';
  // While a queue is not empty, a pending mail may be in it.
  const mails = !isTakenDown && isEmpty.mail ? pendingMails : [];
  const confirmations = !isTakenDown && isEmpty.confirmations ? pendingConfirmations : [];
  if (isWhole && countsDiffer(gate, countedRows)) await logCountDifference(store, gate);
  if (uncounted.length > 0) await countAndOpenGate({ store, now, newUlid }, slug, uncounted);
  for (const signOn of expiredSubmissions) await removeSubmission(store, signOn);
  if (mails.length > 0) await queueMails(mails);
  if (confirmations.length > 0) await queueConfirmations(confirmations);
  const stop = await stopConfirmations(store, gate, returns, dependencies);
  if (!isTakenDown && slowed.length > 0)
    await queueConfirmations(await releaseSlowedMails(store, slowed, { confirmedDomains, stop, now: now() }));
  if (!isTakenDown && gate.erasureId === undefined)
    await notifyReviewWaiting(store, gate, { waiting, isWhole, now: readSince, newUlid });
  // The console itself counts the rows of a small campaign.
  if (!isWhole) await storeFigures(store, slug, finished, now());
  await unreadable.report();
  const count = lostCounts + mails.length + confirmations.length;
  if (lostCounts > 0) log('warn', 'counts were waiting', { slug, count: lostCounts });
  const lost =
    (mails.length > 0 ? lostMails.mails : 0) + (confirmations.length > 0 ? lostMails.confirmations : 0);
  if (lost > 0) log('warn', 'mails were waiting', { slug, count: lost });
  if (count > 0) log('warn', 'swept', { slug, count });
  await saveSweepPosition(store, slug, position, {
    after,
    ...(Object.keys(figures).length > 0 && { figures }),
    ...(count > 0 && { foundAt: now().toISOString() }),
  });
}

function isActive({ pagesWrittenAt }: Gate, { foundAt }: SweepPosition, now: Date): boolean {
  const since = new Date(now.getTime() - activeMilliseconds).toISOString();
  return [pagesWrittenAt, foundAt].some((at) => at !== undefined && at > since);
}

interface SweepLimits {
  stop: ConfirmationStop | undefined;
  position: SweepPosition;
  /** Rows of each shard. */
  limit: number;
  onUnreadable: OnUnreadable;
}

async function readPendingWork(
  { store, now }: SweepDependencies,
  campaign: CampaignSettings,
  { stop, position, limit, onUnreadable }: SweepLimits,
): Promise<PendingWork> {
  const { slug } = campaign.settings;
  const returns = newReturns(stop, now());
  const work: PendingWork = {
    uncounted: [],
    mails: [],
    confirmations: [],
    countedRows: { organization: 0, individual: 0 },
    slowed: [],
    confirmedDomains: new Set(),
    returns: returns.byNetwork,
    expiredSubmissions: [],
    isWhole: true,
    lostCounts: 0,
    lostMails: { mails: 0, confirmations: 0 },
    waiting: noneWaiting,
    after: {},
    figures: {},
    finished: new Map(),
  };
  for (const shard of allShards) {
    const sortKey = position.after[shard];
    const { items, next } = await readShard(store, {
      slug,
      shard,
      limit,
      consistent: false,
      onUnreadable: (item, attributes) => {
        work.isWhole = false;
        onUnreadable(item, attributes);
      },
      ...(sortKey !== undefined && { after: { PK: signOnsPartition(slug, shard), SK: sortKey } }),
    });
    if (sortKey !== undefined || next) work.isWhole = false;
    if (next) work.after[shard] = next.SK;
    for (const signOn of items) {
      addWork(work, signOn, campaign, now());
      returns.add(signOn);
    }
    // If the position lacks the figures of the part before, these rows are left out and the next pass counts anew.
    const before = sortKey === undefined ? noFigures : position.figures?.[shard];
    const counted = before && items.reduce((sum, signOn) => addToFigures(sum, signOn, now()), before);
    if (counted && next) work.figures[shard] = counted;
    if (counted && !next) work.finished.set(shard, counted);
  }
  return work;
}

/** Adds what one sign-on calls for. */
function addWork(work: PendingWork, signOn: SignOn, { settings, paused }: CampaignSettings, now: Date): void {
  const {
    slug,
    id,
    eligible,
    counted,
    kind,
    pendingMail,
    confirmedAt = '',
    requestedAt,
    askedAgainAt = '',
    decidedAt = '',
    withdrawnAt = '',
    resentAt = '',
    mailHeldUntil = '',
    email,
    keep,
  } = signOn;
  if (keep !== undefined) work.confirmedDomains.add(mailDomainOf(email));
  if (counted === 'yes') work.countedRows[kind] += 1;
  work.waiting = addSignOn(work.waiting, signOn);
  if (work.expiredSubmissions.length < maxExpiredSubmissions && hasExpiredSubmission(signOn, now))
    work.expiredSubmissions.push(signOn);
  const since =
    [confirmedAt, requestedAt, askedAgainAt, decidedAt, withdrawnAt, resentAt].toSorted().at(-1) ??
    requestedAt;
  const pendingBefore = new Date(now.getTime() - pendingGraceMilliseconds).toISOString();
  if (eligible !== counted) {
    work.uncounted.push(signOn);
    if (since < pendingBefore) work.lostCounts++;
  }
  const queued = keep === undefined ? work.confirmations : work.mails;
  if (isMailSlowed(signOn)) work.slowed.push(signOn);
  else if (pendingMail && since < pendingBefore && mailHeldUntil <= now.toISOString()) {
    queued.push({ task: 'pending', ...signOnKey(slug, id) });
    if (mailHeldUntil === '') work.lostMails[keep === undefined ? 'confirmations' : 'mails']++;
  }
  if (!paused && dueReminder(signOn, settings, now))
    queued.push({ task: 'reminder', ...signOnKey(slug, id) });
}

const countsDiffer = ({ organizations, individuals }: Gate, counted: PendingWork['countedRows']): boolean =>
  organizations !== counted.organization || individuals !== counted.individual;

/** Logs only if the gate's counts did not change while the rows were read. The repeated log line triggers an alarm. */
async function logCountDifference(store: Store, gate: Gate): Promise<void> {
  const after = await readGate(store, gate.slug);
  if (after?.organizations === gate.organizations && after.individuals === gate.individuals)
    log('error', 'count differs', { slug: gate.slug });
}
