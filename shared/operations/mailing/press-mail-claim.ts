import type { CampaignEvent } from '../../campaign/events.ts';
import { eventCreation } from '../../table/events.ts';
import { pressContactKey } from '../../table/keys.ts';
import type { Store, Update } from '../../table/table.ts';
import type { MailReport } from './mail-events.ts';
import type { PressContact, PressMailState } from './press-contacts.ts';

type Contact = Pick<PressContact, 'slug' | 'addressHash'>;

/** A mail that a contact is to get once. */
export type PressMailKind = { kind: 'release' | 'embargo' } | { kind: 'correction'; id: string };

/** The tag by which SES's events name a mail. */
export const pressMailTag = (mail: PressMailKind): string =>
  mail.kind === 'correction' ? `correction-${mail.id}` : mail.kind;

/** The mail that a tag names. Undefined: another mail, or a tag of an earlier version. */
export function parsePressMailTag(tag: string): PressMailKind | undefined {
  if (tag === 'release' || tag === 'embargo') return { kind: tag };
  const id = /^correction-(\w+)$/.exec(tag)?.[1];
  return id === undefined ? undefined : { kind: 'correction', id };
}

/** The attribute with the state of a mail. */
const mailPath = (mail: PressMailKind): { path: string; names: Record<string, string> } =>
  mail.kind === 'correction'
    ? { path: '#corrections.#mail', names: { '#corrections': 'corrections', '#mail': mail.id } }
    : { path: '#mail', names: { '#mail': mail.kind } };

/** The state of a mail; undefined if nothing was tried. */
export const pressMailState = (contact: PressContact, mail: PressMailKind): PressMailState | undefined =>
  mail.kind === 'correction' ? contact.corrections?.[mail.id] : contact[mail.kind];

/**
 * Claims a contact for one attempt to send. False: another attempt is under way, or it is settled. True, too, if this
 * claim was written and DynamoDB's answer was lost.
 */
export async function claimPressMail(
  store: Store,
  { slug, addressHash }: Contact,
  mail: PressMailKind,
  { claim, at, correction }: { claim: string; at: string; correction?: string | undefined },
): Promise<boolean> {
  const key = pressContactKey(slug, addressHash);
  if (mail.kind === 'correction')
    await store.update({
      key,
      update: 'SET corrections = :none',
      condition: 'attribute_exists(email) AND attribute_not_exists(corrections)',
      values: { ':none': {} },
    });
  const { path, names } = mailPath(mail);
  return await store.update({
    key,
    update: `SET ${path} = :claimed`,
    condition: `attribute_exists(email) AND (attribute_not_exists(${path}) OR ${path} = :claimed)`,
    names,
    values: { ':claimed': { state: 'claimed', at, claim, ...(correction && { correction }) } },
  });
}

/** A notice to the organizers, written in the same transaction. */
interface WrittenNotice {
  event: CampaignEvent;
  newUlid: () => string;
}

const noticeCreation = (slug: string, now: Date, notice: WrittenNotice) =>
  eventCreation({ slug, now, ...notice, actor: 'system' });

/**
 * Releases the claim of a mail that was not sent, unless SES has reported otherwise. With `notice`, the organizers are
 * told.
 */
export async function releasePressMailClaim(
  store: Store,
  { slug, addressHash }: Contact,
  mail: PressMailKind,
  claim: string,
  notice?: WrittenNotice & { now: Date },
): Promise<void> {
  const { path, names } = mailPath(mail);
  const update: Update = {
    key: pressContactKey(slug, addressHash),
    update: `REMOVE ${path}`,
    condition: `${path}.claim = :claim AND ${path}.#state IN (:claimed, :unknown)`,
    names: { ...names, '#state': 'state' },
    values: { ':claim': claim, ':claimed': 'claimed', ':unknown': 'unknown' },
  };
  if (notice) await store.transact([update, noticeCreation(slug, notice.now, notice)]);
  else await store.update(update);
}

/** Writes how the claimed attempt ended. With `notice`, the organizers are told in the same transaction. */
export async function settlePressMail(
  store: Store,
  { slug, addressHash }: Contact,
  mail: PressMailKind,
  result: {
    claim: string;
    state: 'sent' | 'refused' | 'unknown';
    now: Date;
    notice?: WrittenNotice;
  },
): Promise<void> {
  const { claim, state, now, notice } = result;
  const { path, names } = mailPath(mail);
  const update: Update = {
    key: pressContactKey(slug, addressHash),
    update: `SET ${path}.#state = :state, ${path}.#at = :at`,
    condition: `${path}.claim = :claim AND ${path}.#state = :claimed`,
    names: { ...names, '#state': 'state', '#at': 'at' },
    values: { ':state': state, ':at': now.toISOString(), ':claim': claim, ':claimed': 'claimed' },
  };
  if (notice) await store.transact([update, noticeCreation(slug, now, notice)]);
  else await store.update(update);
}

/** From which states a report of SES leads to a state. Reports come in any order. */
const statesBefore = {
  sent: ['claimed', 'unknown'],
  delivered: ['claimed', 'unknown', 'sent'],
  bounced: ['claimed', 'unknown', 'sent', 'delivered'],
  undelivered: ['claimed', 'unknown', 'sent'],
} as const satisfies Record<MailReport, readonly PressMailState['state'][]>;

/** Writes what SES reported about one attempt. Any other attempt, or one that is over, is left alone. */
export async function recordPressMailEvent(
  store: Store,
  { slug, addressHash }: Contact,
  mail: PressMailKind,
  { claim, state, at }: { claim: string; state: keyof typeof statesBefore; at: string },
): Promise<void> {
  const { path, names } = mailPath(mail);
  const before = statesBefore[state].map((one, index) => [`:was${index}`, one] as const);
  await store.update({
    key: pressContactKey(slug, addressHash),
    update: `SET ${path}.#state = :state, ${path}.#at = :at`,
    condition: `${path}.claim = :claim AND ${path}.#state IN (${before.map(([name]) => name).join(', ')})`,
    names: { ...names, '#state': 'state', '#at': 'at' },
    values: {
      ':state': state === 'undelivered' ? 'bounced' : state,
      ':at': at,
      ':claim': claim,
      ...Object.fromEntries(before),
    },
  });
}
