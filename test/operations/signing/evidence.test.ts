import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { Settings } from '../../../shared/campaign/settings.ts';
import { importRow } from '../../../shared/operations/signing/import.ts';
import { lookAlikeEntries } from '../../../shared/operations/signing/name-index.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import { exportedSignOn } from '../../../shared/sign-on/exported-sign-on.ts';
import { invitedId, mailboxHash, mailDomainHash } from '../../../shared/sign-on/ids.ts';
import type { Details } from '../../../shared/sign-on/sign-on.ts';
import type { FormSuspicion } from '../../../shared/sign-on/trap-fields.ts';
import { addressSignOnsKey, invitedKey, websiteKey } from '../../../shared/table/keys.ts';
import { itemSize } from '../../bench/item-size.ts';
import { newIds } from '../../support/ids.ts';
import { aSettings, organizationDetails, slug, testAddressKey } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import { claimViolations, freshStore, seed, signOnsOf, type TestStore } from '../../support/store.ts';

let database: TestStore;
let signing: Signing;

const settings = {
  review: 'flagged',
  list: { groupBy: 'none', leads: ['Shoreline Coalition', 'Pier Keepers'] },
  sender: { name: 'Shoreline Coalition', address: 'letters@shoreline.org', replyTo: 'press@shoreline.org' },
  protectedNames: [
    { name: 'Harbor Families', domain: 'harbor-families.org' },
    { name: 'Dock Workers United', domain: 'gmail.com' },
    { name: 'Quay Gardens', domain: 'quay.github.io' },
    { name: 'Harbor Commission' },
  ],
} satisfies Partial<Settings>;

beforeEach(async () => {
  database = await freshStore();
  await seed(database, { settings });
  signing = newSigning(database, settings);
});
afterAll(() => database.client.destroy());

/** Signs and presses the button; the website is that of the address unless told otherwise. */
async function signed(email: string, name: string, typed: Partial<Details> = {}): Promise<string> {
  const website = `https://${email.split('@').at(-1)}/`;
  const id = await signing.submit(email, name, { website, ...typed });
  await signing.confirm(id);
  return id;
}
async function invite(organization: string, place: { email?: string; website?: string }): Promise<void> {
  const id = invitedId(testAddressKey, organizationKey(organization));
  await database.put({ ...invitedKey(slug, id), slug, id, organization, nonce: 'a-nonce', ...place });
}
const websiteItem = z.object({ signOns: z.set(z.string()) });
const flagsOf = async (id: string) => (await signing.read(id)).flags ?? [];
const counts = async (id: string) => (await signing.read(id)).eligible === 'yes';

describe('a protected name', () => {
  test.each([
    ['a lead', 'Shoreline Coalition'],
    ['a lead, nearly', 'The Shoreline Coaltion'],
    ['a lead without a known domain', 'Pier Keepers'],
    ['an organization of the release’s contacts', 'Harbor Families'],
    ['one of a contact with free mail', 'Dock Workers United'],
    ['the recipient', 'Harbor Commission'],
  ])('keeps a stranger who signs as %s waiting', async (_, name) => {
    const id = await signed('eve@throw-away.org', name);
    expect(await counts(id)).toBe(false);
    expect((await signing.read(id)).review).toBe('waiting');
    expect(await flagsOf(id)).toEqual([expect.objectContaining({ flag: 'protected-name' })]);
  });

  test('may be used by an address at the domain of that name, with subdomains', async () => {
    expect(await counts(await signed('ana@shoreline.org', 'Shoreline Coalition'))).toBe(true);
    expect(await counts(await signed('ben@mail.harbor-families.org', 'Harbor Families'))).toBe(true);
  });

  test('may not be used by the domain of another protected name', async () => {
    expect(await counts(await signed('ana@harbor-families.org', 'Shoreline Coalition'))).toBe(false);
    expect(await counts(await signed('ana@shoreline.org', 'Harbor Families'))).toBe(false);
    expect(await counts(await signed('ana@shoreline.org', 'Pier Keepers'))).toBe(false);
  });

  test('may not be used by free mail or a shared host, whoever has it', async () => {
    expect(await flagsOf(await signed('dock@gmail.com', 'Dock Workers United'))).toContainEqual({
      flag: 'protected-name',
      name: 'Dock Workers United',
    });
    expect(await flagsOf(await signed('quay@quay.github.io', 'Quay Gardens'))).toContainEqual({
      flag: 'protected-name',
      name: 'Quay Gardens',
    });
  });

  test('is found in the place, too, which is printed beside the name', async () => {
    for (const [index, typed] of [
      { city: 'Official Shoreline Coalition' },
      { city: 'Harbor City', region: 'a project of the SHORELINE coalition' },
      { city: 'Official Shoreline Coaliton' },
      { city: 'ShorelineCoalition' },
      { city: 'Official City of Shoreline Coalition' },
    ].entries())
      expect(
        await flagsOf(await signed(`eve@gulls-${index}.org`, `Sea Gull Watch ${index}`, typed)),
      ).toContainEqual({
        flag: 'protected-name',
        name: 'Shoreline Coalition',
      });
    const own = { city: 'Shoreline Coalition Hall' };
    expect(await counts(await signed('ana@shoreline.org', 'Shoreline Youth', own))).toBe(true);
    const places = ['City of Albany', 'Dane County'].map((name) => ({ name }));
    signing = newSigning(database, { ...settings, protectedNames: places });
    for (const [index, city] of ['City of Albany', 'Dane County'].entries()) {
      const id = await signed(`ana@city-${index}.org`, `Bay Runners ${index + 7}`, { city });
      expect(await flagsOf(id)).not.toContainEqual(expect.objectContaining({ flag: 'protected-name' }));
    }
    const near = { city: 'Shoreline', region: 'Coalition Bay' };
    expect(await counts(await signed('ana@bay-rowers.org', 'Bay Rowers', near))).toBe(true);
  });

  test('does not affect names that only share a word', async () => {
    expect(await counts(await signed('a@friends.org', 'Friends of the Harbor Commission'))).toBe(true);
    expect(await counts(await signed('a@city-families.org', 'Harbor City Families'))).toBe(true);
  });

  test('also keeps a row of an import waiting', async () => {
    const row = {
      row: 2,
      kind: 'organization',
      email: 'eve@throw-away.org',
      details: organizationDetails('Shoreline Coalition'),
    } as const;
    const input = {
      settings: aSettings(settings),
      now: signing.now,
      addressKey: testAddressKey,
      ...newIds(),
    };
    const { fate, flags } = await importRow(database.store, input, row);
    expect([fate, flags.map(({ flag }) => flag)]).toEqual([
      'waits-for-review',
      expect.arrayContaining(['protected-name']),
    ]);
  });
});

