import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { keysOf, listingKey, listingSchema } from '../../shared/site/stored-list/listing.ts';
import { gateKey } from '../../shared/table/keys.ts';
import { readListingChanges } from '../../shared/table/listing-changes.ts';
import { newCrashRun } from '../support/crash.ts';
import { aConfirmedSignOn, aSettings, organizationDetails, slug, someDetails } from '../support/records.ts';
import { gateOf } from '../support/store.ts';
import {
  listOf,
  namesPerPage,
  newStoredListCampaign,
  rebuiltSite,
  type StoredListCampaign,
} from '../support/stored-list.ts';
import { isLong } from '../support/suite.ts';

const spoiledFile = '{';

const names = ['Alder', 'Árbol', 'Birch', 'Cedar', 'Ñandú', 'Nube', 'Oak 10', 'Oak 9', 'Élan', 'Zelkova'];

const organization = (index: number, changed: Partial<SignOn> = {}): SignOn => {
  const signed = organizationDetails(
    `${names[index % names.length]} Fund ${Math.floor(index / names.length)}`,
    {
      showSignatories: 'always',
      country: 'US',
    },
  );
  return aConfirmedSignOn({
    kind: 'organization',
    email: `o${index}@example.org`,
    signed,
    submission: signed,
    ...changed,
  });
};
const person = (index: number, changed: Partial<SignOn> = {}): SignOn =>
  aConfirmedSignOn({
    email: `p${index}@example.org`,
    signed: someDetails({
      name: `${names[index % names.length]} Ruiz ${index}`,
      showSignatories: 'always',
      country: 'US',
    }),
    ...changed,
  });

const organizations = Array.from({ length: 14 }, (_, index) => organization(index));
const people = Array.from({ length: 8 }, (_, index) => person(index));
const signOns = [...organizations, ...people];
/** They are in the table, and listed once a change says so. */
const waiting = [
  ...[20, 21, 22, 23].map((index) => organization(index, { eligible: 'no', counted: 'no' })),
  ...[20, 21, 22].map((index) => person(index, { eligible: 'no', counted: 'no' })),
];
const all = [...signOns, ...waiting];

const published = (groupBy: 'none' | 'scope' = 'none') =>
  newStoredListCampaign({
    settings: aSettings({ list: { groupBy, leads: [] } }),
    gate: { status: 'publishing', organizations: organizations.length, individuals: people.length },
    signOns: all,
  });
const early = () =>
  newStoredListCampaign({
    settings: aSettings({ showSignatories: 'always', review: 'flagged' }),
    gate: { organizations: organizations.length, individuals: people.length, thresholdOrganizations: 900 },
    signOns: all,
  });

type Step =
  | { do: 'withdraw' | 'list' | 'erase' | 'spoil' | 'abroad' | 'withhold'; at: number }
  | { do: 'rename'; at: number; name: string }
  | { do: 'swap'; at: number; to: number }
  | { do: 'deliver'; again: boolean }
  | { do: 'run'; dieAt: number | undefined }
  | { do: 'spoil file'; at: number };

const at = fc.nat(all.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('withdraw', 'list', 'list', 'erase', 'spoil', 'abroad', 'withhold'), at }),
  fc.record({ do: fc.constant('rename'), at, name: fc.constantFrom('Aa', 'Mm', 'Ññ', 'Zz') }),
  fc.record({ do: fc.constant('swap'), at, to: at }),
  fc.record({ do: fc.constant('deliver'), again: fc.boolean() }),
  fc.record({ do: fc.constant('run'), dieAt: fc.option(fc.nat(90), { nil: undefined }) }),
  fc.record({ do: fc.constant('spoil file'), at: fc.nat(60) }),
);

async function take(campaign: StoredListCampaign, taken: Step): Promise<void> {
  const { change, site } = campaign;
  const signOn = all['at' in taken ? taken.at % all.length : 0] ?? organization(0);
  const { id, kind, signed = someDetails() } = signOn;
  switch (taken.do) {
    case 'withdraw':
      return change(id, { ...signOn, status: 'withdrawn', eligible: 'no', counted: 'no' });
    case 'list':
      return change(id, { ...signOn, eligible: 'yes', counted: 'yes' });
    case 'erase':
      return change(id, { ...signOn, signed: { ...signed, name: '' } });
    case 'spoil':
      return change(id, { nonce: 7 });
    case 'abroad':
      return change(id, { ...signOn, signed: { ...signed, country: 'MX' } });
    case 'withhold':
      return change(id, { ...signOn, signed: { ...signed, publicName: 'withheld', scope: undefined } });
    case 'rename': {
      const words =
        kind === 'organization' ? { organizationName: `${taken.name} Fund` } : { name: taken.name };
      return change(id, { ...signOn, signed: { ...signed, ...words } });
    }
    case 'swap': {
      // One takes over the claim of another, in one transaction.
      const other = all[taken.to];
      if (other?.kind !== 'organization' || kind !== 'organization' || other.id === id) return;
      change(id, { ...signOn, eligible: 'no', counted: 'no' });
      return change(other.id, {
        ...other,
        eligible: 'yes',
        counted: 'yes',
        organizationKey: signOn.organizationKey,
      });
    }
    case 'deliver':
      return await campaign.deliver(taken.again);
    case 'run':
      return await campaign
        .run(newCrashRun(taken.dieAt === undefined ? undefined : taken.dieAt + 1))
        .catch(() => undefined);
    case 'spoil file': {
      const files = [...site.snapshots.files.keys()].filter((key) => key.startsWith('listings/'));
      const key = files[taken.at % Math.max(1, files.length)];
      if (key) site.snapshots.files.set(key, spoiledFile);
      return;
    }
  }
}

