import { beforeEach, describe, expect, test } from '@jest/globals';
import { type BusEvent, busEventSchema } from '../../../shared/campaign/bus-events.ts';
import type { CampaignEvent } from '../../../shared/campaign/events.ts';
import { busEventsForChange } from '../../../shared/operations/announcing/bus-events-for-change.ts';
import { countSignOns } from '../../../shared/operations/counting/count-sign-ons.ts';
import { recordLetterMailEvent } from '../../../shared/operations/mailing/letter-mail-claim.ts';
import { holdGate } from '../../../shared/operations/publishing/campaign-commands.ts';
import type { Store } from '../../../shared/table/table.ts';
import { crashAtEveryStep, crashingStore } from '../../support/crash.ts';
import { newIds } from '../../support/ids.ts';
import { aConfirmedSignOn, slug, someDetails } from '../../support/records.ts';
import { freshStore, gateOf, seed, signOnsOf, type TestStore } from '../../support/store.ts';

const now = () => new Date('2026-11-24T12:00:00.000Z');
const { newUlid } = newIds();
const id = '01JD0000000000000000000000';
const key = { PK: `CAMPAIGN#${slug}`, SK: `EVENT#${id}` };
const logged = (event: CampaignEvent) => ({
  ...key,
  slug,
  id,
  at: now().toISOString(),
  actor: 'ida@example.org',
  event,
});

describe('an event of the log', () => {
  const numbers = { organizations: 170, individuals: 3 };
  const changes = { ...numbers, addedOrganizations: 1, addedIndividuals: 0, withdrawn: 0 };
  const cases: [CampaignEvent, BusEvent['type'], object][] = [
    [{ type: 'held' }, 'Held', {}],
    [{ type: 'resumed' }, 'Resumed', {}],
    [{ type: 'taken-down' }, 'Taken down', {}],
    [{ type: 'delivered' }, 'Letter delivered', { state: 'handed-over' }],
    [{ type: 'letter-mail-refused' }, 'Letter refused', { letter: 'first', state: 'refused' }],
    [
      { type: 'supplement-refused', ...changes },
      'Letter refused',
      { letter: 'supplement', state: 'refused' },
    ],
    [{ type: 'letter-bounced', letter: 'first' }, 'Letter refused', { letter: 'first', state: 'bounced' }],
    [{ type: 'published', ...numbers, withoutGlyphs: ['Harbor Café'] }, 'Published', { counts: numbers }],
    [{ type: 'corrected', documents: ['letter'], note: 'Ana Ruiz' }, 'Corrected', { documents: ['letter'] }],
    [
      {
        type: 'review-waiting',
        ...numbers,
        isWhole: true,
        names: ['Harbor Café'],
        vacated: [{ organizationName: 'Harbor Café', waiting: ['a'] }],
      },
      'Review waiting',
      { waiting: { ...numbers, changes: 0, duplicates: 0, vacated: 1 } },
    ],
  ];

  test.each(cases)(
    '%j is the event %s, with its id, and without names or addresses',
    (event, type, detail) => {
      const events = busEventsForChange(logged(event), undefined);
      expect(events).toEqual([{ type, at: now().toISOString(), detail: { id, slug, ...detail } }]);
      expect(busEventSchema.parse(events[0])).toEqual(events[0]);
      expect(JSON.stringify(events)).not.toMatch(/Harbor Café|Ana Ruiz|ida@/);
    },
  );

  test('is announced once, not again when its notice was sent, and only if it is for the bus', () => {
    const held = logged({ type: 'held' });
    expect(busEventsForChange(held, { ...held, pendingMail: id })).toEqual([]);
    expect(busEventsForChange(logged({ type: 'paused' }), undefined)).toEqual([]);
    expect(busEventsForChange({ ...held, event: { type: 'of a newer version' } }, undefined)).toEqual([]);
  });
});