describe('an invited organization', () => {
  beforeEach(async () => {
    await invite('Quay Keepers', { email: 'office@quay-keepers.org', website: 'quaykeepers.net' });
    await invite('Reef Watch', { email: 'reef.watch@gmail.com' });
    await invite('Sand Dunes Trust', { website: 'https://www.sand-dunes.org/about' });
    await invite('Tide Pool Club', {});
    await invite('Pier Keepers', { email: 'ana@pier-keepers.org' });
  });

  test.each([
    ['at the domain of the invitation', 'ana@quay-keepers.org', 'Quay Keepers'],
    ['at the domain of its website', 'ana@mail.quaykeepers.net', 'The Quay Keepers, Inc.'],
    ['at the only domain that is known', 'ana@sand-dunes.org', 'Sand Dunes Trust'],
    ['that is a lead, too', 'ben@pier-keepers.org', 'Pier Keepers'],
  ])('needs no review %s', async (_, email, name) => {
    const id = await signed(email, name, { website: 'https://another.org/' });
    expect(await counts(id)).toBe(true);
    expect(await flagsOf(id)).toEqual([]);
  });

  test.each([
    ['another domain', 'eve@throw-away.org', 'Quay Keepers', 'quay-keepers.org'],
    ['another domain than that of the website', 'eve@throw-away.org', 'sand dunes trust', 'sand-dunes.org'],
    ['free mail, where its own address is', 'eve@gmail.com', 'Reef Watch', 'gmail.com'],
    ['another domain than the free mail of its own address', 'eve@reef.org', 'Reef Watch', 'gmail.com'],
    ['a shared host', 'eve@quay-keepers.github.io', 'Quay Keepers', 'quay-keepers.org'],
  ])('waits from %s', async (_, email, name, host) => {
    const id = await signed(email, name);
    expect((await signing.read(id)).review).toBe('waiting');
    expect(await flagsOf(id)).toContainEqual({ flag: 'invited-elsewhere', host });
  });

  test.each(['reef.watch@gmail.com', 'ReefWatch+letters@googlemail.com'])(
    'waits from the mailbox that was invited, %s, for its free mail alone',
    async (email) => {
      const id = await signed(email, 'Reef Watch', { website: 'https://reef-watch.org/' });
      expect((await signing.read(id)).review).toBe('waiting');
      expect((await flagsOf(id)).map(({ flag }) => flag)).toEqual(['free-mail']);
    },
  );

  test('has no effect where neither address nor website is known, nor under a similar name', async () => {
    expect(await counts(await signed('ana@tide-pool.org', 'Tide Pool Club'))).toBe(true);
    expect(await counts(await signed('ana@quay-keeper-friends.org', 'Friends of Quay Keepers'))).toBe(true);
  });

  test('does not lend its domain to another protected name', async () => {
    expect(await counts(await signed('ana@quay-keepers.org', 'Harbor Commission'))).toBe(false);
  });

  test('still waits where everything is reviewed before it counts, and never without a review', async () => {
    signing = newSigning(database, { ...settings, review: 'before-counting' });
    expect(await counts(await signed('ana@quay-keepers.org', 'Quay Keepers'))).toBe(false);
    signing = newSigning(database, { ...settings, review: 'none' });
    expect(await counts(await signed('eve@throw-away.org', 'Sand Dunes Trust'))).toBe(true);
  });

  test('that an organizer has approved cannot become another invited one by a letter', async () => {
    await invite('Rowers of Tide Point', { email: 'office@tide-point.org' });
    await invite('Rowers of Tidde Point', { email: 'office@tidy-point.org' });
    const id = await signed('eve@throw-away.org', 'Rowers of Tide Point', {
      website: 'https://throw-away.org/',
    });
    await signing.approve(id);
    expect(await counts(id)).toBe(true);
    expect(await signing.correct(id, { organizationName: 'Rowers of Tidde Point' })).toBe('waiting');
  });

  test('is examined again when its words change', async () => {
    const id = await signed('ana@other.org', 'Other Project', { website: 'https://other.org/' });
    await signing.correct(id, { organizationName: 'Quay Keepers' });
    expect((await signing.read(id)).signed?.organizationName).toBe('Other Project');
    expect((await signing.read(id)).proposedFlags).toContainEqual({
      flag: 'invited-elsewhere',
      host: 'quay-keepers.org',
    });
  });
});

