/** What stands around a name because of how it was typed or sent. A colon, a comma or a bracket sets it off. */
const setOff = [
  // "Copy of …", "Fwd: …", "Correction: …", "Signed: …", "Name: …".
  /^(?:(?:copy|copia|copie) (?:of|de) |(?:fwd?|re|rv|tr|correction|corrected|updated?|signed|from|for|(?:organi[sz]ation )?name|organi[sz]ation|correccion|corrección|firmado|firma|de|para|nombre|organización|organizacion|signé|signe|pour|nom) ?: ?)/iu,
  // "… (2nd)". A number alone may be a chapter's.
  / [([](?:\d(?:st|nd|rd|th)|second|segunda vez|2[eè]me)[)\]]$/iu,
  // "… (new)", "… - updated", "…, copy".
  /(?: ?[-–—,;:] ?| [([])(?:copy|new|again|signed|updated?|correct(?:ed)?|duplicate|revised|resubmitted|copia|nuev[oa]|actualizad[oa]|corregid[oa]|duplicad[oa]|copie|nouve(?:au|lle)|corrigée?|mise? à jour)[)\]]?$/iu,
  // "… since 1999".
  /,? ?\(?(?:since|est\.?|established|founded|desde|fundad[oa] en|depuis|fondée? en)(?: in)? \d{4}\)?$/iu,
  // "…, President", "… - Executive Director".
  /(?: ?[,;:] ?| [-–—] | ?[([])(?:(?:the|our|executive|managing|board|vice|co|founding|interim) ?-?)*(?:president|director|chair(?:man|woman|person)?|secretary|treasurer|founder|coordinator|organizer|pastor|ceo|(?:vice)?president[ea]|directora|coordinadora?|secretari[oa]|tesorer[oa]|fundadora?|présidente?|directeur|directrice|secrétaire|trésori(?:er|ère))[)\]]?$/iu,
];

/** The same without a sign, where a name of two words or more is left. "Our Lady of …" is a parish. */
const bare = [
  /^(?:on behalf of|(?:(?:i|we) (?:am |are )?)?sign(?:ed|ing)? (?:by|for|as|on behalf of)|from|for|we are|this is|our(?! (?:lady|savio|redeemer|father|mother|shepherd))|your|en nombre de|de parte de|somos|au nom de|de la part de|nous sommes) (?:the |la |el |los |las |le |les )?/iu,
  / (?:copy(?: \d)?|copia|copie|(?:executive )?director|president|chair(?:man|woman|person)?|treasurer|coordinator)$/iu,
];

/** "Harbor Families NEW". In a name of capitals only it is a word as any other. */
const shouted = / (?:NEW|UPDATED?|COPY|CORRECTED|FINAL)$/u;

const hasLetters = (text: string): boolean => /\p{L}{2}/u.test(text);
const hasTwoWords = (text: string): boolean => /\p{L}{2}\S* +\P{L}*\p{L}{2}/u.test(text);

/**
 * A typed name without what people write around it: "Fwd: …", "On behalf of …", "… (1)", "… - updated", "…, President",
 * in English, Spanish and French. Names are compared without it, and have other keys.
 */
export function withoutAddedWords(typed: string): string {
  let name = typed.trim();
  // As often as they follow each other: "Fwd: Our Harbor Families (1)".
  for (let pass = 0; pass < 4; pass++) {
    const before = name;
    for (const words of setOff) name = without(words, name, hasLetters);
    for (const words of bare) name = without(words, name, hasTwoWords);
    if (/\p{Ll}/u.test(name)) name = without(shouted, name, hasLetters);
    if (name === before) break;
  }
  return name;
}

function without(words: RegExp, name: string, isName: (rest: string) => boolean): string {
  const rest = name.replace(words, '').trim();
  return isName(rest) ? rest : name;
}
