const office =
  'director|directors assistant|president|vice president|ceo|cfo|coo|founder|cofounder|chair|chairman|chairwoman|chairperson|' +
  'treasurer|secretary|board member|board chair|trustee|pastor|reverend|rabbi|imam|bishop|priest|minister|principal|' +
  'superintendent|dean|professor|instructor|mayor|governor|senator|congressman|congresswoman|council ?member|councilman|councilwoman|' +
  'commissioner|manager|coordinator|organizer|owner|partner|attorney|attorney at law|member|employee|volunteer|intern|staff member|student|voter|' +
  '' +
  'md|phd|rn|esq|' +
  'directora?|directora? general|directora? ejecutiv[oa]|president[ea]|vicepresident[ea]|fundadora?|tesorer[oa]|secretari[oa]|pastora|' +
  'parroco|sacerdote|alcalde|alcaldesa|regidora?|concejal|concejala|diputad[oa]|coordinadora?|gerente|miembro|emplead[oa]|voluntari[oa]|estudiante|' +
  'directrice|presidente|maire|conseiller|conseillere|membre|benevole';
const beforeOffice =
  '(?:the|a|an|registered|college|graduate|high school|el|la|un|una|le|executive|deputy|assistant|associate|vice|co|founding|former|acting|interim|managing|senior|lead|general|program|' +
  'regional|national|state|local|city|retired|emeritus|current|founder|and|y|ex|proud|active)';
const offices = String.raw`(?:${beforeOffice} )*(?:${office})(?: (?:emeritus|emerita|and|y|general|${office}))*`;

/** "Executive Director", "Founder & CEO", "Pastora". "Members" and "Directors Guild" are not among them. */
const onlyOffice = new RegExp(`^${offices}$`, 'u');

/** "Volunteer with Harbor Families", "Former member of Sea Watch", "Directora de Cultura". "Mayor's Office of Housing" is a name. */
const officeOf = new RegExp(
  String.raw`^${offices} (?:of|at|for|with|in|from|emeritus|de|del|en|du|des|chez) (?!state\b|the (?:year|people)\b|change\b)`,
  'u',
);

/** "Director, Harbor Families", "Pastor – Union Church", with the marks as typed. */
const officeBefore = new RegExp(String.raw`^${offices}\s*[,;:–—|/-]+\s*\p{L}`, 'u');

/** "Mom of three", "mother of 3 from Ohio", "madre de familia". */
const parentOf =
  /^(?:(?:a|an|una?|just|single|proud|concerned|working|stay at home) )*(?:mom|mother|mum|dad|father|parent|grandma|grandmother|grandpa|grandfather|mama|madre|papa|padre|abuela|abuelo) (?:of|to|de) (?:a |an |la |el )?(?:\d+|one|two|three|four|five|six|kids?|child(?:ren)?|dos|tres|cuatro|cinco|familia|hij[oa]s?|ninos)\b/u;

/** "Mr. John Smith", "Sra. María López": two or three words after it. "Ms. Magazine" and "Mr. Smith's Garden" are names. */
const personWithTitle =
  /^(?:mr|mrs|ms|miss|mx|sr|sra|srta|don|dona|m|mme|councilmember|council member|congressman|congresswoman)\.? \p{L}+\.? \p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+)?$/u;

/** Words by which such a text is an organization's name after all. */
const ofOrganizations =
  /\b(?:school|escuela|foundation|fundacion|center|centro|church|iglesia|library|museum|house|home|club|society|garden|gardens|park|farm|fund|clinic|college|academy|institute|league|association|project|opus|neighborhood|magazine|memorial|inc|llc|company|co)\b/u;

/** A person who signs alone says so beside the name of an organization. */
const forIdentification =
  /\b(?:for )?identification (?:purposes )?only\b|\b(?:in (?:my|a|his|her|their) )?(?:personal|individual|private) capacity\b|\bpersonal capacity only\b|\bsolo (?:para|con fines de) identificacion\b|\ba titulo (?:personal|individual)\b/u;

/**
 * Whether a text says which office or role a person has, and not which organization signs: "Pastor", "Executive Director of
 * Sea Watch", "Mom of three", "Mr. John Smith". `text` is folded and without punctuation, `folded` still has it.
 */
export const isRole = (text: string, folded: string): boolean =>
  [onlyOffice, officeOf, parentOf].some((pattern) => pattern.test(text)) ||
  officeBefore.test(folded) ||
  (personWithTitle.test(folded) && !ofOrganizations.test(folded)) ||
  forIdentification.test(text);
