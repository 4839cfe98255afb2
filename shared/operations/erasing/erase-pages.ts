import { isDeepStrictEqual } from 'node:util';
import { eventSchema, withoutTypedWords } from '../../campaign/events.ts';
import type { Context } from '../../context.ts';
import { isErased, personalAttributes, personalDetails } from '../../sign-on/erased-details.ts';
import { signOnKinds } from '../../sign-on/sign-on.ts';
import { markDirty } from '../../table/gate.ts';
import {
  campaignPartition,
  eventKey,
  invitedKey,
  type Key,
  prefixes,
  pressContactKey,
} from '../../table/keys.ts';
import { readShard } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import { newUnreadableItems } from '../health/report-unreadable-item.ts';
import { readInvitedPage } from '../inviting/invited.ts';
import { readPressListPage } from '../mailing/press-contacts.ts';
import { eraseSignOn } from './erase-sign-on.ts';

export interface EraseCampaignInput extends Pick<Context, 'now' | 'newUlid' | 'newNonce'> {
  slug: string;
}

const pageSize = 200;
const rowsAtOnce = 20;

/** Where a page begins. For sign-ons, `step` is the shard. */
interface Page {
  step: number;
  start: Key | undefined;
}

/** Erases a page of one shard. Returns where the next one begins. */
export async function eraseSignOns(
  store: Store,
  { slug, now, newUlid, newNonce }: EraseCampaignInput,
  { step, start }: Page,
): Promise<Key | undefined> {
  const unreadable = newUnreadableItems(store, slug, { now, newUlid });
  const damaged: Key[] = [];
  const { items, next } = await readShard(store, {
    slug,
    shard: step,
    limit: pageSize,
    onUnreadable: (key, attributes) => {
      unreadable.add(key, attributes);
      damaged.push(key);
    },
    after: start,
  });
  await unreadable.report();
  for (const key of damaged) await eraseUnreadable(store, key, newNonce());
  const due = items.filter((signOn) => !isErased(signOn));
  for (let at = 0; at < due.length; at += rowsAtOnce)
    await Promise.all(
      due
        .slice(at, at + rowsAtOnce)
        .map((signOn) => eraseSignOn(store, { signOn, now: now(), newUlid, newNonce })),
    );
  if (due.length > 0) await markDirty(store, slug, newUlid());
  return next;
}

/**
 * Removes what is personal from a sign-on that cannot be read, attribute by attribute. One that counts keeps what an
 * erased one keeps: somebody may repair it, or a newer version can read it. Links stop working.
 */
async function eraseUnreadable(store: Store, key: Key, nonce: string): Promise<void> {
  for (const kind of signOnKinds) {
    const words = personalDetails(kind);
    const isStripped = await store.update({
      key,
      update: `SET nonce = :nonce, signed.#name = :none
        REMOVE ${[...words.map((_, index) => `signed.#word${index}`), ...personalAttributes].join(', ')}`,
      condition: 'eligible = :yes AND kind = :kind AND attribute_exists(signed.#name)',
      names: { '#name': 'name', ...Object.fromEntries(words.map((word, index) => [`#word${index}`, word])) },
      values: { ':nonce': nonce, ':none': '', ':yes': 'yes', ':kind': kind },
    });
    if (isStripped) return;
  }
  await store.update({
    key,
    update: `SET nonce = :nonce REMOVE signed, signedHash, ${personalAttributes.join(', ')}`,
    condition: 'attribute_exists(PK)',
    values: { ':nonce': nonce },
  });
}

/**
 * Removes names and addresses from the press list. The contact's hash and the state of its mails stay, so that none is
 * sent twice.
 */
export async function erasePress(
  store: Store,
  { slug }: EraseCampaignInput,
  { start }: Page,
): Promise<Key | undefined> {
  const damaged: Key[] = [];
  const { items, next } = await readPressListPage(store, {
    slug,
    limit: pageSize,
    onUnreadable: (key) => damaged.push(key),
    after: start,
  });
  const named = items.filter(({ email }) => email !== '');
  for (const key of [...named.map(({ addressHash }) => pressContactKey(slug, addressHash)), ...damaged])
    await store.update({
      key,
      update: 'REMOVE email, #name, outlet, mailFeedback',
      condition: 'attribute_exists(PK)',
      names: { '#name': 'name' },
    });
  return next;
}

/** Removes the addresses of invited organizations, whose names and websites are not personal. */
export async function eraseInvited(
  store: Store,
  { slug }: EraseCampaignInput,
  { start }: Page,
): Promise<Key | undefined> {
  const damaged: Key[] = [];
  const { items, next } = await readInvitedPage(store, {
    slug,
    limit: pageSize,
    onUnreadable: (key) => damaged.push(key),
    after: start,
  });
  const addressed = items.filter(({ email }) => email !== undefined);
  for (const key of [...addressed.map(({ id }) => invitedKey(slug, id)), ...damaged])
    await store.update({ key, update: 'REMOVE email', condition: 'attribute_exists(PK)' });
  return next;
}

/**
 * The log keeps the decisions, and loses the names of journalists, what waits to be told in signers' words, and entries
 * that cannot be read.
 */
export async function eraseEvents(
  store: Store,
  { slug }: EraseCampaignInput,
  { start }: Page,
): Promise<Key | undefined> {
  const damaged: Key[] = [];
  const { items, next } = await store.query(eventSchema, {
    PK: campaignPartition(slug),
    prefix: prefixes.event,
    limit: pageSize,
    onUnreadable: (key) => damaged.push(key),
    after: start,
  });
  for (const key of damaged)
    await store.update({
      key,
      update: 'REMOVE event, pendingMail, notified',
      condition: 'attribute_exists(PK)',
    });
  for (const { id, event } of items) {
    const erased = 'contact' in event ? { ...event, contact: '' } : withoutTypedWords(event);
    if (!erased || isDeepStrictEqual(erased, event)) continue;
    await store.update({
      key: eventKey(slug, id),
      update: 'SET event = :erased REMOVE pendingMail, notified',
      condition: 'attribute_exists(PK)',
      values: { ':erased': erased },
    });
  }
  return next;
}
