import type { Settings } from '../campaign/settings.ts';
import { type Confirmation, confirmation } from '../sign-on/confirmation.ts';
import { organizationKey } from '../sign-on/organization-key.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { type ClaimOf, joinClaim, readClaim, takeClaim } from './claims.ts';
import { dirtyMark } from './gate.ts';
import { signOnKey } from './keys.ts';
import { rereading } from './rereading.ts';
import type { Store, Update, Write } from './table.ts';

export interface Confirming {
  settings: Settings;
  signOn: SignOn;
  /** Hash of what the page showed; programs may leave it out. */
  shown?: string | undefined;
  now: Date;
  newUlid: () => string;
}

export type ConfirmOutcome =
  | 'confirmed'
  | 'corrected'
  | 'already-confirmed'
  | 'already-signed-by-organization'
  | 'changed'
  | 'closed'
  | 'withdrawn'
  | 'rejected'
  | 'expired';

/**
 * Confirms a sign-on: its submission becomes what is signed. An organization's takes its claim, or joins the queue, in
 * the same transaction. The counter is not touched: `tally` sees the change and counts. Safe to repeat and to race:
 * each write is conditional on the row as it was read, and a failed condition reads again.
 */
export const confirmSignOn = (store: Store, confirming: Confirming): Promise<ConfirmOutcome> =>
  rereading(store, confirming, 'expired', async (signOn) => {
    const decision = confirmation(signOn, confirming);
    if (decision.answer === 'already-signed-by-organization')
      return await takeIfVacant(store, signOn, confirming);
    if (decision.answer !== 'confirm') return decision.answer;
    return await confirm(store, { ...confirming, signOn }, decision);
  });

type Decided = Extract<Confirmation, { answer: 'confirm' }>;

async function confirm(
  store: Store,
  { signOn, now, newUlid }: Confirming,
  { details, hash }: Decided,
): Promise<ConfirmOutcome | undefined> {
  const isChange = signOn.status === 'confirmed';
  const row = (eligible: 'yes' | 'no', key?: string): Update => ({
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET signed = :details, signedHash = :hash, #status = :confirmed, confirmedAt = :confirmedAt,
      eligible = :eligible, keep = :kept, expiresAt = :kept, owes = :owes
      ${key ? ', organizationKey = :key' : ''} REMOVE submission, submissionHash, withdrawnAt`,
    condition: '#status = :was AND submissionHash = :hash AND eligible = :wasEligible',
    names: { '#status': 'status' },
    values: {
      ':details': details,
      ':hash': hash,
      ':confirmed': 'confirmed',
      ':confirmedAt': isChange ? (signOn.confirmedAt ?? now.toISOString()) : now.toISOString(),
      ':eligible': eligible,
      ':kept': 'kept',
      ':owes': newUlid(),
      ':was': signOn.status,
      ':wasEligible': signOn.eligible,
      ...(key && { ':key': key }),
    },
  });

  if (isChange) {
    // Nothing is counted anew, so nothing else would call for the pages that show the old words.
    const failed = await store.transact([row(signOn.eligible), dirtyMark(signOn.slug, newUlid())]);
    if (failed.length > 0) return undefined;
    return signOn.eligible === 'yes' ? 'corrected' : 'already-signed-by-organization';
  }
  if (signOn.kind === 'individual') return (await store.update(row('yes'))) ? 'confirmed' : undefined;

  const key = organizationKey(details.organizationName ?? '');
  const claimOf: ClaimOf = { slug: signOn.slug, organizationKey: key, id: signOn.id };
  const claim = await readClaim(store, claimOf);
  const isVacant = claim.holder === undefined || claim.holder === signOn.id;
  const writes: Write[] = isVacant
    ? [row('yes', key), takeClaim(claimOf)]
    : [row('no', key), joinClaim(claimOf, claim)];
  if ((await store.transact(writes)).length > 0) return undefined;
  return isVacant ? 'confirmed' : 'already-signed-by-organization';
}

/** Whoever waits and presses the button again gets the organization's place if it has fallen vacant. */
async function takeIfVacant(
  store: Store,
  signOn: SignOn,
  { newUlid }: Confirming,
): Promise<ConfirmOutcome | undefined> {
  if (!signOn.organizationKey) return 'already-signed-by-organization';
  const claimOf: ClaimOf = { slug: signOn.slug, organizationKey: signOn.organizationKey, id: signOn.id };
  const { holder } = await readClaim(store, claimOf);
  if (holder !== undefined && holder !== signOn.id) return 'already-signed-by-organization';
  const failed = await store.transact([promoted(signOn, newUlid()), takeClaim(claimOf)]);
  return failed.length === 0 ? 'confirmed' : undefined;
}

/** The row's half of taking a claim after waiting for it. */
export const promoted = (signOn: SignOn, owes: string): Update => ({
  key: signOnKey(signOn.slug, signOn.id),
  update: 'SET eligible = :yes, owes = :owes',
  condition: '#status = :confirmed AND eligible = :no',
  names: { '#status': 'status' },
  values: { ':yes': 'yes', ':no': 'no', ':confirmed': 'confirmed', ':owes': owes },
});