/** Everything is delivered, and the job runs until nothing is left to do. */
async function settle(campaign: StoredListCampaign): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await campaign.deliver();
    await campaign.run();
  }
}

/** Where one claim has two holders at once, the table itself is wrong, and either list is right. */
const holdsOnce = ({ store }: StoredListCampaign): boolean => {
  const keys = store
    .items()
    .filter(({ eligible, organizationKey, nonce }) => eligible === 'yes' && organizationKey && nonce !== 7)
    .map(({ organizationKey }) => organizationKey);
  return new Set(keys).size === keys.length;
};

async function expectWhatARebuildMakes(campaign: StoredListCampaign, folder: 'letter' | 'signatories') {
  const rebuilt = listOf(await rebuiltSite(campaign), folder);
  const stored = listOf(campaign.site, folder);
  const withoutSizes = stored.map(({ sizes: _, ...facts }) => facts);
  expect(campaign.site.site.files.size).toBeGreaterThan(0);
  expect(withoutSizes).toEqual(rebuilt.map(({ sizes: _, ...facts }) => facts));
  for (const { sizes } of stored) for (const size of sizes) expect(size).toBeLessThanOrEqual(namesPerPage);
  expect(await readListingChanges(campaign.store, slug)).toEqual([]);
  expectOnlyNamedFiles(campaign);
  await expectNoOutdatedPage(campaign);
}

function expectOnlyNamedFiles({ site: { snapshots } }: StoredListCampaign): void {
  const file = snapshots.files.get(listingKey(slug));
  const named = file === undefined ? [] : keysOf(slug, listingSchema.parse(JSON.parse(file)));
  const stored = [...snapshots.files.keys()].filter((key) => key.startsWith('listings/'));
  expect(stored.toSorted()).toEqual(named.toSorted());
}

/** Every page that was left alone would be written as it is. Nothing but the list decides that, so the time stays. */
async function expectNoOutdatedPage({ store, site, run }: StoredListCampaign): Promise<void> {
  const { files } = site.snapshots;
  const file = files.get(listingKey(slug));
  if (file === undefined || [...files.values()].includes(spoiledFile)) return;
  const listing = listingSchema.parse(JSON.parse(file));
  const everyPage = Object.entries(listing.orders).map(([language, pages]) => [
    language,
    pages.map((_, index) => index + 1),
  ]);
  const outdated = { ...listing, unwritten: Object.fromEntries(everyPage), texts: {} };
  files.set(listingKey(slug), JSON.stringify(outdated));
  site.site.changed.length = 0;
  site.site.written.length = 0;
  await store.update({ key: gateKey(slug), update: 'REMOVE pagesWrittenAt' });
  await run(undefined, 0);
  expect(site.site.written.filter((key) => key.includes('/2/index.html'))).not.toEqual([]);
  expect(site.site.changed).toEqual([]);
}

