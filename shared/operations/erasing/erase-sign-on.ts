import type { CampaignEvent } from '../../campaign/events.ts';
import { erasedDetails, isErased, personalAttributes } from '../../sign-on/erased-details.ts';
import { detailsHash } from '../../sign-on/ids.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { eventCreation } from '../../table/events.ts';
import { expiryAfterDays } from '../../table/expiry.ts';
import { dirtyUpdate } from '../../table/gate.ts';
import { signOnKey } from '../../table/keys.ts';
import { retryOnConflict } from '../../table/retry-on-conflict.ts';
import type { Store, Update, Write } from '../../table/table.ts';
import type { NameIndex } from '../signing/name-index.ts';
import { emptyDays, withdrawUnchanged } from '../signing/withdraw-unchanged.ts';

export interface EraseInput {
  signOn: SignOn;
  now: Date;
  newUlid: () => string;
  newNonce: () => string;
  /** Written in the same transaction, which also causes new pages. Absent when a whole campaign is erased. */
  event?: CampaignEvent;
  /** Address of the organizer who erases. Absent: the command line. */
  actor?: string;
  /** Absent when a whole campaign is erased. */
  index?: NameIndex;
}

export type EraseOutcome = 'erased' | 'already-erased';

/**
 * Removes everything personal from a sign-on. One that counts still counts: an organization keeps its name and claim, a
 * person nothing that identifies them. Any other loses everything, and a duplicate no longer waits for its claim. Links
 * stop working, since the row gets another nonce. Safe to repeat. A new submission of the same person starts from the
 * beginning.
 */
export const eraseSignOn = (store: Store, input: EraseInput): Promise<EraseOutcome> =>
  retryOnConflict<EraseOutcome>(store, input, 'already-erased', async (signOn) => {
    if (isErased(signOn)) return 'already-erased';
    input.index?.changes(signOn);
    const counts = signOn.status === 'confirmed' && signOn.eligible === 'yes';
    if (signOn.status === 'confirmed' && !counts) {
      // Fails if the sign-on has just become eligible; then it is read again and keeps counting.
      await withdrawUnchanged(store, { ...input, signOn });
      return undefined;
    }
    const row = counts ? stripped(signOn, input.newNonce()) : emptied(signOn, input);
    const { event, now, newUlid, actor = 'organizer' } = input;
    const { slug } = signOn;
    if (!event) return (await store.update(row)) ? 'erased' : undefined;
    const writes: Write[] = [
      row,
      eventCreation({ slug, now, newUlid, actor, event }),
      ...(counts ? [dirtyUpdate(slug, newUlid())] : []),
    ];
    return (await store.transact(writes)).length === 0 ? 'erased' : undefined;
  });

function stripped(signOn: SignOn, nonce: string): Update {
  const signed = signOn.signed && erasedDetails(signOn.kind, signOn.signed);
  const { condition, names, values } = unchangedWords(signOn);
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET nonce = :nonce${signed ? ', signed = :signed, signedHash = :signedHash' : ''}
      REMOVE ${personalAttributes.join(', ')}`,
    condition,
    names,
    values: {
      ...values,
      ':nonce': nonce,
      ...(signed && { ':signed': signed, ':signedHash': detailsHash(signed) }),
    },
  };
}

/** A rejected sign-on stays rejected, or its owner could sign again. */
function emptied(signOn: SignOn, { now, newNonce }: EraseInput): Update {
  const { condition, names, values } = unchangedWords(signOn);
  const goes = signOn.status !== 'rejected';
  return {
    key: signOnKey(signOn.slug, signOn.id),
    update: `SET nonce = :nonce${goes ? ', expiresAt = :expiry' : ''}
      REMOVE signed, signedHash, ${goes ? 'keep, ' : ''}${personalAttributes.join(', ')}`,
    condition,
    names,
    values: { ...values, ':nonce': newNonce(), ...(goes && { ':expiry': expiryAfterDays(now, emptyDays) }) },
  };
}

/** Fails if new words were submitted in the meantime, so that they are seen when the row is read again. */
function unchangedWords({ status, eligible, submissionHash, signedHash }: SignOn) {
  const same = (name: string, value: string | undefined) =>
    value === undefined ? `attribute_not_exists(${name})` : `${name} = :was_${name}`;
  return {
    condition: `#status = :was AND eligible = :wasEligible AND ${same('submissionHash', submissionHash)}
      AND ${same('signedHash', signedHash)}`,
    names: { '#status': 'status' },
    values: {
      ':was': status,
      ':wasEligible': eligible,
      ...(submissionHash && { ':was_submissionHash': submissionHash }),
      ...(signedHash && { ':was_signedHash': signedHash }),
    },
  };
}
