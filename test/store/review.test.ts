import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventSchema } from '../../shared/campaign/events.ts';
import { organizationKey } from '../../shared/sign-on/organization-key.ts';
import { readCampaignStatus } from '../../shared/store/campaign-status.ts';
import { slug } from '../support/records.ts';
import { newSigning, type Signing } from '../support/signing.ts';
import { claimOf, claimViolations, freshStore, seed, signOnsOf, type TestStore } from '../support/store.ts';

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

async function happenings(): Promise<unknown[]> {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.map(({ happening }) => happening);
}

describe('review of what is flagged', () => {
  test('lets count at once what nothing speaks against', async () => {
    const id = await clean();
    expect(await signing.confirm(id)).toBe('confirmed');
    expect(await signing.read(id)).toMatchObject({ eligible: 'yes', organizationKey: key });
  });

  test('keeps what is flagged waiting, without a claim, however often its button is pressed', async () => {
    const id = await flagged();
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    const signOn = await signing.read(id);
    expect(signOn).toMatchObject({
      status: 'confirmed',
      eligible: 'no',
      review: 'waiting',
      reviewSince: signing.now().toISOString(),
      flags: [{ flag: 'free-mail', domain: 'gmail.com' }],
    });
    expect(signOn.organizationKey).toBeUndefined();
    expect(await claimOf(database, key)).toEqual({});
  });

  test('does not let a fake that waits stand in the way of the organization itself', async () => {
    const fake = await flagged();
    await signing.confirm(fake);
    expect(await signing.confirm(await clean())).toBe('confirmed');
    expect(await signing.approve(fake)).toBe('approved-organization-has-signed');
    expect(await violations()).toEqual([]);
  });

  test('holds a flagged sign-on back from the place that another one gives up', async () => {
    const holder = await clean();
    await signing.confirm(holder);
    const fake = await flagged();
    expect(await signing.confirm(fake)).toBe('waiting-for-review');
    await signing.withdraw(holder);
    expect(await signing.confirm(fake)).toBe('waiting-for-review');
    expect(await signing.promote(fake)).toBe('waits-for-review');
  });

  test('lets count what an organizer approves, once, and keeps the evidence', async () => {
    const id = await flagged();
    await signing.confirm(id);
    expect(await signing.approve(id)).toBe('approved');
    expect(await signing.approve(id)).toBe('already-approved');
    const signOn = await signing.read(id);
    expect(signOn).toMatchObject({ eligible: 'yes', review: 'approved', flags: [{ flag: 'free-mail' }] });
    expect(signOn.reviewSince).toBeUndefined();
    expect(await happenings()).toEqual([{ type: 'approved', signOnId: id }]);
    expect(await violations()).toEqual([]);
  });

  test('takes rejected ones off for good, until they are reinstated', async () => {
    const id = await flagged();
    await signing.confirm(id);
    expect(await signing.reject(id)).toBe('rejected');
    expect(await signing.reject(id)).toBe('already-rejected');
    await flagged();
    expect(await signing.confirm(id)).toBe('rejected');
    expect(await signing.approve(id)).toBe('rejected');
    expect(await signing.withdraw(id)).toBe('withdrawn');
    expect(await signing.reinstate(id)).toBe('reinstated');
    expect(await signing.reinstate(id)).toBe('not-rejected');
    expect(await signing.read(id)).toMatchObject({
      status: 'confirmed',
      eligible: 'yes',
      review: 'approved',
    });
    expect(await happenings()).toHaveLength(2);
    expect(await violations()).toEqual([]);
  });

  test('rejecting one that counts vacates its place, and the organizers are told of who waits for it', async () => {
    const [holder, second] = [
      await clean(),
      await signing.submit('b@harbor-families.example.org', 'Harbor Families', { website }),
    ];
    await signing.confirm(holder);
    expect(await signing.confirm(second)).toBe('already-signed-by-organization');
    await signing.reject(holder);
    expect(await happenings()).toEqual(
      expect.arrayContaining([
        { type: 'claim-vacated', organizationName: 'Harbor Families', waiting: [second] },
        { type: 'rejected', signOnId: holder },
      ]),
    );
    expect(await signing.promote(second)).toBe('promoted');
    expect(await signing.reinstate(holder)).toBe('reinstated-organization-has-signed');
    expect(await violations()).toEqual([]);
  });

  test('lets whoever waits withdraw, and looks at them again when they come back', async () => {
    const id = await flagged();
    await signing.confirm(id);
    expect(await signing.withdraw(id)).toBe('withdrawn');
    expect(await signing.read(id)).toMatchObject({ status: 'withdrawn', eligible: 'no' });
    expect((await signing.read(id)).review).toBeUndefined();
    expect(await signing.approve(id)).toBe('withdrawn');
    await flagged();
    expect(await signing.confirm(id)).toBe('waiting-for-review');
  });

  test('knows an approved organization again when it comes back with the same address', async () => {
    const id = await flagged();
    await signing.confirm(id);
    await signing.approve(id);
    await signing.withdraw(id);
    await flagged();
    expect(await signing.confirm(id)).toBe('confirmed');
    expect(await signing.read(id)).toMatchObject({ eligible: 'yes', review: 'approved' });
    expect(await violations()).toEqual([]);
  });

  test('takes a change of the other words while it waits, and it waits on', async () => {
    const id = await flagged();
    await signing.confirm(id);
    await signing.submit(free, 'Harbor Families', { website, city: 'Port Alder' });
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    expect(await signing.read(id)).toMatchObject({ review: 'waiting', signed: { city: 'Port Alder' } });
    expect(await signing.approve(id)).toBe('approved');
  });

  test('decides nothing about what nobody has confirmed', async () => {
    const id = await flagged();
    expect([await signing.approve(id), await signing.reject(id), await signing.reinstate(id)]).toEqual([
      'not-confirmed',
      'not-confirmed',
      'not-rejected',
    ]);
    expect(await happenings()).toEqual([]);
  });

  test('is counted apart from duplicates and from what is not confirmed', async () => {
    await signing.confirm(await clean());
    await signing.confirm(await flagged());
    await signing.confirm(
      await signing.submit('c@harbor-families.example.org', 'Harbor Families', { website }),
    );
    await signing.submit('d@dock.example.org', 'Dock Workers');
    const report = await readCampaignStatus(database.store, { slug, now: signing.now() });
    expect(report?.waiting).toEqual({ unconfirmed: 1, review: 1, duplicates: 1 });
  });

  test('races with its signer and between organizers to one of the outcomes, never a mixture', async () => {
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

  test('has an organizer look at every organization and every person', async () => {
    const [organization, person] = [await clean(), await signing.submit('ana@example.org')];
    expect(await signing.confirm(organization)).toBe('waiting-for-review');
    expect(await signing.confirm(person)).toBe('waiting-for-review');
    expect(await signing.approve(organization)).toBe('approved');
    expect(await signing.approve(person)).toBe('approved');
    expect((await signing.read(person)).eligible).toBe('yes');
    expect(await violations()).toEqual([]);
  });

  test('has a person looked at again who changes the name that is printed, and not for another city', async () => {
    const id = await signing.submit('ana@example.org');
    await signing.confirm(id);
    await signing.approve(id);
    await signing.submit('ana@example.org', undefined, { city: 'Elsewhere' });
    expect(await signing.confirm(id)).toBe('corrected');
    await signing.submit('ana@example.org', undefined, { name: 'Someone Famous' });
    expect(await signing.confirm(id)).toBe('waiting-for-review');
    expect(await signing.read(id)).toMatchObject({ eligible: 'no', signed: { name: 'Someone Famous' } });
  });
});
