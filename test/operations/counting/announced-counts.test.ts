import { beforeEach, expect, test } from '@jest/globals';
import { eventSchema } from '../../../shared/campaign/events.ts';
import { countSignOns } from '../../../shared/operations/counting/count-sign-ons.ts';
import { notifyBelowThreshold } from '../../../shared/operations/counting/notify-below-threshold.ts';
import { historyKey } from '../../../shared/table/keys.ts';
import { newIds } from '../../support/ids.ts';
import { aConfirmedSignOn, slug } from '../../support/records.ts';
import { freshStore, gateOf, seed, type TestStore } from '../../support/store.ts';

const now = () => new Date('2026-11-24T12:00:00.000Z');
const { newUlid } = newIds();
let table: TestStore;
beforeEach(async () => {
  table = await freshStore();
});

test.each([
  ['were never announced', {}],
  ['of organizations differ', { announcedOrganizations: 1, announcedIndividuals: 1 }],
  ['of people differ', { announcedOrganizations: 2, announcedIndividuals: 0 }],
])('A batch in which nothing is left to count announces counts that %s', async (_, announced) => {
  await seed(table, { gate: { organizations: 2, individuals: 1, ...announced } });
  await countSignOns(table.store, slug, [aConfirmedSignOn({ counted: 'no' })], { now, newUlid });
  expect(await gateOf(table)).toMatchObject({ announcedOrganizations: 2, announcedIndividuals: 1 });
});

test('A campaign that was deleted gets no counts again', async () => {
  await countSignOns(table.store, slug, [aConfirmedSignOn({ counted: 'no' })], { now, newUlid });
  await expect(gateOf(table)).rejects.toThrow();
});

test('Organizers are told once that a campaign fell below its threshold, though two saw it', async () => {
  await seed(table, { gate: { status: 'published', thresholdOrganizations: 3, organizations: 2 } });
  const gate = await gateOf(table);
  for (let time = 0; time < 2; time++) await notifyBelowThreshold(table.store, gate, { now: now(), newUlid });
  const { items } = await table.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  expect(items.map(({ event }) => event.type)).toEqual(['fell-below']);
});

test.each(['organizations', 'individuals'])(
  'An hour of the chart whose %s were damaged stops no count',
  async (name) => {
    const signOn = aConfirmedSignOn({ counted: 'no' });
    await seed(table, { gate: {}, signOns: [signOn] });
    const hour = historyKey(slug, now().toISOString().slice(0, 13));
    await table.put({ ...hour, organizations: 1, individuals: 1, [name]: 'many' });
    expect(await countSignOns(table.store, slug, [signOn], { now, newUlid })).toBe(1);
    expect(await gateOf(table)).toMatchObject({ individuals: 1 });
  },
);
