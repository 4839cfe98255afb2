import { expect, test } from '@jest/globals';
import { showsNothing, withoutInvisibleEnds } from '../shared/visible-text.ts';

test.each([
  '',
  '   ',
  '\u200E',
  '\u200F\u2068',
  '\u034F',
  '\u3164',
  '\u2800',
  '\u2800 \u2800',
  '\u0301',
  '\u00AD',
  '\t',
  '\uE000',
])('%j shows nothing', (text) => {
  expect(showsNothing(text)).toBe(true);
});

test.each(['-', 'A', 'é', '\u200EA', '🌊', '李', '⠁', '!'])('%j shows something', (text) => {
  expect(showsNothing(text)).toBe(false);
});

test('takes invisible characters off the ends alone', () => {
  expect(withoutInvisibleEnds('\u2068ana@example.org\u2069\u200E')).toBe('ana@example.org');
  expect(withoutInvisibleEnds('\u200FHarbor\tFamilies \u3164')).toBe('Harbor Families');
  expect(withoutInvisibleEnds('Harbor\u200DFamilies')).toBe('Harbor\u200DFamilies');
  expect(withoutInvisibleEnds('Jose\u0301')).toBe('Jose\u0301');
  expect(withoutInvisibleEnds('\u2800')).toBe('');
});
