import type { Gate } from '../../campaign/gate.ts';
import { suspicion } from '../../sign-on/evidence.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { standingOf } from '../../sign-on/standing.ts';
import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

const hour = 60 * 60_000;

/** Minutes in which all of a large campaign is read once, and somewhat more. */
const roundMinutes = 20;

const mostNames = 10;

/** What of a campaign waits for review, as far as it was read. */
export interface WaitingForReview {
  organizations: number;
  individuals: number;
  /** Since when the newest one waits. */
  newest: string;
  /** The most suspicious organizations, at most ten; of people no name goes around in mails. */
  suspects: { name: string; weight: number }[];
}

export const nobodyWaits: WaitingForReview = { organizations: 0, individuals: 0, newest: '', suspects: [] };

/** With one more sign-on looked at, whatever it is. */
export function withSignOn(waiting: WaitingForReview, signOn: SignOn): WaitingForReview {
  if (standingOf(signOn) !== 'waiting') return waiting;
  const { kind, reviewSince = '', signed, flags = [] } = signOn;
  const isOrganization = kind === 'organization';
  const suspect = { name: signed?.organizationName ?? '', weight: suspicion(flags) };
  const suspects = isOrganization ? [...waiting.suspects, suspect] : waiting.suspects;
  return {
    organizations: waiting.organizations + (isOrganization ? 1 : 0),
    individuals: waiting.individuals + (isOrganization ? 0 : 1),
    newest: reviewSince > waiting.newest ? reviewSince : waiting.newest,
    suspects: suspects.toSorted((one, other) => other.weight - one.weight).slice(0, mostNames),
  };
}

/**
 * Whether the organizers are to be told again: an hour after the last time if more has come since, and after a day in any
 * case. Of a large campaign, what came shortly before the last time may not have been read then.
 */
function isDue({ reviewToldAt }: Gate, { newest }: WaitingForReview, isWhole: boolean, now: Date): boolean {
  if (reviewToldAt === undefined) return true;
  const since = now.getTime() - Date.parse(reviewToldAt);
  if (since < hour) return false;
  const unread = isWhole ? 0 : roundMinutes * 60_000;
  return since >= 24 * hour || Date.parse(newest) > Date.parse(reviewToldAt) - unread;
}

/**
 * Tells the organizers what waits for their review, once an hour at most: the mark on the gate and the event are one
 * transaction, so that of two sweeps one tells, and one that dies tells whole or not at all.
 *
 * @returns whether it told
 */
export async function tellOfReview(
  store: Store,
  gate: Gate,
  {
    waiting,
    isWhole,
    now,
    newUlid,
  }: { waiting: WaitingForReview; isWhole: boolean; now: Date; newUlid: () => string },
): Promise<boolean> {
  const { slug, reviewToldAt } = gate;
  const { organizations, individuals, suspects } = waiting;
  if (organizations + individuals === 0 || !isDue(gate, waiting, isWhole, now)) return false;
  const failed = await store.transact([
    {
      key: gateKey(slug),
      update: 'SET reviewToldAt = :now',
      condition: reviewToldAt === undefined ? 'attribute_not_exists(reviewToldAt)' : 'reviewToldAt = :was',
      values: { ':now': now.toISOString(), ...(reviewToldAt !== undefined && { ':was': reviewToldAt }) },
    },
    eventCreation({
      slug,
      now,
      newUlid,
      actor: 'system',
      happening: {
        type: 'review-waiting',
        organizations,
        individuals,
        isWhole,
        names: suspects.map(({ name }) => name),
      },
      isNotice: true,
    }),
  ]);
  return failed.length === 0;
}
