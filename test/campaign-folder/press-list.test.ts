import { describe, expect, test } from '@jest/globals';
import { readPressList as readList } from '../../shared/campaign-folder/press-list.ts';
import { inEnglish, told } from './a-folder.ts';

const readPressList = (text: string) => inEnglish(readList(text));

describe('press-list.csv', () => {
  test('gives each journalist, in whatever order the columns are', () => {
    const { entries, mistakes } = readPressList(
      '\uFEFFName,E-Mail,outlet\r\nAna Ruiz,ana@example.com,"Review, Metro"\r\n,\u200Bdesk@example.com,\r\n\r\n',
    );
    expect(mistakes).toEqual([]);
    expect(entries).toEqual([
      { email: 'ana@example.com', name: 'Ana Ruiz', outlet: 'Review, Metro' },
      { email: 'desk@example.com' },
    ]);
  });

  test('is read with empty columns anywhere, and names the unnamed that are not empty', () => {
    const { entries, mistakes } = readPressList('email,,name,,outlet\nana@example.com, ,Ana,x,\n');
    expect(entries).toEqual([{ email: 'ana@example.com', name: 'Ana' }]);
    expect(mistakes.map(({ message }) => message)).toEqual(['Column D has no name in the first line.']);
  });

  test('says who gets the release under embargo', () => {
    const { entries } = readPressList(
      'email,embargoed\na@example.com,Yes\nb@example.com,no\nc@example.com,\n',
    );
    expect(entries).toEqual([
      { email: 'a@example.com', embargoed: true },
      { email: 'b@example.com' },
      { email: 'c@example.com' },
    ]);
  });

  test.each([
    '\u200eana@example.com\u2069',
    'ana@exam\u00adple.com',
    'ana＠example.com',
    '\u00a0ana@example.com',
  ])('takes an address with the invisible signs that spreadsheets keep: %j', (email) => {
    const { entries, mistakes } = readPressList(`email\n${email}\n`);
    expect([entries, mistakes]).toEqual([[{ email: 'ana@example.com' }], []]);
  });

  test('folds a journalist who is listed twice', () => {
    const { entries, warnings } = readPressList('email,name\nana@example.com,Ana\nANA@Example.com,Ana R.\n');
    expect(entries).toEqual([{ email: 'ana@example.com', name: 'Ana' }]);
    expect(warnings).toEqual([
      'press-list.csv, line 3: this address is already on line 2. It gets one email.',
    ]);
  });

  test.each([
    ['', 'press-list.csv:1 The list is empty.'],
    ['name\nAna\n', 'press-list.csv:1 The column email is missing.'],
    ['email,outet\na@example.com,x\n', 'press-list.csv:1 Unknown column outet.'],
    ['email,email\na@example.com,x\n', 'press-list.csv:1 There are two columns email.'],
    ['email,name\n,Ana\n', 'press-list.csv:2 email is missing.'],
    [
      'email,name\na@example.com,Ana\nana at example,Ana\n',
      'press-list.csv:3 “ana at example” is not an email address.',
    ],
    [
      'email,name\na@example.com,Ruiz, Ana\n',
      'press-list.csv:2 This row has 3 cells, but the first line has 2.',
    ],
    [`email,name\na@example.com,${'x'.repeat(101)}\n`, 'press-list.csv:2 name is too long.'],
    [
      'email,name\na@example.com,"Ana"x\n',
      'press-list.csv:2 A quotation mark in this row is in the wrong place.',
    ],
    [
      'email,embargoed\na@example.com,yes\nA@example.com,no\n',
      'press-list.csv:3 This address is also on line 2, with a different value in embargoed.',
    ],
    ['email,embargoed\na@example.com,maybe\n', 'press-list.csv:2 embargoed must be yes or no, not “maybe”.'],
  ])('%j is told at its row', (text, mistake) => {
    const reading = readPressList(text);
    expect(told(reading)).toEqual([mistake]);
    expect(reading.mistakes[0]?.cure).toMatch(/\w{3}/);
  });

  test('a row that is no CSV hides nothing of the rows before it', () => {
    expect(told(readPressList('email,naem\nnobody,x\na@example.com\nb@example.com,"Ben"x\n'))).toEqual([
      expect.stringContaining('press-list.csv:1 Unknown column naem.'),
      expect.stringContaining('press-list.csv:4 A quotation mark'),
      expect.stringContaining('press-list.csv:2 “nobody” is not an email address.'),
      expect.stringContaining('press-list.csv:3 This row has one cell'),
    ]);
  });
});
