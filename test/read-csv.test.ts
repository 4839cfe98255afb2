import { describe, expect, test } from '@jest/globals';
import { columnLetter, meantColumn, readCsv } from '../shared/read-csv.ts';

const cellsOf = (text: string) => readCsv(text).rows.map(({ cells }) => cells);

describe('A table', () => {
  test.each([
    ['commas', 'name,email\nAna,ana@example.org\n'],
    ['semicolons', 'name;email\nAna;ana@example.org\n'],
    ['tabs', 'name\temail\nAna\tana@example.org\n'],
    ['a byte order mark', '\uFEFFname,email\nAna,ana@example.org\n'],
    ['Excel’s first line', 'sep=;\r\nname;email\r\nAna;ana@example.org\r\n'],
    ['empty rows first', ',,\r\n\r\nname,email,\r\nAna,ana@example.org,\r\n'],
    ['bars', 'name|email\nAna|ana@example.org\n'],
    ['lines of two kinds', 'name,email\r\nAna,ana@example.org\n'],
    ['lines of an old Mac', 'sep=;\rname;email\rAna;ana@example.org\r'],
    ['spaces beside quotation marks', '"name" , "email"\n "Ana", "ana@example.org" \n'],
    ['an empty line and a space in Excel’s first line', '\nsep =;\nname;email\nAna;ana@example.org\n'],
    ['empty columns at the end', 'name,email,,\nAna,ana@example.org,,\n'],
  ])('with %s reads the same', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['name', 'email'],
      ['Ana', 'ana@example.org'],
    ]);
  });

  test('keeps empty cells between tabs', () => {
    expect(cellsOf('name\temail\toutlet\n\tana@example.org\tThe Ledger\n')[1]).toEqual([
      '',
      'ana@example.org',
      'The Ledger',
    ]);
  });

  test('keeps a comma of a name where semicolons separate', () => {
    expect(cellsOf('name;email\nRuiz, Ana;ana@example.org\n')[1]).toEqual(['Ruiz, Ana', 'ana@example.org']);
  });

  test('keeps empty cells that stand before others, and says what stands beyond the heading', () => {
    expect(cellsOf('name,email,outlet\nAna,,\nBen,,x,more\n').slice(1)).toEqual([
      ['Ana', '', ''],
      ['Ben', '', 'x', 'more'],
    ]);
  });

  test('numbers rows as a spreadsheet does, and lines as an editor does', () => {
    const { rows } = readCsv('sep=,\n\nname\n"Ana\nRuiz"\nBen\n');
    expect(rows.map(({ row, line }) => [row, line])).toEqual([
      [2, 3],
      [3, 5],
      [4, 6],
    ]);
  });

  test('is read up to a quotation mark in the wrong place', () => {
    const { rows, brokenLine } = readCsv('name\nAna\n"Ben"x\n');
    expect({ rows: rows.length, brokenLine }).toEqual({ rows: 2, brokenLine: 3 });
  });
});

test.each([
  ['Email Address', 'email'],
  ['Outlet name', 'outlet'],
  ['Journalist name', 'name'],
  ['emial', 'email'],
  ['Organisation', 'organizationName'],
  ['city', undefined],
])('the heading %j means %s', (heading, column) =>
  expect(meantColumn(heading, ['email', 'name', 'outlet', 'organizationName'])).toBe(column),
);

test('Columns have the letters of a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
