import { expect, test } from '@jest/globals';
import type { Flag } from '../../shared/sign-on/flags.ts';
import { needsDecisionForVacantClaim } from '../../shared/sign-on/review.ts';

const waits: Flag = { flag: 'disposable-mail', domain: 'throwaway.example' };
const shown: Flag = { flag: 'no-website' };
const elsewhere: Flag = { flag: 'second-domain', id: 'ab' };

test.each([
  ['none', [waits], undefined, false],
  [undefined, [waits], undefined, false],
  ['flagged', [waits], undefined, true],
  ['flagged', [shown], undefined, false],
  ['flagged', [shown, waits], 'waiting', true],
  ['flagged', [waits], 'approved', false],
  ['none', [elsewhere], undefined, false],
  ['flagged', [elsewhere], undefined, true],
  ['flagged', [elsewhere], 'approved', false],
  ['before-counting', [], undefined, true],
  ['before-counting', [], 'approved', false],
] as const)(
  'with review %s, the flags %j and the decision %s, a vacant claim needs a decision: %s',
  (setting, flags, review, expected) => {
    expect(needsDecisionForVacantClaim({ review, flags: [...flags] }, { review: setting })).toBe(expected);
  },
);
