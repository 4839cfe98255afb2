import { beforeEach, describe, expect, test } from '@jest/globals';
import { rejectSignOn } from '../../../shared/operations/deciding/reject.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import { invitedId } from '../../../shared/sign-on/ids.ts';
import { invitedKey, settingsKey } from '../../../shared/table/keys.ts';
import { aSettings, slug, testAddressKey } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import {
  claimOf,
  claimViolations,
  freshStore,
  seed,
  signOnsOf,
  type TestStore,
} from '../../support/store.ts';

const name = 'Pier Gardens Alliance';
const website = 'https://pier-gardens.example/';
const own = 'ana@pier-gardens.example';

let database: TestStore;
let signing: Signing;

async function start(review: 'flagged' | 'none' = 'flagged'): Promise<void> {
  database = await freshStore();
  await seed(database, { settings: { review } });
  signing = newSigning(database, { review });
}
beforeEach(() => start());

async function sign(email: string, typed: object = { website }, organization = name) {
  const id = await signing.submit(email, organization, typed);
  return { id, outcome: await signing.confirm(id) };
}
const flagsOf = async (id: string) => (await signing.read(id)).flags ?? [];
const noViolations = async () =>
  expect(await claimViolations(database, await signOnsOf(database))).toEqual([]);

test('An organization that was counted and rejected waits when it signs again, from whatever address', async () => {
  const first = await sign(own);
  expect(first.outcome).toBe('confirmed');
  expect(await signing.reject(first.id)).toBe('rejected');
  const again = await sign(
    'eve@pier-gardens.test',
    { website: 'https://pier-gardens.test/' },
    `The ${name}, Inc.`,
  );
  expect(again.outcome).toBe('waiting-for-review');
  expect(await flagsOf(again.id)).toContainEqual({ flag: 'rejected-before', id: first.id });
  // Pressed again, or with a mended spelling, it still waits and still says why.
  expect(await signing.confirm(again.id)).toBe('waiting-for-review');
  await signing.correct(again.id, { organizationName: name.toUpperCase() });
  expect(await flagsOf(again.id)).toContainEqual({ flag: 'rejected-before', id: first.id });
  expect((await signing.read(again.id)).eligible).toBe('no');
  await noViolations();
});

test('So it is after the rejection of one that never counted', async () => {
  const first = await sign('eve@gmail.com');
  expect(first.outcome).toBe('waiting-for-review');
  await signing.reject(first.id);
  const again = await sign(own);
  expect(await flagsOf(again.id)).toEqual([{ flag: 'rejected-before', id: first.id }]);
  expect(again.outcome).toBe('waiting-for-review');
});

test('One that waited behind the rejected one cannot take its place by pressing the button again', async () => {
  const first = await sign(own);
  const second = await sign('ben@pier-gardens.example');
  expect(second.outcome).toBe('already-signed-by-organization');
  await signing.reject(first.id);
  expect(await signing.confirm(second.id)).toBe('waiting-for-review');
  expect((await signing.read(second.id)).eligible).toBe('no');
  expect(await signing.promote(second.id)).toBe('promoted');
  await noViolations();
});

test.each(['approve', 'promote'] as const)(
  'Once an organizer has let one count, it is over: %s',
  async (decision) => {
    const first = await sign(own);
    const second = await sign('ben@pier-gardens.example');
    await signing.reject(first.id);
    if (decision === 'promote') await signing.promote(second.id);
    else {
      const third = await sign('cara@pier-gardens.example');
      expect(await signing.approve(third.id)).toBe('approved');
      await signing.withdraw(third.id);
    }
    await signing.withdraw(second.id);
    expect((await sign('dora@pier-gardens.example')).outcome).toBe('confirmed');
    await noViolations();
  },
);

test('A reinstated one leaves nothing behind, whether it counts or waits for review', async () => {
  const counted = await sign(own);
  await signing.reject(counted.id);
  expect(await signing.reinstate(counted.id)).toBe('reinstated');
  await signing.withdraw(counted.id);
  const waiting = await sign('eve@gmail.com');
  expect((await flagsOf(waiting.id)).map(({ flag }) => flag)).toEqual(['free-mail', 'second-domain']);
  await signing.reject(waiting.id);
  expect(await signing.reinstate(waiting.id)).toBe('reinstated-in-review');
  expect((await sign('ben@pier-gardens.example')).outcome).toBe('confirmed');
  await noViolations();
});

