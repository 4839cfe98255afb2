import type { Gate } from '../campaign/gate.ts';
import { log } from '../log.ts';
import { countAndOpenGate } from '../operations/counting/count-and-open-gate.ts';
import type { UncountedSignOn } from '../operations/counting/count-sign-ons.ts';
import {
  addSignOn,
  noneWaiting,
  notifyReviewWaiting,
  type WaitingForReview,
} from '../operations/review/notify-review-waiting.ts';
import { hasExpiredSubmission, removeExpiredSubmission } from '../operations/signing/expired-submission.ts';
import { dueReminder } from '../sign-on/reminder.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { readGate } from '../table/gate.ts';
import { shardCount, signOnKey } from '../table/keys.ts';
import type { CampaignSettings } from '../table/settings.ts';
import { allSignOns } from '../table/sign-ons.ts';
import type { Store } from '../table/table.ts';
import type { MailTask } from '../table/tasks.ts';
import type { SweepDependencies } from './sweep.ts';

/** A mail younger than this may just be on its way from the table to the queue. */
export const pendingGraceMilliseconds = 60_000;

/** Rows after which a sweep leaves the other shards to the next minutes: a million must not cost a scan a minute. */
const maxRows = 2000;

/** Words that one sweep takes away; the others have time until the next. */
const maxExpiredSubmissions = 100;

interface PendingWork {
  uncounted: UncountedSignOn[];
  mails: MailTask[];
  flagged: { organization: number; individual: number };
  /** Rows with words that nobody confirmed in time. */
  forgotten: SignOn[];
  isWhole: boolean;
  waiting: WaitingForReview;
}

/**
 * Counts that are owed are settled; mails that are owed are queued again where the queue knows of none, and reminders that are due. A small campaign
 * is read whole; of a large one whole shards, another first one each minute, so that all are read within sixteen.
 */
export async function sweepSignOns(
  { store, queueMails, now, newUlid }: SweepDependencies,
  gate: Gate,
  campaign: CampaignSettings,
  isMailQueueEmpty: boolean,
): Promise<void> {
  const { slug } = gate;
  const {
    uncounted,
    mails: owed,
    flagged,
    forgotten,
    isWhole,
    waiting,
  } = await readPendingWork(store, campaign, now());
  const mails = gate.status === 'taken-down' ? [] : owed;
  if (isWhole && countsDiffer(gate, flagged)) await logCountDifference(store, gate);
  if (uncounted.length > 0) await countAndOpenGate({ store, now, newUlid }, slug, uncounted);
  for (const signOn of forgotten) await removeExpiredSubmission(store, signOn);
  if (isMailQueueEmpty && mails.length > 0) await queueMails(mails);
  if (gate.status !== 'taken-down' && gate.erasureId === undefined)
    await notifyReviewWaiting(store, gate, { waiting, isWhole, now: now(), newUlid });
  const count = uncounted.length + mails.length;
  if (count > 0) log('warn', 'swept', { slug, count });
}

async function readPendingWork(
  store: Store,
  { settings, paused }: CampaignSettings,
  now: Date,
): Promise<PendingWork> {
  const { slug } = settings;
  const owed: PendingWork = {
    uncounted: [],
    mails: [],
    flagged: { organization: 0, individual: 0 },
    forgotten: [],
    isWhole: true,
    waiting: noneWaiting,
  };
  const owedBefore = new Date(now.getTime() - pendingGraceMilliseconds).toISOString();
  const first = Math.floor(now.getTime() / 60_000);
  let rows = 0;
  for (let step = 0; step < shardCount; step++) {
    if (rows >= maxRows) return { ...owed, isWhole: false };
    for await (const signOn of allSignOns(store, slug, {
      shards: [(first + step) % shardCount],
      consistent: false,
    })) {
      rows++;
      const {
        id,
        eligible,
        counted,
        kind,
        pendingMail,
        confirmedAt = '',
        requestedAt,
        askedAgainAt = '',
      } = signOn;
      if (counted === 'yes') owed.flagged[kind] += 1;
      owed.waiting = addSignOn(owed.waiting, signOn);
      if (eligible !== counted) owed.uncounted.push(signOn);
      if (owed.forgotten.length < maxExpiredSubmissions && hasExpiredSubmission(signOn, now))
        owed.forgotten.push(signOn);
      const since = [confirmedAt, requestedAt, askedAgainAt].toSorted().at(-1) ?? requestedAt;
      if (pendingMail && since < owedBefore) owed.mails.push({ task: 'owed', ...signOnKey(slug, id) });
      if (!paused && dueReminder(signOn, settings, now))
        owed.mails.push({ task: 'reminder', ...signOnKey(slug, id) });
    }
  }
  return owed;
}

const countsDiffer = (gate: Gate, flagged: { organization: number; individual: number }): boolean =>
  gate.organizations !== flagged.organization || gate.individuals !== flagged.individual;

/** Only if the counter stood still meanwhile; the operator's alarm reads the line, and rings if it comes again and again. */
async function logCountDifference(store: Store, gate: Gate): Promise<void> {
  const after = await readGate(store, gate.slug);
  if (after?.organizations === gate.organizations && after.individuals === gate.individuals)
    log('error', 'count differs', { slug: gate.slug });
}
