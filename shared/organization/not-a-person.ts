import { namesBody, partsOf } from './bodies.ts';
import { spelledHost } from './link-in-name.ts';
import { offices } from './office-holders.ts';
import { isCrowd } from './person-words.ts';
import { plainWords } from './placeholder.ts';

/** Nobody, or anybody. */
const anybody =
  /^(?:(?:an )?anonymous\b.*|anonim[oa]|anonyme|everyone|everybody|no ?one|someone|somebody|todos|todas|todo el mundo|nadie|alguien|tout le monde|the people|el pueblo|la gente|le peuple)$/u;

/** "Mayor of Harbor City", "Alcaldesa de Bahía". Judge, Dean and Guy are names of people, too. */
const office = new RegExp(
  `^(?:(?:${offices}|office|executive|deputy|department|sheriff|chief|bishop|pastor|treasurer|clerk|city|town|county|state)\\.? )+of |^(?:el |la |le )?(?:alcald(?:e|esa)|gobernadora?|president[ea]|secretari[oa]|directora?|ministr[oa]|oficina|obispo|ayuntamiento|gobierno|municipio|maire|mairie|ministre|directrice|eveque) (?:de|del|du|des|d) `,
  'u',
);

/** "Director, Sea Watch". Before a comma, Mayor or Judge may be a family name. */
const officeAlone =
  /^(?:(?:executive )?director|directora|board member|spokes(?:man|woman|person)|treasurer)$/u;

/** Words for an organization that stand before its name in Spanish and French. */
const bodyFirst =
  /^(?:la |l )?(?:iglesia|parroquia|eglise|paroisse|sindicato|asociacion|coalicion|fundacion|colectivo|syndicat) \p{L}/u;

/** "Save the Trees", "Boycott the Commission". Nobody's second name is an article. */
const demand =
  /^(?:save|stop|boycott|defend|protect|free|ban|end|recall|impeach|support|oppose) (?:the|our|this|all|these)\b|^(?:alto|fuera|salven|salvemos|paren|defiendan) (?:al?|el|las?|los|nuestr[oa]s?)\b|^(?:sauvez|sauvons|arretez|defendez) (?:les?|la|l|nos|notre)\b|^vote (?:no|yes|for|against)\b|^down with /u;

/** "Sea Watch Team", "Sea Watch Inc." One word before them may be a given name. */
const endsLikeBody = /^\S+ \S+.* (?:team|inc|llc|ltd|incorporated)$/u;
const legalForm = /^(?:inc|llc|ltd|incorporated)$/u;

/** Words about names instead of one. */
const aboutNames =
  /^(?:first ?name (?:and )?last ?name|first last|last first|name surname|(?:not my|my|your|no|fake|full|real) name|name here|nombre (?:y )?apellidos?|(?:mi|tu|su|sin) nombre|nombre (?:completo|falso)|prenom (?:et )?nom|nom (?:et )?prenom|(?:mon|votre|sans|faux) nom)$/u;

const invented =
  /^(?:adolf hitler|donald duck|mickey mouse|bugs bunny|homer simpson|darth vader|santa claus|batman)$/u;

/**
 * Whether the text in a field for a person names no single person: a crowd, a body, an office, a demand, nobody. Words
 * that are names of people, too, count only beside others: "Ana Church" and "Rosa Council" are people. `folded` is in
 * lower case and without accents.
 */
export function isNotOnePerson(folded: string): boolean {
  const text = plainWords(folded);
  if (
    [anybody, demand, aboutNames, endsLikeBody, invented].some((pattern) => pattern.test(text)) ||
    isCrowd(text)
  )
    return true;
  const parts = partsOf(folded).map(plainWords);
  const [first = ''] = parts;
  return (
    spelledHost.test(folded) ||
    parts.slice(1).some((part) => legalForm.test(part)) ||
    (parts.length > 1 && officeAlone.test(first)) ||
    parts.some((part) => namesBody(part) || office.test(part) || bodyFirst.test(part))
  );
}