test.each(['approved', 'merged', 'demoted'] as const)(
  'One that a decision made or left a duplicate does not take the vacant claim with its button: %s',
  async (decided) => {
    const first = await sign(own);
    const other = 'eve@pier-gardens.test';
    const site = { website: 'https://pier-gardens.test/' };
    const second =
      decided === 'approved'
        ? await sign('eve@gmail.com')
        : await sign(other, site, decided === 'merged' ? 'Pier Garden Alliance' : name);
    if (decided === 'approved') await signing.approve(second.id);
    if (decided === 'merged') expect(await signing.merge(first.id, second.id)).toBe('merged');
    if (decided === 'demoted') {
      expect(await signing.promote(second.id)).toBe('promoted-instead');
      expect(await signing.promote(first.id)).toBe('promoted-instead');
    }
    await signing.withdraw(first.id);
    expect(await signing.confirm(second.id)).toBe('waiting-for-review');
    expect((await signing.read(second.id)).eligible).toBe('no');
    expect(await signing.promote(second.id)).toBe('promoted');
    await noViolations();
  },
);

test('One that counted before another one, and is rejected as a duplicate, is remembered when the claim is vacant', async () => {
  const boss = await sign('boss@pier-gardens.test', { website: 'https://pier-gardens.test/' });
  const vice = await sign('vice@pier-gardens.test', { website: 'https://pier-gardens.test/' });
  const honest = await sign(own);
  expect(await signing.promote(honest.id)).toBe('promoted-instead');
  expect(await signing.reject(boss.id)).toBe('rejected');
  await noViolations();
  expect((await sign('ben@pier-gardens.example')).outcome).toBe('already-signed-by-organization');
  await signing.notMe(honest.id);
  expect(await signing.confirm(vice.id)).toBe('waiting-for-review');
  const next = await sign('next@pier-gardens.test', { website: 'https://pier-gardens.test/' });
  expect(next.outcome).toBe('waiting-for-review');
  expect(await flagsOf(next.id)).toContainEqual({ flag: 'rejected-before', id: boss.id });
  await noViolations();
});

test.each(['while withdrawn', 'while asked', 'before a merge'] as const)(
  'The rejection of one that counted is remembered until the one that counts has left: %s',
  async (how) => {
    const boss = await sign('boss@pier-gardens.test', { website: 'https://pier-gardens.test/' });
    const honest = await sign(own);
    await signing.promote(honest.id);
    if (how === 'while withdrawn') await signing.withdraw(boss.id);
    if (how === 'while asked') await signing.ask(boss.id);
    expect(await signing.reject(boss.id)).toBe('rejected');
    if (how === 'before a merge') {
      const other = await sign('ben@kelp.example', { website: undefined }, 'Kelp Circle');
      expect(await signing.merge(honest.id, other.id)).toBe('merged');
      await signing.notMe(other.id);
    }
    await signing.notMe(honest.id);
    const next = await sign('next@pier-gardens.test', { website: 'https://pier-gardens.test/' });
    expect(next.outcome).toBe('waiting-for-review');
    expect(await flagsOf(next.id)).toContainEqual({ flag: 'rejected-before', id: boss.id });
    await noViolations();
  },
);

test('The former name of one that is rejected is not free', async () => {
  const fake = await sign('eve@pier-gardens.test', { website: 'https://pier-gardens.test/' });
  await signing.correct(fake.id, { organizationName: 'Dunes Justice Center' });
  expect(await signing.approve(fake.id)).toBe('change-approved');
  await signing.reject(fake.id);
  const next = await sign('ben@pier-gardens.test', { website: 'https://pier-gardens.test/' });
  expect(next.outcome).toBe('waiting-for-review');
  expect(await flagsOf(next.id)).toContainEqual({ flag: 'rejected-before', id: fake.id });
  await signing.reinstate(fake.id);
  await noViolations();
});

test('Nor does one that waited behind it get the former name with the button', async () => {
  const fake = await sign('eve@pier-gardens.test', { website: 'https://pier-gardens.test/' });
  const vice = await sign('ben@pier-gardens.test', { website: 'https://pier-gardens.test/' });
  await signing.correct(fake.id, { organizationName: 'Dunes Justice Center' });
  await signing.approve(fake.id);
  await signing.reject(fake.id);
  expect(await signing.confirm(vice.id)).toBe('waiting-for-review');
});

