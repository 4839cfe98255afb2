import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { eventSchema } from '../../../shared/campaign/events.ts';
import { approveSignOn } from '../../../shared/operations/deciding/approve.ts';
import type { DecisionInput } from '../../../shared/operations/deciding/decision-writes.ts';
import { mergeSignOns } from '../../../shared/operations/deciding/merge.ts';
import { rejectSignOn } from '../../../shared/operations/deciding/reject.ts';
import { readCampaignStatus } from '../../../shared/operations/reporting/campaign-status.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import type { Store } from '../../../shared/table/table.ts';
import { crashAtEveryStep, crashingStore } from '../../support/crash.ts';
import { intrudeAtEveryStep, storeWithIntruder } from '../../support/intruder.ts';
import { slug } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import {
  claimOf,
  claimViolations,
  freshStore,
  rootOf,
  seed,
  signOnsOf,
  type TestStore,
} from '../../support/store.ts';

let database: TestStore;
let signing: Signing;

beforeEach(async () => {
  database = await freshStore();
  await seed(database, { settings: { review: 'flagged' } });
  signing = newSigning(database, { review: 'flagged' });
});
afterAll(() => database.client.destroy());

const website = 'https://harbor-families.example.org/';
const honest = 'ana@harbor-families.example.org';
const free = 'harborfamilies@gmail.com';

const key = organizationKey('Harbor Families');
const flagged = () => signing.submit(free, 'Harbor Families', { website });
const clean = () => signing.submit(honest, 'Harbor Families', { website });
const violations = async () => await claimViolations(database, await signOnsOf(database));

async function actors(): Promise<string[]> {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.map(({ actor }) => actor);
}

async function happenings(): Promise<unknown[]> {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.map(({ event }) => event);
}

describe('the log of a decision', () => {
  test('names the organizer who made it in the console, and no one at a terminal', async () => {
    const id = await flagged();
    await signing.confirm(id);
    const signOn = await signing.read(id);
    const deciding = { signOn, now: signing.now(), newUlid: signing.newUlid };
    await approveSignOn(database.store, { ...deciding, actor: 'ida@example.org' });
    await rejectSignOn(database.store, deciding);
    expect(await actors()).toEqual(['ida@example.org', 'organizer']);
  });
});

