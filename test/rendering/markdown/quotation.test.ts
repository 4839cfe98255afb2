import { describe, expect, test } from '@jest/globals';
import { inlineText } from '../../../shared/rendering/document/content-text.ts';
import { inlineOf } from '../../../shared/rendering/markdown/markdown.ts';
import { addQuotationMarks } from '../../../shared/rendering/markdown/quotation.ts';

const inLanguage = (language: 'en' | 'es') => (paragraphs: string[]) =>
  addQuotationMarks(
    paragraphs.map((paragraph) => inlineOf(paragraph, { restore: (part) => part })),
    language,
  ).map(inlineText);

describe('A quote', () => {
  test.each([
    [['Keep them,'], ['“Keep them,”']],
    [
      ['One.', 'Two.', 'Three.'],
      ['“One.', '“Two.', '“Three.”'],
    ],
    [['“Keep them,”'], ['“Keep them,”']],
    [['"Keep them,"'], ['“Keep them,”']],
    [
      ['“One.', '“Two.”'],
      ['“One.', '“Two.”'],
    ],
    [['It says “no” and “yes.”'], ['“It says ‘no’ and ‘yes.’”']],
    [['“No” and “yes”'], ['“‘No’ and ‘yes’”']],
    [['"No" and "yes"'], ['“‘No’ and ‘yes’”']],
    [['“It says “no.””'], ['“It says ‘no.’”']],
    [['It says “they said “no”.”'], ['“It says ‘they said “no”.’”']],
    [['We don’t, and ’twas ever so'], ['“We don’t, and ’twas ever so”']],
    [['A 5\'10" fence'], ['“A 5\'10" fence”']],
    [['**It says “no” *and* “yes”**'], ['“It says ‘no’ and ‘yes’”']],
    [['It says “no'], ['“It says “no”']],
    [['«Sí», they said'], ['“‘Sí’, they said”']],
  ])('%j stands in American marks as %j', (paragraphs, expected) => {
    expect(inLanguage('en')(paragraphs)).toEqual(expected);
  });

  test.each([
    [['Que se queden'], ['«Que se queden»']],
    [
      ['Uno.', 'Dos.'],
      ['«Uno.', '»Dos.»'],
    ],
    [['Dice «no»'], ['«Dice “no”»']],
    [['Dice “no”'], ['«Dice “no”»']],
    [['“Que se queden”'], ['«Que se queden»']],
    [['«Dice «quiso «no»»»'], ['«Dice “quiso ‘no’”»']],
  ])('%j stands in Spanish marks as %j', (paragraphs, expected) => {
    expect(inLanguage('es')(paragraphs)).toEqual(expected);
  });
});
