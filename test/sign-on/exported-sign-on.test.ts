import { expect, test } from '@jest/globals';
import { exportedSignOn } from '../../shared/sign-on/exported-sign-on.ts';
import { signOnSchema } from '../../shared/sign-on/sign-on.ts';
import { aSignOn } from '../support/records.ts';

test('an export has what organizers may have of a row, and no other attribute of it', () => {
  const stored = Object.fromEntries(Object.keys(signOnSchema.shape).map((name) => [name, 'x']));
  expect(Object.keys(exportedSignOn({ ...aSignOn(), ...stored })).toSorted()).toEqual([
    ...['askedAgainAt', 'confirmedAt', 'counted', 'eligible', 'email', 'flags', 'id', 'imported', 'kind'],
    ...['mailFeedback', 'mailedAt', 'organizationKey', 'proposed', 'proposedAt', 'requestedAt', 'review'],
    ...['reviewRequestedAt', 'signed', 'status', 'suspicions', 'unsubscribed', 'waiting', 'withdrawnAt'],
  ]);
});
