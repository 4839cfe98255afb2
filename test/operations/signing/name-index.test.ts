import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { confirmSignOn } from '../../../shared/operations/signing/confirm.ts';
import { correctSignOn } from '../../../shared/operations/signing/correct.ts';
import { lookAlikeEntries, whileIndexing, withIndex } from '../../../shared/operations/signing/name-index.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import type { Details } from '../../../shared/sign-on/sign-on.ts';
import type { Store } from '../../../shared/table/table.ts';
import { intrudeAtEveryStep, storeWithIntruder } from '../../support/intruder.ts';
import { logLinesOf } from '../../support/log-lines.ts';
import { addressKey, aSettings, organizationDetails, slug } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import {
  claimViolations,
  freshStore,
  indexViolations,
  type KeyedTestStore,
  seed,
  signOnsOf,
} from '../../support/store.ts';

/** A name is in the index of look-alikes while its sign-on stands, so that nobody fills a bucket without a trace. */

const settings = { review: 'flagged' } as const;
const honest = 'ana@golf-water.example';
const stranger = 'eve@golf-fraud.test';

let database: KeyedTestStore;
let signing: Signing;

beforeEach(async () => {
  database = await freshStore();
  await seed(database, { settings });
  signing = newSigning(database, settings);
});
afterEach(() => database.client.destroy());

async function sign(email: string, organization: string, typed: Partial<Details> = {}) {
  const id = await signing.submit(email, organization, { website: undefined, ...typed });
  return { id, outcome: await signing.confirm(id) };
}
const flagsOf = async (id: string) => (await signing.read(id)).flags?.map(({ flag }) => flag) ?? [];
const counts = async (id: string): Promise<boolean> => (await signing.read(id)).eligible === 'yes';
const entries = async (): Promise<string[]> =>
  (await database.tableKeys())
    .map(({ PK, SK }) => `${PK} ${SK}`)
    .filter((key) => key.startsWith('LOOKALIKE#'))
    .toSorted();
/** `others`: names that organizers have joined to an organization that counts under another one. */
const noViolations = async (...others: string[]) => {
  const signOns = await signOnsOf(database);
  const keys = new Set(others.map(organizationKey));
  expect(await indexViolations(database, signOns, { others: keys })).toEqual([]);
  expect(await claimViolations(database, signOns)).toEqual([]);
};
/** As if the sign-on were about to count with the name, or had been rejected. */
const putName = async (id: string, details: Details | undefined, isRejected = false): Promise<void> => {
  const entry = { now: signing.now(), mark: signing.newUlid(), isRejected };
  await database.store.putAll(lookAlikeEntries({ slug, id }, details, entry));
};
const ask = async (id: string): Promise<void> => expect(await signing.ask(id)).toBe('asked');

const vowels = ['a', 'e', 'i', 'o', 'u'];
/** They have the consonants of "Golf Water Fund", and sort before it. */
const variants = vowels
  .flatMap((one) => vowels.flatMap((other) => vowels.map((last) => `G${one}lf Wat${other}r F${last}nd`)))
  .filter((name) => name < 'Golf')
  .slice(0, 45);

