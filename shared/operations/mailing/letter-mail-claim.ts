import type { CampaignEvent } from '../../campaign/events.ts';
import type { Gate } from '../../campaign/gate.ts';
import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';
import type { MailReport } from './mail-events.ts';

export type LetterMailState = NonNullable<Gate['letterMail']>['state'];

/**
 * Claims the one attempt to mail the letter to its recipient. False: another is under way, or it is settled. True, too,
 * if this claim was written and DynamoDB's answer was lost.
 */
export const claimLetterMail = (
  store: Store,
  slug: string,
  { claim, at }: { claim: string; at: string },
): Promise<boolean> =>
  store.update({
    key: gateKey(slug),
    update: 'SET letterMail = :claimed',
    condition: `#status = :published AND attribute_exists(pendingLetterMail)
      AND (attribute_not_exists(letterMail) OR letterMail = :claimed)`,
    names: { '#status': 'status' },
    values: { ':claimed': { state: 'claimed', at, claim }, ':published': 'published' },
  });

/**
 * Releases the claim of a mail that was not sent, unless SES has reported otherwise. With `notice`, the organizers are
 * told.
 */
export async function releaseLetterMailClaim(
  store: Store,
  slug: string,
  claim: string,
  notice?: { event: CampaignEvent; now: Date; newUlid: () => string },
): Promise<void> {
  const update: Update = {
    key: gateKey(slug),
    update: 'REMOVE letterMail',
    condition: 'letterMail.claim = :claim AND letterMail.#state IN (:claimed, :unknown)',
    names: { '#state': 'state' },
    values: { ':claim': claim, ':claimed': 'claimed', ':unknown': 'unknown' },
  };
  if (notice) await store.transact([update, eventCreation({ slug, actor: 'system', ...notice })]);
  else await store.update(update);
}

/** Whether it is a state after which press and signers may be told: SES took the letter, or it is not sent by mail. */
const letsOthersKnow = (state: LetterMailState): boolean =>
  state !== 'unknown' && state !== 'refused' && state !== 'bounced';

/**
 * Writes how the claimed attempt ended, as SES answered or reported later. If SES took the letter, the same write makes
 * the mails to press and signers due. With `notice`, the organizers are told in the same transaction.
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
): Promise<boolean> {
  const { claim, state, now, newUlid, notice } = result;
  const at = now.toISOString();
  const update: Update = {
    key: gateKey(slug),
    update: letsOthersKnow(state)
      ? 'SET letterMail = :settled, pendingPublicationMail = :now REMOVE pendingLetterMail'
      : 'SET letterMail = :settled',
    condition:
      'letterMail.claim = :claim AND letterMail.#state IN (:claimed, :unknown) AND attribute_exists(pendingLetterMail)',
    names: { '#state': 'state' },
    values: {
      ':settled': { state, at, claim },
      ':claim': claim,
      ':claimed': 'claimed',
      ':unknown': 'unknown',
      ...(letsOthersKnow(state) && { ':now': at }),
    },
  };
  const event = notice && eventCreation({ slug, now, newUlid, actor: 'system', event: notice });
  if (event) return (await store.transact([update, event])).length === 0;
  return await store.update(update);
}

/**
 * Writes what SES reported about the letter's mail. Reports come in any order. If it bounced for one of several
 * recipients, it counts as bounced, and the organizers are told. `undelivered` counts as bounced unless a delivery was
 * reported.
 */
export async function recordLetterMailEvent(
  store: Store,
  slug: string,
  report: { claim: string; state: MailReport; now: Date; newUlid: () => string },
): Promise<void> {
  const { claim, now, newUlid } = report;
  const state = report.state === 'undelivered' ? 'bounced' : report.state;
  const notice: CampaignEvent | undefined =
    state === 'bounced' ? { type: 'letter-bounced', letter: 'first' } : undefined;
  if (await settleLetterMail(store, slug, { ...report, state, ...(notice && { notice }) })) return;
  if (state === 'sent') return;
  const overridesDelivery = report.state === 'bounced';
  const update: Update = {
    key: gateKey(slug),
    update: 'SET letterMail.#state = :state, letterMail.#at = :at',
    condition: `letterMail.claim = :claim AND letterMail.#state IN (:sent${overridesDelivery ? ', :delivered' : ''})`,
    names: { '#state': 'state', '#at': 'at' },
    values: {
      ':state': state,
      ':at': now.toISOString(),
      ':claim': claim,
      ':sent': 'sent',
      ...(overridesDelivery && { ':delivered': 'delivered' }),
    },
  };
  const event = notice && eventCreation({ slug, now, newUlid, actor: 'system', event: notice });
  if (event) await store.transact([update, event]);
  else await store.update(update);
}

/**
 * The write by which an organizer says that the recipient has the letter. It makes the mails to press and signers due.
 * Fails while an attempt to mail it is under way.
 */
export const letterHandedOverUpdate = (slug: string, now: Date): Update => ({
  key: gateKey(slug),
  update:
    'SET letterMail = :handed, deliveredAt = :now, pendingPublicationMail = :now REMOVE pendingLetterMail',
  condition:
    '#status = :published AND ((attribute_exists(pendingLetterMail) AND (attribute_not_exists(letterMail) OR letterMail.#state IN (:unknown, :refused))) OR letterMail.#state = :bounced)',
  names: { '#state': 'state', '#status': 'status' },
  values: {
    ':published': 'published',
    ':handed': { state: 'handed-over', at: now.toISOString(), claim: 'organizer' },
    ':now': now.toISOString(),
    ':unknown': 'unknown',
    ':refused': 'refused',
    ':bounced': 'bounced',
  },
});
