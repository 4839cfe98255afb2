import { expect, test } from '@jest/globals';
import { linesOf } from '../../../shared/rendering/pdf/lines.ts';

const style = { family: 'serif' as const, size: 9, width: 60, indent: 8 };
const printed = (text: string) =>
  linesOf([{ text }], style).map((runs) => runs.map((run) => run.text).join(''));

test('a line ends at a hyphen, and not at one that does not break, which is printed as a hyphen', () => {
  expect(printed('Puerto Rico, États-Unis')).toEqual(['Puerto Rico,', 'États-Unis']);
  expect(printed('Rive, États-Unis')).toEqual(['Rive, États-', 'Unis']);
  expect(printed('Rive, États\u2011Unis')).toEqual(['Rive,', 'États-Unis']);
});