describe('one mailbox cannot hide a name from the search', () => {
  test.each(['withdraw', 'notMe'] as const)(
    'by signing for variants of it one after the other: %s',
    async (leave) => {
      expect((await sign(honest, 'Golf Water Fund')).outcome).toBe('confirmed');
      const before = await entries();
      const leaving = 'Harmless Reading Circle';
      for (const variant of variants) {
        const id = await signing.submit(stranger, leaving, { website: undefined });
        await signing.correct(id, { organizationName: variant });
        await signing.confirm(id);
        await signing[leave](id);
      }
      expect(await entries()).toEqual(before);
      for (const [at, name] of ['Golf Waters Fund', 'Golfwater Fund', 'Golf Wather Fund'].entries())
        expect((await sign(`mo@near-${at}.example`, name)).outcome).toBe('waiting-for-review');
    },
  );

  test('by correcting the spelling of one that counts, again and again', async () => {
    const { id } = await sign(stranger, 'Harbor Reading Circle');
    const names = ['Harbour Reading Circle', 'Harbor Reeding Circle', 'Harbor Reading Circles'];
    for (const name of [...names, ...names])
      expect(await signing.correct(id, { organizationName: name })).toBe('corrected');
    expect((await entries()).every((entry) => entry.includes('circles#'))).toBe(true);
    await noViolations();
    expect((await sign(honest, 'Harbor Reading Circlez')).outcome).toBe('waiting-for-review');
    await signing.withdraw(id);
    expect((await entries()).filter((entry) => entry.endsWith(id))).toEqual([]);
  });

  test('by sending the form again without the town in its name', async () => {
    const name = 'Harbor Families of Albany';
    await sign(honest, name, { city: 'Albany', region: 'NY' });
    const before = await entries();
    expect((await sign(honest, name, { city: undefined, region: undefined })).outcome).toBe('corrected');
    expect(await entries()).not.toEqual(before);
    await noViolations();
  });

  test('by words that change between the button and its write', async () => {
    const id = await signing.submit(stranger, 'Harbor Reading Circle', { website: undefined });
    const correcting: Store = {
      ...database.store,
      transact: async (writes) => {
        await signing.correct(id, { organizationName: 'Wallflower Singers' });
        return await database.store.transact(writes);
      },
    };
    await newSigning({ ...database, store: correcting }, settings).confirm(id);
    expect((await signing.read(id)).signed?.organizationName).toBe('Wallflower Singers');
    await noViolations();
  });

  test('by changes that wait for an organizer', async () => {
    const { id } = await sign(stranger, 'Harbor Reading Circle');
    const before = await entries();
    await signing.submit(stranger, 'Harbor Reading Circle', { website: 'https://circle.example/' });
    for (const name of variants.slice(0, 3))
      expect(await signing.correct(id, { organizationName: name })).toBe('waiting');
    await signing.confirm(id);
    expect(await entries()).toEqual(before);
  });
});