test('The rejection of one that counted before is remembered after a split, and forgotten once it is undone', async () => {
  const boss = await sign('boss@pier-gardens.test', { website: 'https://pier-gardens.test/' });
  const honest = await sign(own);
  const third = await sign('ben@pier-gardens.example');
  await signing.promote(honest.id);
  await signing.reject(boss.id);
  expect(await signing.split(third.id)).toBe('split');
  const key = organizationKey(name);
  expect(await claimOf(database, key)).toMatchObject({ holder: honest.id, rejected: new Set([boss.id]) });
  expect(await signing.reinstate(boss.id)).toBe('reinstated-organization-has-signed');
  expect((await claimOf(database, key)).rejected).toBeUndefined();
  await noViolations();
});

test.each(['none', 'flagged'] as const)(
  'One that is reinstated after the letter has changed is asked to agree: %s',
  async (review) => {
    await start(review);
    const { id } = await sign(own);
    await signing.reject(id);
    const letters = { current: {}, accepted: ['new'], askedAgainAt: signing.now().toISOString() };
    await database.put({ ...settingsKey(slug), settings: aSettings({ review }), paused: false, letters });
    expect(await signing.reinstate(id)).toBe('reinstated-asked-again');
    expect(await claimOf(database, organizationKey(name))).toMatchObject({ former: id });
    expect((await claimOf(database, organizationKey(name))).rejected).toBeUndefined();
    await noViolations();
  },
);

test('A name that is nearly the rejected one waits, too', async () => {
  const first = await sign(own);
  await signing.reject(first.id);
  const again = await sign(own, { website }, 'Pier Garden Alliances');
  expect(again.outcome).toBe('waiting-for-review');
  expect(await flagsOf(again.id)).toContainEqual({ flag: 'rejected-before', id: first.id });
});

test.each([0, 1])('Of two rejected ones, one stays noted when the other is reinstated: %d', async (at) => {
  const rejected = [await sign('pier@gmail.com'), await sign('garden@gmail.com')];
  for (const { id } of rejected) expect(await signing.reject(id)).toBe('rejected');
  expect(await signing.reinstate(rejected[at]?.id ?? '')).toBe('reinstated-in-review');
  const next = await sign('cara@pier-gardens.example', { website: 'https://pier-gardens.example/' });
  expect(next.outcome).toBe('waiting-for-review');
  const { id } = rejected[1 - at] ?? {};
  expect((await signing.read(next.id)).flags).toContainEqual({ flag: 'rejected-before', id });
  await noViolations();
});

test('A sign-on that counts can be rejected whatever change its signer sends meanwhile', async () => {
  const first = await sign(own);
  expect(await signing.correct(first.id, { organizationName: 'Another Name' })).toBe('waiting');
  const before = await signing.read(first.id);
  await signing.correct(first.id, { organizationName: 'A Third Name' });
  const input = { signOn: before, now: signing.now(), newUlid: signing.newUlid };
  expect(await rejectSignOn(database.store, input)).toBe('changed');
  expect(await rejectSignOn(database.store, { ...input, isWithChange: true })).toBe('rejected');
  const row = await signing.read(first.id);
  expect([row.status, row.proposed, row.proposedFlags]).toEqual(['rejected', undefined, undefined]);
  await noViolations();
});

test('A duplicate that an organizer rejects keeps no other one from the vacant claim', async () => {
  const first = await sign(own);
  const second = await sign('ben@pier-gardens.example');
  const third = await sign('cara@pier-gardens.example');
  await signing.withdraw(first.id);
  await signing.reject(third.id);
  expect(await signing.confirm(second.id)).toBe('confirmed');
  await noViolations();
});

test('A merge or a split that lets another one have the claim ends it', async () => {
  const first = await sign(own);
  const second = await sign('ben@pier-gardens.example');
  await signing.reject(first.id);
  const other = await sign(
    'olga@dock-choir.example',
    { website: 'https://dock-choir.example/' },
    'Dock Choir',
  );
  expect(await signing.merge(second.id, other.id)).toBe('merged');
  await noViolations();
  await signing.withdraw(second.id);
  expect((await sign('dora@pier-gardens.example')).outcome).toBe('confirmed');
  await noViolations();
});

