import { printedHash } from '../../sign-on/printed-words.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import type { Store } from '../../table/table.ts';
import { decisionsOn, type LoggedEvent } from '../reporting/log.ts';

/** Decisions that say of a sign-on that it counts, or that it does not. The others take one of these back. */
const sides = new Map<string, 'in' | 'out' | 'other'>([
  ['approve', 'in'],
  ['promote', 'in'],
  ['reject', 'out'],
  ['merge', 'other'],
  ['split', 'in'],
  ['approved', 'in'],
  ['promoted', 'in'],
  ['demoted', 'out'],
  ['reinstated', 'in'],
  ['rejected', 'out'],
  ['change-approved', 'in'],
  ['merged', 'other'],
]);

/** How long a decision counts as just made. */
export const recentMilliseconds = 10 * 60_000;

export interface DecisionToCheck {
  slug: string;
  id: string;
  /** Name of the decision that is to be made, as in `reject`. */
  decision: string;
  /** Who decides: an organizer's address, or `organizer` for the command line. */
  actor: string;
  /** The last decision that the organizer saw on the sign-on; absent: none is known. */
  seen?: string | undefined;
  now: Date;
  /** Reads the log, if several decisions are checked in a row. */
  readEvents?: (() => Promise<LoggedEvent[]>) | undefined;
}

export interface DecisionCheck {
  /** The last decision on the sign-on. */
  last: LoggedEvent | undefined;
  /** Whether `last` and the decision contradict each other, and somebody else made `last`. */
  isContrary: boolean;
  /**
   * Why the decision is not to be made, if it is not. `contrary`: somebody else has just decided otherwise.
   * `change-rejected`: the waiting change has just been rejected, and rejecting again would reject the whole sign-on.
   */
  stop: 'contrary' | 'change-rejected' | undefined;
  /** When `stop` ends by itself. */
  until: Date;
}

/** Looks for a decision on a sign-on that was just made and that the organizer has not seen. */
export async function checkUnseenDecision(store: Store, check: DecisionToCheck): Promise<DecisionCheck> {
  const { slug, id, decision, actor, seen, now, readEvents } = check;
  const [last] = await decisionsOn(store, slug, id, readEvents);
  if (!last) return { last, isContrary: false, stop: undefined, until: now };
  const wanted = sides.get(decision);
  const stands = sides.get(last.event.type);
  const isContrary =
    wanted !== undefined && stands !== undefined && wanted !== stands && last.actor !== actor;
  const until = new Date(Date.parse(last.at) + recentMilliseconds);
  const isUnseenAndRecent = seen !== last.id && now < until;
  const repeatsChange = decision === 'reject' && last.event.type === 'change-rejected';
  if (!isUnseenAndRecent) return { last, isContrary, stop: undefined, until };
  return {
    last,
    isContrary,
    stop: repeatsChange ? 'change-rejected' : isContrary ? 'contrary' : undefined,
    until,
  };
}

/** The hash of the words on which a decision is made: those of the change that waits, or those that are signed. */
export const shownHashOf = ({ kind, proposed, signed }: SignOn): string | undefined =>
  printedHash(kind, proposed ?? signed);
