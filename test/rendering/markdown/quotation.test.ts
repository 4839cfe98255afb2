import { describe, expect, test } from '@jest/globals';
import type { Language } from '../../../shared/i18n/language.ts';
import { inlineText } from '../../../shared/rendering/document/content-text.ts';
import { inlineOf } from '../../../shared/rendering/markdown/markdown.ts';
import { addQuotationMarks } from '../../../shared/rendering/markdown/quotation.ts';

const inLanguage = (language: Language) => (paragraphs: string[]) =>
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

  test.each([
    [['Gardez-les'], ['« Gardez-les »']],
    [
      ['Un.', 'Deux.'],
      ['« Un.', '« Deux. »'],
    ],
    [['« Gardez-les »'], ['« Gardez-les »']],
    [['« Gardez-les »'], ['« Gardez-les »']],
    [['Elle dit « non » deux fois'], ['« Elle dit “non” deux fois »']],
    [['“Gardez-les”'], ['« Gardez-les »']],
  ])('%j stands in French marks as %j', (paragraphs, expected) => {
    expect(inLanguage('fr')(paragraphs)).toEqual(expected);
  });
});
