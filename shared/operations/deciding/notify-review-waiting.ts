import type { Gate } from '../../campaign/gate.ts';
import { suspicionScore } from '../../sign-on/evidence.ts';
import { isDoubtfulDuplicate } from '../../sign-on/review.ts';
import { reviewStateOf } from '../../sign-on/review-state.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';
import { removeVacancy } from '../../table/vacancies.ts';
import { readVacantClaims } from './vacant-claims.ts';

const hour = 60 * 60_000;

/** Minutes in which all of a large campaign is read once, and a little more. */
const fullReadMinutes = 45;

/**
 * What has this age in minutes when reading begins is in the table by then. A sign-on has the time at which its function
 * began, and a function writes for half a minute at most.
 */
const writtenMinutes = 1;

const maxNames = 10;

/** Vacant claims that are named, at most. */
const maxVacated = 20;

/** Corrected names and duplicates that are counted, at most. */
const maxCounted = 1000;

/** What waits for review in a campaign, as far as it was read. */
export interface WaitingForReview {
  organizations: number;
  individuals: number;
  /** Since when the newest one waits. */
  newest: string;
  /** The most suspicious organizations, at most ten. Names of people are not mailed. */
  suspects: { name: string; weight: number; flags: string[] }[];
  /** Sign-ons that count, and have a change that waits. */
  changes: number;
  /** Organizations whose name was corrected and that still count, newest first. */
  mended: { from: string; to: string; at: string }[];
  /** The newest doubtful duplicates (`isDoubtfulDuplicate`), and since when each is one. */
  duplicates: { organizationName: string; id: string; reasons: string[]; at: string }[];
}

export const noneWaiting: WaitingForReview = {
  organizations: 0,
  individuals: 0,
  newest: '',
  suspects: [],
  changes: 0,
  mended: [],
  duplicates: [],
};

/** Adds one sign-on of any state. */
export function addSignOn(before: WaitingForReview, signOn: SignOn): WaitingForReview {
  const isMended = signOn.mended !== undefined && signOn.eligible === 'yes';
  const waiting = isMended ? withMended(before, signOn) : before;
  if (signOn.proposed)
    return { ...waiting, changes: waiting.changes + 1, newest: later(waiting.newest, signOn.proposedAt) };
  if (isMended) return waiting;
  const state = reviewStateOf(signOn);
  if (state === 'duplicate') return addDuplicate(waiting, signOn);
  if (state !== 'waiting') return waiting;
  const { kind, reviewRequestedAt = '', signed, flags = [] } = signOn;
  const isOrganization = kind === 'organization';
  const suspect = {
    name: signed?.organizationName ?? '',
    weight: suspicionScore(flags),
    flags: flags.map(({ flag }) => flag),
  };
  const suspects = isOrganization ? [...waiting.suspects, suspect] : waiting.suspects;
  return {
    ...waiting,
    organizations: waiting.organizations + (isOrganization ? 1 : 0),
    individuals: waiting.individuals + (isOrganization ? 0 : 1),
    newest: later(waiting.newest, reviewRequestedAt),
    suspects: suspects.toSorted((one, other) => other.weight - one.weight).slice(0, maxNames),
  };
}

const later = (one: string, other = ''): string => (other > one ? other : one);

function withMended(waiting: WaitingForReview, { mended, signed }: SignOn): WaitingForReview {
  const [from, to] = [mended?.from.organizationName, signed?.organizationName];
  if (!mended || from === undefined || to === undefined || from === to) return waiting;
  const all = [...waiting.mended, { from, to, at: mended.at }];
  return {
    ...waiting,
    mended: all.toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, maxCounted),
  };
}

/**
 * Whether to tell the organizers again, when an hour has passed since the last digest: if more has come since, and in
 * any case after a day. In a large campaign, what came shortly before the last digest may not have been read then.
 */
function isDue(
  { reviewNotifiedAt }: Gate,
  { newest }: WaitingForReview,
  isWhole: boolean,
  now: Date,
): boolean {
  if (reviewNotifiedAt === undefined) return true;
  const since = now.getTime() - Date.parse(reviewNotifiedAt);
  return since >= 24 * hour || newest > minutesBefore(reviewNotifiedAt, isWhole ? 0 : fullReadMinutes);
}

