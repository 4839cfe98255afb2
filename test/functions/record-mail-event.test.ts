import { beforeEach, describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/record-mail-event.ts';
import { invitedMailTag, readInvited } from '../../shared/operations/inviting/invited.ts';
import { unsubscribedFrom } from '../../shared/operations/mailing/unsubscribing.ts';
import { addressHash, mailboxHash } from '../../shared/sign-on/ids.ts';
import { invitedKey, pressContactKey } from '../../shared/table/keys.ts';
import { newIds } from '../support/ids.ts';
import { aConfirmedSignOn, aSignOn, slug, someDetails, testAddressKey } from '../support/records.ts';
import { freshStore, seed, signOnsOf, type TestStore } from '../support/store.ts';

const signOn = aSignOn();
let database: TestStore;
let handler: (event: unknown) => Promise<void>;

beforeEach(async () => {
  database = await freshStore();
  await seed(database, { signOns: [signOn] });
  handler = newHandler({
    store: database.store,
    addressKey: () => Promise.resolve(testAddressKey),
    newUlid: newIds().newUlid,
  });
});

const event = (what: string, at: string, id = signOn.id) => ({ what, slug, item: 'sign-on', id, at });
const stopped = () =>
  unsubscribedFrom(database.store, addressHash(testAddressKey, signOn.email), 'another-letter');

describe('a report about a mailbox', () => {
  test('is stored with the signer, the newest last, in any order of arrival', async () => {
    for (const [what, at] of [
      ['bounced', '2026-11-24T12:00:00.000Z'],
      ['complained', '2026-11-24T13:00:00.000Z'],
      ['bounced', '2026-11-24T12:30:00.000Z'],
    ] as const)
      await handler(event(what, at));
    expect((await signOnsOf(database))[0]?.mailFeedback).toEqual({
      what: 'complained',
      at: '2026-11-24T13:00:00.000Z',
    });
  });

  test('stops all email to an address that complains, and not to one that bounces', async () => {
    await handler(event('bounced', '2026-11-24T12:00:00.000Z'));
    expect(await stopped()).toBeUndefined();
    await handler(event('complained', '2026-11-24T13:00:00.000Z'));
    expect(await stopped()).toBe('site');
  });

  test('stops all email to a journalist who complains, also after the address was erased', async () => {
    const id = addressHash(testAddressKey, 'reporter@example.org');
    const contact = { slug, addressHash: id, email: '', nonce: 'a-nonce' };
    await database.put({ ...pressContactKey(slug, id), ...contact });
    await handler({ ...event('complained', '2026-11-24T13:00:00.000Z', id), item: 'press', mail: 'release' });
    expect(await unsubscribedFrom(database.store, id, 'another-letter')).toBe('site');
  });

  test('is not stored if the mail asked to confirm and a later one was confirmed, unless it is a complaint', async () => {
    const confirmed = aConfirmedSignOn({ email: 'ben@example.org' });
    const changing = aConfirmedSignOn({ email: 'eve@example.org' });
    await seed(database, {
      signOns: [confirmed, { ...changing, submission: someDetails({ city: 'Port Alder' }) }],
    });
    const feedback = async (id: string) =>
      (await signOnsOf(database)).find((row) => row.id === id)?.mailFeedback?.what;
    for (const mail of ['confirm', 'reminder', 'confirm-change'])
      for (const { id } of [confirmed, changing])
        await handler({ ...event('bounced', '2026-11-24T12:00:00.000Z', id), mail });
    expect(await feedback(confirmed.id)).toBeUndefined();
    expect(await feedback(changing.id)).toBe('bounced');
    const again = aConfirmedSignOn({
      email: 'fay@example.org',
      confirmedAt: '2026-11-24T12:00:01.000Z',
      submission: someDetails({ city: 'Port Alder' }),
    });
    await seed(database, { signOns: [again] });
    await handler({ ...event('bounced', '2026-11-24T12:00:00.000Z', again.id), mail: 'confirm' });
    expect(await feedback(again.id)).toBeUndefined();
    await handler({ ...event('bounced', '2026-11-24T13:00:00.000Z', confirmed.id), mail: 'signed' });
    expect(await feedback(confirmed.id)).toBe('bounced');
    await handler({ ...event('complained', '2026-11-24T14:00:00.000Z', confirmed.id), mail: 'confirm' });
    expect(await feedback(confirmed.id)).toBe('complained');
  });

  test('does not bring back a deleted row', async () => {
    await handler(event('complained', '2026-11-24T12:00:00.000Z', '0'.repeat(32)));
    expect(await signOnsOf(database)).toHaveLength(1);
  });
});

describe('a report about a mail to an invited organization', () => {
  const id = 'b'.repeat(32);
  const [old, present] = ['choir@example.org', 'song@example.org'];
  const hashOf = (email: string) => mailboxHash(testAddressKey, email);
  const report = (what: string, mail: string) =>
    handler({ what, slug, item: 'invited', id, mail, at: '2026-11-24T12:00:00.000Z' });
  const feedback = async () => (await readInvited(database.store, slug, id))?.mailFeedback?.what;
  const stoppedSite = async () => {
    const states = [old, present].map((email) => unsubscribedFrom(database.store, hashOf(email), 'another'));
    const [ofOld, ofPresent] = await Promise.all(states);
    return { old: ofOld === 'site', present: ofPresent === 'site' };
  };

  beforeEach(async () => {
    const row = { slug, id, organization: 'Dock Choir', nonce: 'a-nonce', email: present };
    await database.put({ ...invitedKey(slug, id), ...row });
  });

  test.each([
    ['bounced', 'an earlier address', invitedMailTag(hashOf(old)), undefined, {}],
    ['complained', 'an earlier address', invitedMailTag(hashOf(old)), undefined, { old: true }],
    ['bounced', 'its address', invitedMailTag(hashOf(present)), 'bounced', {}],
    ['complained', 'its address', invitedMailTag(hashOf(present)), 'complained', { present: true }],
    ['bounced', 'an address that an earlier version did not name', 'message', 'bounced', {}],
    [
      'complained',
      'an address that an earlier version did not name',
      'message',
      'complained',
      { present: true },
    ],
  ])('that %s, sent to %s, is about that address alone', async (what, _, tag, stored, stopsAll) => {
    await report(what, tag);
    expect(await feedback()).toBe(stored);
    expect(await stoppedSite()).toEqual({ old: false, present: false, ...stopsAll });
  });

  test('stops all email to an address that complains, also when the organization is no longer in the list', async () => {
    await database.store.remove({ remove: invitedKey(slug, id) });
    await report('complained', invitedMailTag(hashOf(old)));
    expect(await stoppedSite()).toEqual({ old: true, present: false });
    expect(await readInvited(database.store, slug, id)).toBeUndefined();
  });
});