describe('a name that is nearly another', () => {
  test.each([
    ['Kelp Bay Riders', 'Kelp Bay Riders of Milton', 'Milton'],
    ['Kelp Bay Riders of Milton', 'Kelp Bay Riders', 'Milton'],
    ['Kelp Bay Riders', 'Milton Kelp Bay Riders', 'Milton'],
    ['Kelp Bay Riders (KBR), Milton', 'Kelp Bay Riders', 'Milton'],
    ['Kelp Families', 'Kelp Families of St. Paul', 'Saint Paul'],
    ['Kelp Families', 'Kelp Families of Long Branch', 'Long Branch'],
    ['Kelp Families', 'New York Kelp Families', 'New York'],
    ['Kelp Families', 'Kelp Families of Los Angeles', 'Los Angeles'],
    ['Kelp Families', 'Kelp Families of Fort Worth', 'Ft. Worth'],
    ['Kelp Families', 'Kelp Families of San Cristóbal de las Casas', 'San Cristóbal de las Casas'],
  ])('waits if it has only the town more that both are in: %j, %j in %s', async (one, other, city) => {
    const first = await signed('ana@kelp-bay.org', one, { city });
    expect(await counts(first)).toBe(true);
    const same = await signed('ben@kelp-riders.org', other, { city });
    expect(await counts(same)).toBe(false);
    expect((await flagsOf(same)).map(({ flag }) => flag)).toContain('look-alike');
  });

  test.each([
    ['Kelp Bay Riders', 'Kelp Bay Riders, NY'],
    ['Kelp Bay Riders of New York', 'Kelp Bay Riders'],
    ['Kelp Bay Riders', 'Kelp Bay Riders, Milton, N.Y.'],
  ])('waits if it has only the state more that both are in: %j, %j', async (one, other) => {
    await signed('ana@kelp-bay.org', one, { city: 'Milton', region: 'New York' });
    const same = await signed('ben@kelp-riders.org', other, { city: 'Milton', region: 'NY' });
    expect((await flagsOf(same)).map(({ flag }) => flag)).toContain('look-alike');
  });

  describe.each([false, true])('in the other order: %s', (isTurned) => {
    test.each([
      ['Kelp Families', 'New York', 'Kelp Families NYC', 'New York'],
      ['Kelp Families', 'New York City', 'Kelp Families of New York City', 'New York'],
      ['Kelp Families', 'Brooklyn', 'Kelp Families Brooklyn', 'New York'],
      ['Kelp Families', 'Brooklyn', 'Kelp Families NYC', 'Brooklyn'],
      ['Sea Watch', 'Staten Island', 'Staten Island Sea Watch', 'NYC'],
      ['Kelp Families', 'Philadelphia', 'Kelp Families of Philadelphia', 'Philly'],
      ['Kelp Families', 'Philly', 'Kelp Families Philly', 'Philadelphia'],
      ['Kelp Families', 'San Francisco', 'Kelp Families SF', 'San Francisco'],
      ['Kelp Families', 'Albany', 'Kelp Families of Albany', undefined],
    ])(
      'waits if it has another name of the town more: %j in %s, %j in %s',
      async (one, city, other, place) => {
        const both = [
          { name: one, city },
          { name: other, city: place },
        ];
        const [first, second] = isTurned ? both.toReversed() : both;
        const region = 'New York';
        expect(
          await counts(await signed('ana@kelp-bay.org', first?.name ?? '', { city: first?.city, region })),
        ).toBe(true);
        const near = await signed('ben@kelp-riders.org', second?.name ?? '', { city: second?.city, region });
        expect((await flagsOf(near)).map(({ flag }) => flag)).toContain('look-alike');
      },
    );
  });

  test.each([
    ['Kelp Readers (Lectores del Muelle)', 'Kelp Readers (Amigos)'],
    ['Kelp Readers (Amigos)', 'Kelp Readers / Libros para Todos'],
  ])('waits beside a signed or rejected one that begins with the same name: %j, %j', async (one, other) => {
    const first = await signed('ana@kelp-bay.org', one);
    expect(await counts(first)).toBe(true);
    const near = await signed('ben@kelp-riders.org', other);
    expect((await flagsOf(near)).map(({ flag }) => flag)).toEqual(['look-alike']);
    await signing.reject(first);
    const again = await signed('cleo@kelp-rowers.org', other);
    expect((await flagsOf(again)).map(({ flag }) => flag)).toEqual(['rejected-before']);
  });

  test('counts beside another chapter of the same name with its town in brackets', async () => {
    await signed('ana@kelp-bay.org', 'Kelp Readers (Milton)');
    expect(await counts(await signed('ben@kelp-riders.org', 'Kelp Readers (Utica)'))).toBe(true);
  });

  test('counts if it has a borough more, and neither is there', async () => {
    await signed('ana@kelp-bay.org', 'Kelp Families', { city: 'New York', region: 'NY' });
    const chapter = { city: 'New York', region: 'NY' };
    expect(await counts(await signed('ben@kelp-queens.org', 'Kelp Families Queens', chapter))).toBe(true);
  });

  test('waits also if it is nearly the second organization of a name', async () => {
    await signed('ana@kelp-albany.org', 'Kelp Bay Riders', { city: 'Albany', region: 'NY' });
    const second = await signed('ben@kelp-milton.org', 'Kelp Bay Riders', { city: 'Milton', region: 'MA' });
    expect(await signing.split(second)).toBe('split');
    expect(await counts(second)).toBe(true);
    const fake = await signed('eve@kelp-fraud.org', 'Kelp Bay Riders of Milton', {
      city: 'Milton',
      region: 'MA',
    });
    expect(await flagsOf(fake)).toContainEqual(expect.objectContaining({ flag: 'look-alike', id: second }));
  });

  const albany = { city: 'Albany', region: 'NY' };

  test.each([
    ['Kelp Tenants', 'Kelp Tenants of Albany', {}],
    ['Kelp Tenants', 'Albany Kelp Tenants', {}],
    ['Kelp Tenants', 'Kelp Tenants of Albany', { city: 'Capital District' }],
    ['Kelp Tenants', 'Kelp Tenants of Albany', { city: 'Albany County', region: 'NY' }],
    ['Kelp Tenants', 'Kelp Tenants of New York', {}],
    ['Kelp Tenants of Albany', 'Kelp Tenants', {}],
    ['Kelp Tenants of Albany', 'Kelp Tenants', { region: 'NY' }],
    ['Kelp Tenants of Albany', 'Kelp Tenants', { city: 'Capital District' }],
  ])(
    'waits if it has the town of %j in Albany more or less, gives no other, and is: %j, %j',
    async (one, other, place) => {
      await signed('ana@kelp-bay.org', one, albany);
      const near = await signed('ben@kelp-riders.org', other, {
        city: undefined,
        region: undefined,
        ...place,
      });
      expect((await flagsOf(near)).map(({ flag }) => flag)).toEqual(['look-alike']);
    },
  );

  test.each([
    ['Kelp Hikers', {}, 'Kelp Hikers of Albany', albany],
    ['Kelp Hikers', { city: 'Nationwide' }, 'Kelp Hikers of Albany', albany],
    ['Kelp Hikers', { city: 'Washington', region: 'DC' }, 'Kelp Hikers of Albany', {}],
    ['Kelp Hikers of Albany', albany, 'Kelp Hikers', { city: 'Utica', region: 'NY' }],
    ['Kelp Hikers of Albany', albany, 'Kelp Hikers of Utica', {}],
    ['Kelp Hikers of Albany', albany, 'Kelp Hikers', { region: 'VT' }],
    ['Kelp Hikers', { city: 'Albany', region: 'OR' }, 'Kelp Hikers of Albany', { region: 'NY' }],
    ['Bay Tenants', { city: 'Thunder Bay' }, 'Thunder Bay Tenants', {}],
    ['Harbor House', { city: 'Bar Harbor' }, 'Bar Harbor House', {}],
    ['Albany Kelp Nurses', albany, 'Kelp Teachers', {}],
    ['Kelp Families', { city: 'New York', region: 'NY' }, 'Kelp Families of Queens', {}],
  ])('counts if it may be a chapter: %j in %j, %j in %j', async (one, place, other, otherPlace) => {
    const nowhere = { city: undefined, region: undefined };
    await signed('ana@one-own.org', one, { ...nowhere, ...place });
    expect(await counts(await signed('ben@other-own.org', other, { ...nowhere, ...otherPlace }))).toBe(true);
  });

  const newYork = { city: 'New York', region: 'NY' };
  const washington = { city: 'Washington', region: 'DC' };

  test.each([
    ['Make the Kelp Road New York', 'Make the Kelp Road NYC', newYork],
    ['New York Kelp Communities for Change', 'NYC Kelp Communities for Change', newYork],
    ['Kelp Action of New York', 'Kelp Action NYC', newYork],
    ['Kelp Action of NY', 'Kelp Action of New York City', newYork],
    ['Kelp Action of New York', 'NYC Kelp Actoin', newYork],
    ['Kelp Action of New York', 'Kelp Action NYC', {}],
    ['Kelp Action of Washington', 'Kelp Action DC', washington],
    ['Kelp Action of Washington', 'Kelp Action of Washington DC', washington],
    ['Kelp Action Philly', 'Philadelphia Kelp Action', { city: 'Philadelphia', region: 'PA' }],
    ['SF Kelp Action', 'San Francisco Kelp Action', { city: 'San Francisco', region: 'CA' }],
  ])('waits if it has another name of the city of both: %j, %j in %j', async (one, other, place) => {
    await signed('ana@kelp-bay.org', one, { ...newYork, ...place });
    const near = await signed('ben@kelp-riders.org', other, { city: undefined, region: undefined, ...place });
    expect((await flagsOf(near)).map(({ flag }) => flag)).toEqual(['look-alike']);
  });

  test.each([
    ['Kelp Families Brooklyn', { city: 'Brooklyn', region: 'NY' }, 'Kelp Families NYC', newYork],
    ['Kelp Families Queens', newYork, 'Kelp Families of New York', newYork],
    ['Kelp Families Manhattan', newYork, 'Kelp Families NYC', newYork],
    ['New York Kelp Nurses', newYork, 'NYC Kelp Teachers', newYork],
    ['Kelp Tenants of Albany', albany, 'Kelp Tenants, NY', albany],
    ['Kelp Action of New York', albany, 'Kelp Action NYC', newYork],
    ['Washington Kelp Workers', { city: 'Seattle', region: 'WA' }, 'Kelp Workers DC', washington],
    ['LA Kelp Network', { city: 'Los Angeles' }, 'Los Angeles Kelp Coalition', { city: 'Los Angeles' }],
    ['New York Kelp Church', newYork, 'NYC Kelp School', newYork],
    ['Kelp Riders of Philadelphia', { city: 'Philly' }, 'Kelp Writers Philly', { city: 'Philly' }],
    ['Kelp Action of Washington', washington, 'Kelp Action of Virginia', washington],
  ])('counts if it is another one of the city: %j in %j, %j in %j', async (one, place, other, otherPlace) => {
    await signed('ana@one-own.org', one, { region: undefined, ...place });
    const second = await signed('ben@other-own.org', other, { region: undefined, ...otherPlace });
    expect(await counts(second)).toBe(true);
  });

  test('counts if it has the state more, and is in another town of it', async () => {
    await signed('ana@kelp-bay.org', 'Kelp Bay Riders', { city: 'Milton', region: 'NY' });
    const statewide = await signed('ben@kelp-ny.org', 'Kelp Bay Riders of NY', {
      city: 'Albany',
      region: 'NY',
    });
    expect(await counts(statewide)).toBe(true);
  });

  test('waits also if the two have typed the town in other words', async () => {
    await signed('ana@kelp-bay.org', 'Kelp Bay Riders', { city: 'Milton, MA' });
    const same = await signed('ben@kelp-riders.org', 'Kelp Bay Riders of Milton', {
      city: 'Milton',
      region: 'MA',
    });
    expect((await flagsOf(same)).map(({ flag }) => flag)).toContain('look-alike');
    const elsewhere = await signed('cleo@kelp-oh.org', 'Kelp Bay Riders of Milton', {
      city: 'Milton',
      region: 'OH',
    });
    expect(await counts(elsewhere)).toBe(true);
  });

  test.each([
    ['Kelp Bay Riders', 'Wilton', 'Kelp Bay Riders of Milton', 'Milton'],
    ['Dune Watch of Milton', 'Milton', 'Dune Watch of Wilton', 'Wilton'],
    ['Thunder Bay Tenants', 'Thunder Bay', 'Bay Tenants', 'Thunder Bay'],
    ['Harbor House', 'Bar Harbor', 'Bar Harbor House', 'Bar Harbor'],
    ['Canadian Federation of Students', 'Ottawa', 'Canadian Federation of Students Ontario', 'Toronto'],
  ])('counts if the town tells two apart: %j in %s, %j in %s', async (one, city, other, otherCity) => {
    const region = 'Ontario';
    await signed('ana@one-own.org', one, { city, region });
    const second = await signed('ben@other-own.org', other, { city: otherCity, region });
    expect(await counts(second)).toBe(true);
  });

  test('waits for the one that is signed, however many nearer ones were withdrawn', async () => {
    const harbors = ['Harbour', 'Harbors', 'Harbbor', 'Harboor', 'Haarbor', 'Hharbor', 'Harborr'];
    const nearer = ['Cleaners', 'Cleanerrs', 'Cleeaners'].flatMap((cleaners) =>
      harbors.map((harbor) => `${harbor} ${cleaners} Alliance Network`),
    );
    for (const [index, name] of nearer.entries()) {
      const id = await signed(`eve@nearer-${index}.org`, name);
      if (await counts(id)) await signing.withdraw(id);
      else await signing.reject(id);
    }
    const real = await signed('ana@harbor-cleaners.org', 'Harbor Cleaners Alliance');
    expect(await counts(real)).toBe(true);
    const fake = await signed('eve@throw-away.org', 'Harbor Cleaners Alliance Network');
    expect(await flagsOf(fake)).toContainEqual(expect.objectContaining({ flag: 'look-alike', id: real }));
    expect(await counts(fake)).toBe(false);
  });
});

