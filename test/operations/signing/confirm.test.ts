import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eventSchema } from '../../../shared/campaign/events.ts';
import { promoteSignOn } from '../../../shared/operations/deciding/promote.ts';
import { confirmSignOn } from '../../../shared/operations/signing/confirm.ts';
import { submitSignOn } from '../../../shared/operations/signing/submit.ts';
import { withdrawSignOn } from '../../../shared/operations/signing/withdraw.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import { detailsHash, signOnId } from '../../../shared/sign-on/ids.ts';
import type { SignOn } from '../../../shared/sign-on/sign-on.ts';
import { claimKey, signOnKey } from '../../../shared/table/keys.ts';
import { readSignOn } from '../../../shared/table/sign-ons.ts';
import type { Store } from '../../../shared/table/table.ts';
import { newIds } from '../../support/ids.ts';
import {
  addressKey,
  aSettings,
  organizationDetails,
  slug,
  someDetails,
  testAddressKey,
} from '../../support/records.ts';
import {
  claimOf,
  claimViolations,
  freshStore,
  gateOf,
  seed,
  signOnsOf,
  type TestStore,
} from '../../support/store.ts';

const settings = aSettings();
let database: TestStore;
let ids = newIds();
let now: Date;

beforeEach(async () => {
  database = await freshStore();
  await seed(database, {});
  ids = newIds();
  now = new Date('2026-11-24T12:00:00.000Z');
});
afterAll(() => database.client.destroy());

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

function idOf(email: string, organizationName?: string): string {
  const kind = organizationName === undefined ? 'individual' : 'organization';
  const key = organizationName && organizationKey(organizationName);
  return signOnId(testAddressKey, { kind, email, ...(key && { organizationKey: key }) });
}

/** Fills in the form, a minute after whoever did so before. */
async function submit(email: string, organizationName?: string, changed = {}): Promise<SignOn> {
  later(60);
  const id = idOf(email, organizationName);
  const kind = organizationName === undefined ? ('individual' as const) : ('organization' as const);
  const details =
    organizationName === undefined ? someDetails(changed) : organizationDetails(organizationName, changed);
  await submitSignOn(database.store, { slug, id, kind, email, details, now, ...ids });
  return await read(id);
}

async function read(id: string): Promise<SignOn> {
  const signOn = await readSignOn(database.store, { slug, id, now });
  if (!signOn) throw new Error('no such sign-on');
  return signOn;
}

const confirm = (signOn: SignOn, options: { shownHash?: string; store?: Store } = {}) =>
  confirmSignOn(options.store ?? database.store, {
    settings,
    signOn,
    now,
    newUlid: ids.newUlid,
    addressKey,
    ...(options.shownHash && { shownHash: options.shownHash }),
  });
const withdraw = (signOn: SignOn) => withdrawSignOn(database.store, { signOn, now, newUlid: ids.newUlid });

describe('confirming', () => {
  test('signs what was typed, and nothing confirmed can expire', async () => {
    const signOn = await submit('ana@example.org');
    expect(await confirm(signOn)).toBe('confirmed');
    const confirmed = await read(signOn.id);
    expect(confirmed).toMatchObject({
      status: 'confirmed',
      eligible: 'yes',
      counted: 'no',
      signed: someDetails(),
      expiresAt: 'kept',
    });
    expect(confirmed.submission).toBeUndefined();
    await submit('ana@example.org');
    expect((await read(signOn.id)).expiresAt).toBe('kept');
  });

  test.each([
    ['bounced', undefined],
    ['refused', undefined],
    ['complained', 'complained'],
  ] as const)('proves that mail arrives, whatever was %s before, but for a complaint', async (what, left) => {
    const signOn = await submit('ana@example.org');
    const mailFeedback = { what, at: now.toISOString() };
    await database.put({ ...signOnKey(slug, signOn.id), ...signOn, mailFeedback });
    expect(await confirm(await read(signOn.id))).toBe('confirmed');
    const confirmed = await read(signOn.id);
    expect(confirmed.mailFeedback?.what).toBe(left);
  });

  test('twice says that it was already confirmed', async () => {
    const signOn = await submit('ana@example.org');
    await confirm(signOn);
    expect(await confirm(signOn)).toBe('already-confirmed');
    expect(await confirm(await read(signOn.id))).toBe('already-confirmed');
  });

  test('fifty times at once confirms once', async () => {
    const signOn = await submit('ana@example.org', 'Harbor Families');
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => confirm(signOn)));
    expect(outcomes.filter((outcome) => outcome === 'confirmed')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'already-confirmed')).toHaveLength(49);
  });

  test('confirms only what the page showed', async () => {
    const shownHash = (await submit('ana@example.org')).submissionHash ?? '';
    const changed = await submit('ana@example.org', undefined, { city: 'Elsewhere' });
    expect(await confirm(changed, { shownHash })).toBe('changed');
    expect((await read(changed.id)).status).toBe('pending');
    expect(await confirm(changed, { shownHash: changed.submissionHash ?? '' })).toBe('confirmed');
  });

  test('does not confirm what the form sent while the page was open', async () => {
    const stale = await submit('ana@example.org');
    const fresh = await submit('ana@example.org', undefined, { city: 'Elsewhere' });
    expect(await confirm(stale, { shownHash: stale.submissionHash ?? '' })).toBe('changed');
    expect((await read(fresh.id)).signed).toBeUndefined();
  });

  test('is needed for a change to what is signed, and the form alone changes nothing', async () => {
    const signOn = await submit('ana@example.org');
    await confirm(signOn);
    const offered = await submit('ana@example.org', undefined, { city: 'Elsewhere' });
    expect(offered.signed?.city).toBe('Harbor City');
    expect(offered.eligible).toBe('yes');
    const { dirty } = await gateOf(database);
    expect(await confirm(offered)).toBe('corrected');
    expect((await gateOf(database)).dirty).not.toBe(dirty);
    expect((await read(signOn.id)).signed?.city).toBe('Elsewhere');
  });

  test('works for a day after the close, and not longer', async () => {
    const closesAt = '2026-11-24T13:00:00.000Z';
    const signOn = await submit('ana@example.org');
    const at = (time: string) =>
      confirmSignOn(database.store, {
        settings: aSettings({ closesAt }),
        signOn,
        now: new Date(time),
        newUlid: ids.newUlid,
        addressKey,
      });
    expect(await at('2026-11-25T13:00:00.000Z')).toBe('closed');
    expect(await at('2026-11-25T12:59:59.999Z')).toBe('confirmed');
  });

  test('does not find an expired sign-on, even before the table has deleted it', async () => {
    const signOn = await submit('ana@example.org');
    now = new Date('2026-12-24T12:01:00.000Z');
    expect(await readSignOn(database.store, { slug, id: signOn.id, now })).toBeUndefined();
  });
});

