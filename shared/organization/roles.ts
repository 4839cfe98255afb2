import { isPerson, isSomebody } from './person-words.ts';

/** "Director, Harbor Families", "Pastor – Union Church". "Parent-Teacher Home Visits" and "Artist, Inc." are names. */
const officeBefore = /^([^,;:|–—]*?)(?:\s*[,;:|]\s*|\s+[–—-]\s+)(?!inc\b|llc\b)\p{L}/u;

function hasOfficeBefore(folded: string): boolean {
  const [, office] = officeBefore.exec(folded) ?? [];
  return office !== undefined && isPerson(office.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
}

/** "Mom of three", "mother of 3 from Ohio", "madre de familia". */
const parentOf =
  /^(?:(?:a|an|una?|just|single|proud|concerned|working|stay at home) )*(?:mom|mother|mum|dad|father|parent|grandma|grandmother|grandpa|grandfather|mama|madre|papa|padre|abuela|abuelo) (?:of|to|de) (?:a |an |la |el )?(?:\d+|one|two|three|four|five|six|kids?|child(?:ren)?|dos|tres|cuatro|cinco|familia|hij[oa]s?|ninos)\b/u;

/**
 * "Mr. John Smith", "Sra. María López": two or three words after it. "Ms. Magazine" and "Mr. Smith's Garden" are names.
 */
const personWithTitle =
  /^(?:mr|mrs|ms|miss|mx|sr|sra|srta|don|dona|m|mme|councilmember|council member|congressman|congresswoman)\.? \p{L}+\.? \p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+)?$/u;

/** Words by which such a text is an organization's name after all. */
const ofOrganizations =
  /\b(?:school|escuela|foundation|fundacion|center|centro|church|iglesia|library|museum|house|home|club|society|garden|gardens|park|farm|fund|clinic|college|academy|institute|league|association|project|opus|neighborhood|magazine|memorial|council|arts|county|pageant|trust|inc|llc|company|co)\b/u;

/** A person who signs alone says so beside the name of an organization. */
const forIdentification =
  /\b(?:for )?identification (?:purposes )?only\b|\b(?:in (?:my|a|his|her|their) )?(?:personal|individual|private) capacity\b|\bpersonal capacity only\b|\bsolo (?:para|con fines de) identificacion\b|\ba titulo (?:personal|individual)\b/u;

/**
 * Whether a text says which office or role a person has, and not which organization signs: "Pastor", "Executive
 * Director of Sea Watch", "Mom of three", "Mr. John Smith". `text` is folded and without punctuation, `folded` still
 * has it.
 */
export const isRole = (text: string, folded: string): boolean =>
  isSomebody(text) ||
  parentOf.test(text) ||
  hasOfficeBefore(folded) ||
  (personWithTitle.test(folded) && !ofOrganizations.test(folded)) ||
  forIdentification.test(text);
