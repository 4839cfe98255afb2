import type { CampaignEvent } from '../../campaign/events.ts';
import type { Gate } from '../../campaign/gate.ts';
import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';

export type LetterMailState = NonNullable<Gate['letterMail']>['state'];

/** Claims the one attempt to mail the letter to its recipient; false: another is under way, or it is settled. */
export const claimLetterMail = (
  store: Store,
  slug: string,
  { claim, at }: { claim: string; at: string },
): Promise<boolean> =>
  store.update({
    key: gateKey(slug),
    update: 'SET letterMail = :claimed',
    condition:
      '#status = :published AND attribute_exists(pendingLetterMail) AND attribute_not_exists(letterMail)',
    names: { '#status': 'status' },
    values: { ':claimed': { state: 'claimed', at, claim }, ':published': 'published' },
  });

/** Frees a claim whose mail was definitely not sent. */
export async function unclaimLetterMail(store: Store, slug: string, claim: string): Promise<void> {
  await store.update({
    key: gateKey(slug),
    update: 'REMOVE letterMail',
    condition: 'letterMail.claim = :claim',
    values: { ':claim': claim },
  });
}

/** States after which everybody else may be told: the letter is there, or is not to come by mail. */
const isFinal = (state: LetterMailState): boolean => state !== 'unknown' && state !== 'refused';

/**
 * Writes how the claimed attempt ended. If the letter is with its recipient, the mails to press and signers are called for with it; with
 * `campaignEvent`, the organizers are told in the same transaction.
 */
export async function settleLetterMail(
  store: Store,
  slug: string,
  result: {
    claim: string;
    state: Exclude<LetterMailState, 'claimed'>;
    now: Date;
    newUlid: () => string;
    notice?: CampaignEvent;
  },
): Promise<void> {
  const { claim, state, now, newUlid, notice } = result;
  const at = now.toISOString();
  const update: Update = {
    key: gateKey(slug),
    update: isFinal(state)
      ? 'SET letterMail = :settled, pendingPublicationMail = :now REMOVE pendingLetterMail'
      : 'SET letterMail = :settled',
    condition:
      'letterMail.claim = :claim AND letterMail.#state = :claimed AND attribute_exists(pendingLetterMail)',
    names: { '#state': 'state' },
    values: {
      ':settled': { state, at, claim },
      ':claim': claim,
      ':claimed': 'claimed',
      ...(isFinal(state) && { ':now': at }),
    },
  };
  const event =
    notice && eventCreation({ slug, now, newUlid, actor: 'system', event: notice, isNotice: true });
  if (event) await store.transact([update, event]);
  else await store.update(update);
}

/**
 * The write by which an organizer says that the recipient has the letter after all: the mails to press and signers are called
 * for. Not while an attempt to mail it is under way.
 */
export const letterHandedOverUpdate = (slug: string, now: Date): Update => ({
  key: gateKey(slug),
  update:
    'SET letterMail = :handed, deliveredAt = :now, pendingPublicationMail = :now REMOVE pendingLetterMail',
  condition:
    '#status = :published AND attribute_exists(pendingLetterMail) AND (attribute_not_exists(letterMail) OR letterMail.#state IN (:unknown, :refused))',
  names: { '#state': 'state', '#status': 'status' },
  values: {
    ':published': 'published',
    ':handed': { state: 'handed-over', at: now.toISOString(), claim: 'organizer' },
    ':now': now.toISOString(),
    ':unknown': 'unknown',
    ':refused': 'refused',
  },
});