describe('the gate', () => {
  let database: TestStore;
  let images: Record<string, unknown>[];
  const changed = (): BusEvent[] =>
    images.flatMap((image, index) => (index > 0 ? busEventsForChange(image, images[index - 1]) : []));

  /** Notes the gate after each write, as the stream would. */
  const noted = (store: Store): Store => {
    const note = async <T>(writing: Promise<T>): Promise<T> => {
      const answer = await writing;
      images.push({ PK: key.PK, SK: 'GATE', ...(await gateOf(database)) });
      return answer;
    };
    return {
      ...store,
      update: (...input) => note(store.update(...input)),
      transact: (...input) => note(store.transact(...input)),
    };
  };
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      aConfirmedSignOn({
        email: `person-${index}@example.org`,
        counted: 'no',
        signed: someDetails({ name: `Person ${index}` }),
      }),
    );
  const count = async (store: Store) => countSignOns(store, slug, await batch(), { now, newUlid });
  const batch = async () => (await signOnsOf(database)).map((row) => ({ ...row, counted: 'no' as const }));

  beforeEach(async () => {
    database = await freshStore();
    await seed(database, {
      gate: { thresholdOrganizations: 0, thresholdIndividuals: 500 },
      signOns: people(250),
    });
    images = [{ PK: key.PK, SK: 'GATE', ...(await gateOf(database)) }];
  });

  test('announces counts once a batch, however many transactions it takes, and with the last numbers', async () => {
    await count(noted(database.store));
    expect(images.length).toBeGreaterThan(3);
    expect(changed()).toEqual([
      {
        type: 'Counted',
        at: expect.any(String),
        detail: {
          id: (await gateOf(database)).dirty,
          slug,
          counts: { organizations: 0, individuals: 250 },
          threshold: { organizations: null, individuals: 500 },
        },
      },
    ]);
  });

  test('announces nothing when the batch comes again, but announces the numbers if the function died in between', async () => {
    await crashAtEveryStep(async (run) => {
      database = await freshStore();
      await seed(database, { signOns: people(250) });
      images = [{ PK: key.PK, SK: 'GATE', ...(await gateOf(database)) }];
      const store = noted(database.store);
      await count(crashingStore(store, run)).catch(() => undefined);
      await count(store);
      await count(store);
      const told = changed().flatMap((event) => (event.type === 'Counted' ? [event.detail.counts] : []));
      expect(told).toEqual([{ organizations: 0, individuals: 250 }]);
    });
  });

  test('announces the numbers even if the last signer in the batch has withdrawn', async () => {
    const rows = await batch();
    const last = rows.slice(196).map((row) => ({ ...row, eligible: 'no' as const, counted: 'yes' as const }));
    const store = noted(database.store);
    await countSignOns(store, slug, [...rows.slice(0, 196), ...last], { now, newUlid });
    expect(changed().map(({ detail }) => 'counts' in detail && detail.counts)).toEqual([
      { organizations: 0, individuals: 196 },
    ]);
  });

  test('announces once that the letter reached its recipient', async () => {
    const letterMail = { state: 'sent' as const, at: now().toISOString(), claim: id };
    await seed(database, { gate: { status: 'published', letterMail } });
    images = [{ PK: key.PK, SK: 'GATE', ...(await gateOf(database)) }];
    for (let report = 0; report < 2; report++)
      await recordLetterMailEvent(noted(database.store), slug, {
        claim: id,
        state: 'delivered',
        now: now(),
        newUlid,
      });
    expect(changed()).toEqual([
      { type: 'Letter delivered', at: now().toISOString(), detail: { id, slug, state: 'delivered' } },
    ]);
  });

  test('announces no other change, and no mark that is not a ULID', async () => {
    await holdGate(noted(database.store), { slug, now: now(), newUlid });
    expect(changed()).toEqual([]);
    const image = { ...images[0], dirty: 'old', announcedOrganizations: 1, announcedIndividuals: 1 };
    expect(busEventsForChange(image, undefined)).toEqual([]);
    expect(busEventsForChange({ PK: 1 }, undefined)).toEqual([]);
  });
});
