import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { languages } from '../../../shared/i18n/language.ts';
import { type ListRow, newListOrder } from '../../../shared/operations/listing/list-order.ts';
import { aSignatory } from '../../support/builders.ts';
import { runs } from '../../support/suite.ts';

const sample = '“ 1,000 1.000 1000 10 4 ʻ É e ß ss - & ½ ٣ Ω 京'.split(' ');
const text = fc
  .array(fc.oneof(fc.constantFrom(...sample, ' ', '\u0301'), fc.string({ unit: 'binary', maxLength: 2 })), {
    maxLength: 4,
  })
  .map((parts) => parts.join(''));
const row: fc.Arbitrary<ListRow> = fc
  .record({
    section: fc.nat(1),
    heading: text,
    signedAt: fc.constantFrom('2026-11-01T12:00:00.000Z', '2026-11-02T12:00:00.000Z'),
    name: text,
    id: fc.constantFrom('a', 'b', 'c'),
  })
  .map(({ name, id, ...place }) => ({ ...place, signatory: aSignatory({ name, id }) }));

describe.each(languages)('the order of a list in %s', (language) => {
  const order = newListOrder({ list: { groupBy: 'region', leads: [] }, language });

  test('is total: whoever comes before another comes before all that follow it', () => {
    fc.assert(
      fc.property(row, row, row, (a, b, c) => {
        expect(Math.sign(order.compare(a, b)) + Math.sign(order.compare(b, a))).toBe(0);
        if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0)
          expect(order.compare(a, c)).toBeLessThanOrEqual(0);
        if (order.compare(a, b) === 0) expect(a.signatory.id).toBe(b.signatory.id);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('is the same for a whole list as for each two of its rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        expect(await order.sort(rows)).toEqual(rows.toSorted(order.compare));
      }),
      { numRuns: runs(500) },
    );
  });
});
