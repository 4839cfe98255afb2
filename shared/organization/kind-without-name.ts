import { wordSet } from './placeholder-words.ts';

/** Words that say that something is an organization, and no more. */
const anyKind = wordSet(
  `organization organizations organisation organisations org orgs company companies corporation corp business nonprofit
  nonprofits agency ngo charity organizacion organizaciones empresa negocio ong entreprise societe inc llc ltd`,
);

/** Kinds that are a part of many names: "Union Church". Nobody is named by one alone. */
const oneKind = wordSet(
  `church union club school group foundation university hospital firm association iglesia sindicato escuela grupo
  fundacion universidad agrupacion asociacion eglise syndicat ecole groupe fondation universite`,
);

const besideKinds = wordSet(
  `a an the my our your their this that some any all another certain random local small private co incorporated
  sa name here un una el la mi nuestra nuestro su alguna algun otra otro cualquier cualquiera pequena une le mon ma notre
  votre autre quelque sarl`,
);

/** Words for a try, or for what does not exist. With nothing but kinds beside them they name nobody. */
const trials = wordSet(
  `acme foobar foo bar baz fake bogus dummy placeholder generic fictional fictitious imaginary nonexistent unnamed untitled
  widget widgets lorem asdf qwerty ficticia ficticio falsa falso fictif fictive`,
);

/** The same, but "Fundación Ejemplo" may be a name. "Test Coalition" is somebody's try. */
const examples = wordSet('sample example test testing ejemplo prueba exemple');
const besideExamples = wordSet('coalition network alliance society association coalicion alianza');

/** The letters that stand for any name. "ABC Foundation" may be one; "ABC Company" is an example in a textbook. */
const anyLetters = wordSet('abc abcd xyz xyzzy aaa bbb xxx');
const formsBesideLetters = wordSet(
  `organization organisation org company corporation corp business nonprofit agency ngo charity inc llc ltd co firm group
  organizacion empresa negocio grupo sa entreprise`,
);

/** Kinds that a number or letter can follow only in an example: "Organization 1". "Group 7" may be a name. */
const numbered =
  /^(?:organi[sz]ation|org|company|corporation|business|nonprofit|agency|charity|ngo|organizacion|empresa|entreprise|church) (?:\d{1,2}|[a-z]|one|two|uno|dos|number \d+|no \d+)$/;

/** Words for a kind of organization, or of people, of which there are thousands. Only these in a text name nobody. */
const oneOfMany = new RegExp(
  `^(?:(?:a|an|the|my|our|your|this|some|local|concerned|new|una?|el|la|los|las|mi|nuestr[oa]) )*(?:${[
    '(?:community|neighborhood|grassroots|advocacy|faith|faith based|civic|research|volunteer|environmental|support|nonprofit|labor|new|political|student) (?:organi[sz]ation|group|org)s?',
    'school district|high school|elementary school|middle school|public school|school board|law firm|city council|state government|local government|government|the city|the state',
    'pta|pto|ptsa|hoa|homeowners association|neighborhood association|tenants association|parents? teachers? association|labor union|trade union|faith community|coalition|community|neighborhood',
    '501 ?c ?\\d(?: (?:organi[sz]ation|non ?profit|charity))?|non profits?|(?:non ?profit|charity) 501 ?c ?\\d',
    '(?:letter |campaign )?organizers?|organizadores|parents|teachers|students|nurses|lawyers|voters|residents|citizens|taxpayers|neighbors|workers|tenants|homeowners|mothers|fathers|friends|friends and family|family and friends|community members?|union members?|business owners?|(?:small )?business owner|home ?owner|property owner|patriots?|americans?|humans?|human beings?|earthlings?|world citizens?',
    'board(?: of directors)?|staff|members|all members|undersigned|signatories|seniors|kids|youth|children|everyone here|en formacion|in formation|coming soon|to be announced later|no name group',
    'organizacion (?:civil|social|comunitaria|vecinal|sin fines de lucro)|asociacion civil|sociedad civil|colectivo|grupo (?:comunitario|vecinal)|comite (?:vecinal|comunitario)|junta vecinal|parroquia|escuela publica|abajo firmantes|firmantes',
    'coalicion|comunidad|gobierno|ayuntamiento|asociacion de vecinos|junta de vecinos|padres de familia|ciudadania|vecinos|maestros|estudiantes|ciudadanos|trabajador del hogar|trabajadora del hogar|profesionista|amigos|amigos y familia',
    'no (?:company|business|group|organi[sz]ation|org|association|affiliation|name|empresa|grupo)(?: (?:affiliation|name|yet))*',
    'anonymous (?:donor|group|organi[sz]ation)|mr nobody|nobody special|(?:average|ordinary|regular) (?:joe|jane|person|citizen)|jo(?:e|hn|hn q) public',
  ].join('|')})$`,
  'u',
);