describe('whoever is rejected again and again', () => {
  const elsewhere = { website: 'https://elsewhere.example/' };
  const rejectVariants = async (isCountedBefore = false): Promise<string[]> => {
    const ids: string[] = [];
    for (const [at, variant] of variants.entries()) {
      const { id, outcome } = await sign(`eve@fraud-${at}.test`, variant, elsewhere);
      expect(outcome).toBe('waiting-for-review');
      if (isCountedBefore)
        while (!(await counts(id))) expect(await signing.approve(id)).toMatch(/approved|evidence-added/);
      expect(await signing.reject(id)).toBe('rejected');
      ids.push(id);
    }
    signing.later(120);
    return ids;
  };

  test.each([
    ['while each waits', false],
    ['after each has counted', true],
  ])('hides no name from the search: %s', async (_, isCountedBefore) => {
    const { id } = await sign(honest, 'Golf Water Fund');
    await rejectVariants(isCountedBefore);
    await noViolations();
    const near = ['Golf Waters Fund', 'Golf Wather Fund', 'Golfwater Fund', 'Water Golf Fund'];
    for (const [at, name] of near.entries()) {
      const found = await sign(`mo@near-${at}.example`, name);
      expect(found.outcome).toBe('waiting-for-review');
      expect((await signing.read(found.id)).flags).toContainEqual(
        expect.objectContaining({ flag: 'look-alike', id }),
      );
      await signing.withdraw(found.id);
    }
  });

  test('has twenty names in a bucket at most, the last ones', async () => {
    const ids = await rejectVariants();
    const sizes = [...Map.groupBy(await entries(), (entry) => entry.split(' ')[0]).values()];
    expect(Math.max(...sizes.map(({ length }) => length))).toBe(20);
    const isFound = async (id = '') => (await entries()).some((entry) => entry.endsWith(id));
    expect([await isFound(ids[0]), await isFound(ids.at(-1))]).toEqual([false, true]);
    const again = await sign('mo@near.example', variants.at(-1)?.replace('Fund', 'Funnd') ?? '');
    expect((await signing.read(again.id)).flags).toContainEqual({ flag: 'rejected-before', id: ids.at(-1) });
  });

  test('hides no name of a bucket in which others stand, too', async () => {
    const { id } = await sign(honest, 'Golf Water');
    const endings = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'nd', 'ng', 'nk'];
    const names = endings.flatMap((end) => vowels.map((vowel) => `Golf Wat${vowel}${end}`));
    // They sort before it. Twenty rejected ones, and with the honest one forty others.
    for (const [at, name] of names.slice(1).entries())
      await putName(signing.idOf(stranger, name), organizationDetails(name), at % 3 === 0);
    signing.later(120);
    const near = await sign('mo@near.example', 'Golf Waterd');
    expect((await signing.read(near.id)).flags).toContainEqual(
      expect.objectContaining({ flag: 'look-alike', id }),
    );
  });

  test.each([
    ['', false],
    [', if rejected ones had the entries of others', true],
  ])('does not hide one that counts from the approval of nearly its name%s', async (_, areOld) => {
    const near = await sign('golfwaters@gmail.com', 'Golf Waters Fund');
    for (const [at, word] of ['and', 'for', 'in', 'of', 'on', 'at'].entries()) {
      const { id } = await sign(`eve@fraud-${at}.test`, `Golf ${word} Water Fund`, elsewhere);
      expect(await signing.reject(id)).toBe('rejected');
      const { signed } = await signing.read(id);
      if (areOld) await putName(id, signed);
    }
    signing.later(120);
    // The rejected ones are nearer.
    const { id } = await sign(honest, 'Golf Water Fund Network');
    expect(await signing.approve(id)).toBe('approved');
    expect(await signing.approve(near.id)).toBe('evidence-added');
    expect(await flagsOf(near.id)).toContain('look-alike');
    const third = await sign('mo@other.example', 'Golf Wateer Fund');
    expect(await flagsOf(third.id)).toEqual([
      'no-website',
      'look-alike',
      ...Array.from({ length: 3 }, () => 'rejected-before'),
    ]);
  });

  test('is in the index as one that stands, or as one that was rejected, never as both', async () => {
    const { id } = await sign(honest, 'Golf Water Fund');
    const counting = await entries();
    for (let round = 0; round < 2; round++) {
      expect(await signing.reject(id)).toBe('rejected');
      expect((await entries()).filter((entry) => counting.includes(entry))).toEqual([]);
      expect(await entries()).toHaveLength(counting.length);
      expect(await signing.reinstate(id)).toBe('reinstated');
      expect(await entries()).toEqual(counting);
    }
  });

  test('leaves no entry of a rejection that fails, nor of one that was erased', async () => {
    const { id } = await sign(honest, 'Golf Water Fund');
    const before = await entries();
    const broken: Store = { ...database.store, transact: () => Promise.reject(new Error('no answer')) };
    await expect(newSigning({ ...database, store: broken }, settings).reject(id)).rejects.toThrow(
      'no answer',
    );
    expect(await entries()).toEqual(before);
    await signing.reject(id);
    await signing.erase(id);
    expect((await signing.read(id)).status).toBe('rejected');
    expect(await entries()).toEqual([]);
  });

  test.each(['before', 'while'])(
    'leaves no entry once it says “It wasn’t me” %s it is rejected',
    async (when) => {
      const steps = await intrudeAtEveryStep(async (at) => {
        database = await freshStore();
        await seed(database, { settings });
        signing = newSigning(database, settings);
        const { id } = await sign(stranger, 'Golf Water Fund');
        if (when === 'before') await signing.reject(id);
        const intruder = storeWithIntruder(database.store, at, () => signing.reject(id));
        expect(await newSigning({ ...database, store: intruder.store }, settings).notMe(id)).toBe(
          'withdrawn',
        );
        expect(await entries()).toEqual([]);
        await noViolations();
        return intruder;
      });
      expect(steps).toBeGreaterThan(1);
    },
  );

  test('or is approved by another organizer at that moment, has the entries of what it is then', async () => {
    const steps = await intrudeAtEveryStep(async (at) => {
      database = await freshStore();
      await seed(database, { settings });
      signing = newSigning(database, settings);
      const { id } = await sign('golfwater@gmail.com', 'Golf Water Fund');
      const intruder = storeWithIntruder(database.store, at, () => signing.approve(id));
      await newSigning({ ...database, store: intruder.store }, settings).reject(id);
      await noViolations();
      return intruder;
    });
    expect(steps).toBeGreaterThan(3);
  });
});

test('Many buttons that are pressed at one moment do not hide a name from the search', async () => {
  const { id } = await sign(honest, 'Golf Water Fund');
  const near = await signing.submit(stranger, 'Golf Waters Fund', { website: undefined });
  for (const [at, name] of variants.entries())
    await putName(`${at}`.padStart(32, '0'), organizationDetails(name));
  expect(await signing.confirm(near)).toBe('waiting-for-review');
  expect((await signing.read(near)).flags).toContainEqual(
    expect.objectContaining({ flag: 'look-alike', id }),
  );
});

