import type { Language } from './language.ts';

/**
 * A count in words: “one hundred seventy”, “ciento setenta”. Spanish takes the feminine, as organizaciones and personas
 * do (“doscientas una”). Whole numbers from 0 to below a billion; others are `undefined`.
 */
export function numberInWords(value: number, language: Language): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value >= 1_000_000_000) return undefined;
  return writers[language](value);
}

const writers: Record<Language, (value: number) => string> = { en: inEnglish, es: inSpanish };

const small = [
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** American: no “and”. */
function inEnglish(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100) return [tens[Math.floor(value / 10)], ...rest(value % 10, inEnglish)].join('-');
  const [unit, name] =
    value < 1000 ? [100, 'hundred'] : value < 1_000_000 ? [1000, 'thousand'] : [1_000_000, 'million'];
  return [inEnglish(Math.floor(value / unit)), name, ...rest(value % unit, inEnglish)].join(' ');
}

function rest(value: number, inWords: (value: number) => string): string[] {
  return value === 0 ? [] : [inWords(value)];
}

const smallSpanish = [
  ...[
    'cero',
    'una',
    'dos',
    'tres',
    'cuatro',
    'cinco',
    'seis',
    'siete',
    'ocho',
    'nueve',
    'diez',
    'once',
    'doce',
  ],
  ...[
    'trece',
    'catorce',
    'quince',
    'dieciséis',
    'diecisiete',
    'dieciocho',
    'diecinueve',
    'veinte',
    'veintiuna',
  ],
  ...['veintidós', 'veintitrés', 'veinticuatro', 'veinticinco', 'veintiséis', 'veintisiete', 'veintiocho'],
  'veintinueve',
];
const tensSpanish = [
  '',
  '',
  '',
  'treinta',
  'cuarenta',
  'cincuenta',
  'sesenta',
  'setenta',
  'ochenta',
  'noventa',
];
const hundredsSpanish = [
  ...['', 'ciento', 'doscientas', 'trescientas', 'cuatrocientas', 'quinientas', 'seiscientas', 'setecientas'],
  ...['ochocientas', 'novecientas'],
];

function inSpanish(value: number): string {
  if (value < 30) return smallSpanish[value] ?? '';
  if (value < 100) return [tensSpanish[Math.floor(value / 10)], ...rest(value % 10, inSpanish)].join(' y ');
  if (value === 100) return 'cien';
  if (value < 1000)
    return [hundredsSpanish[Math.floor(value / 100)], ...rest(value % 100, inSpanish)].join(' ');
  if (value < 1_000_000) {
    const thousands = Math.floor(value / 1000);
    return [...(thousands === 1 ? [] : [inSpanish(thousands)]), 'mil', ...rest(value % 1000, inSpanish)].join(
      ' ',
    );
  }
  const millions = Math.floor(value / 1_000_000);
  const counted = millions === 1 ? 'un millón' : `${beforeMasculine(inSpanish(millions))} millones`;
  return [counted, ...rest(value % 1_000_000, inSpanish)].join(' ');
}

/** “millones” is masculine, whatever is counted. */
function beforeMasculine(words: string): string {
  return words
    .replace(/cientas\b/g, 'cientos')
    .replace(/quinientas\b/g, 'quinientos')
    .replace(/veintiuna$/, 'veintiún')
    .replace(/una$/, 'un');
}