describe('review of flagged sign-ons', () => {
  test('counts a sign-on without flags immediately', async () => {
    const id = await clean();
    expect(await signing.confirm(id)).toBe('confirmed');
    expect(await signing.read(id)).toMatchObject({ eligible: 'yes', organizationKey: key });
  });

  test('keeps a flagged one waiting, without a claim, however often its button is pressed', async () => {
    const id = await flagged();
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    const signOn = await signing.read(id);
    expect(signOn).toMatchObject({
      status: 'confirmed',
      eligible: 'no',
      review: 'waiting',
      reviewRequestedAt: signing.now().toISOString(),
      flags: [{ flag: 'free-mail', domain: 'gmail.com' }],
    });
    expect(signOn.organizationKey).toBeUndefined();
    expect(await claimOf(database, key)).toEqual({});
  });

  test('does not let a waiting fake block the real organization', async () => {
    const fake = await flagged();
    await signing.confirm(fake);
    expect(await signing.confirm(await clean())).toBe('confirmed');
    expect(await signing.approve(fake)).toBe('approved-organization-has-signed');
    expect(await violations()).toEqual([]);
  });

  test('does not let a flagged sign-on take a claim that another one releases', async () => {
    const holder = await clean();
    await signing.confirm(holder);
    const fake = await flagged();
    expect(await signing.confirm(fake)).toBe('already-signed-by-organization');
    await signing.withdraw(holder);
    expect(await signing.confirm(fake)).toBe('waiting-for-review');
    expect(await signing.read(fake)).toMatchObject({
      eligible: 'no',
      flags: [{ flag: 'free-mail' }, { flag: 'second-domain' }],
    });
    expect(await signing.promote(fake)).toBe('promoted');
    expect(await violations()).toEqual([]);
  });

  test('counts what an organizer approves, once, and keeps the evidence', async () => {
    const id = await flagged();
    await signing.confirm(id);
    expect(await signing.approve(id)).toBe('approved');
    expect(await signing.approve(id)).toBe('already-approved');
    const signOn = await signing.read(id);
    expect(signOn).toMatchObject({ eligible: 'yes', review: 'approved', flags: [{ flag: 'free-mail' }] });
    expect(signOn.reviewRequestedAt).toBeUndefined();
    expect(await happenings()).toEqual([{ type: 'approved', signOnId: id }]);
    expect(await violations()).toEqual([]);
  });

  test('removes rejected ones until they are reinstated', async () => {
    const id = await flagged();
    await signing.confirm(id);
    expect(await signing.reject(id)).toBe('rejected');
    expect(await signing.reject(id)).toBe('already-rejected');
    await flagged();
    expect(await signing.confirm(id)).toBe('rejected');
    expect(await signing.approve(id)).toBe('rejected');
    expect(await signing.withdraw(id)).toBe('withdrawn');
    expect(await signing.reinstate(id)).toBe('reinstated-in-review');
    expect(await signing.reinstate(id)).toBe('not-rejected');
    expect(await signing.read(id)).toMatchObject({ status: 'confirmed', eligible: 'no', review: 'waiting' });
    expect(await happenings()).toHaveLength(2);
    expect(await violations()).toEqual([]);
  });

  test('counts a reinstated one at once only if it counted before', async () => {
    const [waited, approved, counted] = [
      await flagged(),
      await signing.submit('pier@gmail.com', 'Pier Club', {}),
      await signing.submit('ana@dock.example.org', 'Dock Workers', { website: 'https://dock.example.org/' }),
    ];
    for (const id of [waited, approved, counted]) await signing.confirm(id);
    await signing.approve(approved);
    for (const id of [waited, approved, counted]) expect(await signing.reject(id)).toBe('rejected');
    expect(await signing.reinstate(waited)).toBe('reinstated-in-review');
    expect(await signing.reinstate(approved)).toBe('reinstated');
    expect(await signing.reinstate(counted)).toBe('reinstated');
    expect(await signing.approve(waited)).toBe('approved');
    expect(await violations()).toEqual([]);
  });

  test('vacates the claim of a rejected one that counted, and tells the organizers who waits for it', async () => {
    const [holder, second] = [
      await clean(),
      await signing.submit('b@harbor-families.example.org', 'Harbor Families', { website }),
    ];
    await signing.confirm(holder);
    expect(await signing.confirm(second)).toBe('already-signed-by-organization');
    await signing.reject(holder);
    expect(await happenings()).toEqual(
      expect.arrayContaining([
        { type: 'claim-vacated', waiting: [second] },
        { type: 'rejected', signOnId: holder },
      ]),
    );
    expect(await signing.promote(second)).toBe('promoted');
    expect(await signing.reinstate(holder)).toBe('reinstated-organization-has-signed');
    // The log says of both what has become of them.
    expect(await signing.promote(holder)).toBe('promoted-instead');
    expect(await happenings()).toEqual(
      expect.arrayContaining([
        { type: 'promoted', signOnId: holder },
        { type: 'demoted', signOnId: second },
      ]),
    );
    expect(await violations()).toEqual([]);
  });

  test('lets a waiting signer withdraw, and reviews them again when they come back', async () => {
    const id = await flagged();
    await signing.confirm(id);
    expect(await signing.withdraw(id)).toBe('withdrawn');
    expect(await signing.read(id)).toMatchObject({ status: 'withdrawn', eligible: 'no' });
    expect((await signing.read(id)).review).toBeUndefined();
    expect(await signing.approve(id)).toBe('withdrawn');
    await flagged();
    expect(await signing.confirm(id)).toBe('waiting-for-review');
  });

  test('recognizes an approved organization when it comes back with the same address', async () => {
    const id = await flagged();
    await signing.confirm(id);
    await signing.approve(id);
    await signing.withdraw(id);
    await flagged();
    expect(await signing.confirm(id)).toBe('confirmed');
    expect(await signing.read(id)).toMatchObject({ eligible: 'yes', review: 'approved' });
    expect(await violations()).toEqual([]);
  });

  test('accepts a change of the other words while it waits, and it still waits', async () => {
    const id = await flagged();
    await signing.confirm(id);
    await signing.submit(free, 'Harbor Families', { website, city: 'Port Alder' });
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    expect(await signing.read(id)).toMatchObject({ review: 'waiting', signed: { city: 'Port Alder' } });
    expect(await signing.approve(id)).toBe('approved');
  });

  test('does not count words that the signer puts in place of the reviewed ones', async () => {
    await signing.confirm(await clean());
    const steps = await intrudeAtEveryStep(async (at) => {
      const id = await signing.submit(`steps-${at}@gmail.com`, `Steps ${at}`);
      await signing.confirm(id);
      const signOn = await signing.read(id);
      const intruded = storeWithIntruder(database.store, at, () =>
        signing.correct(id, { organizationName: 'Harbor Families' }),
      );
      const { now, newUlid } = signing;
      const outcome = await approveSignOn(intruded.store, { signOn, now: now(), newUlid });
      expect(outcome).toBe(intruded.wasIntruded() ? 'changed' : 'approved');
      return intruded;
    });
    expect(steps).toBeGreaterThan(1);
    expect(await violations()).toEqual([]);
  });

  test('is decided on while its signer changes what is not printed, again and again', async () => {
    const kept = await clean();
    await signing.confirm(kept);
    const input = () => ({ now: signing.now(), newUlid: signing.newUlid });
    const decisions = {
      approve: approveSignOn,
      reject: rejectSignOn,
      merge: async (store: Store, decision: DecisionInput) =>
        await mergeSignOns(store, { ...decision, keep: await signing.read(kept) }),
    };
    for (const [name, decide] of Object.entries(decisions))
      for (const proposes of name === 'merge' ? [false] : [false, true]) {
        const address = `${name}-${proposes}@${name}-${proposes}.org`;
        const id = await signing.submit(
          proposes ? address : `${name}@gmail.com`,
          `${name} ${proposes ? 'Dock Choir' : 'Pier Club'}`,
          {
            website: `https://${name}-${proposes}.org/`,
          },
        );
        await signing.confirm(id);
        if (proposes) await signing.correct(id, { city: 'Port Alder' });
        const signOn = await signing.read(id);
        expect([name, signOn.proposed === undefined]).toEqual([name, !proposes]);
        // Once after the organizer has read it, and once between the decision's read and its write.
        await signing.correct(id, { title: 'Treasurer' });
        const { store } = storeWithIntruder(database.store, 1, () =>
          signing.correct(id, { title: 'Chair of the Board' }),
        );
        const outcome = await decide(store, { signOn, ...input() });
        const change = proposes ? 'change-' : '';
        const done = { approve: `${change}approved`, reject: `${change}rejected`, merge: 'merged' };
        expect([name, outcome]).toEqual([name, done[name as keyof typeof done]]);
        expect((await signing.read(id)).signed?.title).toBe(
          proposes && name === 'reject' ? 'Director' : 'Chair of the Board',
        );
      }
    expect(await violations()).toEqual([]);
  });

  test('cannot decide about an unconfirmed sign-on', async () => {
    const id = await flagged();
    expect([await signing.approve(id), await signing.reject(id), await signing.reinstate(id)]).toEqual([
      'not-confirmed',
      'not-confirmed',
      'not-rejected',
    ]);
    expect(await happenings()).toEqual([]);
  });

  test('is counted separately from duplicates and unconfirmed sign-ons', async () => {
    await signing.confirm(await clean());
    await signing.confirm(await signing.submit('pier@gmail.com', 'Pier Elders'));
    await signing.confirm(
      await signing.submit('c@harbor-families.example.org', 'Harbor Families', { website }),
    );
    await signing.submit('d@dock.example.org', 'Dock Workers');
    const report = await readCampaignStatus(database.store, { slug, now: signing.now() });
    expect(report?.waiting).toEqual({ unconfirmed: 1, review: 1, duplicates: 1 });
  });

  test('ends in one of the outcomes, never a mixture, if signers and organizers act at the same time', async () => {
    for (let round = 0; round < 12; round++) {
      const name = `Round ${round}`;
      const id = await signing.submit(`round-${round}@gmail.com`, name);
      await signing.confirm(id);
      await signing.confirm(await signing.submit(`ana@round-${round}.example.org`, name));
      await Promise.all([
        signing.approve(id),
        round % 2 === 0 ? signing.withdraw(id) : signing.reject(id),
        signing.approve(id),
        signing.confirm(id),
      ]);
    }
    expect(await violations()).toEqual([]);
  });
});

