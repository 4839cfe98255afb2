import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ColumnEntry, fillPage } from '../../../shared/rendering/pdf/columns.ts';

const unit = fc.record({ lineCount: fc.integer({ min: 1, max: 4 }), isHeading: fc.boolean() }).map(
  ({ lineCount, isHeading }): ColumnEntry => ({
    lines: Array.from({ length: lineCount }, () => []),
    size: 9,
    lineHeight: 12,
    space: isHeading ? 8 : 1.5,
    indent: 8,
    isHeading,
  }),
);
const page = { columns: 3, height: 240 };

/** A list as there is one: no heading without a name after it. */
const list = fc
  .array(unit, { minLength: 1, maxLength: 200 })
  .map((units) =>
    units.map((each, index) =>
      each.isHeading && units[index + 1]?.isHeading !== false ? { ...each, isHeading: false } : each,
    ),
  );

const pagesOf = (units: ColumnEntry[]) => {
  const pages = [];
  for (let next = 0; next < units.length; ) {
    const filled = fillPage(units, next, page);
    expect(filled.next).toBeGreaterThan(next);
    pages.push(filled);
    next = filled.next;
  }
  return pages;
};
const heightOf = (column: ColumnEntry[]) =>
  column.reduce(
    (sum, { lines, lineHeight, space }, index) => sum + lines.length * lineHeight + (index > 0 ? space : 0),
    0,
  );

describe('columns of names', () => {
  test('have every name once, in its order, and no column is higher than the page', () => {
    fc.assert(
      fc.property(list, (units) => {
        const columns = pagesOf(units).flatMap((filled) => filled.columns);
        expect(columns.flat()).toEqual(units);
        for (const column of columns) expect(heightOf(column)).toBeLessThanOrEqual(page.height);
      }),
    );
  });

  test('never end with a heading', () => {
    fc.assert(
      fc.property(list, (units) => {
        for (const column of pagesOf(units).flatMap((filled) => filled.columns))
          expect(column.at(-1)?.isHeading).toBe(false);
      }),
    );
  });

  test('are even where the list ends', () => {
    const units = fc
      .sample(unit, 1)
      .flatMap((first) =>
        Array.from({ length: 30 }, () => ({ ...first, isHeading: false, lines: [[]], space: 0 })),
      );
    expect(fillPage(units, 0, page).columns.map(({ length }) => length)).toEqual([10, 10, 10]);
  });
});
