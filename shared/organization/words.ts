import { foldLetters, isPlain } from './letters.ts';

export interface NameWords {
  words: string[];
  /** Words that were typed as initials with a full stop after each letter. `e.V.` is here as `ev`. */
  initials: ReadonlySet<string>;
}

/** Punctuation that can have a meaning. All other punctuation only separates words. */
const sign = " &+#%@'.,·°";
const character = `[^${sign}]`;
const letter = `[^${sign}\\d]`;
const opens = `(?<!${character})`;
const closes = `(?!${character})`;

/** Signs that are read as words, and signs without a meaning inside a word, in this order. */
const readings: readonly [RegExp, string][] = [
  // The French article, before its apostrophe is removed.
  [new RegExp(`^[${sign}]*l'(?=[aeiouhy])`), ''],
  // Apostrophes within a word. Between digits (5'10) they separate.
  [new RegExp(`(?<=${letter})'(?=${character})|(?<=\\d)'(?=${letter})`, 'g'), ''],
  [/(?<=l)·(?=l)/g, ''],
  [new RegExp(`${opens}n°(?= ?\\d)`, 'g'), 'no '],
  [/&|(?<= )\+(?= )/g, ' and '],
  // A+ and C# are names of their own.
  [new RegExp(`${opens}(${letter})\\+${closes}`, 'gu'), '$1 plus '],
  [new RegExp(`${opens}(${letter})#${closes}`, 'gu'), '$1 sharp '],
  // The Spanish sign for both genders: Vecin@s is neither Vecinos nor Vecinas.
  [new RegExp(`(?<=${letter})@`, 'g'), 'ao'],
  [/%/g, ' percent '],
  [new RegExp(`${opens}501 ?c ?3${closes}`, 'g'), '501c3'],
  // Only at the end and with its full stop. Without it, it may be Colorado.
  [new RegExp(`${opens}co\\.(?=[${sign}]*$)`), 'company'],
];

const betweenWords = new RegExp(`[${sign}]+`);
const thousands = /(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,]|\.\d)/g;
const withFullStops = new RegExp(`(?<![^${sign}]|\\.)${letter}(?:\\. ?${letter}${closes})+\\.?`, 'gu');
/** Hebrew marks an abbreviation before its last letter. */
const withGershayim = /[א-ת]+["״][א-ת](?![א-ת])/g;

/** Japanese, Chinese and Korean legal forms are written without a space, before or after the name. */
const gluedForms = [
  ...[
    'npo法人',
    '認定npo法人',
    '特定非営利活動法人',
    '認定特定非営利活動法人',
    '一般社団法人',
    '公益社団法人',
  ],
  ...[
    '一般財団法人',
    '公益財団法人',
    '株式会社',
    '有限会社',
    '\\(株\\)',
    '\\(有\\)',
    '股份有限公司',
    '有限公司',
  ],
  ...['사단법인', '재단법인', '주식회사', '\\(사\\)', '\\(재\\)', '\\(주\\)'],
].join('|');
const glued = new RegExp(`^\\s*(?:${gluedForms})|(?:${gluedForms})\\s*$`, 'g');

/** Abbreviations with only one meaning, and two words that are commonly shortened to something ambiguous. */
const sameWord: Record<string, string> = {
  assn: 'association',
  natl: 'national',
  intl: 'international',
  dept: 'department',
  univ: 'university',
  govt: 'government',
  corporation: 'corp',
  // `St.` may mean street, so it is not spelled out. Instead, Saint is shortened.
  saint: 'st',
  sainte: 'ste',
};

/** A number or letter after one of these says which organization is meant. */
const labels = new Set(
  `local union lodge chapter branch section seccion sector district distrito region zone zona unit unidad block bloque
  building edificio tower torre ward area group grupo class clase type tipo plan division team troop pack post council
  school escuela gate lot line street calle avenue avenida ruta route terminal phase fase level nivel precinct station
  parish hall camp grange court company engine hepatitis vitamin vitamina generation generacion`.split(/\s+/),
);
export const isLabel = (word: string | undefined): boolean => word !== undefined && labels.has(word);

const isNumber = (word: string | undefined): boolean => word !== undefined && /^\d+$/.test(word);
const isLetter = (word: string): boolean =>
  isPlain(word) ? /^[a-z]$/.test(word) : /^\p{L}\p{M}*$/u.test(word);

/**
 * The words of a name, folded, without punctuation. Initials are one word with any spacing (`A. B. C.`, `A.B.C.`, `A
 * B C`). Digits are never joined with other words.
 */
export function wordsOf(name: string): NameWords {
  const initials = new Set<string>();
  const asInitials = (typed: string): string => {
    const word = typed.replace(/[. "״]/g, '');
    initials.add(word);
    return ` ${word} `;
  };
  const folded = foldLetters(name).replace(withGershayim, asInitials);
  const text = readings
    .reduce((rest, [pattern, words]) => rest.replace(pattern, words), punctuated(withoutGlued(folded)))
    .replace(thousands, (number) => number.replaceAll(',', ''))
    .replace(withFullStops, asInitials);
  const words = joinLetters(text.split(betweenWords).filter((word) => word !== ''));
  return { words: numbered(words.map(plainWord)), initials };
}

/** Replaces every run of characters that are neither part of a word nor one of the signs above by a space. */
const punctuated = (text: string): string =>
  isPlain(text)
    ? text.replace(/[^a-z\d&+#%@'.,]+/g, ' ')
    : text.replace(/[^\p{L}\p{N}\p{M}&+#%@'.,·°]+/gu, ' ');

function withoutGlued(text: string): string {
  if (isPlain(text)) return text;
  const rest = text.replace(glued, '');
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/** Mount and Fort are shortened only if `Mt.` and `Ft.` cannot mean a mountain, Montana or feet. */
function plainWord(word: string, index: number, words: string[]): string {
  const before = words[index - 1];
  const opens = before === undefined || before === 'the' || before === 'of';
  if (opens && word === 'mount') return 'mt';
  if (opens && word === 'fort') return 'ft';
  return Object.hasOwn(sameWord, word) ? (sameWord[word] ?? word) : word;
}

function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let run = false;
  for (const word of words) {
    const continues = run && isLetter(word);
    if (continues) joined.push((joined.pop() ?? '') + word);
    else joined.push(word);
    run = isLetter(word);
  }
  return joined;
}

/** `Local No. 12` and `Local Union 12` become `Local 12`. A `No` that means no stays. */
function numbered(words: string[]): string[] {
  const withoutNo = words.filter(
    (word, index) =>
      !(
        /^(?:no|nr|num|number|numero)$/.test(word) &&
        isNumber(words[index + 1]) &&
        isLabel(words[index - 1])
      ),
  );
  return withoutNo.filter(
    (word, index) =>
      !(word === 'union' && withoutNo[index - 1] === 'local' && isNumber(withoutNo[index + 1])),
  );
}