describe('review before counting', () => {
  beforeEach(() => {
    signing = newSigning(database, { review: 'before-counting' });
  });

  test('makes every organization and every person wait', async () => {
    const [organization, person] = [await clean(), await signing.submit('ana@example.org')];
    expect(await signing.confirm(organization)).toBe('waiting-for-review');
    expect(await signing.confirm(person)).toBe('waiting-for-review');
    expect(await signing.approve(organization)).toBe('approved');
    expect(await signing.approve(person)).toBe('approved');
    expect((await signing.read(person)).eligible).toBe('yes');
    expect(await violations()).toEqual([]);
  });

  test('makes every change to published words wait, while the approved ones count', async () => {
    const id = await signing.submit('ana@example.org');
    await signing.confirm(id);
    await signing.approve(id);
    await signing.submit('ana@example.org', undefined, { city: 'Elsewhere' });
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    await signing.submit('ana@example.org', undefined, { name: 'Someone Famous' });
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    expect(await signing.read(id)).toMatchObject({
      eligible: 'yes',
      signed: { name: 'Ana Ruiz' },
      proposed: { name: 'Someone Famous' },
    });
  });
});

describe('evidence that needs the table', () => {
  const own = (name: string) => {
    const domain = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example.org`;
    return { email: `ana@${domain}`, website: `https://${domain}/` };
  };
  async function sign(name: string, changed: { city?: string; email?: string } = {}) {
    const { email, website: site } = own(name);
    const id = await signing.submit(changed.email ?? email, name, { website: site, ...changed });
    return { id, outcome: await signing.confirm(id) };
  }
  const flagsOf = async (id: string) => (await signing.read(id)).flags?.map(({ flag }) => flag) ?? [];

  test('holds back a name that is nearly that of an organization which has signed', async () => {
    const { id } = await sign('Harbor Families');
    const { id: fake, outcome } = await sign('Harbour Families');
    expect(outcome).toBe('waiting-for-review');
    expect((await signing.read(fake)).flags).toEqual([
      { flag: 'look-alike', organizationKey: organizationKey('Harbor Families'), id, score: 100 },
    ]);
    expect((await sign('Hаrbor Fаmilies')).outcome).toBe('waiting-for-review');
    expect((await sign('Harbor Family Network')).outcome).toBe('waiting-for-review');
    expect((await sign('Harbor Nurses')).outcome).toBe('confirmed');
  });

  test('lets chapters sign next to each other, told apart by place or number in the name or the form', async () => {
    const names = ['Tenants of Texas', 'Tenants of Ohio', 'Dock Workers Local 12', 'Dock Workers Local 13'];
    for (const name of names) expect((await sign(name)).outcome).toBe('confirmed');
    expect((await sign('Friends of Eastmeere', { city: 'Eastmeere' })).outcome).toBe('confirmed');
    expect((await sign('Friends of Eastmoore', { city: 'Eastmoore' })).outcome).toBe('confirmed');
  });

  test('does not hold back a name whose look-alike is waiting, withdrawn or rejected', async () => {
    const fake = await sign('Harbour Families', { email: free });
    expect(fake.outcome).toBe('waiting-for-review');
    const real = await sign('Harbor Families');
    expect(real.outcome).toBe('confirmed');
    await signing.withdraw(real.id);
    expect((await sign('Harbor Familys')).outcome).toBe('confirmed');
    expect(await violations()).toEqual([]);
  });

  test('finds the look-alike of a name that an organizer approved', async () => {
    const { id } = await sign('Harbor Families', { email: free });
    await signing.approve(id);
    expect(await flagsOf((await sign('Harbor Famillies')).id)).toEqual(['look-alike']);
  });

  test('makes the third organization of one address wait, and forgets after ninety days', async () => {
    const email = 'ana@coalition.example.org';
    const outcomes = [];
    for (const name of ['Harbor Families', 'Dock Workers', 'Tree Stewards'])
      outcomes.push((await sign(name, { email })).outcome);
    expect(outcomes).toEqual(['confirmed', 'confirmed', 'waiting-for-review']);
    await signing.confirm(signing.idOf(email, 'Harbor Families'));
    expect(await flagsOf(signing.idOf(email, 'Dock Workers'))).toEqual(['shared-address']);
    signing.later(91 * 24 * 60 * 60);
    expect((await sign('Food Bank', { email })).outcome).toBe('confirmed');
  });

  test('is neither read nor written if the campaign has no review', async () => {
    signing = newSigning(database, { review: 'none' });
    await sign('Harbor Families');
    expect((await sign('Harbour Families')).outcome).toBe('confirmed');
    const { items } = await database.store.query(z.object({}), { PK: `LOOKALIKE#${slug}#W.fmly.hrbr` });
    expect(items).toEqual([]);
  });

  test('leaves a complete sign-on or none if confirming crashes at any step', async () => {
    const steps = await crashAtEveryStep(async (run, name) => {
      const id = await signing.submit(
        `${name.replace(/\W+/g, '-')}@tree.example.org`,
        `Tree ${name} Stewards`,
      );
      await newSigning({ ...database, store: crashingStore(database.store, run) }, { review: 'flagged' })
        .confirm(id)
        .catch(() => undefined);
      expect(await violations()).toEqual([]);
      expect(['confirmed', 'already-confirmed', 'waiting-for-review']).toContain(await signing.confirm(id));
    });
    expect(steps).toBeGreaterThan(3);
  });
});

