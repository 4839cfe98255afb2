import { rest } from './rest.ts';

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

/** A count in Spanish words, in the feminine, as organizaciones and personas take it (“doscientas una”). */
export function inSpanish(value: number): string {
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
