import { rest } from './rest.ts';

const small = [
  ...[
    'zéro',
    'une',
    'deux',
    'trois',
    'quatre',
    'cinq',
    'six',
    'sept',
    'huit',
    'neuf',
    'dix',
    'onze',
    'douze',
  ],
  ...['treize', 'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf'],
];
const tens = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt'];

/**
 * A count in French words, in the feminine, as organisations and personnes take it (“vingt et une”), spelled as before
 * 1990: hyphens below a hundred alone.
 */
export function inFrench(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100) return belowHundred(value);
  if (value < 1000) {
    const hundreds = Math.floor(value / 100);
    const cent = hundreds === 1 ? 'cent' : `${inFrench(hundreds)} cent${value % 100 === 0 ? 's' : ''}`;
    return [cent, ...rest(value % 100, inFrench)].join(' ');
  }
  if (value < 1_000_000) {
    const thousands = Math.floor(value / 1000);
    const before = thousands === 1 ? [] : [masculine(inFrench(thousands)).replace(/(cent|vingt)s$/, '$1')];
    return [...before, 'mille', ...rest(value % 1000, inFrench)].join(' ');
  }
  const millions = Math.floor(value / 1_000_000);
  const counted = millions === 1 ? 'un million' : `${masculine(inFrench(millions))} millions`;
  return [counted, ...rest(value % 1_000_000, inFrench)].join(' ');
}

/** Seventy and ninety count on from sixty and eighty. “et” stands before one and eleven, but not after eighty. */
function belowHundred(value: number): string {
  const ten = Math.min(Math.floor(value / 10), 8);
  const base = ten === 7 ? 60 : ten * 10;
  const word = tens[ten] ?? '';
  const left = value - base;
  if (left === 0) return value === 80 ? 'quatre-vingts' : word;
  const isJoined = value < 80 && (left === 1 || left === 11);
  return isJoined ? `${word} et ${inFrench(left)}` : `${word}-${inFrench(left)}`;
}

/** “mille” and “millions” take the masculine, whatever is counted. */
const masculine = (words: string): string => words.replace(/une$/, 'un');
