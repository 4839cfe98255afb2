import { describe, expect, test } from '@jest/globals';
import { pendingSignerMail } from '../../shared/sign-on/pending-mail.ts';
import { aConfirmedSignOn, aSignOn, someDetails } from '../support/records.ts';

const pendingMail = '01JD0000000000000000000001';
const now = new Date('2026-11-01T12:30:00.000Z');

describe('the pending email of a sign-on', () => {
  test('is the confirmation for an unconfirmed signer, and for one who signs again after withdrawing', () => {
    expect(pendingSignerMail(aSignOn(), now)).toBe('confirm');
    expect(pendingSignerMail(aSignOn({ status: 'withdrawn' }), now)).toBe('confirm');
  });

  test('offers a change when other words were typed, and says that nothing changes when they were the same', () => {
    const confirmed = aConfirmedSignOn({ pendingMail });
    const submission = someDetails({ city: 'Elsewhere' });
    expect(pendingSignerMail({ ...confirmed, submission, submissionHash: 'another' }, now)).toBe(
      'confirm-change',
    );
    expect(pendingSignerMail({ ...confirmed, submission, submissionHash: confirmed.signedHash }, now)).toBe(
      'signed-already',
    );
  });

  test('says after the confirmation whether the sign-on counts or waits for its organization’s claim', () => {
    expect(pendingSignerMail(aConfirmedSignOn({ pendingMail }), now)).toBe('signed');
    expect(pendingSignerMail(aConfirmedSignOn({ pendingMail, eligible: 'no', counted: 'no' }), now)).toBe(
      'waiting',
    );
  });

  test('asks once about a changed letter; a signer who then fills in the form gets the requested link', () => {
    const askedAgainAt = '2026-11-01T12:20:00.000Z';
    const asked = aConfirmedSignOn({ pendingMail, askedAgainAt, eligible: 'no', counted: 'no' });
    const withMail = (at: string) => pendingSignerMail({ ...asked, mailedAt: { 'asked-again': at } }, now);
    expect(pendingSignerMail(asked, now)).toBe('asked-again');
    expect(withMail('2026-11-01T12:19:00.000Z')).toBe('asked-again');
    expect(withMail('2026-11-01T12:21:00.000Z')).toBeUndefined();
    const submission = someDetails();
    expect(pendingSignerMail({ ...asked, submission }, now)).toBe('asked-again');
    const requestedAt = '2026-11-01T12:25:00.000Z';
    expect(pendingSignerMail({ ...asked, submission, requestedAt }, now)).toBe('confirm');
  });

  test('is none when its reason is gone', () => {
    expect(pendingSignerMail(aConfirmedSignOn(), now)).toBeUndefined();
    expect(
      pendingSignerMail(aSignOn({ status: 'withdrawn', submission: undefined, pendingMail }), now),
    ).toBeUndefined();
    expect(pendingSignerMail(aSignOn({ status: 'rejected' }), now)).toBeUndefined();
  });

  test('is not sent again if one of its kind was sent within the minute before the request', () => {
    const requestedAt = '2026-11-01T12:01:00.000Z';
    const sentAt = (confirm: string) =>
      pendingSignerMail(aSignOn({ requestedAt, mailedAt: { confirm } }), now);
    expect(sentAt('2026-11-01T12:00:00.000Z')).toBeUndefined();
    expect(sentAt('2026-11-01T12:01:05.000Z')).toBeUndefined();
    expect(sentAt('2026-11-01T11:59:59.999Z')).toBe('confirm');
  });

  test('is thanks at most once a day, however often the button is pressed', () => {
    const sentAt = (signed: string) =>
      pendingSignerMail(aConfirmedSignOn({ pendingMail, mailedAt: { signed } }), now);
    expect(sentAt('2026-11-01T00:00:00.000Z')).toBeUndefined();
    expect(sentAt('2026-10-31T12:29:59.000Z')).toBe('signed');
  });

  test('is not delayed by an email of another kind', () => {
    const requestedAt = '2026-11-01T12:01:00.000Z';
    expect(
      pendingSignerMail(aSignOn({ requestedAt, mailedAt: { signed: '2026-11-01T12:00:30.000Z' } }), now),
    ).toBe('confirm');
  });
});
