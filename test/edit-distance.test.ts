import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editDistance, isOneLetterOff } from '../shared/edit-distance.ts';
import { runs } from './support/suite.ts';

const letters = fc.constantFrom('a', 'b', 'é', '\u{1d400}', '\u{1d401}', '\u{10400}');
const text = fc.array(letters, { maxLength: 6 }).map((all) => all.join(''));

test('one letter is off if, and only if, the edit distance is one', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(isOneLetterOff(one, other)).toBe(editDistance(one, other) === 1);
    }),
    { numRuns: runs(20_000) },
  );
});

test.each([
  ['gmail.com', 'gmial.com', true],
  ['gmail.com', 'gmal.com', true],
  ['gmail.com', 'gmaill.com', true],
  ['gmail.com', 'gnail.com', true],
  ['gmail.com', 'gmail.com', false],
  ['gmail.com', 'gnial.com', false],
  ['', 'a', true],
  ['', '', false],
])('%s and %s: %s', (one, other, expected) => {
  expect(isOneLetterOff(one, other)).toBe(expected);
});
