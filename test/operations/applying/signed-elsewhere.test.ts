import { beforeEach, expect, test } from '@jest/globals';
import type { Campaign, InvitedEntry } from '../../../shared/campaign/campaign.ts';
import { EPOCH } from '../../../shared/campaign/gate.ts';
import type { Settings } from '../../../shared/campaign/settings.ts';
import { warningsIn } from '../../../shared/campaign-folder/in-words.ts';
import { planCampaign } from '../../../shared/operations/applying/plan.ts';
import { signedElsewhereWarnings } from '../../../shared/operations/applying/signed-elsewhere.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import { invitedId } from '../../../shared/sign-on/ids.ts';
import { invitedKey } from '../../../shared/table/keys.ts';
import { aSettings, slug, testAddressKey } from '../../support/records.ts';
import { newSigning, type Signing } from '../../support/signing.ts';
import { freshStore, seed, type TestStore } from '../../support/store.ts';

let table: TestStore;
let signing: Signing;
const settings = {
  review: 'flagged',
  list: { groupBy: 'none', leads: ['Dock Choir'] },
} satisfies Partial<Settings>;

beforeEach(async () => {
  table = await freshStore();
  await seed(table, { settings });
  signing = newSigning(table, settings);
});

async function sign(email: string, name: string): Promise<string> {
  const id = await signing.submit(email, name, { website: `https://${email.split('@')[1]}/` });
  await signing.confirm(id);
  return id;
}

async function warned(changed: Partial<Settings>, invited: InvitedEntry[] = []): Promise<string[]> {
  const campaign: Campaign = {
    settings: aSettings({ ...settings, ...changed }),
    gate: { thresholdOrganizations: 3, thresholdIndividuals: 0, notBefore: EPOCH, quotesApproved: 'yes' },
    texts: [{ language: 'en', letter: 'A letter.', release: 'A release.' }],
    press: [],
    invited,
  };
  const now = signing.now();
  const plan = await planCampaign(table.store, { campaign, addressKey: testAddressKey, now });
  return warningsIn('en', await signedElsewhereWarnings(table.store, plan, now));
}

test('names who counts under a name that is newly invited, from another domain', async () => {
  const fake = await sign('eve@osprey-fraud.org', 'Osprey Rowers');
  await sign('ana@beacon.org', 'Beacon Keepers');
  await sign('ben@quay.org', 'Quay Kitchen');
  const invited = [
    { organization: 'The Osprey Rowers', website: 'https://ospreyrowers.org' },
    { organization: 'Beacon Keepers', email: 'office@beacon.org' },
    // Of this one, nothing is known to compare with.
    { organization: 'Quay Kitchen' },
    { organization: 'Reef Watch', email: 'ana@reef.org' },
  ];
  const [warning = '', ...others] = await warned({}, invited);
  expect(others).toEqual([]);
  expect(warning).toContain(
    `another domain: Osprey Rowers (osprey-fraud.org, ${fake.slice(0, 8)}). They keep counting.`,
  );
  expect((await signing.read(fake)).eligible).toBe('yes');
  await signing.reject(fake);
  expect(await warned({}, invited)).toEqual([]);
});

test('says nothing of rows that were in the list before', async () => {
  await sign('eve@osprey-fraud.org', 'Osprey Rowers');
  const entry = { organization: 'Osprey Rowers', email: 'ana@ospreyrowers.org' };
  const id = invitedId(testAddressKey, organizationKey(entry.organization));
  await table.put({ ...invitedKey(slug, id), slug, id, nonce: 'a-nonce', ...entry });
  expect(await warned({}, [entry])).toEqual([]);
  expect(await warned({}, [{ ...entry, email: 'ana@osprey-fraud.org' }])).toEqual([]);
  expect(await warned({}, [{ ...entry, email: 'ana@rowers.org' }])).toHaveLength(1);
});

test('names who counts under a name that is newly protected, unless it is at its own domain', async () => {
  await sign('eve@great-fraud.org', 'Great Bay Federation');
  await sign('ana@beacon.org', 'Beacon Keepers');
  const list = { groupBy: 'none' as const, leads: ['Dock Choir', 'Great Bay Federation', 'Reef Watch'] };
  const [warning = '', ...others] = await warned({
    list,
    protectedNames: [{ name: 'Beacon Keepers', domain: 'beacon.org' }],
  });
  expect(others).toEqual([]);
  expect(warning).toContain('Great Bay Federation (great-fraud.org,');
  expect(warning).not.toContain('Beacon');
  expect(await warned(settings)).toEqual([]);
});