describe('the same website', () => {
  const website = 'https://www.harbor-voices.org/';

  test('makes the second name wait, in any spelling of the address', async () => {
    const first = await signed('ana@harbor-voices.org', 'Harbor Voices', { website });
    const second = await signed('ben@harbor-voices.org', 'HV Action Center', {
      website: 'http://harbor-voices.org',
    });
    expect(await counts(first)).toBe(true);
    expect(await flagsOf(second)).toEqual([
      {
        flag: 'same-website',
        website: 'http://harbor-voices.org',
        organizationKey: '2:harbor voices',
        id: first,
      },
    ]);
    expect(await counts(second)).toBe(false);
  });

  test('is different for a subdomain or another page', async () => {
    await signed('ana@harbor-voices.org', 'Harbor Voices', { website });
    const others = ['https://bayside.harbor-voices.org/', 'https://harbor-voices.org/pier'];
    for (const [at, other] of others.entries())
      expect(await counts(await signed(`${at}@harbor-voices.org`, `Chapter ${at}`, { website: other }))).toBe(
        true,
      );
  });

  test('of a sign-on that waits, has withdrawn or changed its website makes nobody wait', async () => {
    const waiting = await signed('hv@gmail.com', 'Harbor Voices', { website });
    const first = await signed('ana@harbor-voices.org', 'HV Action Center', { website });
    expect(await counts(first)).toBe(true);
    await signing.withdraw(first);
    expect(await counts(await signed('ben@harbor-voices.org', 'Coastal Watch', { website }))).toBe(true);
    expect((await signing.read(waiting)).review).toBe('waiting');
  });

  test('is recorded for a sign-on that an organizer lets count', async () => {
    const first = await signed('hv@gmail.com', 'Harbor Voices', { website });
    await signing.approve(first);
    const second = await signed('ben@harbor-voices.org', 'HV Action Center', { website });
    expect(await flagsOf(second)).toEqual([expect.objectContaining({ flag: 'same-website', id: first })]);
    await signing.approve(second);
    await signing.withdraw(first);
    const third = await signed('cas@harbor-voices.org', 'Coastal Watch', { website });
    expect(await flagsOf(third)).toContainEqual(
      expect.objectContaining({ flag: 'same-website', id: second }),
    );
  });

  test('lets one of two count if they confirm at the same time', async () => {
    for (let round = 0; round < 8; round++) {
      const typed = { website: `https://round-${round}.org/` };
      const ids = [
        await signing.submit(`a@round-${round}.org`, `Alder ${round} Club`, typed),
        await signing.submit(`b@round-${round}.org`, `Birch ${round} Union`, typed),
      ];
      await Promise.all(ids.map((id) => signing.confirm(id)));
      expect((await Promise.all(ids.map(counts))).filter(Boolean)).toHaveLength(1);
    }
    expect(await claimViolations(database, await signOnsOf(database))).toEqual([]);
  });

  const storedFor = async (site: string): Promise<string[]> => [
    ...((await database.store.get(websiteItem, websiteKey(slug, site)))?.signOns ?? []),
  ];

  test('is stored for ten at most, also if organizers let more count, and first for those that count', async () => {
    const typed = { website };
    const rejected: string[] = [];
    for (let at = 0; at < 5; at++) {
      rejected.push(await signed(`hv-${at}@gmail.com`, `Lantern ${at} Club`, typed));
      await signing.reject(rejected[at] ?? '');
    }
    const counted: string[] = [];
    for (let at = 0; at < 12; at++) {
      counted.push(await signed(`member-${at}@gmail.com`, `Chapter ${at}`, typed));
      expect(await signing.approve(counted[at] ?? '')).toBe('approved');
      const stored = await storedFor('harbor-voices.org?');
      expect(stored.length).toBeLessThanOrEqual(10);
      expect(stored).toContain(counted[at]);
    }
    expect(await storedFor('harbor-voices.org?')).not.toContain(rejected[0]);
    expect(await claimViolations(database, await signOnsOf(database))).toEqual([]);
  });

  test('on the first page of a platform belongs to nobody', async () => {
    const platform = { website: 'https://www.facebook.com/' };
    expect(await counts(await signed('a@alder.org', 'Alder Club', platform))).toBe(true);
    expect(await counts(await signed('b@birch.org', 'Birch Union', platform))).toBe(true);
    const page = { website: 'https://www.facebook.com/cedar' };
    expect(await counts(await signed('c@cedar.org', 'Cedar Club', page))).toBe(true);
    expect(await counts(await signed('d@dogwood.org', 'Dogwood Club', page))).toBe(false);
    const approved = await signed('eve@gmail.com', 'Elm Club', platform);
    expect(await signing.approve(approved)).toBe('approved');
    await signing.reject(approved);
    expect(await storedFor('facebook.com?')).toEqual([]);
  });
});