/**
 * The names of the form's fields, typed into one: "First Last", "Correo electrónico", "Organization name (if
 * applicable)".
 */
const ofFields =
  /^(?:(?:your |my |the |tu |su |mi |e ?)*(?:first ?name|last ?name|first last|firstname lastname|full name|name|e ?mail|e mail|email address|e mail address|address|city|state|zip|zip code|country|website|web site|title|job title|phone|phone number|telephone|affiliation|correo|correo electronico|ciudad|estado|pais|codigo postal|sitio web|pagina web|telefono|cargo|nombre completo|apellido|adresse|courriel|ville|site web|titre)|(?:name of (?:your |the )?)?(?:org|organi[sz]ation|group|company)(?: name)?(?: if (?:any|applicable))|name of (?:your |the |my |our )?(?:org|organi[sz]ation|group|company)|nombre de (?:la |tu |su |mi |nuestra |nuestro )?(?:organizacion|empresa|grupo)(?: (?:opcional|si aplica))?|nom de (?:l|la |le |mon |ma |notre |votre )?(?:organisation|association|entreprise|groupe))$/;

/** Whoever says that it is real, or that it is not, says nothing else: "A Real Organization", "Not Real". */
const assurances = wordSet(
  `real totally legit legitimate definitely not fake actual very genuine true honest existing absolutely
  verdadera verdadero autentica autentico de verdad no es`,
);

/** Companies of films, books and manuals, with or without a legal form. */
const invented =
  /^(?:contoso|initech|globex|vandelay industries|dunder mifflin|wayne enterprises|stark industries|umbrella corporation|cyberdyne systems|hooli|los pollos hermanos|organizacion patito|patito|pied piper|wonka industries|oscorp|soylent|weyland yutani|northwind traders|fabrikam|adventure works)(?: (?:inc|corp|corporation|llc|ltd|co|company|sa|s a|industries))*$/;

const missing =
  /^(?:not a real|no such|does not|doesnt|not an actual) (?:organi[sz]ation|org|group|company|exist)s?$/;

/**
 * Whether the words name a kind of organization and nobody: "Some Organization", "Local Church", "Acme Corp", "ABC
 * Company", "Organization 1"; in English, Spanish and French. `text` is folded and has no punctuation.
 */
export function isKindWithoutName(text: string): boolean {
  const words = text.split(' ');
  const only = (...sets: ReadonlySet<string>[]): boolean =>
    words.every((word) => sets.some((set) => set.has(word)));
  const hasOneOf = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  if ([numbered, missing, oneOfMany, ofFields, invented].some((pattern) => pattern.test(text))) return true;
  const kindsOfNames = words.filter((word) => oneKind.has(word)).length;
  if (hasOneOf(anyKind) && only(anyKind, besideKinds)) return true;
  if (kindsOfNames === 1 && only(oneKind, besideKinds)) return true;
  if (hasOneOf(trials) && kindsOfNames < 2 && only(trials, anyKind, oneKind, besideKinds)) return true;
  if (hasOneOf(assurances) && only(assurances, anyKind, besideKinds)) return true;
  if (hasOneOf(examples) && only(examples, anyKind, besideKinds, besideExamples)) return true;
  return hasOneOf(anyLetters) && words.length > 1 && only(anyLetters, formsBesideLetters);
}
