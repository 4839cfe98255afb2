import { en } from './en.ts';
import { es } from './es.ts';
import type { Language } from './language.ts';

/** Every text that a person reads. English is the model: another language has the same keys, or the type check fails. */
export type Catalogue = typeof en;

const catalogues: Record<Language, Catalogue> = { en, es };

export const texts = (language: Language): Catalogue => catalogues[language];
