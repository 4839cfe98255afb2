import { beforeEach, expect, test } from '@jest/globals';
import {
  type AdmitMail,
  newMailBudget,
  refundMail,
  releasableMails,
} from '../../shared/operations/mailing/network-mail-budget.ts';
import { slug } from '../support/records.ts';
import { freshStore, type TestStore } from '../support/store.ts';

const asker = { slug, network: 'one' };
let database: TestStore;
beforeEach(async () => {
  database = await freshStore();
});

interface Crowd {
  /** How many fill in the form in each minute. */
  perMinute: (minute: number) => number;
  /** One of so many never confirms. */
  oneIn: number;
}

/**
 * How many minutes each mail waited, in the order in which the forms came. People press the button five minutes after
 * their mail.
 */
async function waits({ perMinute, oneIn }: Crowd): Promise<number[]> {
  const { store } = database;
  let now = new Date('2026-11-24T12:00:00.000Z');
  const admit: AdmitMail = newMailBudget(store, () => now);
  const waited: number[] = [];
  const waiting: { at: number; since: number }[] = [];
  const buttons = new Map<number, number>();
  let forms = 0;
  const goes = (at: number, since: number, minute: number, isCharged: boolean): void => {
    waited[at] = minute - since;
    if (isCharged && at % oneIn !== 0) buttons.set(minute + 5, (buttons.get(minute + 5) ?? 0) + 1);
  };
  for (let minute = 0; minute < 3 * 24 * 60; minute++) {
    for (let pressed = buttons.get(minute) ?? 0; pressed > 0; pressed--) await refundMail(store, asker, now);
    const come = perMinute(minute);
    if (come === 0 && waiting.length === 0 && minute > 24 * 60) break;
    for (let one = 0; one < come; one++) {
      const at = forms++;
      const admission = await admit(asker, false);
      if (admission === 'slowed') waiting.push({ at, since: minute });
      else goes(at, minute, minute, admission === 'charged');
    }
    for (let left = waiting.length > 0 ? await releasableMails(store, asker, now) : 0; left > 0; left--) {
      const first = waiting[0];
      if (!first || (await admit(asker, true)) === 'slowed') break;
      waiting.shift();
      goes(first.at, first.since, minute, true);
    }
    now = new Date(now.getTime() + 60_000);
  }
  return waited;
}

/** The longest wait of that part of a crowd that waits least. */
const waitOf = (part: number, waited: number[]): number =>
  waited.toSorted((a, b) => a - b)[Math.ceil(part * waited.length) - 1] ?? 0;
const during = (minutes: number, perMinute: number) => (minute: number) => (minute < minutes ? perMinute : 0);

// The figures of docs/decisions/0033-the-mail-budget.md.
test.each([
  ['an office of 200 in five minutes', { perMinute: during(5, 40), oneIn: 5 }, [0, 0, 0]],
  [
    'a hall of 2,000 in twenty minutes, of which nine of ten confirm',
    { perMinute: during(20, 100), oneIn: 10 },
    [13, 28, 36],
  ],
  [
    'a hall of 2,000 in twenty minutes, of which two of three confirm',
    { perMinute: during(20, 100), oneIn: 3 },
    [79, 336, 401],
  ],
  [
    'a carrier’s address, 30 an hour for a day, of which two of three confirm',
    { perMinute: (m: number) => (m < 1440 && m % 2 === 0 ? 1 : 0), oneIn: 3 },
    [0, 0, 0],
  ],
  [
    'a carrier’s address, 120 an hour for a day, of which two of three confirm',
    { perMinute: during(1440, 2), oneIn: 3 },
    [0, 0, 0],
  ],
])('the budget against %s', async (_, crowd, figures) => {
  const waited = await waits(crowd);
  expect([0.5, 0.9, 1].map((part) => waitOf(part, waited))).toEqual(figures);
});
