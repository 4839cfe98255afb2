import * as z from 'zod';
import type { CampaignEvent } from '../../campaign/events.ts';
import { instantSchema, slugSchema } from '../../campaign/settings.ts';
import { mailFeedbackTypes } from '../../sign-on/sign-on.ts';
import { eventCreation } from '../../table/events.ts';
import { campaignPartition, type Key, pressContactKey } from '../../table/keys.ts';
import type { Page, Store, Update } from '../../table/table.ts';
import type { MailReport } from './mail-events.ts';

const pressMailStates = ['claimed', 'unknown', 'sent', 'delivered', 'bounced', 'refused'] as const;

/** The state of one mail to a journalist. */
const pressMailStateSchema = z.object({
  /**
   * `unknown`: SES gave no answer, and has reported nothing yet. `sent`, `delivered` and `bounced`: as SES reported
   * last.
   */
  state: z.enum(pressMailStates),
  at: instantSchema,
  claim: z.string(),
  /** For a release: the last correction in it. Absent: the release as first published. */
  correction: z.string().optional(),
});
export type PressMailState = z.infer<typeof pressMailStateSchema>;

/** A journalist on a campaign's private press list, with the state of each kind of mail. Each is sent at most once. */
const pressContactSchema = z.object({
  slug: slugSchema,
  addressHash: z.string(),
  /** Empty after erasing. */
  email: z.string().default(''),
  name: z.string().optional(),
  outlet: z.string().optional(),
  /** Gets the release beforehand, under embargo. */
  embargoed: z.boolean().optional(),
  nonce: z.string(),
  /** The last bounce or complaint, and when. */
  mailFeedback: z.object({ what: z.enum(mailFeedbackTypes), at: instantSchema }).optional(),
  embargo: pressMailStateSchema.optional(),
  release: pressMailStateSchema.optional(),
  /** By the id of the correction. */
  corrections: z.record(z.string(), pressMailStateSchema).optional(),
});
export type PressContact = z.infer<typeof pressContactSchema>;

/** Reads one contact of a campaign's press list. */
export const readPressContact = (
  store: Store,
  slug: string,
  addressHash: string,
): Promise<PressContact | undefined> => store.get(pressContactSchema, pressContactKey(slug, addressHash));

/** A page of a campaign's press list, ordered by hash. */
export const readPressListPage = (
  store: Store,
  { slug, ...options }: { slug: string; after?: Key; limit?: number; onUnreadable?: (key: Key) => void },
): Promise<Page<PressContact>> =>
  store.query(pressContactSchema, { PK: campaignPartition(slug), prefix: 'PRESS#', ...options });

/** A campaign's whole press list. */
export async function readEntirePressList(store: Store, slug: string): Promise<PressContact[]> {
  const contacts: PressContact[] = [];
  let after: Key | undefined;
  do {
    const page = await readPressListPage(store, { slug, ...(after && { after }) });
    contacts.push(...page.items);
    after = page.next;
  } while (after);
  return contacts;
}

type Contact = Pick<PressContact, 'slug' | 'addressHash'>;

/** A mail that a contact gets at most once. */
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

/** Claims a contact for one attempt to send. False: another attempt is under way, or it is settled. */
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
    condition: `attribute_exists(email) AND attribute_not_exists(${path})`,
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
  eventCreation({ slug, now, ...notice, actor: 'system', isNotice: true });

/**
 * Releases the claim of a mail that was not sent, unless SES has reported otherwise. With `notice`, the organizers are
 * told.
 */
export async function unclaimPressMail(
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
