import { expect, test } from '@jest/globals';
import type { Settings } from '../../../shared/campaign/settings.ts';
import type { Store } from '../../../shared/table/table.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import { claimViolations, freshStore, seed, signOnsOf, type TestStore } from '../../support/store.ts';

/** A campaign, and a second view of it on which somebody else acts before each transaction of the first one. */
async function start(review: NonNullable<Settings['review']>) {
  const database = await freshStore();
  await seed(database, { settings: { review } });
  const signing = newSigning(database, { review });
  const between = (intruder: (signing: Signing) => Promise<unknown>): Signing => {
    let isFirst = true;
    const transact: Store['transact'] = async (writes) => {
      if (isFirst) {
        isFirst = false;
        await intruder(signing);
      }
      return await database.store.transact(writes);
    };
    return newSigning({ ...database, store: { ...database.store, transact } }, { review });
  };
  return { database, signing, between };
}

const name = 'First Church';
const albany = { city: 'Albany', region: 'NY', website: 'https://albany.example/' };
const denver = { city: 'Denver', region: 'CO', website: 'https://denver.example/' };

const violations = async (database: TestStore) => await claimViolations(database, await signOnsOf(database));

async function sign(signing: Signing, email: string, organization: string, typed: object = {}) {
  const id = await signing.submit(email, organization, typed);
  await signing.confirm(id);
  return id;
}
const counts = async (signing: Signing, id: string) => (await signing.read(id)).eligible === 'yes';

test('Two signers of the second organization of a name, at the same moment, count once', async () => {
  const { database, signing, between } = await start('none');
  await sign(signing, 'ana@albany.example', name, albany);
  const ben = await signing.submit('ben@denver.example', name, denver);
  const cara = await signing.submit('cara@denver.example', name, denver);
  await between((other) => other.confirm(ben)).confirm(cara);
  expect([await counts(signing, ben), await counts(signing, cara)]).toEqual([true, false]);
  expect(await violations(database)).toEqual([]);
});

test('Two signers of the third organization of a name, at the same moment, count once', async () => {
  const { database, signing, between } = await start('none');
  await sign(signing, 'ana@albany.example', name, albany);
  await sign(signing, 'dan@denver.example', name, denver);
  const troy = { city: 'Troy', region: 'MI', website: 'https://troy.example/' };
  const ben = await signing.submit('ben@troy.example', name, troy);
  const cara = await signing.submit('cara@troy.example', name, troy);
  await between((other) => other.confirm(ben)).confirm(cara);
  expect([await counts(signing, ben), await counts(signing, cara)]).toEqual([true, false]);
  expect(await violations(database)).toEqual([]);
});

test.each(['the button', 'promote'] as const)(
  'A split between read and write is seen by %s, so that no organization counts under another’s name',
  async (way) => {
    const { database, signing, between } = await start('none');
    // First and second sign for one organization, and are merged into another whose signer then withdraws.
    const other = await sign(signing, 'olga@pier.example', 'Pier Keepers');
    const first = await sign(signing, 'ana@albany.example', name, albany);
    const second = await sign(signing, 'ben@albany.example', name, albany);
    expect(await signing.merge(other, first)).toBe('merged');
    await signing.withdraw(other);
    const racing = between((organizer) => organizer.split(second));
    if (way === 'promote') await racing.promote(first);
    else await racing.confirm(first);
    const counted = await Promise.all([first, second].map((id) => counts(signing, id)));
    expect(counted.filter(Boolean)).toHaveLength(1);
    expect(await violations(database)).toEqual([]);
  },
);

test('A corrected spelling that makes the name that of another organization waits, and says so', async () => {
  const { database, signing } = await start('flagged');
  const first = await sign(signing, 'ana@albany.example', 'Harbor Families', albany);
  const second = await sign(signing, 'ben@denver.example', 'Harbor Familes', denver);
  await signing.approve(second);
  expect(await counts(signing, second)).toBe(true);
  expect(await signing.correct(second, { organizationName: 'Harbor Families' })).toBe('waiting');
  const { proposedFlags, eligible } = await signing.read(second);
  expect([eligible, proposedFlags]).toEqual(['yes', [{ flag: 'same-name', id: first }]]);
  // The organizer has seen that, so both stand.
  expect(await signing.approve(second)).toBe('change-approved');
  expect([await counts(signing, first), await counts(signing, second)]).toEqual([true, true]);
  expect(await violations(database)).toEqual([]);
});

