import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Language } from './language.ts';

/**
 * Every text that a person reads. English is the model: another language has the same keys, or the type check fails.
 */
export type Catalog = typeof en;

const catalogues: Record<Language, Catalog> = { en, es, fr };

export const texts = (language: Language): Catalog => catalogues[language];

/** A label before its value. */
export const withColon = (language: Language, label: string): string =>
  `${label}${texts(language).writing.colon}`;