describe('an entry is removed', () => {
  test('of whoever waits or is a duplicate, and the one that counts keeps its own', async () => {
    const { id } = await sign(honest, 'Golf Water Fund');
    const before = await entries();
    expect((await sign('ben@golf-water.example', 'Golf Water Fund')).outcome).toBe(
      'already-signed-by-organization',
    );
    expect((await sign(stranger, 'Golf Waters Fund')).outcome).toBe('waiting-for-review');
    expect(await entries()).toEqual(before);
    expect(before.every((entry) => entry.endsWith(id))).toBe(true);
  });

  test('of an imported one that waits', async () => {
    await sign(honest, 'Golf Water Fund');
    const before = await entries();
    const id = await signing.import(stranger, 'Golf Waters Fund');
    expect((await signing.read(id)).review).toBe('waiting');
    expect(await entries()).toEqual(before);
  });

  test('of one that is withdrawn again, or waits again, after its rejection was undone', async () => {
    const withdrawn = await sign(stranger, 'Golf Water Fund');
    await signing.withdraw(withdrawn.id);
    const waiting = await sign('choir@gmail.com', 'Breakwater Choir Members');
    for (const { id } of [withdrawn, waiting]) {
      expect(await signing.reject(id)).toBe('rejected');
      expect((await entries()).some((entry) => entry.endsWith(id))).toBe(true);
      await signing.reinstate(id);
      expect(await entries()).toEqual([]);
    }
  });

  test('of one that is asked to agree and is erased, and not of one that counts', async () => {
    const [asked, counting] = [
      await sign(honest, 'Golf Water Fund'),
      await sign('mo@gull-rock.example', 'Gull Rock Players'),
    ];
    await ask(asked.id);
    for (const { id } of [asked, counting]) expect(await signing.erase(id)).toBe('erased');
    expect((await entries()).map((entry) => entry.slice(-32))).not.toContain(asked.id);
    expect((await entries()).map((entry) => entry.slice(-32))).toContain(counting.id);
    await noViolations();
  });

  test('not before a request that follows the withdrawal, and makes it count again', async () => {
    const { id } = await sign(honest, 'Golf Water Fund');
    let again: Promise<unknown> | undefined;
    // As if this request took long to remove the entries.
    const slow: Store = {
      ...database.store,
      remove: async (removal) => {
        again ??= signing.submit(honest, 'Golf Water Fund').then(() => signing.confirm(id));
        await again;
        return await database.store.remove(removal);
      },
    };
    await newSigning({ ...database, store: slow }, settings).withdraw(id);
    expect(await again).toBe('confirmed');
    await noViolations();
  });

  test('not while another request is about to make it count: that one puts the name there again', async () => {
    const steps = await intrudeAtEveryStep(async (at) => {
      database = await freshStore();
      await seed(database, { settings });
      signing = newSigning(database, settings);
      const details = organizationDetails('Golf Water Fund', { website: undefined });
      const id = await signing.submit(honest, 'Golf Water Fund', { website: undefined });
      const intruder = storeWithIntruder(database.store, at, async () => {
        const signOn = await signing.read(id);
        const { newUlid } = signing;
        await withIndex(database.store, { now: signing.now(), newUlid }, (index) =>
          index.enter(signOn, details),
        );
      });
      const outcome = await confirmSignOn(intruder.store, {
        settings: aSettings(settings),
        signOn: await signing.read(id),
        now: signing.now(),
        newUlid: signing.newUlid,
        addressKey,
      });
      expect(outcome).toBe('confirmed');
      await noViolations();
      return intruder;
    });
    expect(steps).toBeGreaterThan(8);
  });

  test('or a line in the log says that it was not, and the signer’s withdrawal stands', async () => {
    const { id } = await sign(honest, 'Golf Water Fund');
    const broken = { ...database.store, remove: () => Promise.reject(new Error('no answer')) };
    const lines = await logLinesOf(async () =>
      expect(await newSigning({ ...database, store: broken }, settings).withdraw(id)).toBe('withdrawn'),
    );
    expect((await signing.read(id)).status).toBe('withdrawn');
    expect(lines).toEqual([expect.objectContaining({ message: 'name not removed from the index', slug })]);
    expect(JSON.stringify(lines)).not.toContain('olf');
    // It holds nobody up after a minute, and goes with the next withdrawal.
    signing.later(1);
    expect((await sign('ben@golf-waters.example', 'Golf Waters Fund')).outcome).toBe('confirmed');
    await sign(honest, 'Golf Water Fund');
    await signing.withdraw(id);
    expect((await entries()).filter((entry) => entry.endsWith(id))).toEqual([]);
  });
});

