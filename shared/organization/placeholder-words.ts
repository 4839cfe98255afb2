/** The words of a list, separated by spaces. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Words for having nothing to write, and for trying the form. Folded, without apostrophes. */
const nothing = wordSet(
  `none na nd sd sn nil nill null nulo nula nada ninguno ninguna ningun nothing nobody nadie nope noone tbd tba tbc
  unknown unk unsure idk dunno undefined unaffiliated anonymous anon anonimo anonima desconocido desconocida blank vacio
  test tests testing prueba pruebas probando sample example ejemplo demo dummy fake placeholder asdf qwerty foo bar blah
  bla lorem misc miscellaneous`,
);

/** Words beside these that name nobody, either. "Example Organization" is none; "None of the Above Coalition" is. */
const besideNothing = wordSet(
  `a an the of at this time for now is it or and to just me my our above these yet really applicable affiliation
  affiliated organization organizations organisation org orgs group company corporation business nonprofit name names
  entity individual individuals personal ipsum dolor sit amet inc llc here entered given provided selected
  una un es esto en el la de del por o y mi organizacion grupo empresa nombre afiliacion particular momento ahora
  pertenezco soy individual`,
);

/** Words for a single person, in the singular: "Nurse" is nobody's name, and "Nurses United" is. */
export const onePerson = wordSet(
  `self myself individual individuals citizen resident voter person retired retiree student homemaker housewife homeowner
  renter freelance freelancer independent taxpayer unemployed volunteer parent mother mom father dad grandmother
  grandfather grandparent grandma grandpa mom guy gal dude neighbor neighbour teacher educator nurse attorney lawyer consultant artist
  activist writer author professor veteran pensioner employee mayor judge engineer scientist physician doctor
  firefighter librarian realtor electrician carpenter accountant photographer programmer therapist psychologist
  ciudadano ciudadana individuo particular persona vecino vecina residente jubilado jubilada retirado retirada
  estudiante madre padre mama papa abuela abuelo maestro maestra profesor profesora abogado abogada enfermero enfermera
  votante voluntario voluntaria desempleado desempleada autonomo autonoma independiente pensionado pensionada yo
  artista activista contribuyente empleado empleada obrero obrera ingeniero ingeniera medico medica chofer agricultor
  agricultora campesino campesina escritor escritora periodista
  rentner rentnerin privatperson`,
);

/** Words beside these that name nobody, either: "a retired teacher", "on my own behalf as a private citizen". */
const besideOnePerson = wordSet(
  `a an the i im am me as just only no not none na my own on behalf in capacity concerned private registered employed local
  proud disabled former currently us american at law of and or personal personally signing sign writer artist some random
  two three four five ex ret rn lpn md usps usaf usmc military army navy postal
  org organization affiliation stay home college university graduate
  un una universitario universitaria el la como solo sola mismo misma nada mas a titulo personal individual por mi cuenta propia en nombre propio y o
  preocupado preocupada natural fisica privado privada registrado registrada americano americana cualquiera comun`,
);

