import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newHandler } from '../../../functions/tally.ts';
import { eventSchema } from '../../../shared/campaign/events.ts';
import { countAndOpenGate } from '../../../shared/operations/counting/count-and-open-gate.ts';
import type { UncountedSignOn } from '../../../shared/operations/counting/count-sign-ons.ts';
import { openGate } from '../../../shared/operations/counting/open-gate.ts';
import { confirmSignOn } from '../../../shared/operations/signing/confirm.ts';
import { withdrawSignOn } from '../../../shared/operations/signing/withdraw.ts';
import type { SignOn } from '../../../shared/sign-on/sign-on.ts';
import { gateKey } from '../../../shared/table/keys.ts';
import { crashAtEveryStep, crashingStore } from '../../support/crash.ts';
import { newIds } from '../../support/ids.ts';
import { logLinesOf } from '../../support/log-lines.ts';
import {
  aConfirmedSignOn,
  addressKey,
  aGate,
  aSettings,
  aSignOn,
  slug,
  someDetails,
} from '../../support/records.ts';
import {
  freshStore,
  gateOf,
  invariantViolations,
  seed,
  signOnsOf,
  type TestStore,
} from '../../support/store.ts';
import { streamEvent } from '../../support/stream.ts';

const now = () => new Date('2026-11-24T12:00:00.000Z');
const { newUlid } = newIds();
let database: TestStore;

beforeEach(async () => {
  database = await freshStore();
});

const settle = (rows: UncountedSignOn[]) =>
  countAndOpenGate({ store: database.store, now, newUlid }, slug, rows);

/** Confirmed people whose confirmation nobody has counted yet. */
const uncounted = (count: number, start = 0): SignOn[] =>
  Array.from({ length: count }, (_, index) => {
    const email = `person-${start + index}@example.org`;
    return aConfirmedSignOn({
      email,
      counted: 'no',
      signed: someDetails({ name: `Person ${start + index}` }),
    });
  });

