import { recentMilliseconds } from '../operations/deciding/unseen-decision.ts';
import { newLogReader, signOnsOf } from '../operations/reporting/log.ts';
import { reviewStateOf } from '../sign-on/review-state.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { readSignOns } from '../table/sign-ons.ts';
import type { Store } from '../table/table.ts';

/** Decisions that can be made about several sign-ons at once, each with the one that undoes it. */
export const undoOfMany = { approve: 'reject', reject: 'reinstate', reinstate: 'reject' } as const;
export type DecisionOnMany = keyof typeof undoOfMany;

export const decisionsOnMany = ['approve', 'reject', 'reinstate'] as const satisfies DecisionOnMany[];

/** What a sign-on is after each decision, and the name of the event that says so. */
export const decidedStatus = { approve: 'approved', reject: 'rejected', reinstate: 'reinstated' } as const;

/** Several sign-ons about which an organizer has just decided. */
export interface DecidedSignOns {
  decision: DecisionOnMany;
  /** Those that the organizer has just decided, which the opposite decision takes back. */
  ids: readonly string[];
  /** How many others were so already. */
  before: number;
  /** How many are sign-ons of which only the waiting change was decided. */
  changes: number;
  /** Those of all these that do not count, since another signature counts for the organization. */
  duplicates: readonly SignOn[];
}

/**
 * Which of some sign-ons are as a decision says, by their rows and the log. A decision counts as just made for ten
 * minutes, so that one that is sent twice can still be undone.
 */
export async function readDecided(
  store: Store,
  {
    slug,
    ids,
    decision,
    actor,
    now,
  }: { slug: string; ids: string[]; decision: DecisionOnMany; actor: string; now: Date },
): Promise<DecidedSignOns> {
  const [read, events] = await Promise.all([
    readSignOns(store, { slug, ids, now }),
    newLogReader(store, slug)(),
  ]);
  const decided = { decision, ids: [] as string[], before: 0, changes: 0, duplicates: [] as SignOn[] };
  for (const signOn of read) {
    const last = events.find(({ event }) => signOnsOf(event).includes(signOn.id));
    const type = last?.event.type;
    const isRecent = last !== undefined && now.getTime() < Date.parse(last.at) + recentMilliseconds;
    if (isRecent && type === `change-${decidedStatus[decision]}`) decided.changes++;
    else if (!isDecided(signOn, decision, type)) continue;
    else if (isRecent && type === decidedStatus[decision] && last.actor === actor)
      decided.ids.push(signOn.id);
    else decided.before++;
    if (decision !== 'reject' && reviewStateOf(signOn) === 'duplicate') decided.duplicates.push(signOn);
  }
  return decided;
}

function isDecided(
  { status, review }: SignOn,
  decision: DecisionOnMany,
  lastEvent: string | undefined,
): boolean {
  switch (decision) {
    case 'approve':
      return status === 'confirmed' && review === 'approved';
    case 'reject':
      return status === 'rejected';
    case 'reinstate':
      return status !== 'rejected' && lastEvent === 'reinstated';
  }
}