const sentences: readonly RegExp[] = [
  /^(?:i )?(?:dont|do not) (?:have|belong to|represent|know|work for)\b/,
  /^(?:im|i am) (?:not|an individual|signing|self employed|retired|only|just)\b/,
  /^(?:im |i am )?signing (?:as|for|on)\b/,
  /^(?:on|in) my (?:own |personal |individual |private )?(?:behalf|capacity|name)$/,
  /^my own (?:behalf|name)$/,
  /^(?:i )?(?:prefer|would rather|choose) not\b|^decline to\b|^prefiero no\b/,
  /^(?:enter|insert|type|escriba|escribe|ingrese|ingresa|ponga) .*(?:name|organi[sz]ation|here|nombre|organizacion|aqui)$/,
  /^your (?:name|organi[sz]ation|company|group)(?: name)? here$/,
  /^(?:it )?(?:does not|doesnt) apply$|^none of your business$|^who knows$|^i dont know$/,
  // "Student at NYU", "voter in district 4".
  /^(?:an? |un |una )?(?:(?:former|retired|graduate|undergraduate|college) )?(?:student|alumn(?:a|us)|professor|teacher|employee|intern|voter|parent|nurse|estudiante|alumn[oa]|maestr[oa]|emplead[oa]) (?:at|in|from|en) /,
  /^(?:an? )?(?:public|private|high|middle|elementary) school teacher$/,
  // "Retired USPS": no more than two words beside it, and none in the plural.
  /^(?:i am |im )?(?:retired|ret|jubilad[oa]) (?!.*(?:s|association|network|council|union|group|club|society|coalition|alliance)\b)\p{L}+(?: \p{L}+)?$/u,
  /^not (?:applicable|affiliated|employed|sure|representing|part of|associated|a member)\b/,
  /^to be (?:determined|announced|confirmed|decided|named|advised|added)$/,
  /^por (?:definir|confirmar|determinar|mi cuenta)$/,
  /^no (?:pertenezco|represento|aplica|aplicable|formo parte|soy parte|soy miembro)\b/,
  /^no tengo (?:una |ninguna |ningun )?(?:organizacion|afiliacion|grupo|ninguna|empresa)?$/,
  /^no (?:se|one|idea|comment|comments|organi[sz]ation affiliation|sabe|contesta)$/,
  /^sin (?:organizacion|afiliacion|grupo|dato|datos|representacion|nombre|pertenencia)$/,
  /^(?:a |an |un |una )?(?:concerned )?(?:resident|citizen|voter|neighbor|homeowner|member|vecin[oa]|residente|ciudadan[oa]) (?:of|from|del?) (?!.*\b(?:for|against|coalition|association|alliance|cooperative)\b)/,
  /^(?:(?:my|our|your|the|tu|su|mi|nuestra|nuestro) )?(?:organi[sz]ation|org|company|nonprofit|group|business|organizacion|empresa|grupo)(?: (?:name|optional|required|here|llc|inc|nombre|opcional|obligatorio))*$/,
  /^(?:in (?:my|a) )?(?:personal|private|individual) capacity$/,
  /^(?:left blank|pendiente|fixme|en blanco|as above|idem|optional|opcional|other|others|other organization|otro|otra|otros|otras|various|several|varios|varias|public|member|miembro|my family|mi familia|family|familia|household|object object|spam|okay|job|work|confidential|confidencial|disabled|john doe|jane doe|fulano|fulano de tal|org|tu nombre|remove me|please remove|please delete|qazwsx|qweasd|zz|zzz|mr|mrs|ms|dr|sr|sra|between jobs|social worker|ret|www|com|net|submit|send|enter|lol|keine|keiner|keines|sonstige|nessuno|nessuna|nenhum|nenhuma|geen)$/,
  // The same in German, Portuguese and Italian.
  /^(?:keine? (?:angaben?|organisation|gruppe|mitgliedschaft)|nicht (?:zutreffend|anwendbar)|entfallt|ohne (?:angabe|organisation)|weiss nicht|(?:nao|n) (?:se aplica|aplicavel|tenho|ha|sei)|(?:sem|nenhuma) (?:organizacao|afiliacao|entidade)|non (?:applicabile|si applica|lo so)|(?:nessuna|senza) (?:organizzazione|affiliazione|associazione))$/,
];

/** A name, although its words name one person: "Vecino a Vecino". */
const wordToWord = /^(\p{L}+) (?:a|por) \1$/u;

/** Letters of one row that lie beside each other. In capitals they may be an acronym. */
const rowsOfKeys = /^(?:sdf|dfg|fgh|ghj|hjk|jkl|zxc|xcv|wer|ert|ewq|cxz|vcx|lkj|kjh|jhg|gfd|fds)$/;

/**
 * Whether the words of a text name nobody: "N/A (individual)", "none at this time", "a retired teacher", "I don't have
 * one", "insert organization name"; in English and Spanish. `text` is in lower case, without accents and punctuation.
 */
export function saysNothing(text: string, typed: string): boolean {
  if (wordToWord.test(text)) return false;
  if (/^[a-z]$/.test(text) || sentences.some((sentence) => sentence.test(text))) return true;
  if (rowsOfKeys.test(text) && typed === typed.toLowerCase()) return true;
  const words = text.split(' ');
  const withoutNumbers = words.filter((word) => !/^\d+$/.test(word));
  return isMadeOf(withoutNumbers, nothing, besideNothing) || isMadeOf(words, onePerson, besideOnePerson);
}

const isMadeOf = (words: string[], some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  words.some((word) => some.has(word)) && words.every((word) => some.has(word) || others.has(word));
