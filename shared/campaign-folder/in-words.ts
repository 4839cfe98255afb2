import type { Language } from '../i18n/language.ts';
import { type Localized, mistakeTexts } from '../i18n/mistakes/texts.ts';
import type { Mistake, WordedMistake } from './mistakes.ts';

/** Mistakes in the words of a language. */
export const mistakesIn = (language: Language, mistakes: readonly Mistake[]): WordedMistake[] =>
  mistakes.map(({ words, ...place }) => ({ ...place, ...words(mistakeTexts(language)) }));

/** Warnings in the words of a language. */
export const warningsIn = (language: Language, warnings: readonly Localized<string>[]): string[] =>
  warnings.map((words) => words(mistakeTexts(language)));
