import type { Language } from './language.ts';
import { texts } from './texts.ts';

/**
 * A count in words: “one hundred seventy”, “ciento setenta”, “cent soixante-dix”. Whole numbers from 0 to below a
 * billion; others are `undefined`.
 */
export function numberInWords(value: number, language: Language): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value >= 1_000_000_000) return undefined;
  return texts(language).writing.inWords(value);
}
