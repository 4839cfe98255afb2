import { foldLetters } from './letters.ts';

/** Offices and titles before the name of a person. Folded. */
export const offices =
  'the hon|the honorable|hon|honorable|the|chair|chairman|chairwoman|chairperson|president|vice president|senator|representative|rep|' +
  'sen|governor|gov|mayor|secretary|minister|commissioner|council member|councilmember|councilman|councilwoman|supervisor|' +
  'alderman|judge|justice|director|superintendent|speaker|ambassador|chancellor|attorney general|mr|mrs|ms|dr|' +
  'el|la|honorable|presidente|presidenta|senador|senadora|gobernador|gobernadora|alcalde|alcaldesa|ministro|ministra|' +
  'secretario|secretaria|comisionado|comisionada|concejal|concejala|diputado|diputada|director|directora|sr|sra|' +
  'le|monsieur|madame|maire|ministre|senateur|senatrice|depute|deputee|prefet|prefete|gouverneur';
const before = new RegExp(
  String.raw`^(?:office of |oficina de(?:l| la)? )?(?:(?:${offices})\.? )+(?=\p{L})`,
  'u',
);

/**
 * The name of a person without the offices before and behind it: `ruth adeyemi` for "The Honorable Ruth Adeyemi,
 * Chair". Folded. Undefined if no office stands before a name of two to four words.
 */
export function withoutOffice(typed: string): string | undefined {
  const [line = ''] = foldLetters(typed).split(/\s*[,;–—(]\s*/u);
  const person = line.replace(before, '').trim();
  const words = person.split(' ').length;
  return person !== line && words > 1 && words < 5 ? person : undefined;
}

/** A folded text without the offices before it, however many words are left. */
export const withoutOffices = (folded: string): string => folded.replace(before, '').trim();
