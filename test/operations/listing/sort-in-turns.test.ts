import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sortInTurns } from '../../../shared/operations/listing/sort-in-turns.ts';
import { runs } from '../../support/suite.ts';

interface Item {
  key: number;
  place: number;
}
const byKey = (one: Item, other: Item): number => one.key - other.key;

test('Items sorted in turns are sorted as at once, and equal ones keep their order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(9), { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      async (keys, turn) => {
        const items = keys.map((key, place) => ({ key, place }));
        expect(await sortInTurns(items, byKey, async () => {}, turn)).toEqual(items.toSorted(byKey));
      },
    ),
    { numRuns: runs(300) },
  );
});

test('Few items are compared between two turns', async () => {
  const items = Array.from({ length: 1000 }, (_, place) => ({ key: place % 7, place }));
  let comparisons = 0;
  let most = 0;
  const counting = (one: Item, other: Item): number => {
    most = Math.max(most, ++comparisons);
    return byKey(one, other);
  };
  await sortInTurns(
    items,
    counting,
    async () => {
      comparisons = 0;
    },
    50,
  );
  expect(most).toBeLessThan(50 * Math.log2(50) * 2);
});
