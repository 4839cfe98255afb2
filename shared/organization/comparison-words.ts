import { isOneLetterOff } from '../edit-distance.ts';
import { agreesWithArticle } from './languages.ts';
import { isLabel } from './words.ts';

/** Words that join others, also mistyped. */
const joining = new Set(
  'of the for and in on at to by with y e de del en para por des du et und der die fur teh hte fo adn anf fro ofthe dle off oof forr foor ffor annd aand thee tthe thhe dde dee deel ddel'.split(
    ' ',
  ),
);

/** Does not apply at the end of a name, where `DE` is Delaware. */
export const isJoining = (word: string, index: number, { length }: readonly string[]): boolean =>
  joining.has(word) && index > 0 && index < length - 1;

/** Articles, and what they become with a preposition. `@la`, Los Angeles, is another word. */
const articles = new Set('a an la el los las al le les au aux'.split(' '));

/** Words behind which A is a letter, beside the labels: "Pier A". */
const beforeLetter = new Set(
  'pier dock wing side room suite apartment pod grade serie exhibit triple'.split(' '),
);

/** How nearly every Spanish word ends, and few English plurals do: "La Raza", but not "La Mesa Neighbors". */
const endsInSpanish = /(?:[aeiou]s?|[dlnrz])$/;

/**
 * Whether a word of a name is an article, with and without which it means the same: "Students for a Free Harbor". "Plan
 * A" and "A+" have a letter. At the beginning it counts for more: "A Better Harbor" is another name, and "El Paso
 * Tenants" are of a town. There it is one only in French, or if it agrees with its word and all words look Spanish.
 */
export function isArticleIn(word: string, index: number, words: readonly string[]): boolean {
  if (!articles.has(word) || index === words.length - 1) return false;
  const [before = '', next = ''] = [words[index - 1], words[index + 1]];
  if (word === 'los' && next === 'angeles') return false;
  if (index > 0)
    return word !== 'a' || !(isLabel(before) || beforeLetter.has(before) || /^(?:plus|sharp)$/.test(next));
  if (word === 'le' || word === 'les') return true;
  return (
    !word.startsWith('a') &&
    agreesWithArticle(word, next) &&
    words.slice(1).every((each) => endsInSpanish.test(each))
  );
}

/** Words that say what kind of organization it is. A name often means the same with and without one. */
export const genericWords: ReadonlySet<string> = new Set(
  `association network foundation fund group organization coalition alliance society project center
  initiative movement campaign committee inc corp company federation league council institute collective school asociacion
  red fundacion fondo grupo organizacion coalicion alianza sociedad proyecto centro iniciativa movimiento campana comite
  federacion liga consejo instituto colectivo colectiva team llc lp ltd pbc pc ac iap sc sa coop church iglesia
  official oficial real original authentic verified
  hq headquarter staff member hub nonprofit ngo ong chapter branch`.split(/\s+/),
);
export const isGeneric = (word: string): boolean => genericWords.has(word);

/**
 * Whether a word of a name may be left out: a generic one, and "Union" beside a number, as in "Pier Carpenters Union
 * Local 88".
 */
export const isWeakIn = (word: string, words: readonly string[]): boolean =>
  isGeneric(word) || (word === 'union' && words.some((other) => /^\d+$/.test(other)));

/** A word without the full stop of an abbreviation. */
export const withoutFullStop = (word: string): string => word.replace('.', '');

/**
 * One spelling for each word with several. Ambiguous abbreviations are not included: they count only with a full
 * stop.
 */