describe('merging', () => {
  const signAs = async (name: string, email: string) => {
    const id = await signing.submit(email, name);
    await signing.confirm(id);
    return id;
  };

  test('makes a waiting look-alike a duplicate of the other one, and its spelling another name for it', async () => {
    const keep = await signAs('Harbor Families', 'ana@families.example.org');
    const other = await signAs('Harbour Families', 'ben@families.example.org');
    expect(await signing.merge(keep, other)).toBe('merged');
    expect(await signing.merge(keep, other)).toBe('already-merged');
    expect(await signing.read(other)).toMatchObject({ eligible: 'no', review: 'approved' });
    expect(await violations()).toEqual([]);
    const third = await signing.submit('chloe@families.example.org', 'Harbour Families');
    expect(await signing.confirm(third)).toBe('already-signed-by-organization');
    await signing.withdraw(keep);
    expect(await signing.promote(third)).toBe('promoted');
    expect(await violations()).toEqual([]);
    expect(await happenings()).toEqual(
      expect.arrayContaining([
        { type: 'merged', keep, other },
        expect.objectContaining({ type: 'claim-vacated' }),
      ]),
    );
  });

  test('takes the claim of one that counted, and its queue with it', async () => {
    const keep = await signAs('Harbor Families', 'ana@families.example.org');
    const other = await signAs('Families of the Shore', 'ben@shore.example.org');
    const queued = await signAs('Families of the Shore', 'chloe@shore.example.org');
    expect(await signing.merge(keep, queued)).toBe('merged');
    expect((await claimOf(database, organizationKey('Harbor Families'))).waiting).toEqual(
      new Set([other, queued]),
    );
    expect((await signing.read(other)).eligible).toBe('no');
    expect(await violations()).toEqual([]);
    await signing.withdraw(other);
    await signing.withdraw(keep);
    // It comes from another domain than the one that counted last.
    expect(await signing.confirm(queued)).toBe('waiting-for-review');
    expect(await signing.promote(queued)).toBe('promoted');
    expect(await violations()).toEqual([]);
  });

  test('does not merge one that has taken another name meanwhile', async () => {
    const keep = await signAs('Harbor Families', 'ana@families.example.org');
    const steps = await intrudeAtEveryStep(async (at) => {
      const other = await signAs(`Steps ${at}`, `steps-${at}@gmail.com`);
      const [kept, signOn] = [await signing.read(keep), await signing.read(other)];
      const intruded = storeWithIntruder(database.store, at, () =>
        signing.correct(other, { organizationName: 'Dock Workers' }),
      );
      const { now, newUlid } = signing;
      const outcome = await mergeSignOns(intruded.store, { signOn, keep: kept, now: now(), newUlid });
      expect(outcome).toBe(intruded.wasIntruded() ? 'changed' : 'merged');
      await signing.withdraw(other);
      return intruded;
    });
    expect(steps).toBeGreaterThan(1);
    expect(await violations()).toEqual([]);
    expect(await rootOf(database, organizationKey('Dock Workers'))).toBe(organizationKey('Dock Workers'));
  });

  test('is undone without ending an earlier one', async () => {
    const [first, second, third] = [
      await signAs('Harbor Families', 'ana@families.example.org'),
      await signAs('Familias del Puerto', 'ben@puerto.example.org'),
      await signAs('Dock Workers', 'cem@dock.example.org'),
    ];
    await signing.merge(first, second);
    await signing.promote(second);
    expect(await signing.merge(third, second)).toBe('merged');
    expect(await signing.split(second)).toBe('split');
    const eligible = async (id: string) => (await signing.read(id)).eligible;
    expect([await eligible(first), await eligible(second), await eligible(third)]).toEqual([
      'no',
      'yes',
      'yes',
    ]);
    expect(await rootOf(database, organizationKey('Familias del Puerto'))).toBe(
      await rootOf(database, organizationKey('Harbor Families')),
    );
    expect(await violations()).toEqual([]);
  });

  test('follows merges of merges, in any order', async () => {
    const names = ['Harbor Families', 'Shore Parents', 'Pier Elders', 'Dock Youth'];
    const [a = '', b = '', c = '', d = ''] = await Promise.all(
      names.map((name, index) => signAs(name, `ana@group-${index}.example.org`)),
    );
    expect([await signing.merge(a, b), await signing.merge(c, d), await signing.merge(c, a)]).toEqual([
      'merged',
      'merged',
      'merged',
    ]);
    expect(await signing.merge(b, d)).toBe('already-merged');
    expect(
      (await signOnsOf(database)).filter(({ eligible }) => eligible === 'yes').map(({ id }) => id),
    ).toEqual([c]);
    expect(await violations()).toEqual([]);
  });

  test('lets the kept one take the claim if it only waited for a vacant one', async () => {
    const first = await signAs('Harbor Families', 'ana@families.example.org');
    const keep = await signAs('Harbor Families', 'ben@families.example.org');
    await signing.withdraw(first);
    const other = await signAs('Shore Parents', 'ana@shore.example.org');
    expect(await signing.merge(keep, other)).toBe('merged');
    expect(await signing.read(keep)).toMatchObject({ eligible: 'yes' });
    expect(await violations()).toEqual([]);
  });

  test('refuses what is impossible, and writes nothing', async () => {
    const keep = await signAs('Harbor Families', 'ana@families.example.org');
    const waiting = await signAs('Dock Workers', 'dock@gmail.com');
    const pending = await signing.submit('x@pier.example.org', 'Pier Elders');
    const person = await signing.submit('ana@example.org');
    await signing.confirm(person);
    expect([
      await signing.merge(keep, keep),
      await signing.merge(waiting, keep),
      await signing.merge(keep, pending),
      await signing.merge(pending, keep),
      await signing.merge(keep, person),
    ]).toEqual([
      'the-same',
      'keep-waits-for-review',
      'other-not-confirmed',
      'keep-not-standing',
      'not-organizations',
    ]);
    expect(await happenings()).toEqual([]);
  });
});