test('A change that takes or gives a claim is mailed', async () => {
  const { signing } = await start('none');
  await sign(signing, 'ana@albany.example', 'Harbor Families', albany);
  const second = await sign(signing, 'ben@denver.example', 'Dock Workers', denver);
  const before = (await signing.read(second)).pendingMail;
  await signing.correct(second, { title: 'Treasurer' });
  expect((await signing.read(second)).pendingMail).toBe(before);
  await signing.correct(second, { organizationName: 'Harbor Families', city: 'Albany', region: 'NY' });
  const duplicate = await signing.read(second);
  expect([duplicate.eligible, duplicate.pendingMail === before]).toEqual(['no', false]);
  await signing.correct(second, { organizationName: 'Dock Workers' });
  const counted = await signing.read(second);
  expect([counted.eligible, counted.pendingMail === duplicate.pendingMail]).toEqual(['yes', false]);
});

test('What a signer takes back counts at once, and stays when the rest of the change is rejected', async () => {
  const { signing } = await start('flagged');
  const website = 'https://pier-voices.example/';
  const id = await sign(signing, 'ana@pier-voices.example', 'Pier Voices', { website, newsletter: true });
  expect(await signing.correct(id, { organizationName: 'Another Name', newsletter: false })).toBe('waiting');
  expect(await signing.read(id)).toMatchObject({
    signed: { organizationName: 'Pier Voices', newsletter: false },
    proposed: { organizationName: 'Another Name', newsletter: false },
  });
  expect(await signing.reject(id)).toBe('change-rejected');
  expect((await signing.read(id)).signed).toMatchObject({
    organizationName: 'Pier Voices',
    newsletter: false,
  });

  const person = await signing.submit('ben@example.org', undefined, {
    name: 'Ben Okafor',
    city: 'Harbor City',
  });
  await signing.confirm(person);
  const change = { name: 'Someone Else', publicName: 'initials' } as const;
  expect(await signing.correct(person, change)).toBe('waiting');
  expect((await signing.read(person)).signed).toMatchObject({ name: 'Ben Okafor', publicName: 'initials' });
});

test('A correction that is under way when the sign-on is erased writes nothing back', async () => {
  const { signing, between } = await start('none');
  const id = await sign(signing, 'ana@albany.example', name, albany);
  const racing = between((organizer) => organizer.erase(id));
  expect(await racing.correct(id, { name: 'Ana Ruiz', title: 'Director', city: 'Troy' })).toBe(
    'nothing-to-correct',
  );
  const { signed, email } = await signing.read(id);
  expect([email, signed?.name, signed?.title, signed?.city]).toEqual(['', '', undefined, 'Albany']);
});

test('An erasure sees that a rejected sign-on has just been reinstated', async () => {
  const { database, signing } = await start('flagged');
  const id = await sign(signing, 'ana@gmail.com', 'Pier Voices');
  await signing.reject(id);
  let isFirst = true;
  const update: Store['update'] = async (write) => {
    if (isFirst) {
      isFirst = false;
      expect(await signing.reinstate(id)).toBe('reinstated-in-review');
    }
    return await database.store.update(write);
  };
  const racing = newSigning({ ...database, store: { ...database.store, update } }, { review: 'flagged' });
  expect(await racing.erase(id)).toBe('erased');
  const { status, signed, email } = await signing.read(id);
  expect([status, signed, email]).toEqual(['withdrawn', undefined, '']);
  expect(await violations(database)).toEqual([]);
});

test('A correction of unconfirmed words does not undo other words that come meanwhile', async () => {
  const { database, signing } = await start('none');
  const id = await signing.submit('ana@albany.example', name, albany);
  let isFirst = true;
  const update: Store['update'] = async (write) => {
    if (isFirst) {
      isFirst = false;
      await signing.submit('ana@albany.example', name, { ...albany, title: 'Treasurer', city: 'Troy' });
    }
    return await database.store.update(write);
  };
  const racing = newSigning({ ...database, store: { ...database.store, update } }, { review: 'none' });
  expect(await racing.correct(id, { title: 'Chair' })).toBe('corrected');
  expect((await signing.read(id)).submission).toMatchObject({ title: 'Chair', city: 'Troy' });
});

test('A withdrawal sees that the button has just been pressed again', async () => {
  const { database, signing } = await start('none');
  const id = await sign(signing, 'ana@albany.example', name, albany);
  await signing.withdraw(id);
  await signing.submit('ana@albany.example', name, albany);
  let isFirst = true;
  const intrude = async () => {
    if (!isFirst) return;
    isFirst = false;
    expect(await signing.confirm(id)).toBe('confirmed');
  };
  const { store } = database;
  const update: Store['update'] = async (write) => {
    await intrude();
    return await store.update(write);
  };
  const transact: Store['transact'] = async (writes) => {
    await intrude();
    return await store.transact(writes);
  };
  await newSigning({ ...database, store: { ...store, update, transact } }, { review: 'none' }).withdraw(id);
  expect((await signing.read(id)).status).toBe('withdrawn');
  expect(await violations(database)).toEqual([]);
});
