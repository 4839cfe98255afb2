import { beforeEach, describe, expect, test } from '@jest/globals';
import { cancelDailyMail, reserveDailyMail } from '../../../shared/operations/mailing/daily-mail-cap.ts';
import {
  claimLetterMail,
  releaseLetterMailClaim,
  settleLetterMail,
} from '../../../shared/operations/mailing/letter-mail-claim.ts';
import { readPressContact } from '../../../shared/operations/mailing/press-contacts.ts';
import {
  claimPressMail,
  type PressMailKind,
  pressMailState,
  releasePressMailClaim,
  settlePressMail,
} from '../../../shared/operations/mailing/press-mail-claim.ts';
import { gateKey, pressContactKey } from '../../../shared/table/keys.ts';
import { newIds } from '../../support/ids.ts';
import { slug } from '../../support/records.ts';
import type { TestStore } from '../../support/store.ts';
import { freshStore, gateOf, seed } from '../../support/store.ts';

const now = new Date('2026-11-24T12:00:00.000Z');
const at = now.toISOString();
const plus = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);
const contact = { slug, addressHash: 'a'.repeat(32) };
const { newUlid } = newIds();
let database: TestStore;
beforeEach(async () => {
  database = await freshStore();
});

describe.each<PressMailKind>([{ kind: 'release' }, { kind: 'embargo' }, { kind: 'correction', id: 'one' }])(
  'a press mail: $kind',
  (mail) => {
    const state = async () => {
      const row = await readPressContact(database.store, slug, contact.addressHash);
      return row && pressMailState(row, mail);
    };
    const settle = (claim: string, ending: 'sent' | 'unknown') =>
      settlePressMail(database.store, contact, mail, { claim, state: ending, now });
    beforeEach(() =>
      database.put({
        ...pressContactKey(slug, contact.addressHash),
        ...contact,
        email: 'desk@example.org',
        nonce: 'n',
      }),
    );

    test('is claimed by one sender, and released by no other', async () => {
      expect(await claimPressMail(database.store, contact, mail, { claim: 'one', at })).toBe(true);
      expect(await claimPressMail(database.store, contact, mail, { claim: 'two', at })).toBe(false);
      await releasePressMailClaim(database.store, contact, mail, 'two');
      expect(await state()).toMatchObject({ claim: 'one', state: 'claimed' });
      await releasePressMailClaim(database.store, contact, mail, 'one');
      expect(await state()).toBeUndefined();
    });

    test('is settled only with its claim, once', async () => {
      await claimPressMail(database.store, contact, mail, { claim: 'one', at });
      await settle('two', 'sent');
      expect(await state()).toMatchObject({ state: 'claimed' });
      await settle('one', 'sent');
      await settle('one', 'unknown');
      expect(await state()).toMatchObject({ state: 'sent' });
    });

    test('is not claimed for an erased contact, and writes nothing there', async () => {
      const gone = { ...contact, addressHash: 'b'.repeat(32) };
      const key = pressContactKey(slug, gone.addressHash);
      await database.put({ ...key, ...gone, nonce: 'n' });
      expect(await claimPressMail(database.store, gone, mail, { claim: 'one', at })).toBe(false);
      expect(await readPressContact(database.store, slug, gone.addressHash)).toEqual({
        ...gone,
        email: '',
        nonce: 'n',
      });
    });
  },
);

describe('the letter to its recipient', () => {
  const claim = (name: string) => claimLetterMail(database.store, slug, { claim: name, at });
  const settle = (name: string, state: 'sent' | 'unknown' | 'refused') =>
    settleLetterMail(database.store, slug, { claim: name, state, now, newUlid });
  const state = async () => (await gateOf(database)).letterMail;

  test('is claimed once, only if the letter is published and its email is pending', async () => {
    await seed(database, { gate: { status: 'publishing', pendingLetterMail: at } });
    expect(await claim('one')).toBe(false);
    await seed(database, { gate: { status: 'published' } });
    expect(await claim('one')).toBe(false);
    await seed(database, { gate: { status: 'published', pendingLetterMail: at } });
    expect(await claim('one')).toBe(true);
    expect(await claim('two')).toBe(false);
  });

  test('is released and settled only with its claim, once, and only while it is pending', async () => {
    await seed(database, { gate: { status: 'published', pendingLetterMail: at } });
    await claim('one');
    await releaseLetterMailClaim(database.store, slug, 'two');
    await settle('two', 'sent');
    expect(await state()).toMatchObject({ claim: 'one', state: 'claimed' });
    await settle('one', 'unknown');
    await settle('one', 'sent');
    await settle('one', 'unknown');
    expect(await state()).toMatchObject({ state: 'sent' });

    const { pendingLetterMail: _, ...handedOver } = await gateOf(database);
    await database.put({
      ...gateKey(slug),
      ...handedOver,
      letterMail: { state: 'claimed', at, claim: 'one' },
    });
    await settle('one', 'sent');
    expect(await state()).toMatchObject({ state: 'claimed' });
  });
});

describe('an address', () => {
  const ask = (mail: string, when = now) => reserveDailyMail(database.store, 'hash', mail, when);

  test('can get two different emails at the same time, and one email from one sender in thirty seconds', async () => {
    expect([await ask('confirm#1'), await ask('confirm#2')]).toEqual(['granted', 'granted']);
    expect(await ask('confirm#2', plus(30_000))).toBe('busy');
    expect(await ask('confirm#2', plus(30_001))).toBe('granted');
  });

  test('gets back only what it gave', async () => {
    await cancelDailyMail(database.store, 'hash', now);
    const granted: string[] = [];
    for (let time = 0; time < 6; time++) granted.push(await ask(`confirm#${time}`));
    expect(granted).toEqual([...Array(5).fill('granted'), 'full']);
    for (let time = 0; time < 7; time++) await cancelDailyMail(database.store, 'hash', now);
    for (let time = 0; time < 6; time++) granted.push(await ask(`again#${time}`));
    expect(granted.slice(6)).toEqual([...Array(5).fill('granted'), 'full']);
  });
});

test('one network gets two of a mailbox’s five a day, and unsent ones are given back to it', async () => {
  const ask = (mail: string, network: string) =>
    reserveDailyMail(database.store, 'shared', mail, now, { network });
  expect([await ask('1', 'a'), await ask('2', 'a'), await ask('3', 'a')]).toEqual([
    'granted',
    'granted',
    'full',
  ]);
  await cancelDailyMail(database.store, 'shared', now, 'a');
  expect([await ask('4', 'a'), await ask('5', 'a'), await ask('6', 'b')]).toEqual([
    'granted',
    'full',
    'granted',
  ]);
});

test('a new item is written only if none exists', async () => {
  const create = { PK: 'NEW', SK: 'ITEM', a: 1 };
  expect(await database.store.transact([{ create }])).toEqual([]);
  expect(await database.store.transact([{ create: { ...create, a: 2 } }])).toEqual([0]);
});
