import type { Happening } from '../../campaign/events.ts';
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
    condition: '#status = :published AND attribute_exists(letterDue) AND attribute_not_exists(letterMail)',
    names: { '#status': 'status' },
    values: { ':claimed': { state: 'claimed', at, claim }, ':published': 'published' },
  });

/** Frees a claim whose mail was definitely not sent. */
export async function freeLetterMail(store: Store, slug: string, claim: string): Promise<void> {
  await store.update({
    key: gateKey(slug),
    update: 'REMOVE letterMail',
    condition: 'letterMail.claim = :claim',
    values: { ':claim': claim },
  });
}

/** States after which everybody else may be told: the letter is there, or is not to come by mail. */
const isOver = (state: LetterMailState): boolean => state !== 'unknown' && state !== 'refused';

/**
 * Writes how the claimed attempt ended. If the letter is with its recipient, the mails to press and signers are called for with it; with
 * `happening`, the organizers are told in the same transaction.
 */
export async function settleLetterMail(
  store: Store,
  slug: string,
  ending: {
    claim: string;
    state: Exclude<LetterMailState, 'claimed'>;
    now: Date;
    newUlid: () => string;
    happening?: Happening;
  },
): Promise<void> {
  const { claim, state, now, newUlid, happening } = ending;
  const at = now.toISOString();
  const update: Update = {
    key: gateKey(slug),
    update: isOver(state)
      ? 'SET letterMail = :settled, mailsDue = :now REMOVE letterDue'
      : 'SET letterMail = :settled',
    condition: 'letterMail.claim = :claim AND letterMail.#state = :claimed AND attribute_exists(letterDue)',
    names: { '#state': 'state' },
    values: {
      ':settled': { state, at, claim },
      ':claim': claim,
      ':claimed': 'claimed',
      ...(isOver(state) && { ':now': at }),
    },
  };
  const event =
    happening && eventCreation({ slug, now, newUlid, actor: 'system', happening, isNotice: true });
  if (event) await store.transact([update, event]);
  else await store.update(update);
}

/**
 * The write by which an organizer says that the recipient has the letter after all: the mails to press and signers are called
 * for. Not while an attempt to mail it is under way.
 */
export const letterHandedOver = (slug: string, now: Date): Update => ({
  key: gateKey(slug),
  update: 'SET letterMail = :handed, deliveredAt = :now, mailsDue = :now REMOVE letterDue',
  condition:
    '#status = :published AND attribute_exists(letterDue) AND (attribute_not_exists(letterMail) OR letterMail.#state IN (:unknown, :refused))',
  names: { '#state': 'state', '#status': 'status' },
  values: {
    ':published': 'published',
    ':handed': { state: 'handed-over', at: now.toISOString(), claim: 'organizer' },
    ':now': now.toISOString(),
    ':unknown': 'unknown',
    ':refused': 'refused',
  },
});