test('A decision that fails leaves no entry behind', async () => {
  await sign(honest, 'Golf Water Fund');
  const { id } = await sign('ben@golf-water.example', 'Golf Water Fund');
  const before = await entries();
  const broken: Store = { ...database.store, transact: () => Promise.reject(new Error('no answer')) };
  await expect(newSigning({ ...database, store: broken }, settings).promote(id)).rejects.toThrow('no answer');
  expect(await entries()).toEqual(before);
});

test.each(['the name', 'the website'] as const)(
  'One that was approved and withdrew is compared with whoever has signed meanwhile: %s',
  async (what) => {
    const website = what === 'the website' ? 'https://golf.example/' : undefined;
    const { id } = await sign('golfwater@gmail.com', 'Golf Water Fund', { website });
    expect(await signing.approve(id)).toBe('approved');
    await signing.withdraw(id);
    signing.later(120);
    const near = await sign(stranger, website ? 'Xylophone Makers League' : 'Golf Waters Fund', { website });
    await signing.approve(near.id);
    expect(await counts(near.id)).toBe(true);
    expect((await sign('golfwater@gmail.com', 'Golf Water Fund', { website })).outcome).toBe(
      'waiting-for-review',
    );
    expect(await flagsOf(id)).toContain(website ? 'same-website' : 'look-alike');
    await noViolations();
  },
);

test('One that was approved, withdrew and comes back alone counts at once', async () => {
  const { id } = await sign('golfwater@gmail.com', 'Golf Water Fund');
  await signing.approve(id);
  await signing.withdraw(id);
  expect((await sign('golfwater@gmail.com', 'Golf Water Fund')).outcome).toBe('confirmed');
});

describe('a name that begins to count is found', () => {
  test('of a duplicate that corrects it, also once that one is rejected', async () => {
    await sign('boss@kelp.example', 'Kelp Forest Guild');
    const vice = await sign('vice@kelp.example', 'Kelp Forest Guild');
    expect(vice.outcome).toBe('already-signed-by-organization');
    await signing.correct(vice.id, { organizationName: 'Salt Marsh Menders' });
    expect(await counts(vice.id)).toBe(true);
    await noViolations();
    signing.later(120);
    const near = await sign(stranger, 'Salt Marsh Mender');
    expect([near.outcome, await flagsOf(near.id)]).toEqual([
      'waiting-for-review',
      expect.arrayContaining(['look-alike']),
    ]);
    expect(await signing.reject(vice.id)).toBe('rejected');
    const next = await sign('mo@other.example', 'Salt Marsh Mender');
    expect(await flagsOf(next.id)).toContain('rejected-before');
  });

  test('of a duplicate whose button takes the vacant claim', async () => {
    const boss = await sign('boss@kelp.example', 'Kelp Forest Guild');
    const vice = await sign('vice@kelp.example', 'Kelp Forest Guild');
    await signing.withdraw(boss.id);
    expect(await signing.confirm(vice.id)).toBe('confirmed');
    await noViolations();
  });

  test('of a duplicate that agrees first to a changed letter', async () => {
    const boss = await sign('boss@kelp.example', 'Kelp Forest Guild');
    const vice = await sign('vice@kelp.example', 'Kelp Forest Guild');
    await ask(boss.id);
    await ask(vice.id);
    expect(await signing.confirm(vice.id)).toBe('confirmed');
    await signing.withdraw(boss.id);
    await noViolations();
    expect((await sign(stranger, 'Kelp Forrest Guild')).outcome).toBe('waiting-for-review');
  });

  test('of one that waited and was merged', async () => {
    const keep = await sign(honest, 'Golf Water Fund');
    const other = await sign('lantern@gmail.com', 'Lantern Street Bakers');
    expect(other.outcome).toBe('waiting-for-review');
    expect(await signing.merge(keep.id, other.id)).toBe('merged');
    await noViolations('Golf Water Fund', 'Lantern Street Bakers');
    signing.later(120);
    const near = await sign(stranger, 'Lantern Street Baker');
    expect((await signing.read(near.id)).flags).toContainEqual(
      expect.objectContaining({ flag: 'look-alike', id: keep.id }),
    );
  });

  test('of one that is split off', async () => {
    await sign('ana@baptist-albany.example', 'First Baptist Church', { city: 'Albany', region: 'NY' });
    const troy = { city: 'Troy', region: 'NY' };
    const second = await sign('ben@baptist-troy.example', 'First Baptist Church', troy);
    expect(await signing.split(second.id)).toBe('split');
    await noViolations();
  });

  test('of a duplicate that counts because another one is split off', async () => {
    const iron = await sign('ana@iron.example', 'Iron Gate Bakers');
    const dora = await sign('dora@iron.example', 'Iron Gate Bakers');
    const juniper = await sign('ben@juniper.example', 'Juniper Street Readers');
    await signing.merge(iron.id, juniper.id);
    await signing.promote(juniper.id);
    await signing.withdraw(iron.id);
    expect(await signing.split(juniper.id)).toBe('split');
    expect(await counts(dora.id)).toBe(true);
    await noViolations('Iron Gate Bakers', 'Juniper Street Readers');
  });

  test('and not that of one for which a decision came too late', async () => {
    const holder = await sign(honest, 'Golf Water Fund');
    const { id } = await sign('ben@golf-water.example', 'Golf Water Fund');
    const late: Store = {
      ...database.store,
      putAll: async (items) => {
        for (const each of [holder.id, id]) await signing.withdraw(each);
        await database.store.putAll(items);
      },
    };
    expect(await newSigning({ ...database, store: late }, settings).promote(id)).toBe('not-waiting');
    expect(await entries()).toEqual([]);
  });
});

