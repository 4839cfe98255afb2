import { beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { lookAlikeKeys } from '../../../shared/operations/signing/name-index.ts';
import type { Details } from '../../../shared/sign-on/sign-on.ts';
import { organizationDetails, slug } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import { claimViolations, freshStore, seed, signOnsOf, type TestStore } from '../../support/store.ts';

/** Somebody whose sign-on held the claim and left it is no stranger to whoever comes next. */

const name = 'Golf Water Fund';
const honest = 'ana@golf-water.example';
const stranger = 'eve@golf-fraud.test';

let database: TestStore;
let signing: Signing;

beforeEach(async () => {
  database = await freshStore();
  await seed(database, { settings: { review: 'flagged' } });
  signing = newSigning(database, { review: 'flagged' });
});

async function sign(email: string, organization = name, typed: Partial<Details> = {}) {
  const id = await signing.submit(email, organization, { website: undefined, ...typed });
  return { id, outcome: await signing.confirm(id) };
}
const ask = async (...ids: string[]): Promise<void> => {
  for (const id of ids) expect(await signing.ask(id)).toBe('asked');
};
const flagsOf = async (id: string) => (await signing.read(id)).flags?.map(({ flag }) => flag) ?? [];
const noViolations = async () =>
  expect(await claimViolations(database, await signOnsOf(database))).toEqual([]);

describe('while signers are asked to agree to a changed letter', () => {
  test('a stranger who signs for one of them waits, and a colleague counts', async () => {
    const { id } = await sign(honest);
    await ask(id);
    const fake = await sign(stranger);
    expect(fake.outcome).toBe('waiting-for-review');
    expect(await flagsOf(fake.id)).toContain('second-domain');
    expect((await sign('ben@golf-water.example')).outcome).toBe('confirmed');
    await noViolations();
  });

  test('a stranger from another place waits, too', async () => {
    const { id } = await sign(honest, name, { city: 'Troy', region: 'NY' });
    await ask(id);
    expect((await sign(stranger, name, { city: 'Utica', region: 'NY' })).outcome).toBe('waiting-for-review');
    expect(await signing.confirm(id)).toBe('confirmed');
  });

  test('a duplicate from another place waits that agrees before the one that counted', async () => {
    const [first, second] = [
      await sign(honest, name, { city: 'Troy', region: 'NY' }),
      await sign('ben@golf-water.example', name, { city: 'Utica', region: 'NY' }),
    ];
    expect([first.outcome, second.outcome]).toEqual(['confirmed', 'already-signed-by-organization']);
    expect(await flagsOf(second.id)).toContain('second-domain');
    await ask(first.id, second.id);
    expect(await signing.confirm(second.id)).toBe('waiting-for-review');
    expect(await signing.confirm(first.id)).toBe('confirmed');
    await noViolations();
  });

  test('nearly the name of one of them, or its website, waits', async () => {
    const website = 'https://golf-water.example/';
    const { id } = await sign(honest, name, { website });
    await ask(id);
    const near = await sign(stranger, 'Golf Waters Fund');
    expect(await flagsOf(near.id)).toContain('look-alike');
    const same = await sign('mo@golf-water.example', 'Stevedore Kin Circle', { website });
    expect(await flagsOf(same.id)).toContain('same-website');
    expect([near.outcome, same.outcome]).toEqual(['waiting-for-review', 'waiting-for-review']);
    expect(await signing.confirm(id)).toBe('confirmed');
    await noViolations();
  });

  test('one of them who takes nearly the name of another waits', async () => {
    const [mothers, players] = [
      await sign(honest, 'Marigold Street Mothers'),
      await sign(stranger, 'Gull Rock Players'),
    ];
    await ask(mothers.id, players.id);
    await signing.correct(players.id, { organizationName: 'Marigold Street Mother' });
    expect(await signing.confirm(mothers.id)).toBe('confirmed');
    expect(await signing.confirm(players.id)).toBe('waiting-for-review');
  });

  test('a duplicate from another domain that answers first waits, and one that answers last is shown', async () => {
    const { id } = await sign(honest);
    const fake = await sign(stranger);
    expect(fake.outcome).toBe('already-signed-by-organization');
    await ask(id, fake.id);
    expect(await signing.confirm(fake.id)).toBe('waiting-for-review');
    expect(await signing.confirm(id)).toBe('confirmed');
  });

  test('the one that finds another holder is shown with another domain', async () => {
    const { id } = await sign(honest);
    await ask(id);
    const fake = await sign(stranger);
    await signing.approve(fake.id);
    expect(await signing.confirm(id)).toBe('already-signed-by-organization');
    expect(await flagsOf(id)).toContain('second-domain');
    await noViolations();
  });

  test('the website of a colleague who answers first is known', async () => {
    const website = 'https://blog.golf-water.example/';
    const { id } = await sign(honest);
    const colleague = await sign('ben@golf-water.example', name, { website });
    await ask(id, colleague.id);
    expect(await signing.confirm(colleague.id)).toBe('confirmed');
    const same = await sign('mo@golf-water.example', 'Stevedore Kin Circle', { website });
    expect(await flagsOf(same.id)).toContain('same-website');
  });

  test('the website of one that was approved meanwhile is known once it counts', async () => {
    const website = 'https://breakwater.example/';
    const choir = await sign('choir@gmail.com', 'Breakwater Choir Members', { website });
    await ask(choir.id);
    await signing.approve(choir.id);
    expect(await signing.confirm(choir.id)).toBe('confirmed');
    expect((await sign('mo@breakwater.example', 'Stevedore Kin Circle', { website })).outcome).toBe(
      'waiting-for-review',
    );
    expect((await sign(stranger, 'Breakwater Choir Member')).outcome).toBe('waiting-for-review');
  });
});

describe('while a sign-on that an organizer has approved is asked to agree', () => {
  test('a stranger who signs for its organization waits, though it has never counted', async () => {
    const { id } = await sign('golf@gmail.com');
    await ask(id);
    expect(await signing.approve(id)).toBe('approved-asked-again');
    const fake = await sign(stranger);
    expect(fake.outcome).toBe('waiting-for-review');
    expect((await signing.read(fake.id)).flags).toContainEqual({ flag: 'second-domain', id });
    signing.later(120);
    expect((await sign('mo@golf-fakes.test', 'Golf Waters Fund')).outcome).toBe('waiting-for-review');
    expect(await signing.confirm(id)).toBe('confirmed');
    await noViolations();
  });

  test('the one that counted before stays protected, too', async () => {
    const { id } = await sign(honest);
    await ask(id);
    const other = await sign(stranger);
    await ask(other.id);
    expect(await signing.approve(other.id)).toBe('approved-asked-again');
    expect(await signing.confirm(id)).toBe('confirmed');
    expect(await signing.confirm(other.id)).toBe('already-signed-by-organization');
    await noViolations();
  });

  test.each(['before it is asked', 'while it is asked'])(
    'a change of its name %s is known, too',
    async (when) => {
      const { id } = await sign(honest, 'Cattail Menders');
      const isBefore = when.startsWith('before');
      if (!isBefore) await ask(id);
      await signing.correct(id, { organizationName: name });
      if (isBefore) await ask(id);
      expect(await signing.approve(id)).toBe(
        isBefore ? 'change-approved-asked-again' : 'approved-asked-again',
      );
      signing.later(120);
      expect((await sign(stranger)).outcome).toBe('waiting-for-review');
      expect(await signing.confirm(id)).toBe('confirmed');
      await noViolations();
    },
  );

  test('a colleague does not sign with the name that it had before', async () => {
    const { id } = await sign(honest, 'Waterfront Families Alliance');
    await signing.correct(id, { organizationName: 'Harbor Justice Center' });
    await signing.approve(id);
    await ask(id);
    const colleague = await sign('ben@golf-water.example', 'Waterfront Families Alliance');
    expect((await signing.read(colleague.id)).flags).toContainEqual({ flag: 'former-name', id });
    expect(colleague.outcome).toBe('waiting-for-review');
  });

  test('a colleague signs under each of two names that were merged', async () => {
    const old = await sign('cleo@golf-water.example', 'Pier Nine Quilters');
    const { id } = await sign(honest);
    expect(await signing.merge(id, old.id)).toBe('merged');
    await signing.promote(old.id);
    await ask(old.id);
    expect((await sign('ben@golf-water.example')).outcome).toBe('confirmed');
    await noViolations();
  });
});

test('A mended spelling does not take the claim that an organization of another domain has left', async () => {
  const { id } = await sign(honest, 'Pier Elders Circle');
  await signing.withdraw(id);
  const near = await sign(stranger, 'Pier Elder Circle');
  expect(near.outcome).toBe('confirmed');
  await signing.correct(near.id, { organizationName: 'Pier Elders Circle' });
  const { signed, proposedFlags } = await signing.read(near.id);
  expect(signed?.organizationName).toBe('Pier Elder Circle');
  expect(proposedFlags).toContainEqual({ flag: 'second-domain', id });
  await noViolations();
});

describe('once the one that counted has withdrawn', () => {
  test('a stranger waits, and a colleague of the same domain counts', async () => {
    const { id } = await sign(honest);
    await signing.withdraw(id);
    expect((await sign(stranger)).outcome).toBe('waiting-for-review');
    expect((await sign('ben@mail.golf-water.example')).outcome).toBe('confirmed');
    await noViolations();
  });

  test('the same address counts again', async () => {
    const { id } = await sign(honest);
    await signing.withdraw(id);
    expect((await sign(honest)).outcome).toBe('confirmed');
  });

  test.each(['duplicate', 'demoted', 'merged'])(
    'a %s that withdraws and signs again waits',
    async (state) => {
      const isFirst = state === 'demoted';
      const merged = 'Golf Waters Fund';
      const first = isFirst ? await sign(stranger) : undefined;
      const { id } = await sign(honest);
      if (first) expect(await signing.promote(id)).toBe('promoted-instead');
      const [email, named] = state === 'merged' ? ['golf@gmail.com', merged] : [stranger, name];
      const fake = first ?? (await sign(email, named));
      if (state === 'merged') expect(await signing.merge(id, fake.id)).toBe('merged');
      await signing.withdraw(id);
      expect(await signing.confirm(fake.id)).toBe('waiting-for-review');
      await signing.withdraw(fake.id);
      expect((await sign(email, named)).outcome).toBe('waiting-for-review');
      await noViolations();
    },
  );

  test('the other organization of the name is protected, too', async () => {
    await sign('ana@baptist-albany.example', 'First Baptist Church', { city: 'Albany', region: 'NY' });
    const troy = { city: 'Troy', region: 'NY' };
    const second = await sign('ben@baptist-troy.example', 'First Baptist Church', troy);
    expect(await signing.split(second.id)).toBe('split');
    await signing.withdraw(second.id);
    expect((await sign(stranger, 'First Baptist Church', troy)).outcome).toBe('waiting-for-review');
    await noViolations();
  });

  test('“It wasn’t me” leaves nothing that makes the organization wait', async () => {
    const { id } = await sign(stranger);
    await signing.notMe(id);
    expect((await sign(honest)).outcome).toBe('confirmed');
  });

  test('“It wasn’t me” does not hide who waits behind it', async () => {
    const fake = await sign(stranger);
    const { id } = await sign(honest);
    await signing.notMe(fake.id);
    const next = await sign('eve@golf-fakes.test');
    expect(next.outcome).toBe('waiting-for-review');
    expect((await signing.read(next.id)).flags).toContainEqual({ flag: 'second-domain', id });
    await noViolations();
  });

  test.each(['not me', 'withdrawn and erased'])(
    'another mailbox of one that waits as doubtful does not count before it: %s',
    async (how) => {
      const { id } = await sign(honest);
      const fake = await sign(stranger);
      expect(fake.outcome).toBe('already-signed-by-organization');
      if (how === 'not me') await signing.notMe(id);
      else {
        await signing.withdraw(id);
        await signing.erase(id);
      }
      const next = await sign('vice@golf-fraud.test');
      expect(next.outcome).toBe('waiting-for-review');
      expect((await signing.read(next.id)).flags).toContainEqual({ flag: 'second-domain', id });
      expect((await sign('ben@golf-water.example')).outcome).toBe('waiting-for-review');
      await noViolations();
    },
  );

  test('an approval from before does not take the place of one that was approved after it', async () => {
    const first = await sign('golf@gmail.com');
    expect(await signing.approve(first.id)).toBe('approved');
    await signing.withdraw(first.id);
    const { id } = await sign(honest);
    expect(await signing.approve(id)).toBe('approved');
    await signing.withdraw(id);
    expect((await sign('golf@gmail.com')).outcome).toBe('waiting-for-review');
    expect(await signing.approve(first.id)).toBe('approved');
    await noViolations();
  });

  test('an organizer’s decision ends it', async () => {
    const { id } = await sign(honest);
    await signing.withdraw(id);
    const other = await sign('cleo@golf-fund.example');
    expect(await signing.approve(other.id)).toBe('approved');
    await signing.withdraw(other.id);
    expect((await sign('dan@golf-fund.example')).outcome).toBe('confirmed');
  });
});

test('An organization that has changed its name does not count again under the old one', async () => {
  const { id } = await sign(honest, 'Waterfront Families Alliance');
  await signing.correct(id, { organizationName: 'Harbor Justice Center' });
  expect(await signing.approve(id)).toBe('change-approved');
  const colleague = await sign('ben@golf-water.example', 'Waterfront Families Alliance');
  expect(colleague.outcome).toBe('waiting-for-review');
  expect((await signing.read(colleague.id)).flags).toContainEqual({ flag: 'former-name', id });
});

describe('a duplicate whose button is pressed when the claim is vacant', () => {
  test.each(['promote, reject', 'reject, promote'])(
    'waits if the last holder had another domain: %s',
    async (order) => {
      const boss = await sign(stranger);
      const vice = await sign('vice@golf-fraud.test');
      const { id } = await sign(honest);
      if (order.startsWith('reject')) await signing.reject(boss.id);
      await signing.promote(id);
      if (order.endsWith('reject')) await signing.reject(boss.id);
      await signing.withdraw(id);
      expect(await signing.confirm(vice.id)).toBe('waiting-for-review');
      await noViolations();
    },
  );

  test.each(['withdraws', 'is asked to agree'])(
    'is compared with who has signed since, when the holder %s',
    async (how) => {
      const boss = await sign(stranger, 'Marigold Lane Mother');
      const vice = await sign('vice@golf-fraud.test', 'Marigold Lane Mother');
      if (how === 'withdraws') await signing.withdraw(boss.id);
      else {
        await ask(boss.id, vice.id);
        await signing.withdraw(boss.id);
      }
      signing.later(120);
      const { id } = await sign(honest, 'Marigold Lane Mothers');
      expect((await signing.read(id)).eligible).toBe('yes');
      expect(await signing.confirm(vice.id)).toBe('waiting-for-review');
      expect(await flagsOf(vice.id)).toContain('look-alike');
      expect(await signing.confirm(vice.id)).toBe('waiting-for-review');
      await noViolations();
    },
  );

  test('does not make a stranger count after a split that leaves it vacant', async () => {
    const iron = await sign('ana@iron.example', 'Iron Gate Bakers');
    const juniper = await sign('ben@juniper.example', 'Juniper Street Readers');
    await signing.merge(iron.id, juniper.id);
    await signing.promote(juniper.id);
    const dora = await sign('dora@iron-bread.example', 'Iron Gate Bakers');
    await signing.withdraw(iron.id);
    expect(await signing.split(juniper.id)).toBe('split');
    expect((await sign(stranger, 'Iron Gate Bakers')).outcome).toBe('waiting-for-review');
    expect((await signing.read(dora.id)).eligible).toBe('no');
    await noViolations();
  });
});

describe('the rejection of a fake', () => {
  test('holds for a colleague who had left the claim before it took it', async () => {
    const first = await sign(stranger);
    await signing.withdraw(first.id);
    const second = await sign('vice@golf-fraud.test');
    expect(second.outcome).toBe('confirmed');
    expect(await signing.reject(second.id)).toBe('rejected');
    expect((await sign(stranger)).outcome).toBe('waiting-for-review');
  });

  test('finds nearly the name that it took while it waited', async () => {
    const { id } = await sign('mo@gmail.com', 'Cattail Menders');
    await signing.correct(id, { organizationName: 'Salt Marsh Menders' });
    expect(await signing.reject(id)).toBe('rejected');
    const next = await sign(stranger, 'Salt Marsh Mender');
    expect((await signing.read(next.id)).flags).toContainEqual({ flag: 'rejected-before', id });
  });

  test('does not make the one wait who held the claim before, while both are asked to agree', async () => {
    const { id } = await sign(honest);
    const fake = await sign(stranger);
    await ask(id, fake.id);
    expect(await signing.reject(fake.id)).toBe('rejected');
    expect(await signing.confirm(id)).toBe('confirmed');
  });

  test('does not make the one wait who has withdrawn and signs again', async () => {
    const { id } = await sign(honest);
    const fake = await sign(stranger);
    await signing.withdraw(fake.id);
    await signing.withdraw(id);
    expect(await signing.reject(fake.id)).toBe('rejected');
    expect((await sign(honest)).outcome).toBe('confirmed');
  });
});

test('Nearly the old name of an organization waits, and nearly one that was merged away and is asked', async () => {
  const { id } = await sign(honest, 'Waterside Families Alliance');
  await signing.correct(id, { organizationName: 'Dunes Justice Center' });
  await signing.approve(id);
  signing.later(120);
  expect((await sign(stranger, 'Waterside Family Alliance')).outcome).toBe('waiting-for-review');
});

test('The name that an asked signer has corrected is found once it counts', async () => {
  const { id } = await sign(honest, 'Sandpiper Shore Stewards');
  await ask(id);
  await signing.correct(id, { organizationName: 'Sandpipper Shore Stewards' });
  signing.later(120);
  expect(await signing.confirm(id)).toBe('confirmed');
  expect((await sign(stranger, 'Sandpipper Shore Steward')).outcome).toBe('waiting-for-review');
});

test('Whoever takes another name while asked waits', async () => {
  const players = await sign(stranger, 'Gull Rock Players');
  await ask(players.id);
  await signing.correct(players.id, { organizationName: 'Violet Street Mother' });
  signing.later(120);
  expect((await sign(honest, 'Violet Street Mothers')).outcome).toBe('confirmed');
  expect(await signing.confirm(players.id)).toBe('waiting-for-review');
});

describe('an approval', () => {
  test('stops once at a look-alike that has come since, and is made by repeating it', async () => {
    const fake = await sign('marigold.lane@gmail.com', 'Marigold Lane Mother');
    const real = await sign(honest, 'Marigold Lane Mothers');
    expect([fake.outcome, real.outcome]).toEqual(['waiting-for-review', 'confirmed']);
    expect(await signing.approve(fake.id)).toBe('evidence-added');
    expect((await signing.read(fake.id)).flags).toContainEqual(
      expect.objectContaining({ flag: 'look-alike', id: real.id }),
    );
    expect((await signing.read(fake.id)).eligible).toBe('no');
    expect(await signing.approve(fake.id)).toBe('approved');
  });

  test('a promotion stops, too, while nobody counts for the organization', async () => {
    const first = await sign('ana@marigold.example', 'Marigold Lane Mothers');
    const second = await sign('mo@marigold.example', 'Marigold Lane Mothers');
    expect([first.outcome, second.outcome]).toEqual(['confirmed', 'already-signed-by-organization']);
    await signing.withdraw(first.id);
    const near = await sign('jo@lane.example', 'Marigold Lane Mother');
    expect(near.outcome).toBe('confirmed');
    expect(await signing.promote(second.id)).toBe('evidence-added');
    expect((await signing.read(second.id)).flags).toContainEqual(
      expect.objectContaining({ flag: 'look-alike', id: near.id }),
    );
    await noViolations();
    expect(await signing.promote(second.id)).toBe('promoted');
    await noViolations();
  });

  test('a promotion compares the signed words, also while a change of them waits', async () => {
    const first = await sign('ana@marigold.example', 'Marigold Lane Mothers');
    expect(await signing.correct(first.id, { organizationName: 'Cattail Weavers' })).toBe('waiting');
    const second = await sign('mo@marigold.example', 'Marigold Lane Mothers');
    expect(await signing.promote(second.id)).toBe('promoted-instead');
    await signing.withdraw(second.id);
    const near = await sign('jo@lane.example', 'Marigold Lane Mother');
    if (near.outcome !== 'confirmed') expect(await signing.approve(near.id)).toBe('approved');
    expect(await signing.promote(first.id)).toBe('evidence-added');
    expect(await flagsOf(first.id)).toContain('look-alike');
    expect(await signing.promote(first.id)).toBe('promoted');
    await noViolations();
  });

  test('a promotion without a review does not stop', async () => {
    database = await freshStore();
    await seed(database, { settings: { review: 'none' } });
    signing = newSigning(database, { review: 'none' });
    const first = await sign('ana@marigold.example', 'Marigold Lane Mothers');
    const second = await sign('mo@marigold.example', 'Marigold Lane Mothers');
    await signing.withdraw(first.id);
    await sign('jo@lane.example', 'Marigold Lane Mother');
    expect(await signing.promote(second.id)).toBe('promoted');
  });

  test('does not stop at more look-alikes than are shown', async () => {
    const names = [
      'Marigold Lane Mothers',
      'Marygold Lane Mothers',
      'Marigolde Lane Mothers',
      'Marigold Lane Mothres',
      'Marigoldd Lane Mothers',
    ];
    for (const [at, name] of names.entries()) {
      const { id, outcome } = await sign(`ana@org-${at}.example`, name);
      if (outcome === 'waiting-for-review') expect(await signing.approve(id)).toBe('approved');
    }
    const last = await sign('mo@org-9.example', 'Marigold Lane Mother');
    expect((await flagsOf(last.id)).filter((flag) => flag === 'look-alike')).toHaveLength(3);
    expect(await signing.approve(last.id)).toBe('approved');
  });

  test.each(['withdraws', 'is asked to agree'])(
    'stops once when another one has counted since, and %s',
    async (how) => {
      const free = await sign('golf@gmail.com');
      const { id, outcome } = await sign(honest);
      expect([free.outcome, outcome]).toEqual(['waiting-for-review', 'confirmed']);
      if (how === 'withdraws') await signing.withdraw(id);
      else await ask(id);
      expect(await signing.approve(free.id)).toBe('evidence-added');
      expect((await signing.read(free.id)).flags).toContainEqual({ flag: 'second-domain', id });
      expect(await signing.approve(free.id)).toBe('approved');
      await noViolations();
    },
  );

  test('does not stop while another one counts: it waits behind it, and says so', async () => {
    const free = await sign('golf@gmail.com');
    const { id } = await sign(stranger);
    expect(await signing.approve(free.id)).toBe('approved-organization-has-signed');
    expect((await signing.read(free.id)).flags).toContainEqual({ flag: 'second-domain', id });
    await noViolations();
  });

  test('that is undone, and made again, says that another one counts by now', async () => {
    const { id } = await sign(honest);
    await signing.reject(id);
    const fake = await sign(stranger);
    await signing.approve(fake.id);
    expect(await signing.reinstate(id)).toBe('reinstated-organization-has-signed');
    expect((await signing.read(id)).flags).toContainEqual({ flag: 'second-domain', id: fake.id });
    await noViolations();
  });

  test('of a change to a name that a stranger has signed meanwhile says so, too', async () => {
    const { id } = await sign(honest, 'Cattail Menders');
    await signing.correct(id, { organizationName: name });
    const fake = await sign(stranger);
    expect(fake.outcome).toBe('confirmed');
    expect(await signing.approve(id)).toBe('change-approved-organization-has-signed');
    expect((await signing.read(id)).flags).toContainEqual({ flag: 'second-domain', id: fake.id });
    await noViolations();
  });

  test('stops once at the same website, also of a change', async () => {
    const website = 'https://golf-water.example/';
    const weavers = await sign('weavers@gmail.com', 'Quite Different Weavers', { website });
    const choir = await sign('choir@choir.example', 'Breakwater Choir Members');
    await signing.correct(choir.id, { website });
    await sign(honest, 'Cedar Hollow Readers', { website });
    expect(await signing.approve(weavers.id)).toBe('evidence-added');
    expect(await flagsOf(weavers.id)).toContain('same-website');
    expect(await signing.approve(choir.id)).toBe('evidence-added');
    expect((await signing.read(choir.id)).proposedFlags).toContainEqual(
      expect.objectContaining({ flag: 'same-website' }),
    );
    expect(await signing.approve(choir.id)).toBe('change-approved');
  });
});

test('Corrections put no name into the index of look-alikes before they are approved', async () => {
  const name = 'Salt Marsh Menders';
  const isIndexed = async (): Promise<boolean> => {
    const ids = [kelp.id, waiting.id];
    const keys = ids.flatMap((id) => lookAlikeKeys({ slug, id }, organizationDetails(name)));
    const items = await Promise.all(keys.map((key) => database.store.get(z.object({}), key)));
    return items.some((item) => item !== undefined);
  };
  const kelp = await sign('ben@kelp.example', 'Kelp Menders Guild');
  await signing.correct(kelp.id, { organizationName: name });
  const waiting = await sign('mo@gmail.com', 'Cattail Menders');
  await signing.correct(waiting.id, { organizationName: name });
  expect(await isIndexed()).toBe(false);
  expect(await signing.approve(kelp.id)).toBe('change-approved');
  expect(await isIndexed()).toBe(true);
  signing.later(120);
  expect((await sign('jo@salt.example', 'Salt Marsh Mender')).outcome).toBe('waiting-for-review');
});

describe('a withdrawn one', () => {
  test('can be rejected, and does not count when it is signed again', async () => {
    const { id } = await sign(stranger);
    await signing.withdraw(id);
    await signing.submit(stranger, name);
    expect(await signing.reject(id)).toBe('rejected');
    expect((await sign(stranger)).outcome).toBe('rejected');
    expect((await sign('mo@golf-fraud.test')).outcome).toBe('waiting-for-review');
    await noViolations();
  });

  test('is withdrawn again if that is undone', async () => {
    const { id } = await sign(honest);
    await signing.withdraw(id);
    await signing.reject(id);
    expect(await signing.reinstate(id)).toBe('reinstated-withdrawn');
    expect((await signing.read(id)).status).toBe('withdrawn');
    expect((await sign('ben@golf-water.example')).outcome).toBe('confirmed');
    await noViolations();
  });

  test('can be rejected, and that be undone, after what was typed is deleted', async () => {
    const { id } = await sign(stranger);
    await signing.notMe(id);
    expect(await signing.reject(id)).toBe('rejected');
    expect((await sign(stranger)).outcome).toBe('rejected');
    expect(await signing.reinstate(id)).toBe('reinstated-withdrawn');
    expect((await sign(stranger)).outcome).toBe('confirmed');
  });
});
