import { namesBody, partsOf } from './bodies.ts';
import { foldLetters } from './letters.ts';
import { spelledHost } from './link-in-name.ts';
import { plainWords } from './placeholder.ts';

/** Words by which a text speaks for somebody, or claims somebody's support. */
const speaksFor = new RegExp(
  String.raw`\b(?:${[
    'on behalf of|in (?:solidarity|partnership|coalition) with|in support of|in the name of|(?:together|along) with',
    '(?:endorsed|paid|hosted|sponsored|supported|signed|organi[sz]ed|backed|funded|approved|convened|powered)(?: for)? by',
    '(?:en|a) nombre de|en (?:solidaridad|apoyo|representacion)|junto con',
    '(?:apoyad|respaldad|patrocinad|pagad|financiad|organizad|aprobad|firmad)[oa]s? por',
    'au nom d|de la part d|en (?:solidarite|soutien)|(?:soutenu|finance|paye|approuve|parraine|organise|signe)e?s? par',
  ].join('|')})`,
  'u',
);

/**
 * Words that join the text to the name before it, as it is printed: "Sea Watch, with the Mayor". "Con Dao", "Contra
 * Costa", "Et Taiyiba" and "Y Felinheli" are places, so such a word needs an article or a number behind it.
 */
const joins = new RegExp(
  `^(?:${[
    '(?:with|for|against|representing|including|plus) |(?:a |proud )*(?:member|part|project|partner|ally)s? of ',
    'in (?:opposition|favor|favour|memory|honor)\\b|en (?:contra|favor|memoria|faveur)\\b',
    '(?:con|por|para|contra) (?:el|la|los|las|un|una|\\d+|otros|otras|nuestr[oa]s?|apoyo)\\b',
    'avec |(?:pour|contre) (?:les?|la|l|un|une|\\d+|dautres|nos)\\b',
  ].join('|')})`,
  'u',
);

/** The same, but "Trinidad, and Tobago" is a place. */
const adds = /^(?:and |(?:y|et) (?:el|la|los|las|les?|l|\d+|otros|otras|dautres)\b)/u;

/** "Sierra Club". Of golfers a club is often a neighborhood. */
const club = /\S (?<!(?:country|golf|hunt|yacht|beach|polo|racquet|tennis) )club$/u;

/** Words about a signature instead of a place, in whose stead a part of the text stands. */
const aboutSignature =
  /^(?:scam|fraud|forged|forgery|hoax|fake|bogus)(?: alert)?$|^(?:signature|name|signatory|signer) (?:disputed|contested|withdrawn|forged|unverified|withheld|pending)$|^(?:fake|forged|false|bogus) (?:signature|name|city|town|address|place)s?$|^(?:estafa|fraude|firma (?:falsa|en disputa|retirada)|arnaque|signature (?:fausse|contestee|retiree)|fausse signature)$/u;

/** "c/o Ana", and a bank account. */
const address = /(?<!\p{L})c\/o\s|\biban\b.*\d|\b[a-z]{2}\d{2}(?: ?[a-z\d]{4}){3}/u;

/**
 * Whether the text of a city or region says what a name may not: it speaks for somebody, opens with words that join it
 * to the name before it, names a body, is about the signature, or is an address of another kind. In English, Spanish
 * and French.
 */
export function isNotAPlace(typed: string): boolean {
  const folded = foldLetters(typed.trim());
  const text = plainWords(folded);
  const parts = partsOf(folded).map(plainWords);
  return (
    speaksFor.test(text) ||
    adds.test(text) ||
    spelledHost.test(folded) ||
    address.test(folded) ||
    parts.some((part) => aboutSignature.test(part) || joins.test(part) || namesBody(part) || club.test(part))
  );
}
