import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dueReminder } from '../../shared/sign-on/reminder.ts';
import { signOnStates } from '../../shared/sign-on/sign-on.ts';
import { aConfirmedSignOn, aSettings, aSignOn } from '../support/records.ts';

const settings = aSettings();
const requestedAt = '2026-11-01T15:00:00.000Z';
const mailedAt = { confirm: '2026-11-01T15:00:02.000Z' };
const { pendingMail: _, ...quiet } = aSignOn({ requestedAt, mailedAt });
const passed = (days: number, hours = 0) =>
  new Date(Date.parse(requestedAt) + (days * 24 + hours) * 3_600_000);

describe('an unconfirmed sign-on', () => {
  test('gets a reminder after two days and a last one after seven, each once', () => {
    expect(dueReminder(quiet, settings, passed(1, 23))).toBeUndefined();
    expect(dueReminder(quiet, settings, passed(2))).toBe('reminder');
    const reminded = { ...quiet, mailedAt: { ...mailedAt, reminder: passed(2).toISOString() } };
    expect(dueReminder(reminded, settings, passed(6, 23))).toBeUndefined();
    expect(dueReminder(reminded, settings, passed(7))).toBe('last-reminder');
    const last = {
      ...reminded,
      mailedAt: { ...reminded.mailedAt, 'last-reminder': passed(7).toISOString() },
    };
    expect(dueReminder(last, settings, passed(8))).toBeUndefined();
  });

  test('gets only the last one if the first was missed', () => {
    expect(dueReminder(quiet, settings, passed(9))).toBe('last-reminder');
    const late = { ...quiet, mailedAt: { ...mailedAt, 'last-reminder': passed(9).toISOString() } };
    expect(dueReminder(late, settings, passed(10))).toBeUndefined();
  });

  test('gets them again after its letter has changed without an answer, counted from the email about the change', () => {
    const askedAgainAt = passed(10).toISOString();
    const before = {
      ...mailedAt,
      reminder: passed(2).toISOString(),
      'last-reminder': passed(7).toISOString(),
    };
    const asked = {
      ...quiet,
      ...aConfirmedSignOn({ requestedAt, askedAgainAt, eligible: 'no', counted: 'no' }),
    };
    expect(dueReminder({ ...asked, mailedAt: before }, settings, passed(12))).toBeUndefined();
    const told = { ...asked, mailedAt: { ...before, 'asked-again': passed(10, 1).toISOString() } };
    expect(dueReminder(told, settings, passed(11, 23))).toBeUndefined();
    expect(dueReminder(told, settings, passed(12))).toBe('reminder');
    expect(dueReminder(told, settings, passed(17))).toBe('last-reminder');
    expect(dueReminder({ ...told, status: 'withdrawn' }, settings, passed(12))).toBeUndefined();
  });

  test('waits again after another request', () => {
    const again = {
      ...quiet,
      requestedAt: passed(8).toISOString(),
      mailedAt: { ...mailedAt, reminder: passed(2).toISOString() },
    };
    expect(dueReminder(again, settings, passed(9))).toBeUndefined();
    expect(dueReminder(again, settings, passed(10))).toBe('reminder');
  });

  test('is not reminded at night, by the campaign’s clock', () => {
    // 15:00 UTC is 10:00 in New York, 00:00 in Tokyo.
    expect(dueReminder(quiet, settings, passed(2, 9))).toBeUndefined();
    expect(dueReminder(quiet, aSettings({ timeZone: 'Asia/Tokyo' }), passed(2))).toBeUndefined();
    expect(dueReminder(quiet, aSettings({ timeZone: 'Asia/Tokyo' }), passed(2, 10))).toBe('reminder');
  });

  test('is not reminded after the campaign has closed', () => {
    expect(dueReminder(quiet, aSettings({ closesAt: passed(2).toISOString() }), passed(2))).toBeUndefined();
  });
});

test('no reminder goes to a confirmed signer, after a bounced or unsent email, or while another email is pending', () => {
  const reasons = fc.constantFrom(
    ...signOnStates.filter((status) => status !== 'pending').map((status) => ({ status })),
    { mailFeedback: { what: 'bounced' as const, at: requestedAt } },
    { mailedAt: {} },
    { pendingMail: '01JD0000000000000000000001' },
    { submission: undefined, submissionHash: undefined },
  );
  fc.assert(
    fc.property(reasons, fc.integer({ min: 0, max: 60 * 24 }), (reason, hours) => {
      expect(dueReminder({ ...quiet, ...reason }, settings, passed(0, hours))).toBeUndefined();
    }),
  );
});
