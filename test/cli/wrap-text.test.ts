import { describe, expect, test } from '@jest/globals';
import { tableText } from '../../cli/table-text.ts';
import { wrapText } from '../../cli/wrap-text.ts';
import { freshStore } from '../support/store.ts';
import { campaign, folderOnDisk } from './a-terminal.ts';

describe('text for a terminal', () => {
  test('breaks between words, and indents the following lines', () => {
    expect(wrapText('one two three\n    four five six', 9)).toBe(
      'one two\nthree\n    four\n    five\n    six',
    );
  });

  test('puts the rest of a value below the value, and that of a list item below its text', () => {
    expect(wrapText('  waits for   more signatures', 20)).toBe(
      '  waits for   more\n              signatures',
    );
    expect(wrapText('    ! one of two', 12)).toBe('    ! one of\n      two');
    expect(wrapText('    8 - Keep the trees', 16)).toBe('    8 - Keep the\n        trees');
  });

  test('counts the columns of letters, and breaks between letters where no spaces are written', () => {
    expect(wrapText('東京の木を守る会、東京', 8)).toBe('東京の木\nを守る\n会、東京');
    expect(wrapText('e\u0301e\u0301 e\u0301e\u0301 e\u0301', 5)).toBe(
      'e\u0301e\u0301 e\u0301e\u0301\ne\u0301',
    );
  });

  test('stands in columns, whatever its letters', () => {
    const rows = ['東京の木', 'Ana', '🌳🌳🌳🌳🌳'].map((name) => ({ cells: [name, 'x'], notes: [] }));
    expect(tableText(['NAME', 'B'], rows, 8).split('\n')).toEqual([
      'NAME      B',
      '東京の木  x',
      'Ana       x',
      '🌳🌳🌳…   x',
    ]);
  });

  test('leaves commands, long words and short lines whole', () => {
    expect(wrapText('Run `campaign status x` now.', 16)).toBe('Run\n`campaign status x`\nnow.');
    expect(wrapText('See https://letters.example.org/x', 10)).toBe('See\nhttps://letters.example.org/x');
    expect(wrapText('a  table   row', 20)).toBe('a  table   row');
  });
});

describe('a terminal of 80 columns', () => {
  const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

  test.each([
    [['-h']],
    [['--help']],
    [['preview', '-h']],
    [['help', 'preview']],
    [['sign-ons', '--help']],
    [['check', 'no-such-folder']],
    [['status', 'harbor-trees']],
    [['correct', 'harbor-trees', 'folder', '--note', 'x'.repeat(2000)]],
  ])('has room for what %j prints', async (args) => {
    const { out, error } = await campaign(args, { columns: 80 });
    expect(widest(`${out}\n${error}`)).toBeLessThanOrEqual(80);
    expect(`${out}${error}`).not.toBe('');
  });

  test('has room for the changes and the question; programs get every line whole', async () => {
    const { store } = await freshStore();
    const folder = await folderOnDisk();
    const { out } = await campaign(['apply', folder], { store, columns: 80, answer: true });
    expect(widest(out.replaceAll(folder, 'folder'))).toBeLessThanOrEqual(80);
    const json = await campaign(['status', 'no-letter', '--json'], { store, columns: 20 });
    expect(JSON.parse(json.error).detail).toContain('There is no campaign no-letter. To create it');
  });
});