const sameWord: ReadonlyMap<string, string> = new Map(
  (
    'ctr center,cntr center,centre center,theatre theater,assn association,asn association,assoc association,' +
    'asoc asociacion,natl national,intl international,fdn foundation,fndn foundation,dept department,univ university,' +
    'universidad university,govt government,svc service,svcs service,services service,mgmt management,org organization,' +
    'elem elementary,lcl local,loc local,secc seccion,saint st,santa sta,mount mt,fort ft,ave avenue,av avenue,' +
    'blvd boulevard,rd road,cooperative coop,cooperativa coop,cooperatives coop,corporation corp,youths youth,' +
    'bros brothers,nbhd neighborhood,vs against,womxn women,womyn women,parroquia iglesia,congregation temple,synagogue temple,' +
    'san st,santo st,branch chapter,vecinal vecinos,moms mothers,mom mother,dads fathers,dad father,' +
    'mvmt movement,mvt movement,commn commission,cmsn commission,comsn commission,socy society,coaln coalition,cltn coalition,fedn federation,grp group,unltd unlimited,' +
    'counsel council,comittee committee,cmte committee,first 1st,second 2nd,third 3rd,fourth 4th,fifth 5th,sixth 6th,seventh 7th,' +
    'eighth 8th,ninth 9th,tenth 10th,eleventh 11th,twelfth 12th,thirteenth 13th,fourteenth 14th,fifteenth 15th,twentieth 20th,primera 1st,primer 1st,primero 1st,segunda 2nd,' +
    'segundo 2nd,tercera 3rd,tercer 3rd,tercero 3rd,cuarta 4th,cuarto 4th,quinta 5th,quinto 5th,1a 1st,1ra 1st,1ro 1st,' +
    '1er 1st,1o 1st,2a 2nd,2da 2nd,2do 2nd,2o 2nd,3a 3rd,3ra 3rd,3ro 3rd,3er 3rd,4ta 4th,4to 4th,5ta 5th,5to 5th,two 2,' +
    'three 3,four 4,five 5,six 6,seven 7,eight 8,nine 9,ten 10,eleven 11,twelve 12,thirteen 13,fourteen 14,fifteen 15,' +
    'sixteen 16,seventeen 17,eighteen 18,nineteen 19,twenty 20,thirty 30,forty 40,fifty 50,sixty 60,seventy 70,eighty 80,ninety 90,dos 2,tres 3,cuatro 4,cinco 5,seis 6,siete 7,ocho 8,' +
    'nueve 9,diez 10,once 11,doce 12,veinte 20,treinta 30,cuarenta 40,cincuenta 50,sesenta 60,setenta 70,ochenta 80,noventa 90'
  )
    .split(',')
    .map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split(' ');
      return [from, to];
    }),
);

const phrases: readonly [RegExp, string][] = [
  [/(?<= )parents?(?: and)? teachers? association(?= )/g, 'pta'],
  [/(?<= )parents?(?: and)? teachers? organi[sz]ation(?= )/g, 'pto'],
  [/(?<= )hs(?= )/g, 'high school'],
  [/(?<=^) u (?=of )/g, ' university '],
  [/(?<= )ps(?= \d)/g, 'public school'],
  [/(?<=\S) 4 (?=(?:the|our|all) )/g, ' for '],
  // "Mothers 4 Clean Air", but not "Pier 4 Tenants", nor "Locals 4 and 5".
  [
    /(?<=\p{L}{3}(?<!s)s|youth|people|women|men|children|hope|justice|freedom|peace|action) 4 (?=(?!and |local )\p{L}{3})/gu,
    ' for ',
  ],
  // Both genders, in Spanish and French.
  [/(?<= )(\p{L}{3,})[oea]s (?:and|y|e|o) \1[oea]s(?= )/gu, '$1os'],
  [/(?<= )(\p{L}{3,}[oe]s) as(?= )/gu, '$1'],
  [/(?<= )(\p{L}{3,})as os(?= )/gu, '$1os'],
  [/(?<= )(\p{L}{3,}?)(?:n?es (?:and|et) \1s|s (?:and|et) \1n?es)(?= )/gu, '$1s'],
  [/^ parish of (?=.+ church $)/g, ' '],
  [/^ parish of ((?:st|san|santa|our|holy|sacred|blessed|all|christ) .+)(?= $)/g, ' $1 church'],
  [/(?<=\S) parish(?= $)/g, ' church'],
  // Who decides for an organization speaks for all of it.
  [
    /(?<=\S \S.*) (?:executive board|board of (?:directors|trustees)|(?:junta|mesa) directiva|consejo directivo|conseil d ?administration)(?= $)/g,
    '',
  ],
  [
    /(?<=\S (?:union|association|society|coalition|alliance|federation|network|league|foundation|cooperative|coop|club|guild)) (?:board|local|leadership(?: team| council)?)(?= $)/g,
    '',
  ],
  // So do its office and its page. "… Coordinating Committee" is the name of an organization.
  [
    /(?<=\S \S.*) (?:(?:(?:main|head|national|central) )?(?:office|headquarters)|(?:steering|executive) committee|secretariat|(?:on )?facebook(?: page)?|(?:official |web ?)(?:page|site)|website|oficina(?: central)?|secretariado|comite (?:ejecutivo|directivo)|(?:pagina|sitio) (?:oficial|web)|comite (?:executif|directeur|de pilotage)|bureau national|(?:page|site) officiel(?:le)?)(?= $)/g,
    '',
  ],
  // Most organizations are of this country. Another one says where a chapter is: "Sea Watch UK".
  [/(?<=\S{3}) (?:of (?:the )?)?@us(?= $)/g, ''],
  [/(?<=\S \S.*) of america(?= $)/g, ''],
  [/(?<= )with out(?= )/g, 'without'],
  [/(?<= )(?:roman catholic|catholic|rc) (?=church )/g, ''],
  [/(?<=\S \S.*) (?:international|intl|worldwide|global)(?= $)/g, ''],
  // Many unions write it after their names.
  [/(?<=\S) afl cio(?= $)/g, ''],
  [/(?<= )co (op|operative|operativa)(?= )/g, 'co$1'],
];

