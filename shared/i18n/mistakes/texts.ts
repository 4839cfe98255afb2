import type { Language } from '../language.ts';
import { mistakesEn } from './en.ts';
import { mistakesEs } from './es.ts';
import { mistakesFr } from './fr.ts';

/** Every text about a mistake in a campaign's files. English is the model, as for the site's own texts. */
export type MistakeTexts = typeof mistakesEn;

/** A text that is written when the language of its reader is known. Code that reads files needs no language. */
export type Localized<Text> = (texts: MistakeTexts) => Text;

const catalogues: Record<Language, MistakeTexts> = { en: mistakesEn, es: mistakesEs, fr: mistakesFr };

export const mistakeTexts = (language: Language): MistakeTexts => catalogues[language];
