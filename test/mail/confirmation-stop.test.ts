import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type ConfirmationStop,
  dueStop,
  isConfirmationStopped,
  type Returns,
} from '../../shared/campaign/confirmation-stop.ts';
import { resumeConfirmations } from '../../shared/operations/mailing/stop-confirmations.ts';
import { readLog } from '../../shared/operations/reporting/log.ts';
import { newIds } from '../support/ids.ts';
import { type Form, newMailCrowd } from '../support/mail-crowd.ts';
import { slug } from '../support/records.ts';
import { freshStore, gateOf, seed, type TestStore } from '../support/store.ts';

const now = new Date('2026-11-24T12:00:00.000Z');
const minutesAfter = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe('a stop is due', () => {
  /** This many networks, each with this many mails and bounces. */
  const networks = (count: number, each: Returns, name = 'n') =>
    Array.from({ length: count }, (_, at): [string, Returns] => [`${name}${at}`, each]);
  const due = (of: [string, Returns][], stop?: ConfirmationStop) => dueStop(new Map(of), stop, now);

  test('when twenty mails and 5 % came back, of several networks', () => {
    const honest = networks(379, { sent: 1, bounced: 0 }, 'honest');
    expect(due([...honest, ...networks(19, { sent: 1, bounced: 1 })])).toBeUndefined();
    expect(due([...honest, ...networks(20, { sent: 1, bounced: 1 })])).toMatchObject({
      of: 'campaign',
      sent: 399,
      bounced: 20,
    });
    const more = networks(100, { sent: 1, bounced: 0 }, 'more');
    expect(due([...honest, ...more, ...networks(20, { sent: 1, bounced: 1 })])).toBeUndefined();
  });

  test('for a network of which half came back, which does not stop the campaign, however many these are', () => {
    const honest = networks(30, { sent: 1, bounced: 0 }, 'honest');
    const found = due([...honest, ['flood', { sent: 255, bounced: 255 }]]);
    expect(found).toMatchObject({ of: 'networks', sent: 255, bounced: 255 });
    expect(found?.stop.until).toBeUndefined();
    expect(isConfirmationStopped(found?.stop, 'flood', now)).toBe(true);
    expect(isConfirmationStopped(found?.stop, 'honest1', now)).toBe(false);
    expect(due([['hall', { sent: 200, bounced: 8 }]])).toBeUndefined();
    expect(due([['carrier', { sent: 900, bounced: 60 }]])).toBeUndefined();
  });

  test('for twenty networks at most, and not again each minute for the others', () => {
    const honest = networks(2000, { sent: 1, bounced: 0 }, 'honest');
    const floods = networks(25, { sent: 30, bounced: 20 }, 'flood');
    const first = due([...honest, ...floods])?.stop;
    expect(Object.keys(first?.networks ?? {})).toHaveLength(20);
    expect(first?.until).toBeUndefined();
    expect(due([...honest, ...floods], first)).toBeUndefined();
  });

  test('not again while one stands, nor within a day of a release', () => {
    const bad = networks(40, { sent: 1, bounced: 1 });
    const standing = due(bad)?.stop;
    expect(due(bad, standing)).toBeUndefined();
    expect(due(bad, { allowedUntil: minutesAfter(1).toISOString() })).toBeUndefined();
    expect(due(bad, { allowedUntil: minutesAfter(-1).toISOString() })).toMatchObject({ of: 'campaign' });
  });
});

describe('confirmations that come back', () => {
  let database: TestStore;
  let crowd: ReturnType<typeof newMailCrowd>;

  beforeEach(async () => {
    database = await freshStore();
    await seed(database, {});
    crowd = newMailCrowd(database);
  });

  /** Forms, each from a network of its own unless it is given. */
  const forms = (count: number, name: string, network?: string): Form[] =>
    Array.from({ length: count }, (_, at) => ({
      email: `${name}-${at}@example.org`,
      network: network ?? `${name} ${at}`,
    }));
  const isOf = (name: string) => (email: string) => email.startsWith(`${name}-`);
  const events = async () =>
    (await readLog(database.store, { slug, limit: 50 })).events.map(({ event }) => event.type);
  const release = async () =>
    await resumeConfirmations(database.store, { slug, now: crowd.now(), newUlid: newIds().newUlid });

  test('from many networks stop the campaign’s confirmations; all that wait go in parts when it ends', async () => {
    await crowd.submit(forms(40, 'invented'));
    await crowd.bounce();
    await crowd.pass(1);
    expect(await events()).toEqual(['confirmations-stopped']);
    await crowd.submit(forms(70, 'honest'));
    await crowd.pass(60, 10);
    expect(crowd.asked(isOf('honest'))).toBe(0);
    await crowd.pass(119, 7);
    expect(crowd.asked(isOf('honest'))).toBe(0);
    await crowd.pass(2);
    expect(crowd.asked(isOf('honest'))).toBeGreaterThan(0);
    expect(crowd.asked(isOf('honest'))).toBeLessThanOrEqual(40);
    await crowd.pass(4);
    expect(crowd.asked(isOf('honest'))).toBe(70);
    expect(await events()).toEqual(['confirmations-stopped']);
  });

  test('from one network stop only what that network asks for', async () => {
    await crowd.submit(forms(60, 'invented', 'one machine'));
    await crowd.bounce();
    await crowd.pass(1);
    await crowd.submit([...forms(20, 'more', 'one machine'), ...forms(20, 'honest')]);
    await crowd.pass(30, 5);
    expect([crowd.asked(isOf('more')), crowd.asked(isOf('honest'))]).toEqual([0, 20]);
    expect((await gateOf(database)).confirmationStop?.until).toBeUndefined();
  });

  test('an owner lets them go, and for a day nothing is stopped', async () => {
    expect(await release()).toBe('not-stopped');
    await crowd.submit(forms(40, 'invented'));
    await crowd.bounce();
    await crowd.pass(1);
    await crowd.submit(forms(30, 'honest'));
    expect(crowd.asked(isOf('honest'))).toBe(0);
    expect(await release()).toBe('resumed');
    expect(await release()).toBe('not-stopped');
    await crowd.pass(1);
    expect(crowd.asked(isOf('honest'))).toBe(30);
    await crowd.bounce();
    await crowd.pass(1);
    await crowd.submit(forms(10, 'late'));
    expect(crowd.asked(isOf('late'))).toBe(10);
    expect((await events()).toSorted()).toEqual(['confirmations-resumed', 'confirmations-stopped']);
  });

  test('other mails go as usual', async () => {
    await crowd.submit([...forms(40, 'invented'), ...forms(1, 'early')]);
    await crowd.bounce();
    await crowd.pass(1);
    await crowd.confirm('early-0@example.org');
    expect(crowd.sent().filter(({ reference }) => reference.mail === 'signed')).toHaveLength(1);
  });
});