/**
 * The words by which names are compared, with one spelling for each abbreviation, ordinal, number and British ending.
 */
export function withOneSpelling(words: readonly string[]): string[] {
  const numbered = words.map((word, at) => (isLabel(words[at - 1]) ? (arabic(word) ?? word) : word));
  const text = phrases.reduce(
    (rest, [phrase, word]) => rest.replace(phrase, word),
    ` ${numbered.join(' ')} `,
  );
  return text
    .replace(twoWordNumber, (_, tens: string, ones: string) =>
      String(Number(sameWord.get(tens)) + Number(sameWord.get(ones) ?? 1)),
    )
    .trim()
    .split(' ')
    .map((word) => sameWord.get(word) ?? mistypedOrdinal(word) ?? american(word));
}

const numberWords = (digits: RegExp): string =>
  [...sameWord].flatMap(([word, number]) => (digits.test(number) ? word : [])).join('|');

/** "Local Eighty-Eight", "Sección Treinta y Dos". */
const twoWordNumber = new RegExp(
  `(?<= )(${numberWords(/^[2-9]0$/)}) (?:(?:and|y) )?(one|uno|${numberWords(/^[2-9]$/)})(?= )`,
  'g',
);

const romanNumber = /^(?=[clxvi]{2})c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const romanDigits: Record<string, number> = { c: 100, l: 50, x: 10, v: 5, i: 1 };

/** "One", or a Roman number of two letters or more, as it stands after "Local" and "Sección", in figures. */
function arabic(word: string): string | undefined {
  if (word === 'one' || word === 'uno') return '1';
  if (!romanNumber.test(word)) return undefined;
  const values = [...word].map((letter) => romanDigits[letter] ?? 0);
  return String(
    values.reduce((sum, value, at) => (value < (values[at + 1] ?? 0) ? sum - value : sum + value), 0),
  );
}

const ordinals = 'first second third fourth fifth primera primero segunda segundo tercera tercero'.split(' ');

/** "Frist", "Firstt". The words that `sameWord` replaces are not compared letter by letter any more. */
function mistypedOrdinal(word: string): string | undefined {
  if (word.length < 5 || word.length > 8) return undefined;
  const sorted = [...word].toSorted().join('');
  const meant = ordinals.find(
    (ordinal) => [...ordinal].toSorted().join('') === sorted || isOneLetterOff(ordinal, word),
  );
  return meant === undefined ? undefined : sameWord.get(meant);
}

