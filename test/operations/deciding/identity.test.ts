import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Settings } from '../../../shared/campaign/settings.ts';
import { addSignOn, noneWaiting } from '../../../shared/operations/deciding/notify-review-waiting.ts';
import { readVacantClaims } from '../../../shared/operations/deciding/vacant-claims.ts';
import { listedSignOns } from '../../../shared/operations/listing/listed-sign-ons.ts';
import { importRow } from '../../../shared/operations/signing/import.ts';
import { allSignOns } from '../../../shared/table/sign-ons.ts';
import { crashAtEveryStep, crashingStore } from '../../support/crash.ts';
import { newIds } from '../../support/ids.ts';
import { aSettings, organizationDetails, slug, testAddressKey } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import { claimViolations, freshStore, rootOf, seed, signOnsOf, type TestStore } from '../../support/store.ts';

const name = 'First Presbyterian Church';
const albany = { city: 'Albany', region: 'NY' };
const denver = { city: 'Denver', region: 'CO' };
const mail = (who: string, church: string) => `${who}@church-${church}.example`;
const site = (church: string) => ({ website: `https://church-${church}.example/` });

let database: TestStore;
let signing: Signing;

async function start(review: NonNullable<Settings['review']> = 'flagged'): Promise<void> {
  database = await freshStore();
  await seed(database, { settings: { review } });
  signing = newSigning(database, { review });
}
beforeEach(() => start());

const violations = async () => await claimViolations(database, await signOnsOf(database));
async function listed(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of listedSignOns(allSignOns(database.store, slug))) ids.push(id);
  return ids;
}

async function sign(email: string, typed: object, organization = name) {
  const id = await signing.submit(email, organization, typed);
  return { id, outcome: await signing.confirm(id) };
}
const signAlbany = () => sign(mail('ana', 'albany'), { ...albany, ...site('albany') });
const signDenver = (who = 'ben') => sign(mail(who, 'denver'), { ...denver, ...site('denver') });