test('The rejection of a duplicate says nothing about the one that counts, or comes after it', async () => {
  const first = await sign(own);
  const second = await sign('ben@pier-gardens.example');
  await signing.reject(second.id);
  await signing.withdraw(first.id);
  expect((await sign('cara@pier-gardens.example')).outcome).toBe('confirmed');
  await noViolations();
});

test('Whoever has an address at the domain of the website does not wait because a stranger was rejected with it', async () => {
  const fake = await sign('eve@pier-gardens.test', { website }, 'Cattail Weavers');
  await signing.reject(fake.id);
  const elsewhere = await sign('eve@other-domain.test', { website }, 'Cedar Readers');
  expect(elsewhere.outcome).toBe('waiting-for-review');
  expect((await sign(own, { website })).outcome).toBe('confirmed');
});

test('An invited organization waits, too: the rejected one may have had an address at its domain', async () => {
  const first = await sign('eve@gmail.com');
  await signing.reject(first.id);
  const id = invitedId(testAddressKey, organizationKey(name));
  await database.put({ ...invitedKey(slug, id), slug, id, organization: name, nonce: 'a-nonce', email: own });
  expect((await sign('ben@pier-gardens.example')).outcome).toBe('waiting-for-review');
});

test('An invited organization does not wait because one of nearly its name was rejected', async () => {
  const fake = await sign(
    'eve@pier-garden.test',
    { website: 'https://pier-garden.test/' },
    'Pier Garden Alliances',
  );
  await signing.reject(fake.id);
  const id = invitedId(testAddressKey, organizationKey(name));
  await database.put({
    ...invitedKey(slug, id),
    slug,
    id,
    organization: name,
    nonce: 'a-nonce',
    email: own,
  });
  expect((await sign('ben@pier-gardens.example')).outcome).toBe('confirmed');
});

test('Without a review nothing waits', async () => {
  await start('none');
  const first = await sign(own);
  await signing.reject(first.id);
  expect((await sign('ben@pier-gardens.example')).outcome).toBe('confirmed');
});

test('A name that is nearly one which was rejected while it waited waits, too', async () => {
  const first = await sign('eve@gmail.com');
  await signing.reject(first.id);
  const again = await sign(own, { website }, 'Pier Garden Alliances');
  expect(again.outcome).toBe('waiting-for-review');
  // Each correction examines it anew, and says the same once.
  await signing.correct(again.id, { city: 'Pier Town' });
  await signing.correct(again.id, { city: 'Port Alder' });
  const found = (await flagsOf(again.id)).filter(({ flag }) => flag === 'rejected-before');
  expect(found).toEqual([{ flag: 'rejected-before', id: first.id }]);
});

test.each(['flagged', 'none'] as const)(
  'One that a decision made a duplicate does not take the place of the other by agreeing first to a changed letter: %s',
  async (review) => {
    await start(review);
    const first = await sign(own);
    const second = await sign('ben@pier-gardens.example');
    await signing.promote(second.id);
    await signing.promote(first.id);
    for (const { id } of [first, second]) expect(await signing.ask(id)).toBe('asked');
    expect(await signing.confirm(second.id)).toBe(review === 'flagged' ? 'waiting-for-review' : 'confirmed');
    await noViolations();
  },
);

test('So is another organization that the mailbox or the domain of a rejected one signs for, until an organizer approves it', async () => {
  const first = await sign(own);
  await signing.reject(first.id);
  const next = await sign(own, {}, 'Kelp Circle');
  expect(next.outcome).toBe('waiting-for-review');
  expect(await flagsOf(next.id)).toContainEqual({ flag: 'rejected-before', id: first.id });
  const colleague = await sign(
    'ben@pier-gardens.example',
    { website: 'https://pier-gardens.example/ben' },
    'Reef Circle',
  );
  expect(colleague.outcome).toBe('waiting-for-review');
  expect(await flagsOf(colleague.id)).toContainEqual({ flag: 'rejected-before', id: first.id });
  await signing.reinstate(first.id);
  await signing.withdraw(next.id);
  await signing.submit(own, 'Kelp Circle', { website: 'https://kelp.example/' });
  expect(await signing.confirm(next.id)).toBe('waiting-for-review');
  await signing.approve(next.id);
  await signing.reject(first.id);
  expect(await signing.correct(next.id, { organizationName: 'Kelp Circles' })).toBe('corrected');
  await signing.reinstate(first.id);
  expect((await sign(own, {}, 'Dune Circle')).outcome).toBe('waiting-for-review');
  expect(await flagsOf(signing.idOf(own, 'Dune Circle'))).not.toContainEqual(
    expect.objectContaining({ flag: 'rejected-before' }),
  );
});

