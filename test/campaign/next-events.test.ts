import { expect, test } from '@jest/globals';
import { nextEvents } from '../../shared/campaign/next-events.ts';
import { aGate, aSettings } from '../support/records.ts';

const now = new Date('2026-12-01T00:00:00.000Z');
const [opensAt, notBefore, closesAt] = [
  '2026-12-02T00:00:00.000Z',
  '2026-12-03T00:00:00.000Z',
  '2026-12-04T00:00:00.000Z',
];
const privacy = { contact: 'privacy@example.org', deletePersonalDataAfterDays: 10 };
const settings = aSettings({ opensAt, closesAt, privacy });
const eventsAt = (at: Date, gate = aGate({ notBefore })) =>
  nextEvents(settings, gate, at).map(({ event }) => event);

test('the next events of a campaign are in the order of their times, and only those that are to come', () => {
  expect(nextEvents(settings, aGate({ notBefore }), now)).toEqual([
    { event: 'opens', at: opensAt },
    { event: 'publication', at: notBefore },
    { event: 'closes', at: closesAt },
    { event: 'erasure', at: '2026-12-14T00:00:00.000Z' },
  ]);
  expect(eventsAt(new Date(opensAt))).toEqual(['publication', 'closes', 'erasure']);
  expect(eventsAt(new Date('2026-12-20T00:00:00.000Z'))).toEqual([]);
});

test('a published letter has no publication to come, and its data is erased after the later of the two days', () => {
  const published = aGate({ notBefore, status: 'published', publishedAt: '2026-12-05T00:00:00.000Z' });
  expect(nextEvents(settings, published, new Date('2026-12-02T12:00:00.000Z'))).toEqual([
    { event: 'closes', at: closesAt },
    { event: 'erasure', at: '2026-12-15T00:00:00.000Z' },
  ]);
});

test('a campaign without times has no next events', () => {
  expect(nextEvents(aSettings(), aGate(), now)).toEqual([]);
});