describe('two organizations of one name', () => {
  test.each(['flagged', 'before-counting'] as const)(
    '%s: in another place and with another domain, the second waits, and is split off',
    async (review) => {
      await start(review);
      const first = await signAlbany();
      if (review === 'before-counting') await signing.approve(first.id);
      const second = await signDenver();
      expect(second.outcome).toBe('waiting-for-review');
      expect((await signing.read(second.id)).flags).toEqual([{ flag: 'same-name', id: first.id }]);
      expect(await signing.split(second.id)).toBe('split');
      expect(await signing.split(second.id)).toBe('already-separate');
      expect(await signing.read(second.id)).toMatchObject({ eligible: 'yes', review: 'approved' });
      expect((await listed()).toSorted()).toEqual([first.id, second.id].toSorted());
      expect(await violations()).toEqual([]);
    },
  );

  test.each([
    ['only the domain differs', mail('ben', 'other'), { ...albany, ...site('other') }],
    [
      'the state has another spelling',
      mail('ben', 'other'),
      { city: 'Albany, N.Y.', region: 'New York', ...site('other') },
    ],
    ['the address is free', 'first.presbyterian@gmail.com', denver],
    ['the address is free, with a website', 'denver.church@gmail.com', { ...denver, ...site('denver') }],
    ['the address is a throwaway one', 'ben@mailinator.com', { ...denver, ...site('denver') }],
    ['no place is given', mail('ben', 'denver'), { city: undefined, ...site('denver') }],
    ['only the place differs', mail('ben', 'albany'), { ...denver, ...site('albany') }],
  ])('are one with a duplicate if %s', async (_, email, typed) => {
    await signAlbany();
    expect((await sign(email, typed)).outcome).toBe('already-signed-by-organization');
    expect(await violations()).toEqual([]);
  });

  test.each([
    ['no domain of its own', 'church@gmail.com', {}],
    ['a free address and the same website', 'church@gmail.com', site('denver')],
    ['another address and the same website', mail('ana', 'albany'), site('denver')],
  ])(
    'are one with a duplicate that organizers are told of, if the one that counts has %s',
    async (_, email, typed) => {
      const first = await sign(email, typed);
      if (first.outcome !== 'confirmed') await signing.approve(first.id);
      const second = await sign(mail('ben', 'denver'), site('denver'));
      expect(second.outcome).toBe('already-signed-by-organization');
      expect((await signing.read(second.id)).flags).toEqual([{ flag: 'second-domain', id: first.id }]);
      const colleague = await sign('somebody@gmail.com', {});
      const isShown = (await signing.read(colleague.id)).flags?.some(({ flag }) => flag === 'second-domain');
      expect(isShown).toBe(!email.endsWith('@gmail.com'));
    },
  );

  test.each([
    ['both have free mail', 'albanychurch@gmail.com', 'denverchurch@gmail.com', denver, true],
    ['both have one mail domain', mail('ana', 'diocese'), mail('ben', 'diocese'), denver, true],
    [
      'they are in two towns of one state',
      mail('ana', 'diocese'),
      mail('ben', 'diocese'),
      { city: 'Utica' },
      true,
    ],
    ['the place is the same', mail('ana', 'diocese'), mail('ben', 'diocese'), albany, false],
    ['no place is given', mail('ana', 'diocese'), mail('ben', 'diocese'), { city: undefined }, false],
  ])('are one, and the place marks the duplicate, if %s', async (_, one, other, place, isMarked) => {
    const first = await sign(one, { ...albany, website: undefined });
    if (first.outcome !== 'confirmed') await signing.approve(first.id);
    const second = await sign(other, { region: 'NY', ...place, website: undefined });
    expect(second.outcome).toBe('already-signed-by-organization');
    const flag = { flag: 'second-domain', id: first.id };
    const { flags } = await signing.read(second.id);
    if (isMarked) expect(flags).toContainEqual(flag);
    else expect(flags).not.toContainEqual(flag);
    expect(addSignOn(noneWaiting, await signing.read(second.id)).duplicates).toHaveLength(isMarked ? 1 : 0);
    expect(await signing.split(second.id)).toBe('split');
    expect(await listed()).toHaveLength(2);
    expect(await violations()).toEqual([]);
  });

  const signFromThree = async () => {
    const first = await sign(mail('eve', 'other'), { ...albany, ...site('other') });
    const second = await signAlbany();
    const third = await sign(mail('eve', 'third'), { ...albany, ...site('third') });
    for (const { outcome } of [second, third]) expect(outcome).toBe('already-signed-by-organization');
    return [first.id, second.id, third.id] as const;
  };

  test('are one whose duplicate from another domain gets a vacant claim from an organizer, not by its button', async () => {
    const [first, second, third] = await signFromThree();
    await signing.reject(first);
    expect(await signing.confirm(third)).toBe('waiting-for-review');
    const { claims } = await readVacantClaims(database.store, {
      slug,
      now: signing.now(),
      newUlid: signing.newUlid,
    });
    expect(claims).toEqual([{ organizationName: name, waiting: expect.arrayContaining([second, third]) }]);
    expect(await signing.promote(second)).toBe('promoted');
    expect(await listed()).toEqual([second]);
    await signing.promote(third);
    await signing.withdraw(third);
    // The organizer has just decided that another one counts instead.
    expect(await signing.confirm(second)).toBe('waiting-for-review');
    expect(await signing.promote(second)).toBe('promoted');
    expect(await violations()).toEqual([]);
  });

  test('are one whose duplicate from another domain gets a vacant claim by its button without a review', async () => {
    await start('none');
    const [first, , third] = await signFromThree();
    await signing.withdraw(first);
    expect(await signing.confirm(third)).toBe('confirmed');
    expect(await violations()).toEqual([]);
  });

  test('each have their duplicates, and there is no third organization', async () => {
    await signAlbany();
    const second = await signDenver();
    await signing.split(second.id);
    const third = await signDenver('chloe');
    expect(third.outcome).toBe('already-signed-by-organization');
    expect((await signing.read(third.id)).organizationKey).toBe(
      (await signing.read(second.id)).organizationKey,
    );
    await signing.withdraw(second.id);
    expect(await signing.confirm(third.id)).toBe('confirmed');
    expect((await sign(mail('dan', 'boston'), { city: 'Boston', ...site('boston') })).outcome).toBe(
      'waiting-for-review',
    );
    expect(await violations()).toEqual([]);
  });

  test.each([
    ['with one mail domain', mail('ana', 'diocese'), mail('ben', 'diocese')],
    ['of which one alone has the mail domain of the third', mail('ana', 'diocese'), mail('ben', 'utica')],
  ])('have their duplicates by their places, %s', async (_, one, other) => {
    const utica = { city: 'Utica', region: 'NY', website: undefined };
    const first = await sign(one, { ...albany, website: undefined });
    const second = await sign(other, utica);
    expect(await signing.split(second.id)).toBe('split');
    const third = await sign(mail('cleo', 'diocese'), utica);
    expect(third.outcome).toBe('already-signed-by-organization');
    expect((await signing.read(third.id)).organizationKey).toBe(
      (await signing.read(second.id)).organizationKey,
    );
    const fourth = await sign(mail('dan', 'diocese'), { city: undefined, website: undefined });
    expect((await signing.read(fourth.id)).organizationKey).toBe(
      (await signing.read(first.id)).organizationKey,
    );
    await signing.withdraw(first.id);
    expect(await signing.confirm(third.id)).toBe('already-signed-by-organization');
    expect(await listed()).toEqual([second.id]);
    expect(await violations()).toEqual([]);
  });

  test('are two immediately without a review, by another place and another domain', async () => {
    await start('none');
    const [first, second, third] = [await signAlbany(), await signDenver(), await signDenver('chloe')];
    expect([first.outcome, second.outcome, third.outcome]).toEqual([
      'confirmed',
      'confirmed',
      'already-signed-by-organization',
    ]);
    expect((await sign('church@gmail.com', { city: 'Boston' })).outcome).toBe(
      'already-signed-by-organization',
    );
    expect(await listed()).toHaveLength(2);
    expect(await violations()).toEqual([]);
  });

  test('are not merged while the signer of the other has not agreed to a changed letter', async () => {
    await start('none');
    const first = await signAlbany();
    const second = await signDenver();
    await signing.ask(second.id);
    expect(await signing.merge(first.id, second.id)).toBe('other-asked-again');
    expect(await violations()).toEqual([]);
    await signing.confirm(second.id);
    expect(await signing.merge(first.id, second.id)).toBe('merged');
    expect(await listed()).toEqual([first.id]);
    expect(await violations()).toEqual([]);
  });

  test('are one if the other was merged with an organization whose name it gets', async () => {
    await start('none');
    const first = await signAlbany();
    await sign(mail('cem', 'milton'), { city: 'Milton', region: 'NY', ...site('milton') }, 'Kelp Circle');
    const other = await sign(mail('ben', 'denver'), { ...denver, ...site('denver') }, 'Kelp Circle');
    expect(await signing.merge(first.id, other.id)).toBe('merged');
    expect(await signing.correct(other.id, { organizationName: name })).toBe('corrected');
    expect(await signing.read(other.id)).toMatchObject({
      eligible: 'no',
      signed: { organizationName: name },
    });
    expect(await violations()).toEqual([]);
  });

  test('are split again after one has left the claim that a split gave it', async () => {
    const utica = { city: 'Utica', region: 'NY', ...site('utica') };
    const first = await signAlbany();
    const others = [await signDenver(), await sign(mail('cem', 'utica'), utica)];
    for (const { id } of others) expect(await signing.split(id)).toBe('split');
    const [second, third] = others.map(({ id }) => id);
    // The wrong one of the two, then the right one.
    expect(await signing.merge(second ?? '', third ?? '')).toBe('merged');
    expect(await signing.merge(first.id, third ?? '')).toBe('merged');
    expect(await signing.split(third ?? '')).toBe('split');
    expect((await listed()).toSorted()).toEqual([first.id, ...others.map(({ id }) => id)].toSorted());
    expect(await violations()).toEqual([]);
  });

  test('are split again after a colleague has got the claim', async () => {
    const first = await signAlbany();
    const second = await signDenver();
    expect(await signing.split(second.id)).toBe('split');
    const colleague = await signDenver('dan');
    expect(colleague.outcome).toBe('already-signed-by-organization');
    expect(await signing.promote(colleague.id)).toBe('promoted-instead');
    expect(await signing.merge(first.id, second.id)).toBe('merged');
    expect(await signing.split(second.id)).toBe('split');
    expect((await listed()).toSorted()).toEqual([first.id, second.id, colleague.id].toSorted());
    expect(await violations()).toEqual([]);
  });

  test('are not split before an organizer knows that nearly its name counts', async () => {
    await signAlbany();
    const second = await signDenver();
    expect(second.outcome).toBe('waiting-for-review');
    const near = await sign(
      mail('cem', 'denver-new'),
      { ...denver, ...site('denver-new') },
      `${name} of Denver`,
    );
    if (near.outcome !== 'confirmed') expect(await signing.approve(near.id)).toBe('approved');
    expect(await signing.split(second.id)).toBe('evidence-added');
    expect((await signing.read(second.id)).flags).toContainEqual(
      expect.objectContaining({ flag: 'look-alike', id: near.id }),
    );
    expect(await signing.split(second.id)).toBe('split');
    expect(await violations()).toEqual([]);
  });

  test('stay two if one is merged that waits, and is of a third organization', async () => {
    const first = await signAlbany();
    const typed = { city: 'Utica', region: 'NY', ...site('utica') };
    const long = await sign(mail('ana', 'utica'), typed, `${name} of Utica`);
    expect(long.outcome).toBe('confirmed');
    const short = await sign(mail('ben', 'utica'), typed);
    expect(short.outcome).toBe('waiting-for-review');
    expect(await signing.merge(long.id, short.id)).toBe('merged');
    expect((await listed()).toSorted()).toEqual([first.id, long.id].toSorted());
    expect(await violations()).toEqual([]);
    expect((await sign(mail('cem', 'albany'), { ...albany, ...site('albany') })).outcome).toBe(
      'already-signed-by-organization',
    );
    const third = await sign(mail('dan', 'utica'), typed);
    expect(third.outcome).toBe('already-signed-by-organization');
    const root = await rootOf(database, (await signing.read(third.id)).organizationKey ?? '');
    expect(root).toBe((await signing.read(long.id)).organizationKey);
    expect(await signing.split(short.id)).toBe('split');
    expect((await listed()).toSorted()).toEqual([first.id, long.id, short.id].toSorted());
    expect(await violations()).toEqual([]);
    expect(await signing.merge(long.id, short.id)).toBe('merged');
    expect(await violations()).toEqual([]);
  });

  test('stay what they were if one withdraws and comes back', async () => {
    await signAlbany();
    const second = await signDenver();
    await signing.split(second.id);
    const { organizationKey } = await signing.read(second.id);
    await signing.withdraw(second.id);
    expect((await signDenver()).outcome).toBe('confirmed');
    expect(await signing.read(second.id)).toMatchObject({ eligible: 'yes', organizationKey });
    expect(await violations()).toEqual([]);
  });

  test.each([
    ['the first', 'is asked after the second has agreed'],
    ['the first', 'withdraws and comes back'],
    ['the first', 'is rejected and reinstated'],
    ['the second', 'is asked after the first has agreed'],
    ['the second', 'withdraws and comes back'],
    ['the second', 'is rejected and reinstated'],
  ])('both count again if of two with one mail domain %s %s', async (who, how) => {
    const both = [
      await sign(mail('ana', 'diocese'), { ...albany, website: `${site('diocese').website}albany` }),
      await sign(mail('ben', 'diocese'), { ...denver, website: `${site('diocese').website}denver` }),
    ];
    const [first = '', second = ''] = both.map(({ id }) => id);
    expect(await signing.split(second)).toBe('split');
    const [id, other] = who === 'the first' ? [first, second] : [second, first];
    if (how.startsWith('is asked')) {
      for (const each of both) expect(await signing.ask(each.id)).toBe('asked');
      expect(await signing.confirm(other)).toBe('confirmed');
      expect(await signing.confirm(id)).toBe('confirmed');
    } else if (how.startsWith('withdraws')) {
      await signing.withdraw(id);
      const { email, signed } = await signing.read(id);
      expect(await sign(email, signed ?? {})).toEqual({ id, outcome: 'confirmed' });
    } else {
      expect(await signing.reject(id)).toBe('rejected');
      expect(await signing.reinstate(id)).toBe('reinstated');
    }
    expect((await listed()).toSorted()).toEqual([first, second].toSorted());
    expect(await violations()).toEqual([]);
  });

  test('wait for each other after an approval, and can still be split', async () => {
    await signAlbany();
    const second = await signDenver();
    expect(await signing.approve(second.id)).toBe('approved-organization-has-signed');
    expect(await signing.split(second.id)).toBe('split');
    expect(await violations()).toEqual([]);
  });

  test('are also told apart in an import', async () => {
    await signAlbany();
    const input = {
      settings: aSettings({ review: 'flagged' }),
      addressKey: testAddressKey,
      now: signing.now,
      ...newIds(),
    };
    const row = (email: string, typed: object) => ({
      row: 2,
      kind: 'organization' as const,
      email,
      details: organizationDetails(name, typed),
    });
    const outcomes = [
      await importRow(database.store, input, row(mail('ben', 'denver'), { ...denver, ...site('denver') })),
      await importRow(database.store, input, row(mail('eve', 'other'), { ...albany, ...site('other') })),
    ];
    expect(outcomes.map(({ fate }) => fate)).toEqual(['waits-for-review', 'duplicate-of-organization']);
    expect(await violations()).toEqual([]);
  });
});