const american = (word: string): string =>
  word.length < 6
    ? word
    : word.replace(/our(?=(?:s|ed|ing|hood|hoods|ite|able)?$)/, 'or').replace(/isation/, 'ization');

/** The word without its plural ending. `iris`, `campus` and `press` have none. */
export const stemOf = (word: string): string =>
  word.length > 4 ? word.replace(/ies$/, 'y').replace(/(?<=[^siu])s$/, '') : word;

/** Words that differ by a letter or two but never mean each other. */
const distinct = new Set(
  `madre padre hijo hija fight right light night house horse home hope river rider voter water boater worker walker
  farmer former mother brother father teacher preacher health wealth hiker biker runner king kid church chapel
  hall hill club hub women men squamish suquamish yakama yakima`.split(/\s+/),
);
export const areDistinct = (one: string, other: string): boolean =>
  one !== other && distinct.has(one) && distinct.has(other);

const unionLabels = new Set(['local', 'local.', 'lodge', 'post', 'chapter', 'branch']);

/** "Locl" and "Loccal", too. */
const isUnionLabel = (word: string): boolean =>
  unionLabels.has(word) || (/^[lo]/.test(word) && isOneLetterOff(word, 'local'));

/** "SEIU Local 199" is written "SEIU 199" and "Local 199 SEIU", too: the word before the number is left out. */
export const withoutUnionLabel = (words: readonly string[]): string[] =>
  words.filter(
    (word, at) => !(words.length > 2 && isUnionLabel(word) && /^\d+[a-z]?$/.test(words[at + 1] ?? '')),
  );

const digitsLike: Record<string, string> = {
  0: 'o',
  1: 'l',
  2: 'z',
  3: 'e',
  4: 'a',
  5: 's',
  6: 'b',
  7: 't',
  8: 'b',
  9: 'g',
};

/** A number in which one digit is a letter: `l199`, `35O`, also of an ordinal: `lst`. */
const numberWithLetter = /^(?=.*\d.*\d)(?:\d*[lio]\d*)$|^[li]st$/;

/** Words in which the digit is a digit: ordinals, `4h`, `k12`, `32bj`, `9to5`. */
const withRealDigit = /^\d+(?:st|nd|rd|th)$|^\d+to\d+$|^[a-z]\d+$|^\d+[a-z]$|\d{3}|^(?:mp3|mp4|web3)$/;

/**
 * A word with letters for the digits that are made to look like them: `s3a`, `n0w`, `5ea`, `gr33n`, `loca1`; and the
 * other way round in a number. At the end only 0 and 1 are letters, since `tech4` is a name.
 */
export function withoutDisguise(word: string): string {
  if (numberWithLetter.test(word)) return word.replace(/[li]/, '1').replace('o', '0');
  if (withRealDigit.test(word) || !/(?:[a-z].*){2}/.test(word)) return word;
  return word
    .replace(/\d(?=\d?[a-z])/g, (digit) => digitsLike[digit] ?? digit)
    .replace(/(?<=[a-z]{3})[01]$/, (digit) => digitsLike[digit] ?? digit);
}

/** A word with one form for letters and pairs of letters that look alike: rn and m, vv and w, cl and d, l and I. */
export const visualForm = (word: string): string =>
  word.replace(/[l1|]/g, 'i').replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/ci/g, 'd');

/** A word as it was before `stemOf`, by its look: "familles" is written like "families". */
export const visualFormOfPlural = (word: string): string => visualForm(`${word.replace(/y$/, 'ie')}s`);

/** A word in which letters that sound alike in Spanish have one form: z and s, v and b, ce and se. */
export const phoneticForm = (word: string): string =>
  word
    .replace(/z|c(?=[ei])/g, 's')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/h/g, '');

/** Whether two words, from four letters on, have the same letters: "lnad" for "land". Hardly ever are both a word. */
export const haveSameLetters = (one: string, other: string): boolean =>
  one.length > 3 && [...one].toSorted().join('') === [...other].toSorted().join('');