describe('names that are nearly one and are confirmed at the same moment', () => {
  const spellings = [
    'Families',
    'Familes',
    'Famillies',
    'Famalies',
    'Femilies',
    'Fannilies',
    'Family',
    'Famiiies',
  ];

  test('count once at most, and each that waits shows another', async () => {
    const ids: string[] = [];
    for (const [index, spelling] of spellings.entries())
      ids.push(
        await signing.submit(`ana@org-${index}.org`, `Beacon Hill ${spelling} Union`, { website: undefined }),
      );
    await Promise.all(ids.map((id) => signing.confirm(id)));
    const rows = await Promise.all(ids.map((id) => signing.read(id)));
    expect(rows.filter(({ eligible }) => eligible === 'yes').length).toBeLessThanOrEqual(1);
    for (const { eligible, flags } of rows)
      if (eligible === 'no') expect(flags).toContainEqual(expect.objectContaining({ flag: 'look-alike' }));
  });

  const beginToConfirm = async (id: string, name: string): Promise<void> => {
    const entry = { now: signing.now(), mark: signing.newUlid() };
    await database.store.putAll(lookAlikeEntries({ slug, id }, organizationDetails(name), entry));
  };

  test('keep nobody waiting once a minute is over in which the other was not confirmed', async () => {
    const other = await signing.submit('ana@beacon.org', 'Beacon Hill Families');
    const [soon, later] = [
      await signing.submit('ben@near.org', 'Beacon Hill Familes', { website: undefined }),
      await signing.submit('cleo@nearer.org', 'Beacon Hill Famiilies', { website: undefined }),
    ];
    await beginToConfirm(other, 'Beacon Hill Families');
    signing.later(50);
    await signing.confirm(soon);
    expect(await flagsOf(soon)).toContainEqual(expect.objectContaining({ flag: 'look-alike', id: other }));
    signing.later(70);
    await signing.confirm(later);
    expect(await counts(later)).toBe(true);
  });

  test('keep nobody waiting for a name that was only proposed', async () => {
    const other = await signed('ana@beacon.org', 'Lighthouse Keepers');
    const id = await signing.submit('ben@near.org', 'Beacon Hill Familes', { website: undefined });
    await signing.correct(other, { organizationName: 'Beacon Hill Families' });
    await signing.confirm(id);
    expect(await counts(id)).toBe(true);
  });

  test('keep nobody waiting for one that waits itself', async () => {
    const id = await signing.submit('ben@near.org', 'Beacon Hill Familes', { website: undefined });
    const other = await signing.submit('ana@mailinator.com', 'Beacon Hill Families', { website: undefined });
    await signing.confirm(other);
    expect((await signing.read(other)).review).toBe('waiting');
    await signing.confirm(id);
    expect(await counts(id)).toBe(true);
  });
});

