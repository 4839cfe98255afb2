import type { Letters } from '../../campaign/letters.ts';
import { submissionOrigin } from '../../sign-on/bursts.ts';
import { type Confirmation, confirmation } from '../../sign-on/confirmation.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim, takeClaim } from '../../table/claims.ts';
import { dirtyMark } from '../../table/gate.ts';
import { signOnKey } from '../../table/keys.ts';
import { rereading } from '../../table/retry-on-conflict.ts';
import type { Store, Update } from '../../table/table.ts';
import { asRead } from '../../table/unchanged-condition.ts';
import { written } from '../../table/write-all.ts';
import { type PlaceAnswer, type Placing, placeFor, placeUpdate } from './allocate-claim.ts';

export interface Confirming extends Omit<Placing, 'details' | 'agrees'> {
  letters?: Letters | undefined;
  /** Hash of what the page showed; programs may leave it out. */
  shown?: string | undefined;
}

export type ConfirmOutcome =
  | PlaceAnswer
  | 'already-confirmed'
  | 'changed'
  | 'closed'
  | 'withdrawn'
  | 'rejected'
  | 'expired';

/**
 * Confirms a sign-on: its submission becomes what is signed, or what is signed is agreed to for a changed letter. An organization's takes its claim, or joins the queue, in
 * the same transaction; what an organizer has to look at first does neither. The counter is not touched: `tally` sees
 * the change and counts. Safe to repeat and to race: each write is conditional on the row as it was read, and a failed
 * condition reads again.
 */
export const confirmSignOn = (store: Store, confirming: Confirming): Promise<ConfirmOutcome> =>
  rereading(store, confirming, 'expired', async (signOn) => {
    const decision = confirmation(signOn, confirming);
    if (decision.answer === 'already-signed-by-organization')
      return await takeIfVacant(store, { ...confirming, signOn });
    if (decision.answer !== 'confirm') return decision.answer;
    return await confirm(store, { ...confirming, signOn }, decision);
  });

type Decided = Extract<Confirmation, { answer: 'confirm' }>;

async function confirm(
  store: Store,
  confirming: Confirming,
  { details, hash }: Decided,
): Promise<ConfirmOutcome | undefined> {
  const { signOn, now, newUlid } = confirming;
  const isChange = signOn.status === 'confirmed' && signOn.askedAt === undefined;
  const place = await placeFor(store, { ...confirming, details, agrees: true });
  const { condition, names, values } = asRead(signOn);
  const { submissionHash } = signOn;
  const sameWords =
    submissionHash === undefined ? 'attribute_not_exists(submissionHash)' : 'submissionHash = :words';
  // Where a sign-on came from is where it first did: a change would otherwise take it out of a burst.
  const origin = signOn.status === 'confirmed' ? {} : { signedFrom: submissionOrigin(signOn) };
  const { set, remove, values: placeValues } = placeUpdate(place, origin);
  const row: Update = {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET signed = :details, signedHash = :hash, #status = :confirmed, confirmedAt = :confirmedAt,
      keep = :kept, expiresAt = :kept, owes = :owes, ${set}
      REMOVE submission, submissionHash, network, withdrawnAt, askedAt${remove && `, ${remove}`}`,
    condition: `${condition} AND ${sameWords}`,
    names,
    values: {
      ...values,
      ...placeValues,
      ':details': details,
      ':hash': hash,
      ...(submissionHash !== undefined && { ':words': submissionHash }),
      ':confirmed': 'confirmed',
      ':confirmedAt': isChange ? (signOn.confirmedAt ?? now.toISOString()) : now.toISOString(),
      ':kept': 'kept',
      ':owes': newUlid(),
    },
  };
  // A change of what stands counts nothing anew, so nothing else would call for the pages that show the old words.
  const writes = isChange ? [dirtyMark(signOn.slug, newUlid())] : [];
  return (await written(store, [row, ...place.writes, ...writes])) ? place.answer : undefined;
}

/** Whoever waits and presses the button again gets the organization's place if it has fallen vacant. */
async function takeIfVacant(
  store: Store,
  { settings, signOn, newUlid }: Confirming,
): Promise<ConfirmOutcome | undefined> {
  const { slug, id, organizationKey } = signOn;
  // Whoever joined the queue before the campaign asked for a review has not been looked at: the organizers promote them.
  const isUnseen = settings.review === 'before-counting' && signOn.review !== 'approved';
  if (!organizationKey || isUnseen) return 'already-signed-by-organization';
  const { claim, claimOf } = await findClaim(store, { slug, organizationKey, id });
  if (claim.holder !== undefined && claim.holder !== id) return 'already-signed-by-organization';
  const failed = await store.transact([promoted(signOn, newUlid()), takeClaim(claimOf)]);
  return failed.length === 0 ? 'confirmed' : undefined;
}

/** The row's half of taking a claim after waiting for it. */
export const promoted = (signOn: SignOn, owes: string): Update => {
  const { condition, names, values } = asRead(signOn);
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: 'SET eligible = :yes, owes = :owes',
    condition,
    names,
    values: { ...values, ':yes': 'yes', ':owes': owes },
  };
};
