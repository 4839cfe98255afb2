import type { Language } from '../language.ts';
import { consoleEn } from './en.ts';
import { consoleEs } from './es.ts';
import { consoleFr } from './fr.ts';

/** Every text of the console. English is the model, as for the site's own texts. */
export type ConsoleCatalog = typeof consoleEn;

const catalogues: Record<Language, ConsoleCatalog> = { en: consoleEn, es: consoleEs, fr: consoleFr };

export const consoleTexts = (language: Language): ConsoleCatalog => catalogues[language];
