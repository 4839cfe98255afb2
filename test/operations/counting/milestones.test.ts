import { beforeEach, describe, expect, test } from '@jest/globals';
import { eventSchema } from '../../../shared/campaign/events.ts';
import { milestoneOf } from '../../../shared/campaign/milestones.ts';
import { countAndOpenGate } from '../../../shared/operations/counting/count-and-open-gate.ts';
import { gateKey } from '../../../shared/table/keys.ts';
import type { Store } from '../../../shared/table/table.ts';
import { crashAtEveryStep, crashingStore } from '../../support/crash.ts';
import { newIds } from '../../support/ids.ts';
import { aConfirmedSignOn, aGate, slug } from '../../support/records.ts';
import { freshStore, gateOf, seed, type TestStore } from '../../support/store.ts';

const now = () => new Date('2026-11-24T12:00:00.000Z');
const { newUlid } = newIds();
let database: TestStore;
beforeEach(async () => {
  database = await freshStore();
});

const gateIs = (changed: Parameters<typeof aGate>[0]) =>
  seed(database, { gate: aGate({ held: 'yes', ...changed }) });
const settle = (store: Store = database.store) => countAndOpenGate({ store, now, newUlid }, slug, []);
const counts = async (changed: Parameters<typeof aGate>[0]) => {
  await database.put({ ...gateKey(slug), ...(await gateOf(database)), ...changed });
  await settle();
};

async function told(): Promise<string[]> {
  const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
  return items.flatMap(({ event, pendingMail }) =>
    pendingMail && event.type === 'milestone'
      ? [event.reached.map(({ kind, percent }) => `${kind} ${percent}`).join(', ')]
      : [],
  );
}

describe('a milestone', () => {
  test.each([
    [84, 170, 0],
    [85, 170, 50],
    [127, 170, 50],
    [128, 170, 75],
    [152, 170, 75],
    [153, 170, 90],
    [170, 170, 100],
    [999, 170, 100],
    [1, 1, 100],
    [7, 0, 0],
  ])('of %d signatures of %d is %d %%', (count, threshold, percent) => {
    expect(milestoneOf(count, threshold)).toBe(percent);
  });

  test('that cannot be announced does not keep the gate shut', async () => {
    await gateIs({ held: 'no', thresholdOrganizations: 10, organizations: 10 });
    const transact = async () => {
      throw new Error('The table does not answer.');
    };
    await expect(settle({ ...database.store, transact })).rejects.toThrow('does not answer');
    expect((await gateOf(database)).status).toBe('publishing');
    await settle();
    expect(await told()).toEqual(['organizations 100']);
  });

  test('is announced once, each in order', async () => {
    await gateIs({ thresholdOrganizations: 10 });
    for (const organizations of [4, 5, 5, 6, 8, 7, 8, 9, 10, 10, 12]) await counts({ organizations });
    expect(await told()).toEqual([
      'organizations 50',
      'organizations 75',
      'organizations 90',
      'organizations 100',
    ]);
  });

  test('that is passed together with others gives one notice for all, for both kinds', async () => {
    await gateIs({ thresholdOrganizations: 10, thresholdIndividuals: 100 });
    await counts({ organizations: 9, individuals: 60 });
    await counts({ organizations: 9, individuals: 75 });
    expect(await told()).toEqual(['organizations 90, individuals 50', 'individuals 75']);
  });

  test('is announced once if several count at the same time, and before the gate opens', async () => {
    await gateIs({ thresholdOrganizations: 2, held: 'no', organizations: 2 });
    await Promise.all(Array.from({ length: 10 }, () => settle()));
    expect(await told()).toEqual(['organizations 100']);
    expect((await gateOf(database)).status).toBe('publishing');
  });

  test('is announced once if the function dies at any step and its batch comes again', async () => {
    await crashAtEveryStep(async (run, name) => {
      database = await freshStore();
      const signOn = aConfirmedSignOn({ counted: 'no' });
      await seed(database, {
        gate: { thresholdOrganizations: 0, thresholdIndividuals: 1 },
        signOns: [signOn],
      });
      await countAndOpenGate({ store: crashingStore(database.store, run), now, newUlid }, slug, [
        signOn,
      ]).catch(() => 0);
      await countAndOpenGate({ store: database.store, now, newUlid }, slug, [signOn]);
      expect([name, await told()]).toEqual([name, ['individuals 100']]);
      expect([name, (await gateOf(database)).status]).toEqual([name, 'publishing']);
    });
  });

  test('costs no write while none is passed, and is not announced after publication or a forced publication', async () => {
    const refusing: Store = { ...database.store, transact: () => Promise.reject(new Error('a write')) };
    await gateIs({ thresholdOrganizations: 10, organizations: 6, notifiedOrganizationsPercent: 50 });
    await settle(refusing);
    for (const changed of [{ status: 'published' as const, organizations: 10 }, { forced: 'yes' as const }]) {
      await gateIs({ thresholdOrganizations: 10, organizations: 10, ...changed });
      await settle(refusing);
    }
    expect(await told()).toEqual([]);
  });
});
