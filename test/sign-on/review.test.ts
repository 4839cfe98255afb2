import { expect, test } from '@jest/globals';
import type { Flag } from '../../shared/sign-on/flags.ts';
import { needsDecisionForVacantClaim } from '../../shared/sign-on/review.ts';

const waits: Flag = { flag: 'disposable-mail', domain: 'throwaway.example' };
const doubtful: Flag = { flag: 'second-domain', id: 'another' };
const shown: Flag = { flag: 'no-website' };

test.each([
  ['none', [waits], undefined, false],
  [undefined, [waits], undefined, false],
  ['flagged', [waits], undefined, true],
  ['flagged', [shown], undefined, false],
  ['flagged', [shown, waits], 'waiting', true],
  ['flagged', [shown, doubtful], undefined, true],
  ['flagged', [doubtful], 'approved', false],
  ['none', [doubtful], undefined, false],
  ['flagged', [waits], 'approved', false],
  ['before-counting', [], undefined, true],
  ['before-counting', [], 'approved', false],
] as const)(
  'with review %s, the flags %j and the decision %s: an organizer must decide on a vacant claim: %s',
  (setting, flags, review, expected) => {
    expect(needsDecisionForVacantClaim({ review, flags: [...flags] }, { review: setting })).toBe(expected);
  },
);
