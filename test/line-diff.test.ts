import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lineDiff } from '../shared/line-diff.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
  .map((lines) => lines.join('\n'));

describe('A diff of lines', () => {
  test('tells what was taken out and what was put in, with their lines', () => {
    expect(lineDiff('a\nb\nc\nd', 'a\nx\nc\nd\ne')).toEqual([
      { sign: '-', line: 2, text: 'b' },
      { sign: '+', line: 2, text: 'x' },
      { sign: '+', line: 5, text: 'e' },
    ]);
    expect(lineDiff('a\nb', 'a\nb')).toEqual([]);
  });

  test('turns the old text into the new one', () => {
    fc.assert(
      fc.property(text, text, (was, is) => {
        const diff = lineDiff(was, is);
        const lines = (of: string, sign: '+' | '-') => {
          const out = new Set(diff.filter((line) => line.sign === sign).map(({ line }) => line));
          return of.split('\n').filter((_, index) => !out.has(index + 1));
        };
        expect(lines(was, '-')).toEqual(lines(is, '+'));
      }),
    );
  });

  test('of texts with very many lines takes all of them out and puts all of them in', () => {
    const many = (word: string) => Array.from({ length: 1000 }, (_, index) => `${word}${index}`).join('\n');
    expect(lineDiff(many('a'), many('b'))).toHaveLength(2000);
  });
});