describe('a stored list', () => {
  test.each([
    ['of a published letter', 'letter', () => published()],
    ['of a published letter, by scope', 'letter', () => published('scope')],
    ['before publication', 'signatories', () => early()],
  ] as const)('%s says what a rebuild says, after whatever happens', async (_, folder, begin) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: isLong ? 40 : 14 }), async (steps) => {
        const campaign = await begin();
        await campaign.run();
        for (const taken of steps) await take(campaign, taken);
        if (!holdsOnce(campaign)) return;
        await settle(campaign);
        await expectWhatARebuildMakes(campaign, folder);
      }),
      { numRuns: isLong ? 300 : 10 },
    );
  });

  const [alder = organization(0), arbol = organization(1)] = organizations;
  const withdrawn = (signOn: SignOn) => ({ ...signOn, status: 'withdrawn', eligible: 'no', counted: 'no' });
  const everything = ({ site }: StoredListCampaign): string =>
    [...site.site.files, ...[...site.snapshots.files].filter(([key]) => key.startsWith('listings/'))].join(
      '\n',
    );

  test('is brought up to date from what has changed, and writes the pages that hold it', async () => {
    const campaign = await published();
    await campaign.run();
    await campaign.run();
    campaign.site.site.changed.length = 0;
    campaign.change(alder.id, withdrawn(alder));
    await campaign.deliver();
    const { store } = campaign;
    const read: string[] = [];
    const { query } = store;
    store.query = async (schema, options) => {
      if (options.PK.startsWith('SIGNONS#')) read.push(options.prefix ?? options.PK);
      return await query(schema, options);
    };
    await campaign.run();
    expect(read).toEqual([`SIGNON#${alder.id}`]);
    const pages = campaign.site.site.changed.filter((key) => key.includes('letter/'));
    expect(pages.toSorted()).toEqual(
      ['es/letter', 'fr/letter', 'letter'].map((path) => `${slug}/${path}/index.html`),
    );
    expect(everything(campaign)).not.toContain('Alder Fund 0');
    expect(everything(campaign)).toContain('Árbol Fund 0');
  });

  test.each([
    ['an organization', organizations],
    ['a person', people],
  ])('changes no page but those that are written, whoever of them withdraws: %s', async (_, some) => {
    for (const signOn of isLong ? some : some.slice(5, 6)) {
      const campaign = await published();
      await campaign.run();
      campaign.change(signOn.id, withdrawn(signOn));
      await settle(campaign);
      await expectNoOutdatedPage(campaign);
    }
  });

  test('leaves no name in a private file, if a run dies when the list is replaced and its pages are not', async () => {
    const campaign = await published();
    await campaign.run();
    const { site } = campaign.site;
    const { put } = site;
    site.put = async (file) => {
      if (file.key.includes('/letter/')) throw new Error('no answer');
      return await put(file);
    };
    campaign.change(alder.id, withdrawn(alder));
    await campaign.deliver();
    await campaign.run();
    site.put = put;
    expect(everything(campaign)).toContain('Alder Fund 0');
    await settle(campaign);
    expect(everything(campaign)).not.toContain('Alder Fund 0');
  });

  test('never shows two of one organization, although both were read as its holder', async () => {
    const campaign = await published();
    await campaign.run();
    const { store } = campaign;
    const [first, second] = [alder, arbol].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (!first || !second) throw new Error('two');
    const taken = { ...second, organizationKey: first.organizationKey };
    // Both have changed, and the second one takes over while they are read.
    campaign.change(second.id, withdrawn(second));
    campaign.change(first.id, { ...first, confirmedAt: '2026-11-02T12:05:00.000Z' });
    await campaign.deliver();
    const { query } = store;
    store.query = async (schema, options) => {
      const page = await query(schema, options);
      if (options.prefix === `SIGNON#${first.id}`) {
        store.query = query;
        campaign.change(first.id, withdrawn(first));
        campaign.change(second.id, taken);
      }
      return page;
    };
    await campaign.run();
    const shown = (signOn: SignOn) => everything(campaign).includes(signOn.signed?.organizationName ?? '?');
    expect([shown(first), shown(second)].filter(Boolean)).toHaveLength(1);
    await settle(campaign);
    expect([shown(first), shown(second)]).toEqual([false, true]);
  });

  const takeDown = async (campaign: StoredListCampaign) => {
    await campaign.store.update({
      key: gateKey(slug),
      update: 'SET #status = :down, dirty = :mark',
      names: { '#status': 'status' },
      values: { ':down': 'taken-down', ':mark': 'x' },
    });
    await campaign.run();
    expect(everything(campaign)).not.toContain('listings/');
    expect((await gateOf(campaign.table)).listing).toBeUndefined();
  };

  test('is gone when the letter is taken down, although its pages could not be read before', async () => {
    const campaign = await published();
    await campaign.run();
    const { site, snapshots } = campaign.site;
    const [fourth = ''] = [...snapshots.files.keys()].filter((key) => key.includes('/en-4-'));
    snapshots.files.set(fourth, spoiledFile);
    // So it is made from all pages, once the list is replaced.
    site.files.set(`${slug}/letter.txt`, '');
    campaign.change(alder.id, withdrawn(alder));
    await campaign.deliver();
    await campaign.run();
    expect((await gateOf(campaign.table)).siteRetryAt).toBeDefined();
    await takeDown(campaign);
  });

  test('is gone when the letter is taken down, and when one page holds all', async () => {
    const campaign = await published();
    await campaign.run();
    expect(everything(campaign)).toContain('listings/');
    expect((await gateOf(campaign.table)).listing).toBeDefined();
    await takeDown(campaign);

    const short = await published();
    await short.run();
    for (const signOn of signOns.slice(namesPerPage)) short.change(signOn.id, withdrawn(signOn));
    await settle(short);
    expect([...short.site.snapshots.files.keys()].filter((key) => key.startsWith('listings/'))).toEqual([]);
    expect((await gateOf(short.table)).listing).toBeUndefined();
    await expectWhatARebuildMakes(short, 'letter');
  });
});
