import { expect, test } from '@jest/globals';
import { readCampaigns } from '../../../cli/doctor/read-campaigns.ts';
import type { Gate } from '../../../shared/campaign/gate.ts';
import { aSettings } from '../../support/records.ts';
import { freshStore, type Seed, seed } from '../../support/store.ts';

const now = new Date('2026-11-28T12:00:00Z');
const closed = { ...aSettings(), closesAt: '2026-11-01T12:00:00.000Z' };

const sendingOf = async (campaign: Seed) => {
  const database = await freshStore();
  await seed(database, campaign);
  const { sending } = await readCampaigns(database.store, now);
  return sending.map(({ signers }) => signers);
};

const gate = { organizations: 3, individuals: 0, thresholdOrganizations: 10, thresholdIndividuals: 0 };

test.each<[what: string, gate: Partial<Gate>, settings: Partial<typeof closed>, signers: number[]]>([
  ['collects', {}, {}, [10]],
  ['is being published', { status: 'publishing' }, {}, [10]],
  ['is published, and people go on signing', { status: 'published' }, {}, [0]],
  ['is published and closed, and its signers get mails', { status: 'published' }, closed, [0]],
  [
    'is published, open, and was erased before',
    { status: 'published', erasedAt: '2026-11-20T12:00:00.000Z' },
    {},
    [0],
  ],
  ['is closed and erased', { status: 'published', erasedAt: '2026-11-20T12:00:00.000Z' }, closed, []],
])('A campaign that %s', async (_, state, settings, signers) => {
  expect(await sendingOf({ gate: { ...gate, ...state }, settings })).toEqual(signers);
});