describe('the other name of an organization that counts stays in the index', () => {
  const merged = async () => {
    const golf = await sign(honest, 'Golf Water Fund');
    const pier = await sign('ben@golf-water.example', 'Pier Nine Quilters');
    expect(await signing.merge(golf.id, pier.id)).toBe('merged');
    return { golf, pier };
  };
  const nearWaits = async (name: string, others = ['Golf Water Fund', 'Pier Nine Quilters']) => {
    signing.later(120);
    const near = await sign(stranger, name);
    expect(near.outcome).toBe('waiting-for-review');
    expect(await flagsOf(near.id)).toContain('look-alike');
    await noViolations(...others);
  };

  test('once, however many sign under it and whatever becomes of them', async () => {
    const { golf, pier } = await merged();
    await signing.promote(pier.id);
    await signing.promote(golf.id);
    const before = await entries();
    expect(before.filter((entry) => entry.endsWith(pier.id))).toEqual([]);
    for (const [at, leave] of (['withdraw', 'notMe', 'erase', 'reject', undefined] as const).entries()) {
      const { id, outcome } = await sign(`colleague-${at}@golf-water.example`, 'Pier Nine Quilters');
      expect(outcome).toBe('already-signed-by-organization');
      if (leave) await signing[leave](id);
    }
    expect(await entries()).toEqual(before);
    await nearWaits('Pier Nine Quilter');
  });

  test.each(['notMe', 'reject'] as const)('when the one that was merged leaves: %s', async (leave) => {
    const { pier } = await merged();
    await signing[leave](pier.id);
    if (leave === 'notMe') expect((await entries()).filter((entry) => entry.endsWith(pier.id))).toEqual([]);
    await nearWaits('Pier Nine Quilter');
  });

  test('when a duplicate of the one that counted under it was merged', async () => {
    const golf = await sign(honest, 'Golf Water Fund');
    const pier = await sign('ben@pier.example', 'Pier Nine Quilters');
    const next = await sign('jo@pier.example', 'Pier Nine Quilters');
    expect(await signing.merge(golf.id, next.id)).toBe('merged');
    expect((await entries()).filter((entry) => entry.endsWith(pier.id))).toEqual([]);
    await nearWaits('Pier Nine Quilter');
  });

  test('when nobody counted under it as it was merged', async () => {
    const golf = await sign(honest, 'Golf Water Fund');
    const pier = await sign('ben@pier.example', 'Pier Nine Quilters');
    const next = await sign('jo@pier.example', 'Pier Nine Quilters');
    await signing.withdraw(pier.id);
    expect(await signing.merge(golf.id, next.id)).toBe('merged');
    await nearWaits('Pier Nine Quilter');
  });

  test('when the one that was merged withdraws', async () => {
    const { pier } = await merged();
    await signing.withdraw(pier.id);
    await nearWaits('Pier Nine Quilter');
  });

  test('when the one that was merged is erased', async () => {
    const { pier } = await merged();
    await signing.erase(pier.id);
    await nearWaits('Pier Nine Quilter');
  });

  test('when the one that counted before withdraws', async () => {
    const { golf, pier } = await merged();
    expect(await signing.promote(pier.id)).toBe('promoted-instead');
    await signing.withdraw(golf.id);
    await nearWaits('Golf Waters Fund');
  });

  test('when the one that counts gets the name of the one that was merged', async () => {
    const { golf } = await merged();
    await signing.correct(golf.id, { organizationName: 'Pier Nine Quilters' });
    expect(await signing.approve(golf.id)).toBe('change-approved');
    await nearWaits('Golf Waters Fund');
  });

  test('and goes once the organization does not count under either', async () => {
    const { golf, pier } = await merged();
    await signing.withdraw(golf.id);
    await signing.withdraw(pier.id);
    signing.later(120);
    expect((await sign(stranger, 'Pier Nine Quilter')).outcome).toBe('confirmed');
  });

  test.each(['sends the form with it again', 'proposes it again'])(
    'when a signer who was renamed %s',
    async (how) => {
      const { id } = await sign(honest, 'Waterside Families Alliance');
      await signing.correct(id, { organizationName: 'Dunes Justice Center' });
      expect(await signing.approve(id)).toBe('change-approved');
      signing.later(120);
      if (how.startsWith('sends')) await sign(honest, 'Waterside Families Alliance');
      else {
        await signing.correct(id, { organizationName: 'Waterside Families Alliance' });
        const other = await sign('mo@xylo.example', 'Waterside Families Alliances');
        expect(await signing.approve(other.id)).toBe('approved');
        signing.later(120);
        expect(await signing.approve(id)).toBe('evidence-added');
        await signing.withdraw(other.id);
      }
      await nearWaits('Waterside Family Alliance', ['Waterside Families Alliance']);
    },
  );
});