test('An approval of other words does not cover the mailbox of a rejected one', async () => {
  const kelp = await sign(own, { website: 'https://kelp.example/' }, 'Kelp Circle');
  expect(kelp.outcome).toBe('waiting-for-review');
  await signing.approve(kelp.id);
  const reef = await sign(own, { website: 'https://reef.example/' }, 'Reef Circle');
  await signing.reject(reef.id);
  await signing.withdraw(kelp.id);
  await signing.submit(own, 'Kelp Circle', { website: 'https://kelp.example/' });
  await signing.correct(kelp.id, { organizationName: 'KELP CIRCLE', website: 'https://kelp.example/' });
  expect(await signing.confirm(kelp.id)).toBe('confirmed');
  await signing.withdraw(kelp.id);
  await signing.submit(own, 'Kelp Circle', { website });
  await signing.correct(kelp.id, { organizationName: 'Osprey Guild', website });
  expect(await signing.confirm(kelp.id)).toBe('waiting-for-review');
  expect(await flagsOf(kelp.id)).toContainEqual({ flag: 'rejected-before', id: reef.id });
});

describe('A rejected sign-on speaks against the next one of another name', () => {
  const none = { website: undefined };
  const rejectedBefore = (id: string) => ({ flag: 'rejected-before', id });
  const site = { website: 'https://evil.test/' };

  test('from the same own domain, each time', async () => {
    const eve = await sign('eve@evil.test', none, 'Pier Readers');
    expect(eve.outcome).toBe('confirmed');
    await signing.reject(eve.id);
    for (const [at, organization] of ['Dock Gardeners', 'Quay Cyclists', 'Buoy Bakers'].entries()) {
      const next = await sign(`mallory-${at}@mail.evil.test`, none, organization);
      expect(next.outcome).toBe('waiting-for-review');
      expect((await flagsOf(next.id)).map(({ flag }) => flag)).toContain('rejected-before');
      await signing.reject(next.id);
    }
    expect((await sign('iris@good.test', none, 'Wharf Singers')).outcome).toBe('confirmed');
  });

  test('from the same domain, also while one of it always counts', async () => {
    const names = ['Pier Readers', 'Dock Gardeners', 'Quay Cyclists', 'Buoy Bakers', 'Wharf Singers'];
    const outcomes: string[] = [];
    for (const [at, organization] of names.entries()) {
      const { id, outcome } = await sign(`eve-${at}@evil.test`, none, organization);
      outcomes.push(outcome);
      if (at > 0) await signing.reject(signing.idOf(`eve-${at - 1}@evil.test`, names[at - 1]));
      expect((await signing.read(id)).status).toBe('confirmed');
    }
    expect(outcomes).toEqual([
      ...['confirmed', 'confirmed', 'confirmed'],
      ...['waiting-for-review', 'waiting-for-review'],
    ]);
  });

  test('from a domain only if more of it were rejected than count', async () => {
    const local = async (at: number) =>
      await sign(`local-${at}@union.test`, none, `Local ${at} of Trade ${'abcdefghijklmno'[at]}`);
    for (let at = 0; at < 3; at++) await local(at);
    const troll = await sign('troll@union.test', none, 'Pier Readers');
    await signing.reject(troll.id);
    for (let at = 3; at < 15; at++) expect((await local(at)).outcome).toBe('confirmed');
  });

  test('from a domain of which many colleagues have signed for one organization before', async () => {
    const first = await sign('ana@evil.test', none);
    for (let at = 0; at < 25; at++) await sign(`member-${at}@evil.test`, none);
    await signing.withdraw(first.id);
    await signing.reject((await sign('eve@evil.test', none, 'Pier Readers')).id);
    const next = await sign('mallory@evil.test', none, 'Quay Cyclists');
    expect(next.outcome).toBe('waiting-for-review');
    expect((await flagsOf(next.id)).map(({ flag }) => flag)).toContain('rejected-before');
  });

  test('from a domain not if it has free email', async () => {
    await signing.reject((await sign('eve@gmail.com', none, 'Pier Readers')).id);
    const next = await sign('iris@gmail.com', none, 'Dock Gardeners');
    expect((await flagsOf(next.id)).map(({ flag }) => flag)).toEqual(['free-mail', 'no-website']);
  });

  test('from a domain not for who counts there already, or for a colleague of a rejected duplicate', async () => {
    const holder = await sign(own);
    const duplicate = await sign('ben@pier-gardens.example');
    await signing.reject(duplicate.id);
    const troll = await sign('troll@pier-gardens.example', none, 'Quay Cyclists');
    await signing.reject(troll.id);
    expect(await signing.correct(holder.id, { organizationName: name.toUpperCase() })).toBe('corrected');
    const colleague = await sign('cara@pier-gardens.example');
    expect(colleague.outcome).toBe('already-signed-by-organization');
    await signing.reinstate(troll.id);
    await signing.withdraw(troll.id);
    await signing.withdraw(holder.id);
    const last = await sign('dora@pier-gardens.example', { website }, 'Dock Gardeners');
    expect(last.outcome).toBe('waiting-for-review');
    await signing.approve(last.id);
    expect((await signing.read(last.id)).eligible).toBe('yes');
  });

  test.each(['eve@evil.test', 'eve@gmail.com'])('with the same website, from wherever: %s', async (email) => {
    const eve = await sign(email, site, 'Pier Readers');
    expect(eve.outcome).toBe(email === 'eve@gmail.com' ? 'waiting-for-review' : 'confirmed');
    await signing.reject(eve.id);
    const next = await sign('mallory@other.test', site, 'Dock Gardeners');
    expect(next.outcome).toBe('waiting-for-review');
    expect(await flagsOf(next.id)).toContainEqual(rejectedBefore(eve.id));
    await signing.reject(next.id);
    const third = await sign('trudy@third.test', site, 'Quay Cyclists');
    expect((await flagsOf(third.id)).map(({ flag }) => flag)).toContain('rejected-before');
    // Once one counts with it, the website says that it has it.
    await signing.approve(third.id);
    const fourth = await sign('zed@fourth.test', site, 'Buoy Bakers');
    expect((await flagsOf(fourth.id)).map(({ flag }) => flag)).toEqual(['other-domain', 'same-website']);
  });

  test('also after “It wasn’t me”, which anybody with its link can press', async () => {
    for (const [at, organization] of ['Pier Readers', 'Dock Gardeners', 'Quay Cyclists'].entries()) {
      const eve = await sign(`eve-${at}@evil.test`, site, organization);
      expect(eve.outcome).toBe(at === 0 ? 'confirmed' : 'waiting-for-review');
      await signing.reject(eve.id);
      await signing.notMe(eve.id);
      expect((await signing.read(eve.id)).signed).toBeUndefined();
    }
    const elsewhere = await sign('mallory@other.test', site, 'Buoy Bakers');
    expect((await flagsOf(elsewhere.id)).map(({ flag }) => flag)).toContain('rejected-before');
  });

  test('emptied with “It wasn’t me”, not against a colleague whom an organizer has approved', async () => {
    const eve = await sign('eve@pier-readers.test', none, 'Pier Readers');
    await signing.reject(eve.id);
    await signing.notMe(eve.id);
    const colleague = await sign('ben@pier-readers.test', none, 'Pier Readers');
    expect(await signing.approve(colleague.id)).toBe('approved');
    await signing.withdraw(colleague.id);
    expect((await sign('cem@pier-readers.test', none, 'Pier Readers')).outcome).toBe('confirmed');
  });

  test('but not once it is reinstated', async () => {
    const eve = await sign('eve@evil.test', site, 'Pier Readers');
    await signing.reject(eve.id);
    await signing.reinstate(eve.id);
    await signing.withdraw(eve.id);
    expect((await sign('mallory@evil.test', site, 'Dock Gardeners')).outcome).toBe('confirmed');
  });

  test('with the website of an invited organization, not against that organization', async () => {
    const id = invitedId(testAddressKey, organizationKey(name));
    await database.store.update({
      key: invitedKey(slug, id),
      update: 'SET slug = :slug, id = :id, organization = :organization, nonce = :nonce, website = :website',
      values: {
        ':slug': slug,
        ':id': id,
        ':organization': name,
        ':nonce': 'a-nonce',
        ':website': website,
      },
    });
    await signing.reject((await sign('eve@gmail.com', { website }, 'Dock Gardeners')).id);
    const invited = await sign(own);
    expect([invited.outcome, await flagsOf(invited.id)]).toEqual(['confirmed', []]);
  });

  test('from the same mailbox, whether for an organization or a person', async () => {
    const person = async (email: string, typed: string) => {
      const id = await signing.submit(email, undefined, { name: typed });
      await signing.confirm(id);
      return id;
    };
    const eve = await person('eve@gmail.com', 'asdf');
    await signing.reject(eve);
    const organization = await sign('eve+2@gmail.com', none, 'Pier Readers');
    expect(await flagsOf(organization.id)).toContainEqual(rejectedBefore(eve));
    const zed = await sign('zed@zed.test', none, 'Dock Gardeners');
    expect(zed.outcome).toBe('confirmed');
    await signing.reject(zed.id);
    const again = await person('zed+1@zed.test', 'Zed Stone');
    expect(await flagsOf(again)).toEqual([rejectedBefore(zed.id)]);
    expect((await signing.read(again)).eligible).toBe('no');
  });
});

