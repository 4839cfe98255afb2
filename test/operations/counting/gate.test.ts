import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EPOCH, type Gate, gateObstacles, gateOpensAt } from '../../../shared/campaign/gate.ts';
import { type PublicationWindow, weekdays } from '../../../shared/campaign/publication-window.ts';
import { openGate, openGateIfDue } from '../../../shared/operations/counting/open-gate.ts';
import { readGate } from '../../../shared/table/gate.ts';
import { gateKey } from '../../../shared/table/keys.ts';
import { aGate, slug } from '../../support/records.ts';
import { freshStore, gateOf, type TestStore } from '../../support/store.ts';
import { runs } from '../../support/suite.ts';

const now = new Date('2026-12-02T15:00:00.000Z');
/** Ten in the morning on a Wednesday in New York: in the window, and not. */
const open: PublicationWindow = { timeZone: 'America/New_York', days: ['wed'], from: '10:00', to: '10:01' };
const shut: PublicationWindow = { ...open, from: '10:01', to: '24:00' };

let table: TestStore;
beforeAll(async () => {
  table = await freshStore();
});
const stands = (gate: Gate) => table.put({ ...gateKey(slug), ...gate });

const few = fc.integer({ min: 1, max: 3 });
/** From a bound: just below it, on it, just above. */
const near = fc.constantFrom(-1, 0, 0, 1);
const rarely = <T>(value: T, otherwise: T): fc.Arbitrary<T> =>
  fc.integer({ min: 1, max: 8 }).map((drawn) => (drawn === 1 ? value : otherwise));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const instants = fc.constantFrom(EPOCH, '2026-12-02T15:00:00.000Z', '2026-12-02T15:00:00.001Z');

const windows = optional(
  fc.oneof(
    fc.constantFrom(open, shut),
    fc
      .record({
        timeZone: fc.constantFrom('America/New_York', 'Asia/Kolkata', 'UTC'),
        days: fc.subarray([...weekdays], { minLength: 1 }),
        from: fc.constantFrom('00:00', '10:00', '15:00', '20:30'),
        to: fc.constantFrom('15:01', '20:31', '24:00'),
      })
      .filter(({ from, to }) => from < to),
  ),
);

/**
 * Gates that little keeps shut, with counts that stand on one of their bounds or next to it: each comparison is decided
 * often, and both answers occur.
 */
const gates: fc.Arbitrary<Gate> = fc
  .record({
    status: rarely<Gate['status']>('published', 'collecting'),
    thresholdOrganizations: few,
    thresholdIndividuals: fc.constantFrom(0, 2),
    atNotBeforeOrganizations: optional(fc.constantFrom(1, 2)),
    atNotBeforeIndividuals: optional(fc.constant(1)),
    isLower: fc.boolean(),
    organizations: near,
    individuals: near,
    notBefore: instants,
    window: windows,
    held: rarely<Gate['held']>('yes', 'no'),
    forced: rarely<Gate['forced']>('yes', 'no'),
    quotesApproved: rarely<Gate['quotesApproved']>('no', 'yes'),
    delivery: optional(fc.constantFrom('email' as const, 'hand' as const)),
    deliveredAt: optional(fc.constant('2026-12-02T14:00:00.000Z')),
    importing: rarely<string | undefined>('an import', undefined),
    asking: rarely<string | undefined>('2026-12-02T14:00:00.000Z', undefined),
  })
  .map(({ isLower, ...gate }) => {
    const { thresholdOrganizations, thresholdIndividuals } = gate;
    const { atNotBeforeOrganizations, atNotBeforeIndividuals } = gate;
    const bound = (threshold: number, lower: number | undefined): number =>
      isLower ? (lower ?? threshold) : threshold;
    const organizations = gate.organizations + bound(thresholdOrganizations, atNotBeforeOrganizations);
    const individuals = gate.individuals + bound(thresholdIndividuals, atNotBeforeIndividuals);
    const stored = { ...gate, organizations, individuals: Math.max(0, individuals) };
    return { ...aGate(), ...JSON.parse(JSON.stringify(stored)) };
  });

describe('the condition of the write that opens a gate', () => {
  test('agrees with waitingFor for any gate', async () => {
    const answers = { true: 0, false: 0 };
    await fc.assert(
      fc.asyncProperty(gates, async (gate) => {
        await stands(gate);
        const isDue = gate.status === 'collecting' && gateObstacles(gate, now).length === 0;
        expect(await openGate(table.store, slug, now)).toBe(isDue);
        answers[`${isDue}`]++;
      }),
      { numRuns: runs(4000) },
    );
    expect(Math.min(answers.true, answers.false)).toBeGreaterThan(40);
  });

  test('fails if the window was changed after the gate was read', async () => {
    const reached = aGate({ organizations: 3 });
    for (const [was, is] of [
      [open, shut],
      [undefined, shut],
      [open, { ...open, timeZone: 'America/Chicago' }],
    ] as const) {
      await stands({ ...reached, ...(was && { window: was }) });
      const read = await readGate(table.store, slug);
      await stands({ ...reached, window: is });
      if (read) await openGateIfDue(table.store, read, now);
      expect((await gateOf(table)).status).toBe('collecting');
    }
  });

  test('holds if the window was removed after the gate was read', async () => {
    await stands(aGate({ organizations: 3, window: open }));
    const read = await readGate(table.store, slug);
    await stands(aGate({ organizations: 3 }));
    if (read) await openGateIfDue(table.store, read, now);
    expect((await gateOf(table)).status).toBe('publishing');
  });
});

describe('the instant from which time is no obstacle', () => {
  test('has no obstacle of time, and a millisecond earlier does', () => {
    fc.assert(
      fc.property(gates, (gate) => {
        const at = gateOpensAt(gate, now);
        const waitsForTime = gateObstacles(gate, now).includes('time');
        expect(at !== undefined).toBe(waitsForTime);
        if (!at) return;
        expect(gateObstacles(gate, at)).not.toContain('time');
        expect(gateObstacles(gate, new Date(at.getTime() - 1))).toContain('time');
      }),
      { numRuns: runs(1000) },
    );
  });
});
