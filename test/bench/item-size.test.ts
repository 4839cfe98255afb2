import { describe, expect, test } from '@jest/globals';
import { itemSize, writeUnits } from './item-size.ts';

describe('an item’s size', () => {
  test('is its names and values in UTF-8', () => {
    expect(itemSize({ PK: { S: 'CAMPAIGNS' }, ñ: { S: 'é' } })).toBe(2 + 9 + 2 + 2);
  });

  test('has a byte for two digits of a number, and one more', () => {
    expect(itemSize({ n: { N: '0' } })).toBe(1 + 1);
    expect(itemSize({ n: { N: '1796040000' } })).toBe(1 + 4);
    expect(itemSize({ n: { N: '-27' } })).toBe(1 + 3);
  });

  test('has three bytes more for a map, and one for each thing in it', () => {
    expect(itemSize({ m: { M: {} } })).toBe(1 + 3);
    expect(itemSize({ m: { M: { a: { S: 'bc' }, d: { BOOL: true } } } })).toBe(1 + 3 + 4 + 3);
  });

  test('of no item is nothing', () => {
    expect(itemSize(undefined)).toBe(0);
  });
});

test('a write costs a unit for each begun kilobyte, and in a transaction two', () => {
  expect([0, 1, 1024, 1025].map((bytes) => writeUnits(bytes, false))).toEqual([1, 1, 1, 2]);
  expect(writeUnits(1025, true)).toBe(4);
});
