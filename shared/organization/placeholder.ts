import { isKeyboardRun, isMash } from './keyboard.ts';
import { foldLetters, lettersOf } from './letters.ts';
import { saysNothing } from './placeholder-words.ts';
import { isPlaceName } from './places.ts';

const list = (words: string): string[] => words.split(',').map((word) => word.trim().replaceAll(' ', ''));

/** What people write in a field for which they have no answer. Without spaces, folded. */
const answers = new Set([
  ...list(
    'na, none, no, nil, null, undefined, nan, nothing, not applicable, not aplicable, not any, no organization, no org',
  ),
  ...list(
    'no affiliation, no group, unaffiliated, not affiliated, unknown, anonymous, tbd, tba, pending, blank, empty',
  ),
  ...list(
    'self, myself, me, i, just me, only me, self employed, individual, an individual, as an individual, private',
  ),
  ...list(
    'private citizen, private person, private individual, citizen, concerned citizen, resident, voter, person',
  ),
  ...list(
    'personal, retired, i am retired, im retired, unemployed, student, homemaker, housewife, freelance',
  ),
  ...list(
    'freelancer, independent, taxpayer, same, same as above, see above, above, ditto, my name, name, your name',
  ),
  ...list(
    'test, tests, testing, test test, this is a test, test organization, test org, test name, example, sample',
  ),
  ...list(
    'demo, dummy, foo, bar, foobar, foo bar, baz, abc, abc123, xyz, xx, xxx, asd, qwe, lorem ipsum, hello, hi',
  ),
  ...list(
    'yes, ok, organization, organisation, the organization, your organization, my organization, our organization',
  ),
  ...list(
    'organization name, name of organization, name of the organization, name of your organization, company',
  ),
  ...list('your company, company name, your organization name, your organization here, enter organization'),
  ...list('enter your organization, group, group name, delete, delete me, please delete, remove'),
  ...list(
    'ninguno, ninguna, ningun, nada, nd, no aplica, no tengo, no hay, no corresponde, no pertenezco, sin nombre',
  ),
  ...list('sin organizacion, sin afiliacion, sin grupo, desconocido, desconocida, anonimo, anonima, vacio'),
  ...list(
    'yo, yo mismo, yo misma, solo yo, a titulo personal, a titulo individual, particular, ciudadano, ciudadana',
  ),
  ...list(
    'persona, personal, vecino, vecina, residente, independiente, por cuenta propia, cuenta propia, autonomo',
  ),
  ...list(
    'autonoma, jubilado, jubilada, retirado, retirada, pensionado, pensionada, desempleado, desempleada',
  ),
  ...list(
    'estudiante, ama de casa, igual, lo mismo, el mismo, la misma, misma, mismo, prueba, pruebas, probando',
  ),
  ...list('una prueba, esto es una prueba, ejemplo, un ejemplo, hola, si, organizacion, la organizacion'),
  ...list(
    'tu organizacion, su organizacion, mi organizacion, nuestra organizacion, nombre de la organizacion',
  ),
  ...list(
    'nombre de tu organizacion, nombre de su organizacion, nombre, mi nombre, tu nombre, su nombre, empresa',
  ),
  ...list('mi empresa, grupo, borrar, eliminar'),
  ...list(
    'aucun, aucune, neant, rien, sans objet, particulier, a titre personnel, citoyen, citoyenne, retraite',
  ),
  ...list(
    'retraitee, moi, moi meme, sans organisation, mon organisation, votre organisation, essai, inconnu',
  ),
  // Everybody and nobody.
  ...list(
    'my employer, employer, mi trabajo, everyone, everybody, all of us, us, we, people, the people, we the people, humanity, mankind, someone, somebody',
  ),
  ...list(
    'me myself and i, todos, todas, todos nosotros, nosotros, la gente, gente, el pueblo, alguien, cualquiera',
  ),
  ...list(
    'mickey mouse, donald duck, bugs bunny, santa claus, homer simpson, hogwarts, john smith, juan perez, daffy duck',
  ),
  ...list(
    'elmer fudd, spongebob, darth vader, batman, superman, harry potter, ben dover, hugh jass, seymour butts, god',
  ),
  ...list(
    'user, username, guest, admin, null null, test user, guest user, indep, unaffil, no affil, self emp',
  ),
  ...list(
    'nombre propio, a nombre propio, en nombre propio, jesus, jesus christ, satan, pancho lopez, hello world, hola mundo, nonee, nonw, noen, non applicable',
  ),
]);

/** Also with a number ("Test 2"). Other words with a number, such as "Group 7", may be a name. */
const trials = new Set(
  list(
    'test, tests, testing, demo, dummy, foo, bar, asd, qwe, abc, xyz, sample, example, prueba, pruebas, ejemplo',
  ),
);

/** What Excel, Sheets and Numbers write in a cell that they cannot compute, in English and Spanish. */
const spreadsheetError =
  /^#[¡¿]?(?:ref|n\/a|n\/d|value|valor|name|nombre|div\/0|null|nulo|num|spill|desbordamiento|error|calc|getting_data)[!?]?$/iu;

const handle = /^@[\p{L}\p{N}_.-]+$/u;

const phoneWords = /\b(?:tel|telephone|telefono|phone|cell|cel|celular|movil|mobile|fax|ext)\b\.?:?/gi;

/**
 * Whether somebody who had no name to write wrote this: "N/A", "Retired", "Test", #REF!, a row of keys. A part of what
 * `isNotAName` finds, and the part that is hardly ever a name.
 */
export function isPlaceholder(typed: string): boolean {
  const text = typed.trim();
  if (hasNoLetter(text) || spreadsheetError.test(text) || handle.test(text)) return true;
  const folded = foldLetters(text);
  if (/\d/.test(folded) && hasNoLetter(folded.replace(phoneWords, ''))) return true;
  const letters = lettersOf(folded);
  const withoutNumber = letters.replace(/\d+$/, '');
  if (answers.has(letters) || trials.has(withoutNumber) || isKeyboardRun(withoutNumber)) return true;
  if (text === text.toLowerCase() && folded.split(' ').every(isMash)) return true;
  // For `isPlaceName`, whatever begins with @ stands for a place.
  if (!folded.startsWith('@') && isPlaceName(folded)) return true;
  return saysNothing(plainWords(folded), text);
}

/** A folded text without apostrophes and punctuation, with `n/a` and the like as one word. */
export const plainWords = (folded: string): string =>
  folded
    .replaceAll("'", '')
    .replace(/\b([ns])[/.\\_-]? ?([ad])\b\.?/g, '$1$2')
    .replace(/\bs[/.]n\b/g, 'sn')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/** Whether a text has no visible letter of any script. The name of a person needs one. */
export const hasNoLetter = (text: string): boolean =>
  !/\p{L}/u.test(text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