describe('an organization', () => {
  test('has one signature however its name is typed, and the second waits', async () => {
    expect(await confirm(await submit('ana@example.org', 'The Example Project, Inc.'))).toBe('confirmed');
    const second = await submit('ben@example.org', 'example project');
    expect(await confirm(second)).toBe('already-signed-by-organization');
    expect(await read(second.id)).toMatchObject({ status: 'confirmed', eligible: 'no' });
    expect(await claimViolations(database, await signOnsOf(database))).toEqual([]);
  });

  test('with fifty signers at the same time has one signature, and the others wait', async () => {
    const signOns: SignOn[] = [];
    for (let person = 0; person < 50; person++)
      signOns.push(await submit(`person-${person}@example.org`, 'Harbor Families'));
    const outcomes = await Promise.all(signOns.map((signOn) => confirm(signOn)));
    expect(outcomes.filter((outcome) => outcome === 'confirmed')).toHaveLength(1);
    expect(await claimViolations(database, await signOnsOf(database))).toEqual([]);
    expect((await claimOf(database, organizationKey('Harbor Families'))).waiting?.size).toBe(49);
  });

  test('with very many signers has a queue of fifty names, and later ones also wait', async () => {
    await confirm(await submit('ana@example.org', 'Harbor Families'));
    const { organizationKey: key = '' } = (await signOnsOf(database))[0] ?? {};
    const names = Array.from({ length: 50 }, (_, index) => `waiting-${index}`);
    await database.store.update({
      key: claimKey(slug, key),
      update: 'ADD waiting :ids',
      values: { ':ids': new Set(names) },
    });
    const late = await submit('late@example.org', 'Harbor Families');
    expect(await confirm(late)).toBe('already-signed-by-organization');
    expect((await claimOf(database, key)).waiting?.size).toBe(50);
    await withdraw(await read(idOf('ana@example.org', 'Harbor Families')));
    expect(await promote(late.id)).toBe('promoted');
  });

  test('whose signature is withdrawn while others wait has a vacant claim, and the organizers are told', async () => {
    const holder = await submit('ana@example.org', 'Harbor Families');
    await confirm(holder);
    const waiting = await submit('ben@example.org', 'Harbor Families');
    await confirm(waiting);
    await withdraw(await read(holder.id));
    expect((await claimOf(database, organizationKey('Harbor Families'))).holder).toBeUndefined();
    expect(await happenings()).toEqual([{ type: 'claim-vacated', waiting: [waiting.id] }]);
    expect(await promote(waiting.id)).toBe('promoted');
    expect(await promote(waiting.id)).toBe('already-holds');
    expect(await claimViolations(database, await signOnsOf(database))).toEqual([]);
  });

  test('with a vacant claim is signed for by a waiting signer who presses the button again', async () => {
    const holder = await submit('ana@example.org', 'Harbor Families');
    await confirm(holder);
    const waiting = await submit('ben@example.org', 'Harbor Families');
    await confirm(waiting);
    await withdraw(await read(holder.id));
    expect(await confirm(await read(waiting.id))).toBe('confirmed');
  });

  test('can be signed for again after a withdrawal, which then counts or waits like any other', async () => {
    const first = await submit('ana@example.org', 'Harbor Families');
    await confirm(first);
    await withdraw(await read(first.id));
    expect(await confirm(await submit('ben@example.org', 'Harbor Families'))).toBe('confirmed');
    expect(await confirm(await submit('ana@example.org', 'Harbor Families'))).toBe(
      'already-signed-by-organization',
    );
    expect(await claimViolations(database, await signOnsOf(database))).toEqual([]);
  });

  test('for which two people alternate is reported at most once an hour', async () => {
    const emails = ['ana@example.org', 'ben@example.org'] as const;
    for (const email of emails) await confirm(await submit(email, 'Harbor Families'));
    for (let turn = 0; turn < 8; turn++) {
      const [holder, waiting] = turn % 2 === 0 ? emails : emails.toReversed();
      await withdraw(await read(idOf(holder ?? '', 'Harbor Families')));
      await confirm(await read(idOf(waiting ?? '', 'Harbor Families')));
      await confirm(await submit(holder ?? '', 'Harbor Families'));
    }
    expect(await happenings()).toHaveLength(1);
  });

  test('counts by another signature when an organizer promotes it, and back in the same way', async () => {
    await confirm(await submit('ana@example.org', 'Harbor Families'));
    const waiting = await submit('ben@example.org', 'Harbor Families');
    await confirm(waiting);
    expect(await promote(waiting.id)).toBe('promoted-instead');
    expect(await promote(waiting.id)).toBe('already-holds');
    expect(await claimViolations(database, await signOnsOf(database))).toEqual([]);
  });
});