describe('a person', () => {
  const person = async (email: string, name: string, typed: Partial<Details> = {}): Promise<string> => {
    const id = await signing.submit(email, undefined, { name, ...typed });
    await signing.confirm(id);
    return id;
  };

  test('is shown as the second of a mailbox, in whatever spelling, and waits as the third', async () => {
    const ids = [
      await person('maria.stone@gmail.com', 'Maria Stone'),
      await person('mariastone+2@gmail.com', 'Iris Lund'),
      await person('mariastone@googlemail.com', 'Ben Okafor'),
    ];
    expect(await Promise.all(ids.map(counts))).toEqual([true, true, false]);
    expect(await Promise.all(ids.map(flagsOf))).toEqual([
      [],
      [{ flag: 'shared-address', others: 1 }],
      [{ flag: 'shared-address', others: 2 }],
    ]);
    const [, , third = ''] = ids;
    expect(await signing.approve(third)).toBe('approved');
    expect(await counts(third)).toBe(true);
  });

  test('is not held against the organization of the same mailbox, nor against their own sign-on', async () => {
    const organization = await signed('ana@beacon.org', 'Beacon Hill Families');
    const id = await person('ana@beacon.org', 'Ana Ruiz');
    await signing.withdraw(id);
    await person('ana@beacon.org', 'Ana Ruiz');
    await signing.correct(id, { name: 'Anna Ruiz' });
    expect([await counts(id), await flagsOf(id)]).toEqual([true, []]);
    const second = await signed('ana@beacon.org', 'Lighthouse Keepers', { website: 'https://keepers.org/' });
    expect((await flagsOf(second)).filter(({ flag }) => flag === 'shared-address')).toEqual([
      { flag: 'shared-address', others: 1 },
    ]);
    expect([await counts(organization), await flagsOf(organization)]).toEqual([true, []]);
  });

  test('waits at once if an organizer has rejected another one of the mailbox', async () => {
    const rejected = await person('m.stone@gmail.com', 'Maria Stone');
    await signing.reject(rejected);
    const next = await person('ms.tone@gmail.com', 'Maria Stone');
    expect([await counts(next), await flagsOf(next)]).toEqual([
      false,
      [{ flag: 'rejected-before', id: rejected }],
    ]);
    expect(await counts(await person('iris@gmail.com', 'Maria Stone'))).toBe(true);
  });

  test('waits as the second of the same name in one mailbox, and a couple counts, also after one has signed again', async () => {
    expect(await counts(await person('mia+letters@stone-home.org', 'Mia Stone'))).toBe(true);
    const second = await person('mia@stone-home.org', 'Mía Stone');
    expect(await counts(second)).toBe(false);
    const [luis, rosa] = [
      await person('ruiz.home@gmail.com', 'Luis Ruiz'),
      await person('ruiz.home+rosa@gmail.com', 'Rosa Ruiz'),
    ];
    await signing.withdraw(luis);
    const again = await person('ruiz.home+luis@gmail.com', 'Luis Ruiz');
    expect([await counts(rosa), await counts(again)]).toEqual([true, true]);
  });

  test('is seen, too, where a mailbox presses the buttons of several at the same moment', async () => {
    const ids: string[] = [];
    for (const name of ['Ana Ruiz', 'Ben Okafor', 'Iris Lund', 'Noor Haddad', 'Cleo Park'])
      ids.push(await signing.submit(`me+${ids.length}@one-owner.org`, undefined, { name }));
    await Promise.all(ids.map((id) => signing.confirm(id)));
    expect((await Promise.all(ids.map(counts))).filter(Boolean)).toHaveLength(2);
  });

  test('is remembered nowhere without a review', async () => {
    const plain = newSigning(database, { ...settings, review: 'none' });
    const key = addressSignOnsKey(slug, mailboxHash(testAddressKey, 'eve@gmail.com'));
    for (const { submit, confirm } of [plain, signing]) {
      const known = await database.store.get(z.looseObject({}), key);
      expect(known).toBeUndefined();
      await confirm(await submit('eve@gmail.com', undefined, { name: 'Eve Stone' }));
      await signing.withdraw(signing.idOf('eve@gmail.com'));
    }
    expect(await database.store.get(z.looseObject({}), key)).toBeDefined();
  });
});

test('An invited organization counts from its own domain, though somebody else has left its claim', async () => {
  const fake = await signed('eve@osprey-fraud.org', 'Osprey Rowers');
  await invite('Osprey Rowers', { email: 'office@osprey-rowers.org' });
  await signing.withdraw(fake);
  const elsewhere = await signed('mo@osprey-other.org', 'Osprey Rowers');
  const id = await signed('office@osprey-rowers.org', 'Osprey Rowers');
  expect([await counts(elsewhere), await counts(id)]).toEqual([false, true]);
  expect(await flagsOf(id)).toContainEqual({ flag: 'second-domain', id: fake });
});

