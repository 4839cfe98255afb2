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

/** The same, but "Fundación Ejemplo" may be a name. */
const examples = wordSet('sample example test ejemplo prueba exemple');

/** The letters that stand for any name. "ABC Foundation" may be one; "ABC Company" is an example in a textbook. */
const anyLetters = wordSet('abc abcd xyz xyzzy aaa bbb xxx');
const formsBesideLetters = wordSet(
  `organization organisation org company corporation corp business nonprofit agency ngo charity inc llc ltd co firm group
  organizacion empresa negocio grupo sa entreprise`,
);

/** Kinds that a number or letter can follow only in an example: "Organization 1". "Group 7" may be a name. */
const numbered =
  /^(?:organi[sz]ation|org|company|corporation|business|nonprofit|agency|charity|ngo|organizacion|empresa|entreprise|church) (?:\d{1,2}|[a-z]|one|two|uno|dos|number \d+|no \d+)$/;

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
  if (numbered.test(text) || missing.test(text)) return true;
  const kindsOfNames = words.filter((word) => oneKind.has(word)).length;
  if (hasOneOf(anyKind) && only(anyKind, besideKinds)) return true;
  if (kindsOfNames === 1 && only(oneKind, besideKinds)) return true;
  if (hasOneOf(trials) && kindsOfNames < 2 && only(trials, anyKind, oneKind, besideKinds)) return true;
  if (hasOneOf(examples) && only(examples, anyKind, besideKinds)) return true;
  return hasOneOf(anyLetters) && words.length > 1 && only(anyLetters, formsBesideLetters);
}