describe('counting', () => {
  test('changes the count by exactly as many as it flags, across transactions of ninety-nine', async () => {
    const signOns = uncounted(250);
    await seed(database, { signOns });
    expect(await settle(signOns)).toBe(250);
    expect(await invariantViolations(database)).toEqual([]);
    expect((await gateOf(database)).individuals).toBe(250);
  });

  test('counts no one twice when a batch comes twice, in pieces, or out of order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(19), { maxLength: 60 }),
        fc.array(fc.nat(19), { maxLength: 10 }),
        fc.integer({ min: 1, max: 9 }),
        async (deliveries, withdrawals, piece) => {
          database = await freshStore();
          const signOns = uncounted(20);
          await seed(database, { signOns });
          const all = [...signOns, ...deliveries.map((index) => signOns[index] ?? aSignOn())];
          for (let at = 0; at < all.length; at += piece) await settle(all.slice(at, at + piece));
          for (const index of withdrawals) await withdraw(signOns[index]?.id ?? '');
          const gone = (await signOnsOf(database)).filter(({ eligible }) => eligible === 'no');
          await settle([...gone, ...gone, ...signOns].toReversed());
          expect(await invariantViolations(database)).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('leaves out a signer who withdrew before the record was read', async () => {
    const signOns = uncounted(3);
    await seed(database, { signOns });
    await withdraw(signOns[1]?.id ?? '');
    const { dirty } = await gateOf(database);
    expect(await settle(signOns)).toBe(2);
    expect(await invariantViolations(database)).toEqual([]);
    expect((await gateOf(database)).dirty).not.toBe(dirty);
  });

  test('requests new pages even if everything it drops was on one page', async () => {
    const signOns = uncounted(1);
    await seed(database, { signOns });
    await withdraw(signOns[0]?.id ?? '');
    expect(await settle(signOns)).toBe(0);
    expect((await gateOf(database)).dirty).toBeDefined();
  });

  test('is exact if it dies at any step and the batch comes again', async () => {
    const steps = await crashAtEveryStep(async (run, name) => {
      database = await freshStore();
      const signOns = uncounted(120);
      await seed(database, { gate: { thresholdOrganizations: 0, thresholdIndividuals: 120 }, signOns });
      const dying = { store: crashingStore(database.store, run), now, newUlid };
      await countAndOpenGate(dying, slug, signOns).catch(() => undefined);
      await settle(signOns);
      expect([name, ...(await invariantViolations(database))]).toEqual([name]);
      expect([name, (await gateOf(database)).status]).toEqual([name, 'publishing']);
    });
    expect(steps).toBeGreaterThanOrEqual(4);
  });

  test('of a deleted campaign counts nothing and does not fail', async () => {
    expect(await settle(uncounted(2))).toBe(0);
  });
});

describe('the gate', () => {
  test('opens once when fifty confirmations cross the threshold at the same time', async () => {
    const signOns = Array.from({ length: 50 }, (_, index) =>
      aSignOn({ email: `person-${index}@example.org` }),
    );
    await seed(database, { gate: { thresholdOrganizations: 0, thresholdIndividuals: 40 }, signOns });
    let opened = 0;
    const store = {
      ...database.store,
      update: async (update: Parameters<typeof database.store.update>[0]) => {
        const isWritten = await database.store.update(update);
        if (isWritten && update.values?.[':publishing']) opened++;
        return isWritten;
      },
    };
    await Promise.all(
      signOns.map(async (signOn) => {
        await confirmSignOn(store, { settings: aSettings(), signOn, now: now(), newUlid, addressKey });
        await countAndOpenGate({ store, now, newUlid }, slug, [
          { ...signOn, eligible: 'yes', counted: 'no' },
        ]);
      }),
    );
    expect(opened).toBe(1);
    expect(await invariantViolations(database)).toEqual([]);
    expect(await gateOf(database)).toMatchObject({ status: 'publishing', individuals: 50 });
  });

  test('stays shut for a hold, an unapproved quote, or its time, whatever the count', async () => {
    for (const shut of [
      { held: 'yes' as const },
      { quotesApproved: 'no' as const },
      { notBefore: '2026-11-24T12:00:00.001Z' },
    ]) {
      await seed(database, { gate: { organizations: 500, ...shut } });
      expect(await openGate(database.store, slug, now())).toBe(false);
    }
    await seed(database, { gate: { organizations: 500, notBefore: '2026-11-24T12:00:00.000Z' } });
    expect(await openGate(database.store, slug, now())).toBe(true);
  });

  test('does not open a second time', async () => {
    for (const status of ['publishing', 'published', 'taken-down'] as const) {
      await seed(database, { gate: { organizations: 500, status } });
      expect(await openGate(database.store, slug, now())).toBe(false);
    }
  });

  test('tells the organizers once when withdrawals take a published campaign below its threshold', async () => {
    const signOns = uncounted(3).map((signOn) => ({ ...signOn, counted: 'yes' as const }));
    const gate = {
      status: 'published' as const,
      thresholdOrganizations: 0,
      thresholdIndividuals: 3,
      individuals: 3,
    };
    await seed(database, { gate, signOns });
    for (const { id } of signOns) await withdraw(id);
    for (let round = 0; round < 2; round++)
      for (const signOn of await signOnsOf(database)) await settle([signOn]);
    const { items } = await database.store.query(eventSchema, { PK: `CAMPAIGN#${slug}`, prefix: 'EVENT#' });
    expect(items.map(({ event }) => event.type)).toEqual(['fell-below']);
    expect(await gateOf(database)).toMatchObject({ status: 'published', individuals: 0 });
  });
});

describe('the function', () => {
  test('skips a record that it cannot read, because another attempt would not help', async () => {
    const signOns = uncounted(2);
    await seed(database, { signOns });
    const handler = newHandler({ store: database.store, now, newUlid });
    const event = streamEvent([...signOns, { slug, id: 'no kind' }]);
    expect(await handler(event)).toEqual({ batchItemFailures: [] });
    expect((await gateOf(database)).individuals).toBe(2);
  });

  test.each([
    ['cannot be read', { status: 7 }],
    ['has a text for its count', { individuals: 'seven' }],
  ])('leaves those to the sweep whose gate %s: the records behind them do not wait', async (_, damage) => {
    const other = {
      ...aConfirmedSignOn({ email: 'other@example.org', counted: 'no' }),
      slug: 'other-campaign',
    };
    await seed(database, { signOns: uncounted(1) });
    await seed(database, { settings: { slug: other.slug }, signOns: [other] });
    await database.put({ ...gateKey(other.slug), ...aGate({ slug: other.slug }), ...damage });
    const handler = newHandler({ store: database.store, now, newUlid });
    const lines = await logLinesOf(async () => {
      expect(await handler(streamEvent([...uncounted(1), other]))).toEqual({ batchItemFailures: [] });
    });
    expect(lines.map(({ message }) => message)).toContain('not counted');
    expect((await gateOf(database)).individuals).toBe(1);
  });

  test('asks for the records of a campaign that could not be counted again, and counts the others', async () => {
    await seed(database, { signOns: uncounted(1) });
    const other = {
      ...aConfirmedSignOn({ email: 'other@example.org', counted: 'no' }),
      slug: 'other-campaign',
    };
    const store = {
      ...database.store,
      transact: async (writes: Parameters<typeof database.store.transact>[0]) => {
        if (JSON.stringify(writes).includes('other-campaign')) throw new Error('no answer');
        return await database.store.transact(writes);
      },
    };
    const handler = newHandler({ store, now, newUlid });
    const answer = await handler(streamEvent([...uncounted(1), other]));
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: '2' }]);
    expect((await gateOf(database)).individuals).toBe(1);
  });
});

async function withdraw(id: string): Promise<void> {
  const signOn = (await signOnsOf(database)).find((row) => row.id === id);
  if (signOn) await withdrawSignOn(database.store, { signOn, now: now(), newUlid });
}