describe('one mailbox and one domain', () => {
  test('is one mailbox in three spellings, and its third organization waits', async () => {
    const spellings = ['ana.ruiz@gmail.com', 'anaruiz+2@gmail.com', 'a.naruiz@googlemail.com'];
    const names = ['Alder Club', 'Birch Union', 'Cedar Fund'];
    const ids = [];
    for (const [at, email] of spellings.entries())
      ids.push(await signed(email, names[at] ?? '', { website: `https://${at}.org/` }));
    expect(await flagsOf(ids[2] ?? '')).toContainEqual({ flag: 'shared-address', others: 2 });
  });

  test('with plus spellings at an own domain waits from the third on, and the domain is shown', async () => {
    const names = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'];
    const ids = [];
    for (const [at, name] of names.entries())
      ids.push(await signed(`me+${at}@one-owner.org`, `${name} Club`, { website: undefined }));
    expect(await Promise.all(ids.map(counts))).toEqual([true, true, false, false, false]);
    expect(await flagsOf(ids[4] ?? '')).toEqual(
      expect.arrayContaining([
        { flag: 'shared-address', others: 4 },
        { flag: 'shared-domain', domain: 'one-owner.org', others: 4 },
      ]),
    );
  });

  test.each(['me@one-owner.org', 'me@gmail.com'])(
    'is seen, too, where it presses all its buttons at the same moment: %s',
    async (email) => {
      const names = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo', 'Hazel'];
      const ids: string[] = [];
      for (const name of names)
        ids.push(await signing.submit(email, `${name} Club`, { website: `https://${name}.org/` }));
      await Promise.all(ids.map((id) => signing.confirm(id)));
      const flags = await Promise.all(ids.map(flagsOf));
      const seen = flags.flat().flatMap((flag) => (flag.flag === 'shared-address' ? [flag.others] : []));
      // Each of the eight waits, and shows the seven others.
      expect(seen).toEqual([7, 7, 7, 7, 7, 7, 7, 7]);
    },
  );

  test('is shown beside the first that waits as well as beside the last, and not beside what an organizer has decided', async () => {
    const names = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir'];
    const ids: string[] = [];
    for (const [at, name] of names.entries()) {
      ids.push(await signed(`eve+${at}@gmail.com`, `${name} Club`, { website: undefined }));
      if (at === 1) expect(await signing.approve(ids[1] ?? '')).toBe('approved');
    }
    const shared = (await Promise.all(ids.map(flagsOf))).map((flags) =>
      flags.filter(({ flag }) => flag === 'shared-address'),
    );
    const five = [{ flag: 'shared-address', others: 5 }];
    expect(shared).toEqual([five, [{ flag: 'shared-address', others: 1 }], five, five, five, five]);
    expect(await flagsOf(ids[0] ?? '')).toContainEqual({ flag: 'free-mail', domain: 'gmail.com' });
    expect(await counts(ids[1] ?? '')).toBe(true);
    expect(await signing.approve(ids[0] ?? '')).toBe('approved');
  });

  test('is not shown beside a second one of a mailbox, which has no more than a sister', async () => {
    const first = await signed('ana@gmail.com', 'Alder Club', { website: undefined });
    await signed('ana@gmail.com', 'Birch Union', { website: undefined });
    expect((await flagsOf(first)).map(({ flag }) => flag)).toEqual(['free-mail', 'no-website']);
  });

  test('is forgotten after ninety days, and remembered anew', async () => {
    const sign = async (name: string) =>
      await flagsOf(await signed('me@one-owner.org', name, { website: undefined }));
    await sign('Alder Club');
    await sign('Birch Union');
    signing.later(91 * 24 * 60 * 60);
    expect(await sign('Cedar Fund')).toEqual([{ flag: 'no-website' }]);
    expect(await sign('Dogwood Society')).toEqual([
      { flag: 'no-website' },
      { flag: 'shared-address', others: 1 },
    ]);
  });

  test('of fifty people at one domain who press the button at the same moment lets all of them count', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 50; at++)
      ids.push(
        await signing.submit(`member-${at}@union.org`, `Local ${at + 1} of Trade ${'ABCDE'[at % 5]}`, {
          website: undefined,
        }),
      );
    await Promise.all(ids.map((id) => signing.confirm(id)));
    expect((await Promise.all(ids.map(counts))).filter(Boolean)).toHaveLength(50);
    const next = await signed('zoe@union.org', 'Zebra Guild', { website: undefined });
    const [shared] = (await flagsOf(next)).filter(({ flag }) => flag === 'shared-domain');
    expect(shared).toMatchObject({ domain: 'union.org' });
    expect(shared && 'others' in shared && shared.others).toBeGreaterThanOrEqual(20);
  });

  test('shows many organizations of one domain, which count, and recognizes the mailbox after many others', async () => {
    let last = '';
    for (let at = 0; at < 22; at++)
      last = await signed(`member-${at}@union.org`, `Local ${at} of Trade ${'abcdefghijklmnopqrstuvw'[at]}`, {
        website: undefined,
      });
    expect(await counts(last)).toBe(true);
    expect(await flagsOf(last)).toContainEqual({ flag: 'shared-domain', domain: 'union.org', others: 20 });
    // A write of the full list costs one unit, as that of a short one.
    const key = addressSignOnsKey(slug, mailDomainHash(testAddressKey, 'union.org'));
    const item = await database.store.get(z.record(z.string(), z.unknown()), key);
    expect(itemSize(marshall({ ...key, ...item }))).toBeLessThanOrEqual(1024 - (60 - slug.length));
    const mailbox = 'zoe@union.org';
    await signed(mailbox, 'Zebra Guild', { website: undefined });
    await signed(mailbox, 'Yarrow Guild', { website: undefined });
    expect(await counts(await signed(mailbox, 'Xylem Guild', { website: undefined }))).toBe(false);
  });

  const sharedDomainsOf = async (id: string) =>
    (await flagsOf(id)).filter(({ flag }) => flag === 'shared-domain');

  test.each(['flagged', 'before-counting'] as const)(
    'counts other organizations of the domain, and no colleagues: %s',
    async (review) => {
      signing = newSigning(database, { ...settings, review });
      const first = await signed('ana@union.org', 'Alder Club', { website: undefined });
      for (const colleague of ['ben', 'cleo', 'dora', 'elio'])
        expect(await sharedDomainsOf(await signed(`${colleague}@union.org`, 'Alder Club'))).toEqual([]);
      const birch = await signed('fay@union.org', 'Birch Union', { website: undefined });
      await signed('gus@union.org', 'Cedar Fund', { website: undefined });
      const last = await signed('hal@union.org', 'Dogwood Society', { website: undefined });
      expect(await Promise.all([first, birch].map(sharedDomainsOf))).toEqual([[], []]);
      const three = { flag: 'shared-domain', domain: 'union.org', others: 3 };
      expect(await sharedDomainsOf(last)).toEqual([three]);
      // A colleague of the last is shown what it was.
      expect(await sharedDomainsOf(await signed('ida@union.org', 'Dogwood Society'))).toEqual([three]);
    },
  );

  test('is different for neighbors below example.org', async () => {
    for (const name of ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'])
      expect(await flagsOf(await signed(`a@${name.toLowerCase()}.example.org`, `${name} Club`))).toEqual([]);
  });
});