test('An approval that is not needed leaves the index alone, also while its signer presses the button', async () => {
  const { id } = await sign(honest, 'Golf Water Fund');
  const vice = await sign('ben@golf-water.example', 'Golf Water Fund');
  await signing.withdraw(id);
  let removals = 0;
  const { remove } = database.store;
  database.store.remove = (removal) => {
    removals++;
    return remove(removal);
  };
  expect(await signing.approve(vice.id)).toBe('not-in-review');
  expect(removals).toBe(0);
  expect(await signing.confirm(vice.id)).toBe('confirmed');
  await noViolations();
});

test('The rejection of a fake does not hide the one that is asked to agree', async () => {
  const asked = await sign(honest, 'Golf Water Fund');
  await ask(asked.id);
  const fake = await sign(stranger, 'Golf Water Fund');
  expect(await signing.reject(fake.id)).toBe('rejected');
  signing.later(120);
  const near = await sign('mo@other.example', 'Golf Waters Fund');
  expect((await signing.read(near.id)).flags).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ flag: 'look-alike', id: asked.id }),
      expect.objectContaining({ flag: 'rejected-before', id: fake.id }),
    ]),
  );
});

test('Of two duplicates that are corrected to nearly one name at the same moment, one counts at most', async () => {
  const steps = await intrudeAtEveryStep(async (at) => {
    database = await freshStore();
    await seed(database, { settings });
    signing = newSigning(database, settings);
    const duplicate = async (organization: string, domain: string) => {
      await sign(`boss@${domain}`, organization);
      return (await sign(`vice@${domain}`, organization)).id;
    };
    const one = await duplicate('Dock Workers', 'docks.example');
    const other = await duplicate('Kelp Circle', 'kelp.example');
    const intruder = storeWithIntruder(database.store, at, () =>
      signing.correct(other, { organizationName: 'Golf Waters Fund' }),
    );
    await correctSignOn(intruder.store, {
      settings: aSettings(settings),
      signOn: await signing.read(one),
      typed: { organizationName: 'Golf Water Fund' },
      now: signing.now(),
      newUlid: signing.newUlid,
      addressKey,
    });
    if (intruder.wasIntruded()) expect([await counts(one), await counts(other)]).not.toEqual([true, true]);
    await noViolations();
    return intruder;
  });
  expect(steps).toBeGreaterThan(8);
});

