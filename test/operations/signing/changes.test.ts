import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rejectSignOn } from '../../../shared/operations/deciding/reject.ts';
import { dropWaitingChange } from '../../../shared/operations/signing/drop-waiting-change.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import type { Details } from '../../../shared/sign-on/sign-on.ts';
import { signOnKey } from '../../../shared/table/keys.ts';
import { aSettings, slug } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import {
  claimOf,
  claimViolations,
  freshStore,
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

const website = 'https://dock.org/';
const fake = { organizationName: '(((Dock))) Workers ☠', website: 'https://harbor-families.org/' };

async function counted(name = 'Dock Workers', typed: Partial<Details> = { website }): Promise<string> {
  const id = await signing.submit('ana@dock.org', name, typed);
  expect(await signing.confirm(id)).toBe('confirmed');
  return id;
}
const ask = async (id: string): Promise<void> => expect(await signing.ask(id)).toBe('asked');
const violations = async () => await claimViolations(database, await signOnsOf(database));

test('words that were corrected before agreeing to a changed letter are reviewed where all words are', async () => {
  await seed(database, { settings: { review: 'before-counting' } });
  signing = newSigning(database, { review: 'before-counting' });
  const id = await signing.submit('ana@kelp.org', 'Kelp Circle', {
    city: 'Milton',
    website: 'https://kelp.org/',
  });
  await signing.confirm(id);
  await signing.approve(id);
  await ask(id);
  await signing.correct(id, { city: 'Boycott Town' });
  expect(await signing.confirm(id)).toBe('waiting-for-review');
  expect(await signing.read(id)).toMatchObject({ eligible: 'no', review: 'waiting' });
  expect(await violations()).toEqual([]);
  await signing.approve(id);
  expect((await signing.read(id)).eligible).toBe('yes');
});

describe('a change to published words', () => {
  test('waits, with the evidence of its own words, while the approved words stay and count', async () => {
    const id = await counted();
    expect(await signing.correct(id, fake)).toBe('waiting');
    expect(await signing.read(id)).toMatchObject({
      eligible: 'yes',
      signed: { organizationName: 'Dock Workers', website },
      proposed: fake,
      proposedFlags: [{ flag: 'not-a-name' }, { flag: 'other-domain' }],
    });
    expect(await violations()).toEqual([]);
  });

  test('proves that mail arrives if the button has confirmed it, although it waits', async () => {
    const id = await counted();
    const bounced = { what: 'bounced' as const, at: signing.now().toISOString() };
    await database.put({ ...signOnKey(slug, id), ...(await signing.read(id)), mailFeedback: bounced });
    await signing.submit('ana@dock.org', 'Dock Workers', { website, city: 'Port Alder' });
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    expect((await signing.read(id)).mailFeedback).toBeUndefined();
  });

  test('takes effect with its approval, with the claim of its name, and its signer is told', async () => {
    const id = await counted();
    await signing.correct(id, { organizationName: 'Pier Keepers', website });
    signing.later(60);
    expect(await signing.approve(id)).toBe('change-approved');
    const signOn = await signing.read(id);
    expect(signOn).toMatchObject({
      eligible: 'yes',
      review: 'approved',
      organizationKey: organizationKey('Pier Keepers'),
      signed: { organizationName: 'Pier Keepers' },
      decidedAt: signing.now().toISOString(),
    });
    expect(signOn.proposed).toBeUndefined();
    expect(signOn.pendingMail).toBeDefined();
    expect(await claimOf(database, organizationKey('Dock Workers'))).toEqual({ former: id });
    expect(await violations()).toEqual([]);
    expect(await signing.approve(id)).toBe('already-approved');
  });

  test('is dropped by its rejection, which does not affect the sign-on', async () => {
    const id = await counted();
    await signing.correct(id, fake);
    expect(await signing.reject(id)).toBe('change-rejected');
    const signOn = await signing.read(id);
    expect(signOn).toMatchObject({ status: 'confirmed', eligible: 'yes', signed: { website } });
    expect(signOn.proposed).toBeUndefined();
  });

  test('that was just rejected, approved or dropped protects the sign-on from a second rejection', async () => {
    const decisions = [
      (id: string) => signing.reject(id),
      (id: string) => signing.approve(id),
      async (id: string) => await dropWaitingChange(database.store, await signing.read(id)),
    ];
    for (const before of decisions) {
      const id = await counted();
      await signing.correct(id, fake);
      const asRead = await signing.read(id);
      await before(id);
      const deciding = { signOn: asRead, now: signing.now(), newUlid: signing.newUlid };
      expect(await rejectSignOn(database.store, deciding)).toBe('changed');
      expect(await signing.read(id)).toMatchObject({ status: 'confirmed', eligible: 'yes' });
      database = await freshStore();
      await seed(database, { settings: { review: 'flagged' } });
      signing = newSigning(database, { review: 'flagged' });
    }
    expect(await violations()).toEqual([]);
  });

  test('is dropped by its owner, and by a withdrawal', async () => {
    const id = await counted();
    await signing.correct(id, fake);
    await dropWaitingChange(database.store, await signing.read(id));
    expect((await signing.read(id)).proposed).toBeUndefined();
    await signing.correct(id, fake);
    await signing.withdraw(id);
    expect((await signing.read(id)).proposed).toBeUndefined();
    expect(await violations()).toEqual([]);
  });

  test('of one who is asked about the letter is approved without a second mail, and does not count yet', async () => {
    const id = await counted();
    await signing.correct(id, { organizationName: 'Pier Keepers' });
    await ask(id);
    const { pendingMail } = await signing.read(id);
    expect(await signing.approve(id)).toBe('change-approved-asked-again');
    const row = await signing.read(id);
    expect([row.eligible, row.pendingMail, row.signed?.organizationName]).toEqual([
      'no',
      pendingMail,
      'Pier Keepers',
    ]);
    expect(await violations()).toEqual([]);
  });

  test('to a name for which another organization counts becomes its duplicate when approved', async () => {
    const id = await counted();
    await signing.confirm(
      await signing.submit('b@pier.org', 'Pier Keepers', { website: 'https://pier.org/' }),
    );
    await signing.correct(id, { organizationName: 'Pier Keepers' });
    expect(await signing.approve(id)).toBe('change-approved-organization-has-signed');
    expect(await violations()).toEqual([]);
  });

  test('also waits if the form was sent again and its button pressed', async () => {
    const id = await counted();
    await signing.submit('ana@dock.org', 'Dock Workers', { website: 'https://elsewhere.org/' });
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    const signOn = await signing.read(id);
    expect(signOn).toMatchObject({ signed: { website }, proposed: { website: 'https://elsewhere.org/' } });
    expect(signOn.submission).toBeUndefined();
  });

  test('to words that are not published takes effect immediately, and so does every change without a review', async () => {
    const id = await counted();
    expect(await signing.correct(id, { title: 'Chair', name: 'Ben Okafor', website: '' })).toBe('corrected');
    expect((await signing.read(id)).signed).toMatchObject({ title: 'Chair', name: 'Ben Okafor' });
    const unreviewed = newSigning(database);
    const other = await unreviewed.submit('c@quay.org', 'Quay Gardens', { website: 'https://quay.org/' });
    await unreviewed.confirm(other);
    expect(await unreviewed.correct(other, fake)).toBe('corrected');
  });

  test('that is changed during a decision is not decided', async () => {
    const id = await counted();
    await signing.correct(id, fake);
    const asRead = await signing.read(id);
    await signing.correct(id, { organizationName: 'Something Else Entirely' });
    const { approveSignOn } = await import('../../../shared/operations/deciding/approve.ts');
    const deciding = { signOn: asRead, now: signing.now(), newUlid: signing.newUlid };
    expect(await approveSignOn(database.store, deciding)).toBe('changed');
    expect(await rejectSignOn(database.store, deciding)).toBe('changed');
  });
});

describe('a corrected spelling', () => {
  test('keeps its claim, is not a look-alike of itself, and is recorded for the digest', async () => {
    const id = await counted('Lantern Steet PTA');
    expect(await signing.correct(id, { organizationName: 'Lantern Street PTA' })).toBe('corrected');
    expect(await signing.read(id)).toMatchObject({
      eligible: 'yes',
      organizationKey: organizationKey('Lantern Street PTA'),
      mended: { from: { organizationName: 'Lantern Steet PTA' } },
    });
    expect((await signing.read(id)).flags).toBeUndefined();
    expect(await violations()).toEqual([]);
  });

  test('cannot change a name into another one letter by letter', async () => {
    const id = await counted('Harbor Voices');
    const steps = ['Harbor Voices', 'Harbor Voicez', 'Harbor Voizez', 'Harbor Vaizez', 'Harbar Vaizez'];
    const outcomes = [];
    for (const organizationName of steps.slice(1))
      outcomes.push(await signing.correct(id, { organizationName }));
    expect(outcomes[0]).toBe('corrected');
    expect(outcomes.at(-1)).toBe('waiting');
  });

  test('brings no approved name nearer to the one that it was compared with', async () => {
    const leads = ['Shoreline Coalition', 'Milton Coalition', 'Hilton Coalition'];
    const settings = { review: 'flagged', list: { ...aSettings().list, leads } } as const;
    await seed(database, { settings });
    signing = newSigning(database, settings);
    for (const [index, [typed = '', ...corrected]] of [
      ['Shoreland Coalition', 'Shoreline Coalition'],
      ['Wilton Coalition', 'Milton Coalition', 'Hilton Coalition'],
    ].entries()) {
      const own = { website: `https://own-${index}.org/` };
      const id = await signing.submit(`eve@own-${index}.org`, typed, own);
      expect(await signing.confirm(id)).toBe('waiting-for-review');
      await signing.approve(id);
      for (const organizationName of corrected)
        expect(await signing.correct(id, { organizationName })).toBe('waiting');
      expect((await signing.read(id)).signed?.organizationName).toBe(typed);
    }
    // Another mistake, no nearer than the approved one.
    const [first] = (await signOnsOf(database)).filter(({ email }) => email === 'eve@own-0.org');
    expect(await signing.correct(first?.id ?? '', { organizationName: 'Shorelands Coalition' })).toBe(
      'corrected',
    );
  });

  test('brings no approved name nearer to one that has signed', async () => {
    await counted('Milton Tenants Union');
    const near = await signing.submit('eve@own.org', 'Wilton Tenants Union', { website: 'https://own.org/' });
    await signing.confirm(near);
    await signing.approve(near);
    expect(await signing.correct(near, { organizationName: 'Milton Tenants Unions' })).toBe('waiting');
    expect(await signing.correct(near, { organizationName: 'Wilton Tenants Unions' })).toBe('corrected');
  });

  test('does not turn approved words into an insult', async () => {
    const id = await signing.submit('ana@dock.org', 'Ditch Riders \u2764', { website });
    await signing.confirm(id);
    await signing.approve(id);
    expect(await signing.correct(id, { organizationName: 'Bitch Riders \u2764' })).toBe('waiting');
    expect(await signing.correct(id, { organizationName: 'Ditch Ryders \u2764' })).toBe('corrected');
  });

  test('of a state is another spelling of the same one, and of a town no other town', async () => {
    const id = await counted('Dock Workers', {
      website,
      city: 'Milton',
      region: 'North Carolina',
      country: 'US',
    });
    for (const [change, outcome] of [
      [{ region: 'N.C.' }, 'corrected'],
      [{ region: 'NC' }, 'corrected'],
      [{ region: 'South Carolina' }, 'waiting'],
      [{ region: 'NC', city: 'MILTON' }, 'corrected'],
      [{ city: 'Miltonn' }, 'corrected'],
      [{ city: 'Miltown' }, 'waiting'],
      [{ city: 'Smilton' }, 'waiting'],
      [{ city: 'Wilton' }, 'waiting'],
    ] as const)
      expect([change, await signing.correct(id, change)]).toEqual([change, outcome]);
  });

  test('that the rules of today would not let pass makes no other change wait', async () => {
    const id = await counted('Dock Workers', { website, city: 'Milton' });
    const signOn = await signing.read(id);
    if (!signOn.signed) throw new Error('it was confirmed');
    const { source, answers, ...signed } = signOn.signed;
    await database.put({
      ...signOnKey(slug, id),
      ...signOn,
      mended: { from: { ...signed, city: 'Wilton' }, at: signing.now().toISOString() },
    });
    expect(await signing.correct(id, { title: 'Treasurer' })).toBe('corrected');
    expect((await signing.read(id)).signed).toMatchObject({ title: 'Treasurer', city: 'Milton' });
  });

  test('that is near another organization, or mixes scripts, waits', async () => {
    await counted('Harbor Families');
    const other = await signing.submit('b@pier.org', 'Arbor Fields Families', {
      website: 'https://pier.org/',
    });
    await signing.confirm(other);
    expect(await signing.correct(other, { organizationName: '\u0391rbor Fields Families' })).toBe('waiting');
  });
});

test('of a waiting sign-on is examined again, and it still waits', async () => {
  const id = await signing.submit('ana@gmail.com', 'Quay Gardens', { website: 'https://quay.org/' });
  await signing.confirm(id);
  await signing.correct(id, { website: 'https://www.facebook.com/quay' });
  expect(await signing.read(id)).toMatchObject({
    review: 'waiting',
    flags: [{ flag: 'free-mail' }, { flag: 'no-website' }],
  });
});

test('a signer who withdraws and comes back with other words is reviewed again', async () => {
  const id = await signing.submit('ana@gmail.com', 'Quay Gardens', { website: 'https://quay.org/' });
  await signing.confirm(id);
  await signing.approve(id);
  await signing.withdraw(id);
  await signing.submit('ana@gmail.com', 'Quay Gardens', { website: 'https://elsewhere.org/' });
  expect(await signing.confirm(id)).toBe('waiting-for-review');
});

test('a signer who withdraws and comes back again and again cannot change the approved words letter by letter', async () => {
  const typed = { website: 'https://quay.org/' };
  const id = await signing.submit('ana@gmail.com', 'Quay Gardens', { ...typed, city: 'Millbrook' });
  await signing.confirm(id);
  await signing.approve(id);
  const comeBack = async (city: string): Promise<string> => {
    await signing.withdraw(id);
    await signing.submit('ana@gmail.com', 'Quay Gardens', { ...typed, city });
    return await signing.confirm(id);
  };
  expect(await comeBack('Millbrok')).toBe('confirmed');
  expect(await signing.read(id)).toMatchObject({ mended: { from: { city: 'Millbrook' } } });
  expect(await comeBack('Milbrok')).toBe('waiting-for-review');
});

describe.each<[string, string, Partial<Details>]>([
  ['an insult as the city', 'Harbor Plumbers', { city: 'Hitler' }],
  ['letters struck through', 'H̶arbor Plumbers', { city: 'Bitler' }],
  ['letters of another shape', '𝐇arbor Plumbers', { city: 'Bitler' }],
])('approved words that come back nearly the same, with %s,', (_, name, typed) => {
  const signed = { website: 'https://quay.org/', city: 'Bitler' };
  const words = { ...signed, ...typed };

  test('wait after a withdrawal', async () => {
    const id = await signing.submit('ana@gmail.com', 'Harbor Plumbers', signed);
    await signing.confirm(id);
    await signing.approve(id);
    await signing.withdraw(id);
    await signing.submit('ana@gmail.com', name, words);
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    expect(await signing.read(id)).toMatchObject({
      eligible: 'no',
      flags: expect.arrayContaining([{ flag: 'not-a-name' }]),
    });
    expect(await violations()).toEqual([]);
  });

  test.each(['form', 'link'])('wait when their signer agrees to a changed letter, by the %s', async (way) => {
    const id = await signing.submit('ana@quay.org', 'Harbor Plumbers', signed);
    expect(await signing.confirm(id)).toBe('confirmed');
    await ask(id);
    if (way === 'form') await signing.submit('ana@quay.org', name, words);
    else await signing.correct(id, { organizationName: name, ...words });
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    expect(await signing.read(id)).toMatchObject({ eligible: 'no', flags: [{ flag: 'not-a-name' }] });
    expect(await violations()).toEqual([]);
  });

  test('keep no approval of a duplicate', async () => {
    const id = await signing.submit('ana@quay.org', 'Harbor Plumbers', signed);
    await signing.confirm(id);
    const other = await signing.submit('ben@quay.org', 'Harbor Plumbers', signed);
    await signing.confirm(other);
    await signing.promote(other);
    await signing.promote(id);
    await signing.correct(other, { organizationName: name, ...words });
    await signing.withdraw(id);
    expect(await signing.confirm(other)).toBe('waiting-for-review');
    expect(await violations()).toEqual([]);
  });
});

test('a mended spelling keeps the approval of one who withdraws and comes back, of one who is asked again, and of a duplicate', async () => {
  const typed = { website: 'https://quay.org/', city: 'Milbrook' };
  const mended = { ...typed, city: 'Millbrook' };
  const id = await signing.submit('ana@gmail.com', 'Harbor Plumbers', typed);
  await signing.confirm(id);
  await signing.approve(id);
  await signing.withdraw(id);
  await signing.submit('ana@gmail.com', 'Harbor Plumbers', mended);
  expect(await signing.confirm(id)).toBe('confirmed');
  await ask(id);
  await signing.submit('ana@gmail.com', 'Harbor Plumbers', typed);
  expect(await signing.confirm(id)).toBe('confirmed');
  const other = await signing.submit('ben@quay.org', 'Harbor Plumbers', typed);
  await signing.confirm(other);
  await signing.promote(other);
  await signing.correct(id, mended);
  await signing.withdraw(other);
  expect(await signing.promote(id)).toBe('promoted');
  expect(await signing.read(id)).toMatchObject({ eligible: 'yes', review: 'approved', signed: mended });
  expect(await violations()).toEqual([]);
});

test('agreeing to a changed letter with the signed words examines nothing again, and keeps the words first counted as the measure', async () => {
  const id = await counted('Harbor Voices');
  await signing.correct(id, { organizationName: 'Harbor Voicez' });
  const { mended } = await signing.read(id);
  const near = await signing.submit('ben@pier.org', 'Harbor Voicess', { website: 'https://pier.org/' });
  await signing.confirm(near);
  await signing.approve(near);
  await ask(id);
  expect(await signing.confirm(id)).toBe('confirmed');
  expect((await signing.read(id)).mended).toEqual(mended);
  expect(await signing.correct(id, { organizationName: 'Harbar Voizez' })).toBe('waiting');
  expect(await violations()).toEqual([]);
});

test('a duplicate that would have waited as the first does not count by agreeing first to a changed letter', async () => {
  const website = { website: 'https://quay.org/' };
  const id = await signing.submit('ana@quay.org', 'Harbor Plumbers', website);
  await signing.confirm(id);
  const free = await signing.submit('eve@gmail.com', 'Harbor Plumbers', website);
  expect(await signing.confirm(free)).toBe('already-signed-by-organization');
  for (const each of [id, free]) await ask(each);
  expect(await signing.confirm(free)).toBe('waiting-for-review');
  expect(await signing.confirm(id)).toBe('confirmed');
  expect(await violations()).toEqual([]);
});

test('a colleague from another domain, who counted, counts again by agreeing to a changed letter', async () => {
  const id = await signing.submit('ana@quay.org', 'Harbor Plumbers', { website: 'https://quay.org/' });
  await signing.confirm(id);
  const other = await signing.submit('ben@pier.org', 'Harbor Plumbers', { website: 'https://pier.org/' });
  await signing.confirm(other);
  await signing.promote(other);
  for (const each of [id, other]) await ask(each);
  expect(await signing.confirm(other)).toBe('confirmed');
  expect(await violations()).toEqual([]);
});

test.each(['Q̶u̶a̶y̶ Gardens', 'Quay Gardens 🔥'])(
  'words struck through or with pictures, such as %j, are no mended spelling',
  async (organizationName) => {
    const id = await signing.submit('ana@quay.org', 'Quay Gardens', { website: 'https://quay.org/' });
    await signing.confirm(id);
    expect(await signing.correct(id, { organizationName })).toBe('waiting');
  },
);
