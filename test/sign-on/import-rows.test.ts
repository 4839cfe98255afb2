import { describe, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import { csvOptions } from '../../shared/sign-on/export-table.ts';
import { readImport } from '../../shared/sign-on/import-rows.ts';
import { aSettings } from '../support/records.ts';

const read = (text: string | Uint8Array) =>
  readImport(typeof text === 'string' ? Buffer.from(text) : text, aSettings(), '2026-11-28');
const row = 'Harbor Families,Ana Ruiz,ana@example.org,Harbor City,local';
const heading = 'organizationName,name,email,city,scope';

describe('A table of signatures', () => {
  test.each([
    ['as it is', `${heading}\n${row}\n`],
    ['with empty columns at the end', `${heading},,\n${row},,\n`],
    ['in UTF-16 without a mark', Buffer.from(`${heading}\n${row}\n`, 'utf16le')],
    ['in UTF-16 of the other order', Buffer.from(`${heading}\n${row}\n`, 'utf16le').swap16()],
    ['with the lines of an old Mac', `${heading}\r${row}\r`],
    ['below an empty row', `,,,,\n${heading}\n${row}\n`],
    [
      'with Excel’s first line',
      `sep=;\r\n${heading.replaceAll(',', ';')}\r\n${row.replaceAll(',', ';')}\r\n`,
    ],
  ])('%s is read', (_, text) => {
    const { rows, mistakes } = read(text);
    expect(mistakes).toEqual([]);
    expect(rows.map(({ email, details }) => [email, details.organizationName])).toEqual([
      ['ana@example.org', 'Harbor Families'],
    ]);
  });

  test('names an unnamed column by its letter, and suggests the name of a misspelled one', () => {
    expect(read(`organisationName,name,email,,city\nx,Ana,ana@example.org,hm,y\n`).mistakes).toMatchObject([
      {
        row: 1,
        reason: { field: 'organisationName', code: 'unknown-column' },
        suggestion: 'organizationName',
      },
      { row: 1, reason: { field: 'D', code: 'unknown-column' } },
    ]);
  });

  test('is read with an empty column anywhere', () => {
    const { rows, mistakes } = read(
      'organizationName,,name,email,city,scope\nHarbor Families, ,Ana Ruiz,ana@example.org,Harbor City,local\n',
    );
    expect(mistakes).toEqual([]);
    expect(rows.map(({ details }) => details.organizationName)).toEqual(['Harbor Families']);
  });

  test('names the column of the cell that has no heading, also far to the right', () => {
    expect(read(`${heading}\n${row}${','.repeat(22)}more\n`).mistakes).toEqual([
      { row: 2, reason: { field: 'AA', code: 'too-many-cells' } },
    ]);
  });

  test('names the column in which a row is longer than the heading', () => {
    expect(read(`${heading}\n${row},more\n`).mistakes).toEqual([
      { row: 2, reason: { field: 'F', code: 'too-many-cells' } },
    ]);
  });

  test.each([
    '@harborwatch',
    '=1+1',
    '+1 Media',
    '＠harbor',
    "'@harborwatch",
    "''=1",
    "'Aina Fund",
    '007',
    'a;b|"c"',
  ])('gives %j back as it was exported', (name) => {
    const columns = heading.split(',').map((each) => ({ heading: each, of: () => '' }));
    const table = stringify([[name, ...row.split(',').slice(1)]], csvOptions(columns));
    expect(read(table).rows.map(({ details }) => details.organizationName)).toEqual([name]);
  });

  test('removes the apostrophe that the export puts before a name like @harborwatch, and no other', () => {
    const { rows, mistakes } = read(
      `${heading}\n'@harborwatch,Ana Ruiz,ana@example.org,Harbor City,local\n'Aina Fund,Ben Okafor,ben@example.org,Harbor City,local\n`,
    );
    expect(mistakes).toEqual([]);
    expect(rows.map(({ details }) => details.organizationName)).toEqual(['@harborwatch', "'Aina Fund"]);
  });
});
