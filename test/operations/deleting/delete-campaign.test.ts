import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Gate } from '../../../shared/campaign/gate.ts';
import {
  beginDeletion,
  cancelDeletion,
  type Deletion,
  removeRest,
  removeSignOns,
} from '../../../shared/operations/deleting/delete-campaign.ts';
import { gateKey, settingsKey } from '../../../shared/table/keys.ts';
import { newIds } from '../../support/ids.ts';
import { aGate, aSignOn, slug } from '../../support/records.ts';
import { freshStore, gateOf, type KeyedTestStore, seed, signOnsOf } from '../../support/store.ts';

const { newUlid } = newIds();
const input = { slug, newUlid };
const at = '2026-11-24T12:00:00.000Z';
const deletion: Deletion = { id: newUlid(), was: 'collecting', held: 'no', step: 'sign-ons' };

let table: KeyedTestStore;
beforeEach(async () => {
  table = await freshStore();
});

const stands = (gate: Partial<Gate>) => seed(table, { gate, signOns: [aSignOn()] });

test.each<[string, Partial<Gate>]>([
  ['published', { status: 'published' }],
  ['held', { held: 'yes' }],
  ['being deleted', { deletion }],
  ['being erased', { erasureId: newUlid() }],
  ['imported into', { importId: newUlid() }],
  ['asking again', { askingStartedAt: at }],
])('A deletion does not begin if the campaign is %s since it was read', async (_, changed) => {
  await stands(changed);
  expect(await beginDeletion(table.store, aGate(), input)).toBeUndefined();
  expect(await gateOf(table)).toEqual(aGate(changed));
});

test('A deletion does not begin without settings', async () => {
  await stands({});
  await table.store.remove({ remove: settingsKey(slug) });
  expect(await beginDeletion(table.store, aGate(), input)).toBeUndefined();
  expect(await gateOf(table)).toEqual(aGate());
});

describe('Another deletion, or another state,', () => {
  const others: [string, Partial<Gate>][] = [
    ['of a new campaign under the same slug', { deletion: { ...deletion, id: newUlid() } }],
    ['of a campaign that has changed state', { deletion, status: 'published' }],
    ['of a campaign whose deletion was given up', {}],
  ];
  const removing = async () =>
    await removeSignOns(table.store, deletion, { ...input, mayBeConfirmed: false });

  test.each(others)('%s keeps its sign-ons', async (_, changed) => {
    await stands(changed);
    expect(await removing()).toBe('changed');
    expect(await signOnsOf(table)).toHaveLength(1);
    expect(await gateOf(table)).toEqual(aGate(changed));
  });

  test.each(others)('%s keeps its gate and settings', async (_, changed) => {
    await stands(changed);
    expect(await removeRest(table.store, async () => ({ keys: [] }), deletion, slug)).toBe(false);
    expect(await gateOf(table)).toEqual(aGate(changed));
    expect(await table.tableKeys()).toContainEqual(settingsKey(slug));
  });
});

describe('A deletion is given up only', () => {
  test('before the files go', async () => {
    const later = { deletion: { ...deletion, step: 'files' as const }, held: 'yes' as const };
    await stands(later);
    await cancelDeletion(table.store, deletion, input);
    expect(await gateOf(table)).toEqual(aGate(later));
  });

  test('if it is still the same', async () => {
    const other = { deletion: { ...deletion, id: newUlid() }, held: 'yes' as const };
    await stands(other);
    await cancelDeletion(table.store, deletion, input);
    expect(await gateOf(table)).toEqual(aGate(other));
  });

  test('with its settings', async () => {
    await stands({ deletion, held: 'yes' });
    await table.store.remove({ remove: settingsKey(slug) });
    await cancelDeletion(table.store, deletion, input);
    expect(await gateOf(table)).toMatchObject({ deletion });
    expect(await table.tableKeys()).not.toContainEqual(settingsKey(slug));
    expect(await table.tableKeys()).toContainEqual(gateKey(slug));
  });
});
