import { beforeEach, expect, test } from '@jest/globals';
import type { Gate } from '../../shared/campaign/gate.ts';
import { gateKey } from '../../shared/table/keys.ts';
import { unchangedGate, withCondition } from '../../shared/table/unchanged-gate.ts';
import { aGate, slug } from '../support/records.ts';
import { freshStore, gateOf, type TestStore } from '../support/store.ts';

let table: TestStore;
beforeEach(async () => {
  table = await freshStore();
});

const at = '2026-11-24T12:00:00.000Z';

/** Whether a write succeeds that was decided on one gate and meets another. */
async function isWritten(read: Partial<Gate>, stored: Partial<Gate>): Promise<boolean> {
  await table.put({ ...gateKey(slug), ...aGate(stored) });
  const update = { key: gateKey(slug), update: 'SET dirty = :mark', values: { ':mark': 'a mark' } };
  return await table.store.update(withCondition(update, unchangedGate(aGate(read))));
}

/** What can keep a gate shut, or open it: an attribute as it could be read, and as it could have become. */
const changes: [Partial<Gate>, Partial<Gate>][] = [
  [{}, { status: 'publishing' }],
  [{}, { held: 'yes' }],
  [{}, { forced: 'yes' }],
  [{}, { organizations: 1 }],
  [{}, { individuals: 1 }],
  [{}, { thresholdOrganizations: 1 }],
  [{}, { thresholdIndividuals: 1 }],
  [{}, { notBefore: at }],
  [{}, { quotesApproved: 'no' }],
  [{}, { atNotBeforeOrganizations: 1 }],
  [{ atNotBeforeOrganizations: 1 }, { atNotBeforeOrganizations: 2 }],
  [{}, { atNotBeforeIndividuals: 1 }],
  [{}, { window: { timeZone: 'UTC', days: ['mon'], from: '09:00', to: '17:00' } }],
  [{}, { delivery: 'hand' }],
  [{ delivery: 'hand' }, { delivery: 'hand', deliveredAt: at }],
  [{}, { importId: 'an import' }],
  [{}, { askingStartedAt: at }],
];

test.each(changes)('A gate that was read as %j and is %j by now is not changed', async (read, stored) => {
  expect(await isWritten(read, stored)).toBe(false);
  expect(await isWritten(stored, read)).toBe(false);
  expect(await gateOf(table)).toEqual(aGate(read));
  expect(await isWritten(stored, stored)).toBe(true);
});