test('A sign-on that waits for review with a change is approved with the new words, and gets its place', async () => {
  const sign = async (email: string, organization: string) => {
    const id = await signing.submit(email, organization);
    await signing.confirm(id);
    return id;
  };
  const kept = await sign('ana@harbor.example', 'Harbor Families');
  const changed = await sign('ben@pier.example', 'Pier Readers');
  await signing.correct(changed, { city: 'Another Town', region: 'WA' });
  expect(await signing.merge(kept, changed)).toBe('merged');
  expect(await signing.ask(changed)).toBe('asked');
  expect(await signing.confirm(changed)).toBe('waiting-for-review');
  await signing.withdraw(kept);
  // That another domain counted before is new.
  expect(await signing.approve(changed)).toBe('evidence-added');
  expect(await signing.approve(changed)).toBe('change-approved');
  expect(await signing.read(changed)).toMatchObject({
    eligible: 'yes',
    review: 'approved',
    signed: { city: 'Another Town' },
  });
});

describe('a rejected one that is reinstated', () => {
  const sign = async (email: string, organization: string) => {
    const domain = email.split('@')[1] ?? '';
    const id = await signing.submit(email, organization, { website: `https://${domain}/` });
    return { id, outcome: await signing.confirm(id) };
  };

  test('waits for review if nearly its name counts by now', async () => {
    const first = await sign('ana@lantern.example', 'Lantern Street Parents');
    expect(await signing.reject(first.id)).toBe('rejected');
    const second = await sign('ben@parents.example', 'Lantern Street Parent');
    expect(second.outcome).toBe('waiting-for-review');
    expect(await signing.approve(second.id)).toBe('approved');
    expect(await signing.reinstate(first.id)).toBe('reinstated-in-review');
    expect(await signing.read(first.id)).toMatchObject({
      review: 'waiting',
      flags: expect.arrayContaining([expect.objectContaining({ flag: 'look-alike', id: second.id })]),
    });
    expect(await signing.approve(first.id)).toBe('approved');
    expect(await violations()).toEqual([]);
  });

  test('waits for review if it was a doubtful duplicate, and nobody counts any more', async () => {
    const first = await sign('ana@lantern.example', 'Lantern Street Parents');
    const second = await sign('eve@evil.test', 'Lantern Street Parents');
    expect(second.outcome).toBe('already-signed-by-organization');
    await signing.reject(second.id);
    await signing.withdraw(first.id);
    expect(await signing.reinstate(second.id)).toBe('reinstated-in-review');
    expect(await violations()).toEqual([]);
  });

  test('waits for review if organizers had put another one in its place, and nobody counts any more', async () => {
    const first = await sign('ana@lantern.example', 'Lantern Street Parents');
    const second = await sign('ben@lantern.example', 'Lantern Street Parents');
    await signing.promote(second.id);
    await signing.reject(first.id);
    await signing.withdraw(second.id);
    expect(await signing.reinstate(first.id)).toBe('reinstated-in-review');
    expect(await violations()).toEqual([]);
  });

  test('counts again beside nearly its name, if that one was approved beside it before', async () => {
    const first = await sign('ana@lantern.example', 'Lantern Street Parents');
    const second = await sign('ben@parents.example', 'Lantern Street Parent');
    expect(second.outcome).toBe('waiting-for-review');
    expect(await signing.approve(second.id)).toBe('approved');
    await signing.reject(first.id);
    expect(await signing.reinstate(first.id)).toBe('reinstated');
    expect(await violations()).toEqual([]);
  });

  test('gets the claim again that it left, also if it has to wait for review first', async () => {
    const typed = (city: string) => ({ city, region: 'NY' });
    const signIn = async (email: string, organization: string, city: string) => {
      const domain = email.split('@')[1] ?? '';
      const website = `https://${domain}/`;
      const id = await signing.submit(email, organization, { website, ...typed(city) });
      return { id, outcome: await signing.confirm(id) };
    };
    const first = await signIn('ana@albany-unity.example', 'Unity Church', 'Albany');
    const second = await signIn('ursula@utica-unity.example', 'Unity Church', 'Utica');
    expect(await signing.split(second.id)).toBe('split');
    await signing.reject(first.id);
    const near = await signIn('lou@unitty.example', 'Unitty Church', 'Albany');
    if (near.outcome !== 'confirmed') await signing.approve(near.id);
    expect(await signing.reinstate(first.id)).toBe('reinstated-in-review');
    expect(await signing.approve(first.id)).toBe('approved');
    expect((await signing.read(second.id)).eligible).toBe('yes');
    expect(await violations()).toEqual([]);
  });

  test('is asked again if it was approved and asked when it was rejected', async () => {
    const { id } = await sign('lantern@gmail.com', 'Lantern Street Parents');
    expect(await signing.approve(id)).toBe('approved');
    await signing.ask(id);
    await signing.reject(id);
    expect(await signing.reinstate(id)).toBe('reinstated');
  });

  test('is compared with another one that stands meanwhile', async () => {
    const first = await sign('ana@lantern.example', 'Lantern Street Parents');
    await signing.reject(first.id);
    const second = await sign('ben@parents.example', 'Lantern Street Parents');
    expect(second.outcome).toBe('waiting-for-review');
    expect(await signing.approve(second.id)).toBe('approved');
    await signing.ask(second.id);
    expect(await signing.reinstate(first.id)).toBe('reinstated-in-review');
    expect((await signing.read(first.id)).flags).toContainEqual({ flag: 'second-domain', id: second.id });
    expect(await violations()).toEqual([]);
  });

  test('counts again if an organizer had approved it, whatever speaks against it', async () => {
    const { id } = await sign('lantern@gmail.com', 'Lantern Street Parents');
    expect(await signing.approve(id)).toBe('approved');
    await signing.reject(id);
    expect(await signing.reinstate(id)).toBe('reinstated');
  });
});