describe('an approval at the same moment', () => {
  const waiting = async (at: number, name: string): Promise<string> => {
    const { id, outcome } = await sign(`round.${at}.${name.length}@gmail.com`, name);
    expect(outcome).toBe('waiting-for-review');
    return id;
  };

  test.each([1, 2, 3, 4, 5, 6])('as nearly the name is confirmed lets one count at most: %i', async (at) => {
    const first = await waiting(at, 'Marigold Lane Mother');
    const second = await signing.submit(`ana@org-${at}.example`, 'Marigold Lane Mothers', {
      website: undefined,
    });
    await Promise.all([signing.approve(first), signing.confirm(second)]);
    expect((await Promise.all([first, second].map(counts))).filter(Boolean).length).toBeLessThanOrEqual(1);
    await noViolations();
    for (const id of [first, second])
      if (!(await counts(id))) expect(await signing.approve(id)).toMatch(/approved|added/);
    for (const id of [first, second])
      if (!(await counts(id))) expect(await signing.approve(id)).toBe('approved');
  });

  test.each([1, 2, 3])(
    'as nearly the name is approved lets one count at most, until it is repeated: %i',
    async (at) => {
      const ids = [await waiting(at, 'Marigold Lane Mother'), await waiting(at, 'Marigold Lane Mothers')];
      const outcomes = await Promise.all(ids.map((id) => signing.approve(id)));
      expect(outcomes).toContain('evidence-added');
      expect((await Promise.all(ids.map(counts))).filter(Boolean).length).toBeLessThanOrEqual(1);
      await noViolations();
      for (const id of ids) if (!(await counts(id))) expect(await signing.approve(id)).toBe('approved');
      expect(await Promise.all(ids.map(counts))).toEqual([true, true]);
      await noViolations();
    },
  );
});

test('a search begins when the name is there, so that of two near names at one moment one sees the other', async () => {
  const slow: Store = {
    ...database.store,
    putAll: async (items) => {
      await new Promise((done) => setTimeout(done, 20));
      await database.store.putAll(items);
    },
  };
  const both = await Promise.all(
    ['Golf Water Fund', 'Golf Waters Fund'].map(async (organization, at) => {
      const id = await signing.submit(`ana@golf-${at}.example`, organization, { website: undefined });
      return { id, signOn: await signing.read(id) };
    }),
  );
  const now = signing.now();
  const confirm = { settings: aSettings(settings), now, newUlid: signing.newUlid, addressKey };
  await Promise.all(both.map(async ({ signOn }) => await confirmSignOn(slow, { ...confirm, signOn })));
  const counted = await Promise.all(both.map(async ({ id }) => await counts(id)));
  expect(counted.filter(Boolean).length).toBeLessThan(2);
  await noViolations();
});

test('a change that fails ends after its name is in the index, so that it is removed', async () => {
  const steps: string[] = [];
  const slow: Store = {
    ...database.store,
    putAll: async () => {
      await new Promise((done) => setTimeout(done, 20));
      steps.push('put');
    },
    remove: async () => {
      if (steps.at(-1) !== 'removed') steps.push('removed');
      return true;
    },
  };
  const id = await signing.submit(honest, 'Golf Water Fund', { website: undefined });
  const signOn = await signing.read(id);
  const details = organizationDetails('Golf Water Fund');
  const words = { settings: aSettings(settings), signOn, details, agrees: true };
  const failing = withIndex(slow, { now: signing.now(), newUlid: signing.newUlid }, (index) =>
    whileIndexing({ ...words, index }, async () => {
      steps.push('failed');
      throw new Error('crashed');
    }),
  );
  await expect(failing).rejects.toThrow('crashed');
  expect(steps).toEqual(['failed', 'put', 'removed']);
});

test('a duplicate on which organizers decided leaves as one that stands if it is rejected while asked', async () => {
  const first = await sign(honest, 'Golf Water Fund');
  const second = await sign('ben@golf-water.example', 'Golf Water Fund');
  expect(await signing.promote(second.id)).toBe('promoted-instead');
  expect(await signing.promote(first.id)).toBe('promoted-instead');
  await ask(first.id);
  await ask(second.id);
  expect(await signing.reject(second.id)).toBe('rejected');
  await noViolations();
});

test('more rejected names than claims are read hide none that stands', async () => {
  const joiners = ['and', 'for', 'in', 'of', 'on', 'at', 'with'];
  const names = joiners.flatMap((one) => joiners.map((other) => `Golf ${one} Water ${other} Fund`));
  for (const [at, name] of names.entries()) {
    const id = String(at).padStart(32, '0');
    const mark = signing.newUlid();
    const items = lookAlikeEntries({ slug, id }, organizationDetails(name), {
      now: new Date(0),
      mark,
      isRejected: true,
    });
    for (const item of items) await database.put(item);
  }
  await sign(honest, 'Golf Watter Fund');
  const near = await sign(stranger, 'Golf Water Fund');
  expect(near.outcome).toBe('waiting-for-review');
  expect(await flagsOf(near.id)).toContain('look-alike');
});
