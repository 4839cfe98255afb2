import { approveSignOn } from '../operations/deciding/approve.ts';
import { mergeSignOns } from '../operations/deciding/merge.ts';
import { promoteSignOn } from '../operations/deciding/promote.ts';
import { reinstateSignOn } from '../operations/deciding/reinstate.ts';
import { rejectSignOn } from '../operations/deciding/reject.ts';
import { resendMail } from '../operations/deciding/resend.ts';
import { splitSignOn } from '../operations/deciding/split.ts';
import { checkUnseenDecision, shownHashOf } from '../operations/deciding/unseen-decision.ts';
import type { LoggedEvent } from '../operations/reporting/log.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { readSignOn } from '../table/sign-ons.ts';
import type { Store } from '../table/table.ts';
import type { Decision } from './permissions.ts';

export interface DecisionRequest {
  slug: string;
  id: string;
  decision: Decision;
  /** Address of the organizer who decides. */
  actor: string;
  /** For `merge`: the sign-on that counts for both. */
  into?: string | undefined;
  /** The last decision on the sign-on that the organizer saw. Absent if not known. */
  seen?: string | undefined;
  /** Hash of the words that the organizer saw (`shownHashOf`). If others stand there now, nothing is decided about them. */
  shownHash?: string | undefined;
  /** Whether the organizer saw a change that waits, which `reject` is about. */
  hasShownChange?: boolean;
  now: Date;
  newUlid: () => string;
  /** Reads the log, if several decisions are made in a row. */
  readEvents?: () => Promise<LoggedEvent[]>;
}

/** Why a decision was not made: an outcome of the operation, and the other decision if someone made one. */
export interface RefusedDecision {
  outcome: string;
  byOther?: LoggedEvent;
}

/** The current sign-on, or why nothing was decided. */
export type DecisionResult = { signOn: SignOn } | { refused: RefusedDecision };

/** Outcomes of a decision that was made, now or before. */
const successes = new Set([
  ...['approved', 'approved-organization-has-signed', 'approved-asked-again', 'already-approved'],
  ...['change-approved', 'change-approved-organization-has-signed', 'change-rejected'],
  ...['change-approved-asked-again', 'split', 'already-separate', 'promoted-instead'],
  ...['rejected-now', 'already-rejected', 'promoted', 'already-holds', 'merged', 'already-merged', 'resent'],
  ...['reinstated', 'reinstated-in-review', 'reinstated-organization-has-signed', 'reinstated-asked-again'],
  'reinstated-withdrawn',
]);

/**
 * Makes a decision with the same function as the command line. A repeated decision returns the current sign-on. Stops
 * if someone else has just made a contrary decision that the organizer has not seen.
 */
export async function decide(store: Store, request: DecisionRequest): Promise<DecisionResult> {
  const { slug, id, decision, actor, seen, shownHash, now, newUlid, readEvents } = request;
  const signOn = await readSignOn(store, { slug, id, now });
  if (!signOn) return { refused: { outcome: 'not-found' } };
  const checked = { slug, id, decision, actor, seen, now, readEvents };
  const { last, isContrary, stop } = await checkUnseenDecision(store, checked);
  if (stop === 'change-rejected' && !signOn.proposed) return { signOn };
  if (stop === 'contrary') return { refused: { outcome: 'contrary', ...(last && { byOther: last }) } };
  const areOtherWords = shownHash !== undefined && shownHash !== shownHashOf(signOn);
  if (areOtherWords && isAboutWords(request, signOn)) return { refused: { outcome: 'changed' } };
  const outcome = await applyDecision(store, request, { signOn, now, newUlid, actor });
  // A repeated `reinstate` has no outcome of its own: it answers `not-rejected`, as for what was never rejected.
  const isReinstatedAlready = outcome === 'not-rejected' && last?.event.type === 'reinstated';
  if (!successes.has(outcome) && !isReinstatedAlready)
    return { refused: { outcome, ...(last && isContrary && { byOther: last }) } };
  return { signOn: (await readSignOn(store, { slug, id, now })) ?? signOn };
}

/**
 * Whether a decision would be about the words that stand there now: it lets them count, or it rejects a change. A
 * repeated one changes nothing, and a sign-on that waits is rejected whatever its words are.
 */
function isAboutWords(
  { decision, hasShownChange = false }: DecisionRequest,
  { status, proposed, review }: SignOn,
): boolean {
  if (status !== 'confirmed') return false;
  switch (decision) {
    case 'approve':
      return proposed !== undefined || review === 'waiting';
    case 'reject':
      return hasShownChange || review !== 'waiting';
    case 'promote':
    case 'split':
    case 'merge':
      return true;
    case 'reinstate':
    case 'resend':
      return false;
  }
}

async function applyDecision(
  store: Store,
  { slug, decision, into = '', now }: DecisionRequest,
  input: { signOn: SignOn; now: Date; newUlid: () => string; actor: string },
): Promise<string> {
  switch (decision) {
    case 'approve':
      return await approveSignOn(store, input);
    case 'reject': {
      const outcome = await rejectSignOn(store, input);
      // For an approval, `rejected` is a refusal.
      return outcome === 'rejected' ? 'rejected-now' : outcome;
    }
    case 'reinstate':
      return await reinstateSignOn(store, input);
    case 'promote':
      return await promoteSignOn(store, input);
    case 'merge': {
      const keep = /^[0-9a-f]{32}$/.test(into) ? await readSignOn(store, { slug, id: into, now }) : undefined;
      return keep ? await mergeSignOns(store, { ...input, keep }) : 'no-such-other';
    }
    case 'split':
      return await splitSignOn(store, input);
    case 'resend':
      return await resendMail(store, input);
  }
}