describe('split', () => {
  const signAs = async (organization: string, email: string) => (await sign(email, {}, organization)).id;

  test('takes one out of a merge with everything under its name, and a merge undoes that', async () => {
    const keep = await signAs('Harbor Families', 'ana@families.example.org');
    const other = await signAs('Families of the Shore', 'ben@shore.example.org');
    const queued = await signAs('Families of the Shore', 'chloe@shore.example.org');
    await signing.merge(keep, other);
    const later = await signAs('Families of the Shore', 'dan@shore.example.org');
    expect(await signing.split(other)).toBe('split');
    expect((await listed()).toSorted()).toEqual([keep, other].toSorted());
    expect(await violations()).toEqual([]);
    await signing.withdraw(other);
    expect(await signing.promote(later)).toBe('promoted');
    expect(await signing.merge(keep, later)).toBe('merged');
    expect(await signing.split(queued)).toBe('split');
    expect(await violations()).toEqual([]);
  });

  test('is refused while more wait than one transaction can move, and works after some are rejected', async () => {
    const keep = await signAs('Harbor Families', 'ana@families.example.org');
    const other = await signAs('Shore Parents', 'ben@shore.example.org');
    const queued: string[] = [];
    for (let index = 0; index < 30; index++)
      queued.push(
        await signAs('Harbor Families', `ana${index}@families.example.org`),
        await signAs('Shore Parents', `ben${index}@shore.example.org`),
      );
    await signing.merge(keep, other);
    const before = await signing.read(other);
    expect(await signing.split(other)).toBe('too-many-waiting');
    expect(await signing.read(other)).toEqual(before);
    for (const id of queued.slice(0, 2)) await signing.reject(id);
    expect(await signing.split(other)).toBe('split');
    expect((await listed()).toSorted()).toEqual([keep, other].toSorted());
    expect(await violations()).toEqual([]);
  });

  test('takes one out of a merge of a merge, or the inner merge with all of it', async () => {
    const names = ['Harbor Families', 'Shore Parents', 'Pier Elders'];
    const [a = '', b = '', c = ''] = await Promise.all(
      names.map((each, at) => signAs(each, `ana@group-${at}.example.org`)),
    );
    await signing.merge(b, a);
    await signing.merge(c, b);
    expect(await signing.split(b)).toBe('split');
    expect((await listed()).toSorted()).toEqual([b, c].toSorted());
    expect(await signing.split(a)).toBe('split');
    expect(await listed()).toHaveLength(3);
    expect(await violations()).toEqual([]);
  });

  test('takes one out of a merge whose organization nobody signs for any more', async () => {
    const keep = await signAs('Harbor Families', 'ana@families.example.org');
    const other = await signAs('Shore Parents', 'ben@shore.example.org');
    await signing.merge(keep, other);
    await signing.withdraw(other);
    await signing.withdraw(keep);
    const third = await signAs('Shore Parents', 'vice@third.example.org');
    expect((await signing.read(third)).review).toBe('waiting');
    expect(await signing.split(third)).toBe('split');
    expect(await listed()).toEqual([third]);
    expect(await violations()).toEqual([]);
  });

  test('separates two with one name that a merge has moved, whichever of them counts', async () => {
    const keep = await signAs('Harbor Families', 'ana@families.example.org');
    const other = await signAs('Shore Parents', 'ben@shore.example.org');
    const queued = await signAs('Shore Parents', 'chloe@shore.example.org');
    await signing.merge(keep, other);
    await signing.withdraw(keep);
    await signing.promote(queued);
    expect(await signing.split(other)).toBe('split');
    expect((await listed()).toSorted()).toEqual([other, queued].toSorted());
    expect(await signing.merge(queued, other)).toBe('merged');
    expect(await violations()).toEqual([]);
  });

  test('of the one that a merge let count gives the other its claim back, with its queue', async () => {
    const keep = await signAs('Mill Creek Grange', 'ana@mill-creek.example');
    const queued = await signAs('Mill Creek Grange', 'bo@mill-creek.example');
    const other = await signAs('Orchard Row Tenants', 'cy@orchard.example');
    await signing.merge(keep, other);
    await signing.promote(other);
    expect(await signing.split(other)).toBe('split');
    expect((await listed()).toSorted()).toEqual([keep, other].toSorted());
    await signing.withdraw(keep);
    expect(await signing.confirm(queued)).toBe('confirmed');
    expect(await violations()).toEqual([]);
  });

  test('of the one that a merge has kept lets both have the claims of their names', async () => {
    const keep = await signAs('Mill Creek Grange', 'ana@mill-creek.example');
    const other = await signAs('Orchard Row Tenants', 'cy@orchard.example');
    await signing.merge(keep, other);
    await signing.promote(other);
    expect(await signing.split(keep)).toBe('split');
    expect((await listed()).toSorted()).toEqual([keep, other].toSorted());
    const third = await signAs('Mill Creek Grange', 'millcreek@gmail.com');
    await signing.withdraw(keep);
    expect(await signing.promote(third)).toBe('promoted');
    expect((await signing.read(other)).eligible).toBe('yes');
    expect(await violations()).toEqual([]);
  });

  test('gives no claim to one who needs a review, and names who waits for it in the digest', async () => {
    const keep = await signAs('Mill Creek Grange', 'ana@mill-creek.example');
    const free = await signAs('Mill Creek Grange', 'millcreek@gmail.com');
    const other = await signAs('Orchard Row Tenants', 'cy@orchard.example');
    await signing.merge(keep, other);
    await signing.promote(other);
    await signing.withdraw(keep);
    expect(await signing.split(other)).toBe('split');
    expect(await listed()).toEqual([other]);
    expect(
      await readVacantClaims(database.store, { slug, now: signing.now(), newUlid: signing.newUlid }),
    ).toMatchObject({ claims: [{ organizationName: 'Mill Creek Grange', waiting: [free] }] });
    expect(await violations()).toEqual([]);
  });

  test('gives no claim to one from another domain whom no organizer has approved', async () => {
    const keep = await signAs('Mill Creek Grange', 'ana@mill-creek.example');
    const fake = await signAs('Mill Creek Grange', 'eve@other.example');
    const other = await signAs('Orchard Row Tenants', 'cy@orchard.example');
    await signing.merge(keep, other);
    await signing.promote(other);
    await signing.reject(keep);
    expect(await signing.split(other)).toBe('split');
    expect(await listed()).toEqual([other]);
    expect(await signing.promote(fake)).toBe('promoted');
    expect(await violations()).toEqual([]);
  });

  test('moves only one to the other organization of its name when they are merged', async () => {
    await signAlbany();
    const second = await signDenver();
    await signing.split(second.id);
    const free = await sign('denverchurch@gmail.com', {});
    expect(await signing.merge(second.id, free.id)).toBe('merged');
    expect(await listed()).toHaveLength(2);
    expect((await signing.read(free.id)).organizationKey).toBe(
      (await signing.read(second.id)).organizationKey,
    );
    expect(await signing.split(free.id)).toBe('split');
    expect(await listed()).toHaveLength(3);
    expect(await violations()).toEqual([]);
  });

  test('says why it does nothing', async () => {
    const alone = await signAs('Harbor Families', 'ana@families.example.org');
    const pending = await signing.submit('x@pier.example.org', 'Pier Elders');
    const free = await signAs('Dock Workers', 'dock@gmail.com');
    const person = await signing.submit('ana@example.org');
    await signing.confirm(person);
    const gone = await signAs('Tree Stewards', 'ana@trees.example.org');
    await signing.withdraw(gone);
    const refused = await signAs('Food Bank', 'ana@food.example.org');
    await signing.reject(refused);
    const outcomes = [];
    for (const id of [alone, pending, free, person, gone, refused]) outcomes.push(await signing.split(id));
    expect(outcomes).toEqual([
      'already-separate',
      'not-confirmed',
      'nothing-to-split',
      'not-an-organization',
      'withdrawn',
      'rejected',
    ]);
  });

  test('lets both be found by their websites', async () => {
    const website = 'https://iron.example/';
    const iron = await signAs('Iron Gate Bakers', 'ana@iron.example');
    const duplicate = await signing.submit('dora@iron.example', 'Iron Gate Bakers', { website });
    await signing.confirm(duplicate);
    const other = await signAs('Juniper Street Readers', 'ben@juniper.example');
    await signing.merge(iron, other);
    await signing.promote(other);
    await signing.withdraw(iron);
    expect(await signing.split(other)).toBe('split');
    expect((await signing.read(duplicate)).eligible).toBe('yes');
    const fake = await signing.submit('eve@iron.example', 'Xylophone Makers League', { website });
    expect(await signing.confirm(fake)).toBe('waiting-for-review');
    expect((await signing.read(fake)).flags).toContainEqual(
      expect.objectContaining({ flag: 'same-website' }),
    );
  });

  test('of the same ones by several organizers at one moment answers each of them', async () => {
    const first = await signAs('Dock Workers', 'ana@docks.example.org');
    const others = [];
    for (const who of ['ben', 'cem', 'dan'])
      others.push(await signAs('Dock Workers', `${who}@docks.example.org`));
    const outcomes = await Promise.all([...others, ...others].map((id) => signing.split(id)));
    expect(outcomes.toSorted()).toEqual([
      ...others.map(() => 'already-separate'),
      ...others.map(() => 'split'),
    ]);
    expect((await listed()).toSorted()).toEqual([first, ...others].toSorted());
    expect(await violations()).toEqual([]);
  });

  test('is complete or has no effect, at whichever step it dies', async () => {
    const keep = await signAs('Harbor Families', 'ana@families.example.org');
    const steps = await crashAtEveryStep(async (run, step) => {
      const other = await signAs(`Shore ${step}`, `${step.replace(/\W+/g, '-')}@shore.example.org`);
      await signing.merge(keep, other);
      await newSigning({ ...database, store: crashingStore(database.store, run) }, { review: 'flagged' })
        .split(other)
        .catch(() => undefined);
      expect(await violations()).toEqual([]);
      expect(['split', 'already-separate']).toContain(await signing.split(other));
    });
    expect(steps).toBeGreaterThan(3);
    expect(await violations()).toEqual([]);
  });
});