function addDuplicate(waiting: WaitingForReview, signOn: SignOn): WaitingForReview {
  const { id, signed, flags = [], confirmedAt = '', reviewRequestedAt = confirmedAt } = signOn;
  if (!isDoubtfulDuplicate(flags)) return waiting;
  const duplicate = {
    organizationName: signed?.organizationName ?? '',
    id,
    // The mail says of all of them that the domain or the place is another one.
    reasons: flags.map(({ flag }) => flag).filter((flag) => flag !== 'second-domain'),
    at: reviewRequestedAt,
  };
  const duplicates = [...waiting.duplicates, duplicate];
  return {
    ...waiting,
    duplicates: duplicates.toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, maxCounted),
  };
}

/**
 * Mails the organizers one digest of what they must decide: sign-ons that wait for review, vacant claims for which
 * others wait, and duplicates from another domain or place than the sign-on that counts. Once an hour at most. `now` is
 * when `waiting` began to be read. Mark and event are one transaction, so of two sweeps one succeeds.
 *
 * @returns whether the organizers were told
 */
export async function notifyReviewWaiting(
  store: Store,
  gate: Gate,
  {
    waiting,
    isWhole,
    now,
    newUlid,
  }: { waiting: WaitingForReview; isWhole: boolean; now: Date; newUlid: () => string },
): Promise<boolean> {
  const { slug, reviewNotifiedAt } = gate;
  const { organizations, individuals, suspects, changes } = waiting;
  if (reviewNotifiedAt !== undefined && now.getTime() - Date.parse(reviewNotifiedAt) < hour) return false;
  const isNew = newlyNoted(reviewNotifiedAt, isWhole, now);
  const { claims: vacated, vacancies } = await readVacantClaims(store, { slug, now, newUlid });
  const duplicates = waiting.duplicates.filter(isNew);
  const mended = waiting.mended.filter(isNew);
  const isReviewDue = organizations + individuals + changes > 0 && isDue(gate, waiting, isWhole, now);
  if (!isReviewDue && vacated.length + duplicates.length + mended.length === 0) return false;
  const failed = await store.transact([
    {
      key: gateKey(slug),
      update: 'SET reviewNotifiedAt = :now',
      condition:
        reviewNotifiedAt === undefined ? 'attribute_not_exists(reviewNotifiedAt)' : 'reviewNotifiedAt = :was',
      values: {
        ':now': now.toISOString(),
        ...(reviewNotifiedAt !== undefined && { ':was': reviewNotifiedAt }),
      },
    },
    eventCreation({
      slug,
      now,
      newUlid,
      actor: 'system',
      event: {
        type: 'review-waiting',
        organizations,
        individuals,
        isWhole,
        names: suspects.map(({ name }) => name),
        reasons: suspects.map(({ flags }) => flags),
        ...(changes > 0 && { changes }),
        ...(mended.length > 0 && { mended: mended.slice(0, maxNames).map(({ from, to }) => ({ from, to })) }),
        ...(mended.length > maxNames && { moreMended: mended.length - maxNames }),
        ...(vacated.length > 0 && { vacated: vacated.slice(0, maxVacated) }),
        ...(vacated.length > maxVacated && { moreVacated: vacated.length - maxVacated }),
        ...(duplicates.length > 0 && {
          duplicates: duplicates.slice(0, maxNames).map(({ organizationName, id, reasons }) => ({
            organizationName,
            id,
            ...(reasons.length > 0 && { reasons }),
          })),
        }),
        ...(duplicates.length > maxNames && { moreDuplicates: duplicates.length - maxNames }),
      },
    }),
  ]);
  if (failed.length > 0) return false;
  // If this fails, the next digest tells of them once more.
  for (const vacancy of vacancies) await removeVacancy(store, slug, vacancy);
  return true;
}

const minutesBefore = (time: string, minutes: number): string =>
  new Date(Date.parse(time) - minutes * 60_000).toISOString();

/**
 * Whether a change of this time is told now: the last digest did not tell of it, and no other of its time can come
 * later. In a large campaign, a digest of the hour before may have told of it, too.
 */
function newlyNoted(reviewNotifiedAt: string | undefined, isWhole: boolean, now: Date) {
  const unread = isWhole ? writtenMinutes : fullReadMinutes;
  const from = reviewNotifiedAt === undefined ? '' : minutesBefore(reviewNotifiedAt, unread);
  const until = minutesBefore(now.toISOString(), writtenMinutes);
  return ({ at }: { at: string }): boolean => from < at && at <= until;
}