describe('An invited organization waits, also at its own domain,', () => {
  const isInvited = async (organization: string) =>
    await invite(organization, { email: 'ana@troy.org', website: 'https://troy.org/' });

  test('if another one of its name counts in another place', async () => {
    await isInvited('First Baptist Church');
    const albany = { city: 'Albany', region: 'NY' };
    const first = await signed('ben@albany.org', 'Baptist Church Albany', albany);
    await signing.correct(first, { organizationName: 'First Baptist Church' });
    await signing.approve(first);
    const second = await signed('ana@troy.org', 'First Baptist Church', { city: 'Troy', region: 'NY' });
    expect(await flagsOf(second)).toContainEqual({ flag: 'same-name', id: first });
    expect((await signing.read(second)).review).toBe('waiting');
    expect(await signing.split(second)).toBe('split');
    expect([await counts(first), await counts(second)]).toEqual([true, true]);
  });

  test.each([
    ['Cattail Menders Network', undefined, ['look-alike']],
    ['Cattail Menders Network', 'https://troy.org/', ['look-alike', 'same-website']],
    ['Tejedores de la Laguna', 'https://troy.org/', ['same-website']],
  ])('if it counts as %s with the website %s', async (other, website, reasons) => {
    await isInvited('Cattail Menders');
    const first = await signed('ben@troy.org', other, { website });
    const second = await signed('ana@troy.org', 'Cattail Menders', { website: 'https://troy.org/' });
    expect([await counts(first), await counts(second)]).toEqual([true, false]);
    expect((await flagsOf(second)).map(({ flag }) => flag)).toEqual(reasons);
    expect(await signing.approve(second)).toBe('approved');
  });

  test('if a stranger counts under nearly its name', async () => {
    await isInvited('Cattail Menders');
    const fake = await signed('eve@evil.org', 'Cattail Mender');
    const id = await signed('ana@troy.org', 'Cattail Menders');
    expect([await counts(fake), await counts(id)]).toEqual([true, false]);
    expect(await flagsOf(id)).toEqual([expect.objectContaining({ flag: 'look-alike', id: fake })]);
  });

  test('but not if that one waits itself, or has withdrawn', async () => {
    await isInvited('Cattail Menders');
    const withdrawn = await signed('eve@evil.org', 'Cattail Mender');
    await signing.withdraw(withdrawn);
    await signed('cattail@gmail.com', 'Cattail Mender');
    expect(await counts(await signed('ana@troy.org', 'Cattail Menders'))).toBe(true);
  });

  test('if it counts under another name already', async () => {
    await isInvited('Waterfront Families Alliance');
    const first = await signed('ana@troy.org', 'Waterfront Families Alliance');
    await signing.correct(first, { organizationName: 'Dunes Justice Center' });
    expect(await signing.approve(first)).toBe('change-approved');
    const second = await signed('ben@troy.org', 'Waterfront Families Alliance');
    expect(await flagsOf(second)).toContainEqual({ flag: 'former-name', id: first });
    expect([await counts(first), await counts(second)]).toEqual([true, false]);
  });
});

describe('what the form noticed', () => {
  const email = 'ana@quay-club.org';
  const website = 'https://quay-club.org/';
  const send = (suspicions: FormSuspicion[] = [], typed: Partial<Details> = {}) =>
    signing.submit(email, 'Quay Club', { website, suspicions, ...typed });
  const bot = ['honeypot'] as const satisfies FormSuspicion[];

  test('does not keep a signer waiting whose own words somebody sends again by program, once or often', async () => {
    const id = await send();
    await send([...bot]);
    await send(['hurried']);
    expect(exportedSignOn(await signing.read(id)).suspicions).toEqual([]);
    expect(await signing.confirm(id)).toBe('confirmed');
    expect(exportedSignOn(await signing.read(id)).suspicions).toEqual([]);
  });

  test('does not keep a signer waiting whose words somebody replaces by program, and then sends again', async () => {
    const id = await send();
    await send([...bot], { city: 'Elsewhere' });
    await send([...bot]);
    expect(await signing.confirm(id)).toBe('confirmed');
  });

  test('is forgotten when the words come without suspicion', async () => {
    const id = await send([...bot]);
    await send();
    await send([...bot]);
    expect(await signing.confirm(id)).toBe('confirmed');
  });

  test('keeps words waiting that never came without suspicion, however often they come', async () => {
    const id = await send([...bot]);
    await send(['hurried']);
    expect(exportedSignOn(await signing.read(id)).suspicions).toEqual(['hurried']);
    expect(await signing.confirm(id)).toBe('waiting-for-review');
  });

  test('keeps other words waiting than those that came without suspicion', async () => {
    const id = await send();
    await send([...bot], { city: 'Elsewhere' });
    expect(await signing.confirm(id)).toBe('waiting-for-review');
  });

  test('keeps a later form waiting after words that were signed without suspicion', async () => {
    const id = await send();
    await signing.confirm(id);
    await send([...bot], { website: 'https://elsewhere.org/' });
    await signing.confirm(id);
    expect((await signing.read(id)).proposedFlags).toContainEqual({ flag: 'form', suspicion: 'honeypot' });
  });
});
