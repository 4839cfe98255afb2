import { foldLetters } from './letters.ts';
import { saysNothing } from './placeholder-words.ts';
import { isPlaceName } from './places.ts';

const list = (words: string): string[] => words.split(',').map((word) => word.trim().replaceAll(' ', ''));

/** What people write in a field for which they have no answer. Without spaces, folded. */
const answers = new Set([
  ...list(
    'na, none, no, nil, null, undefined, nan, nothing, not applicable, not any, no organization, no org',
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

const keyboardRows = ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];

/**
 * Whether the text in a field for an organization is not a name: "N/A", "None", "Retired", "Test", "Your
 * organization", a phone number, an @handle, #REF!, a row of keys, in English and Spanish. A real name can look like
 * this, so this is evidence for an organizer and no reason to refuse. The address of a website is a name.
 */
export function isNotAName(typed: string): boolean {
  const text = typed.trim();
  if (hasNoLetter(text) || spreadsheetError.test(text) || handle.test(text)) return true;
  const folded = foldLetters(text);
  if (/\d/.test(folded) && hasNoLetter(folded.replace(phoneWords, ''))) return true;
  const letters = folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
  const withoutNumber = letters.replace(/\d+$/, '');
  if (answers.has(letters) || trials.has(withoutNumber) || isKeyboardRun(withoutNumber)) return true;
  // For `isPlaceName`, whatever begins with @ stands for a place.
  return (!folded.startsWith('@') && isPlaceName(folded)) || saysNothing(folded, text);
}

/** Whether a text has no visible letter of any script. The name of a person needs one. */
export const hasNoLetter = (text: string): boolean =>
  !/\p{L}/u.test(text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, ''));

const minKeyboardRun = 4;

/** Whether a word consists of neighboring letters on a keyboard or in the alphabet, or of one repeated letter. */
function isKeyboardRun(word: string): boolean {
  if (word.length < minKeyboardRun) return false;
  if (/^(.)\1+$/u.test(word)) return true;
  let rest = word;
  while (rest !== '') {
    const length = longestRunAt(rest);
    if (length < 3) return false;
    rest = rest.slice(length);
  }
  return true;
}

/** How many letters at the beginning of `text` follow each other in `row`, in either direction. */
function longestRunAt(text: string): number {
  const rows = keyboardRows.flatMap((row) => [row, [...row].toReversed().join('')]);
  let longest = 0;
  for (const row of rows) {
    const from = row.indexOf(text[0] ?? '');
    let length = 0;
    while (from !== -1 && length < text.length && row[from + length] === text[length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
