import { countryCodes } from '../i18n/country-codes.ts';

/** Words that join others; articles are not among them, since `LA` and `EL` are places, too. */
const joining = new Set(
  'of the for and in on at to by with de del en para por des du et und der die fur'.split(' '),
);

/** Words that say what kind of body it is: with or without one of them, a name may mean the same. */
const generic = new Set(
  `association network foundation fund group organization organisation coalition alliance society project center centre
  initiative movement campaign committee inc corp company federation league council institute collective asociacion red
  fundacion fondo grupo organizacion coalicion alianza sociedad proyecto centro iniciativa movimiento campana comite
  federacion liga consejo instituto colectivo`.split(/\s+/),
);

const states =
  `alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware florida georgia hawaii
  idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
  montana nebraska nevada hampshire jersey mexico york ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia
  washington wisconsin wyoming`.split(/\s+/);

const directions = /^(?:north|south|east|west|upper|lower|norte|sur|este|oeste)/;

/** Not at an end of the name: `DE` is Delaware there. */
export const isJoining = (word: string, index: number, { length }: readonly string[]): boolean =>
  joining.has(word) && index > 0 && index < length - 1;
export const isGeneric = (word: string): boolean => generic.has(word);

const letters = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

let known: Set<string> | undefined;

/** Whether a word is a country's or a state's name: chapters differ by those, typos hardly ever. */
export function isPlace(word: string): boolean {
  known ??= new Set([
    ...states,
    ...['en', 'es'].flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: 'region' });
      return countryCodes.map((code) => letters(names.of(code) ?? ''));
    }),
  ]);
  return known.has(word);
}

/** `northmere` and `southmere` are two places, however near they are written. */
export const directionOf = (word: string): string | undefined => directions.exec(word)?.[0];

const lookingLike: Record<string, string> = {
  ...{
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    х: 'x',
    у: 'y',
    і: 'i',
    ј: 'j',
    ѕ: 's',
    к: 'k',
    м: 'm',
    т: 't',
    н: 'h',
    в: 'b',
  },
  ...{ ο: 'o', α: 'a', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ı: 'i' },
};
const digitsLike: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 5: 's' };

/** A word with letters of other scripts, and digits between letters, as what they are made to look like. */
export const unmasked = (word: string): string =>
  [...word]
    .map((character) => lookingLike[character] ?? character)
    .join('')
    .replace(/(?<=[a-z])[0135](?=[a-z])/g, (digit) => digitsLike[digit] ?? digit);

/** Without the ending of a plural; `iris`, `campus` and `press` are none. */
export const stemOf = (word: string): string =>
  word.length > 4 ? word.replace(/ies$/, 'y').replace(/(?<=[^siu])s$/, '') : word;