test('Of a domain few rows are read, and none while nothing is stored', async () => {
  let rows = 0;
  const { store } = database;
  const counting = newSigning(
    {
      ...database,
      store: {
        ...store,
        get: async (schema, key) => {
          if (key.PK.startsWith('SIGNONS#')) rows++;
          return await store.get(schema, key);
        },
      },
    },
    { review: 'flagged' },
  );
  const confirmLocal = async (at: number): Promise<number> => {
    const id = await counting.submit(
      `local-${at}@union.test`,
      `Local ${at} of Trade ${'abcdefghijklmnopqrstuv'[at]}`,
      {
        website: undefined,
      },
    );
    const signOn = await signing.read(id);
    const before = rows;
    await counting.confirm(id);
    expect((await signing.read(signOn.id)).eligible).toBe('yes');
    return rows - before;
  };
  const first = await confirmLocal(0);
  for (let at = 1; at < 21; at++) await confirmLocal(at);
  expect((await confirmLocal(21)) - first).toBe(5);
});

test('A split takes the note of a rejection along, and a reinstatement ends it there', async () => {
  const shore = (person: string) => `${person}@shore-parents.example`;
  const typed = { website: 'https://shore-parents.example/' };
  const kept = await sign(own);
  const rejected = await sign(shore('dan'), typed, 'Shore Parents');
  const colleague = await sign(shore('ben'), typed, 'Shore Parents');
  expect(await signing.merge(kept.id, rejected.id)).toBe('merged');
  expect(await signing.reject(rejected.id)).toBe('rejected');
  expect(await claimOf(database, organizationKey(name))).toMatchObject({ rejected: new Set([rejected.id]) });
  expect(await signing.split(colleague.id)).toBe('split');
  expect(await claimOf(database, organizationKey(name))).not.toHaveProperty('rejected');
  expect(await claimOf(database, organizationKey('Shore Parents'))).toMatchObject({
    rejected: new Set([rejected.id]),
  });
  await noViolations();
  expect(await signing.reinstate(rejected.id)).toBe('reinstated-organization-has-signed');
  await noViolations();
});

test('A reinstated one leaves no note at the claim of its name, though it goes to another organization of the name', async () => {
  await start('none');
  const [first, free, second] = [
    await sign(own),
    await sign('pier.gardens@gmail.com', { website: undefined }),
    await sign('ben@pier-gardens.example'),
  ];
  expect(await signing.promote(free.id)).toBe('promoted-instead');
  expect(await signing.split(second.id)).toBe('split');
  expect(await signing.reject(first.id)).toBe('rejected');
  expect(await signing.reinstate(first.id)).toBe('reinstated-organization-has-signed');
  expect((await signing.read(first.id)).organizationKey).toBe(
    (await signing.read(second.id)).organizationKey,
  );
  await noViolations();
});
