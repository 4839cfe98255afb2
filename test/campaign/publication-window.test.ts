import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  isInWindow,
  nextOpening,
  type PublicationWindow,
  weekdays,
} from '../../shared/campaign/publication-window.ts';

const office = (changed: Partial<PublicationWindow> = {}): PublicationWindow => ({
  timeZone: 'America/New_York',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '09:00',
  to: '17:00',
  ...changed,
});

/** An instant by what clocks show; of two, the earlier. */
const local = (time: string, timeZone = 'America/New_York'): Date =>
  new Date(Temporal.PlainDateTime.from(time).toZonedDateTime(timeZone).epochMilliseconds);

const opening = (window: PublicationWindow, at: Date) => nextOpening(window, at)?.toISOString();

describe('a window of hours', () => {
  test('begins with its first minute and ends before its last, on its days alone', () => {
    const isIn = (time: string) => isInWindow(office(), local(time));
    expect(isIn('2026-12-02T08:59:59.999')).toBe(false);
    expect(isIn('2026-12-02T09:00')).toBe(true);
    expect(isIn('2026-12-02T16:59:59.999')).toBe(true);
    expect(isIn('2026-12-02T17:00')).toBe(false);
    expect(isIn('2026-12-05T12:00')).toBe(false);
    expect(isInWindow(office({ from: '00:00', to: '24:00' }), local('2026-12-04T23:59:59.999'))).toBe(true);
  });

  test('opens at once, later on the day, the next day, or after the weekend', () => {
    const from = (time: string) => opening(office(), local(time));
    expect(from('2026-12-02T12:34')).toBe(local('2026-12-02T12:34').toISOString());
    expect(from('2026-12-02T07:00')).toBe(local('2026-12-02T09:00').toISOString());
    expect(from('2026-12-02T17:00')).toBe(local('2026-12-03T09:00').toISOString());
    expect(from('2026-12-04T17:00')).toBe(local('2026-12-07T09:00').toISOString());
  });

  test('keeps to the clock when clocks are put forward and set back', () => {
    expect(opening(office(), local('2027-03-12T18:00'))).toBe('2027-03-15T13:00:00.000Z');
    expect(opening(office(), local('2027-03-05T18:00'))).toBe('2027-03-08T14:00:00.000Z');
    expect(opening(office(), local('2026-10-30T18:00'))).toBe('2026-11-02T14:00:00.000Z');
    expect(opening(office(), local('2026-10-23T18:00'))).toBe('2026-10-26T13:00:00.000Z');
  });

  test('whose first minute clocks skip opens when they have been put forward', () => {
    const night = office({ days: ['sun'], from: '02:30', to: '04:00' });
    expect(opening(night, local('2027-03-14T00:00'))).toBe('2027-03-14T07:00:00.000Z');
    expect(isInWindow(night, new Date('2027-03-14T06:59:59.999Z'))).toBe(false);
    expect(isInWindow(night, new Date('2027-03-14T07:00:00.000Z'))).toBe(true);
  });

  test('that clocks skip whole opens a week later', () => {
    const skipped = office({ days: ['sun'], from: '02:15', to: '02:45' });
    expect(opening(skipped, local('2027-03-14T00:00'))).toBe(local('2027-03-21T02:15').toISOString());
  });

  test('comes twice in the night when clocks are set back over it', () => {
    const night = office({ days: ['sun'], from: '01:15', to: '01:45' });
    expect(opening(night, local('2026-11-01T00:00'))).toBe('2026-11-01T05:15:00.000Z');
    expect(opening(night, new Date('2026-11-01T05:45:00.000Z'))).toBe('2026-11-01T06:15:00.000Z');
    expect(opening(night, new Date('2026-11-01T06:45:00.000Z'))).toBe('2026-11-08T06:15:00.000Z');
  });

  test('keeps to zones that are half an hour off, and to a change of half an hour', () => {
    expect(opening(office({ timeZone: 'Asia/Kolkata' }), new Date('2026-12-02T00:00:00.000Z'))).toBe(
      '2026-12-02T03:30:00.000Z',
    );
    const island = office({ timeZone: 'Australia/Lord_Howe', days: ['sun'], from: '02:15', to: '03:00' });
    expect(opening(island, new Date('2026-10-03T12:00:00.000Z'))).toBe('2026-10-03T15:30:00.000Z');
    expect(opening(island, new Date('2026-04-04T13:00:00.000Z'))).toBe('2026-04-04T15:45:00.000Z');
  });

  test('opens at the first minute at which one is in it, wherever clocks change', () => {
    const minuteOfDay = fc.integer({ min: 0, max: 1439 });
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const windows = fc
      .record({
        timeZone: fc.constantFrom('America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Cairo'),
        days: fc.subarray([...weekdays], { minLength: 4 }),
        hours: fc.tuple(minuteOfDay, minuteOfDay).filter(([one, other]) => one !== other),
      })
      .map(({ hours, ...window }) => {
        const [from = 0, to = 0] = hours.toSorted((one, other) => one - other);
        return { ...window, from: clock(from), to: clock(to) };
      });
    // Around the nights on which clocks change in these zones.
    const begin = fc.constantFrom(
      '2026-03-07T12:00Z',
      '2026-10-31T12:00Z',
      '2026-10-03T00:00Z',
      '2026-04-03T22:00Z',
    );
    fc.assert(
      fc.property(windows, begin, fc.nat(2000), (window, night, later) => {
        const at = Date.parse(night) + later * 60_000;
        let minute = at;
        while (!isInWindow(window, new Date(minute))) minute += 60_000;
        expect(opening(window, new Date(at))).toBe(new Date(minute).toISOString());
      }),
      { numRuns: 60 },
    );
  });
});