describe('withdrawing', () => {
  test('works from any state, answers a repeat the same, and deletes what was typed', async () => {
    const signOn = await submit('ana@example.org');
    await confirm(signOn);
    await submit('ana@example.org', undefined, { city: 'Elsewhere' });
    expect(await withdraw(await read(signOn.id))).toBe('withdrawn');
    expect(await withdraw(await read(signOn.id))).toBe('withdrawn');
    const withdrawn = await read(signOn.id);
    expect(withdrawn).toMatchObject({ status: 'withdrawn', eligible: 'no' });
    expect([withdrawn.submission, withdrawn.pendingMail]).toEqual([undefined, undefined]);
    expect(await confirm(withdrawn)).toBe('withdrawn');
  });

  test('ends when its owner signs again and presses the button', async () => {
    const signOn = await submit('ana@example.org');
    await withdraw(signOn);
    const again = await submit('ana@example.org');
    expect(again.status).toBe('withdrawn');
    expect(await confirm(again)).toBe('confirmed');
  });

  test('at the same time as confirming ends in one of the two, never in a mixture', async () => {
    for (let round = 0; round < 10; round++) {
      const signOn = await submit(`round-${round}@example.org`, `Round ${round}`);
      await Promise.all([confirm(signOn), withdraw(signOn)]);
    }
    for (const { status, eligible } of await signOnsOf(database))
      expect(['confirmed yes', 'withdrawn no']).toContain(`${status} ${eligible}`);
    expect(await claimViolations(database, await signOnsOf(database))).toEqual([]);
  });
});

test('after any mix of submissions, confirmations, withdrawals and promotions, organizations hold their claims', async () => {
  const people = ['ana', 'ben', 'chloe'].map((name) => `${name}@example.org`);
  const organizations = ['Harbor Families', 'harbor families inc', 'Dock Workers'];
  const action = fc.record({
    does: fc.constantFrom('submit', 'confirm', 'withdraw', 'promote'),
    person: fc.constantFrom(...people),
    organization: fc.constantFrom(...organizations),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(action, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      async (rounds) => {
        database = await freshStore();
        await seed(database, {});
        for (const together of rounds)
          await Promise.all(
            together.map(async ({ does, person, organization }) => {
              if (does === 'submit') await submit(person, organization);
              const id = idOf(person, organization);
              const signOn = await readSignOn(database.store, { slug, id, now });
              if (!signOn) return;
              if (does === 'confirm') await confirm(signOn);
              if (does === 'withdraw') await withdraw(signOn);
              if (does === 'promote') await promote(id);
            }),
          );
        expect(await claimViolations(database, await signOnsOf(database))).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});

const promote = async (id: string) =>
  await promoteSignOn(database.store, { signOn: await read(id), now, newUlid: ids.newUlid });

async function happenings(): Promise<unknown[]> {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.map(({ event }) => event);
}

test('the same words within ten seconds are a double click, and other or later words are a request', async () => {
  const id = idOf('ana@example.org');
  const send = (seconds: number, city: string) =>
    submitSignOn(database.store, {
      slug,
      id,
      kind: 'individual',
      email: 'ana@example.org',
      details: someDetails({ city }),
      now: new Date(now.getTime() + seconds * 1000),
      ...ids,
    });
  expect(await send(0, 'Harbor City')).toBe('accepted');
  expect(await send(10, 'Harbor City')).toBe('repeated');
  expect(await send(10.001, 'Harbor City')).toBe('accepted');
  expect(await send(20.001, 'Harbor City')).toBe('repeated');
  expect(await send(11, 'Elsewhere')).toBe('accepted');
  expect(await send(22, 'Elsewhere')).toBe('accepted');
  expect((await read(id)).submissionHash).toBe(detailsHash(someDetails({ city: 'Elsewhere' })));
});
