import { onePerson, wordSet } from './placeholder-words.ts';

/** Words for one person, by work, office, belief, family or belonging. Folded. */
const personWords: ReadonlySet<string> = new Set([
  ...onePerson,
  ...wordSet(
    `actor actress administrator admin adviser advisor ally alumna alumnus alum analyst anthropologist architect
    assistant astronomer attendee baker banker barber bartender biologist blogger bookkeeper botanist builder
    bureaucrat businessman businesswoman businessperson buyer caregiver caretaker cashier ceo cfo chair chairman
    chairperson chairwoman chaplain bishop congressman congresswoman councilman councilmember councilwoman esq
    governor imam md partner phd rn chef chemist chiropractor cleaner clergyman clergywoman clerk client clinician
    coach cofounder comedian commissioner composer congregant contractor coo coordinator counselor curator customer
    daughter deacon dean dentist designer developer director donor doula driver economist editor employer
    entrepreneur environmentalist epidemiologist facilitator faculty farmer filmmaker fisherman follower founder
    friend gardener geologist guest handyman hairdresser historian husband hydrologist illustrator immigrant
    instructor intern investor janitor journalist kid laborer landlord landowner landscaper lecturer linguist
    machinist manager mathematician mechanic mediator member merchant midwife minister mum musician nobody nonmember
    novelist nun nutritionist occupant officer organizer owner painter paralegal paramedic parishioner pastor
    patient pediatrician pharmacist philosopher physicist pilot planner playwright plumber poet policeman politician
    potter president priest principal printer producer psychiatrist psychotherapist publisher rabbi rancher
    receptionist refugee reporter representative researcher retd reverend roofer sahm sailor salesman salesperson
    scholar sculptor secretary senator shopkeeper signatory signer singer sister sociologist soldier
    son spouse steward steelworker subscriber superintendent supervisor supporter surgeon surveyor survivor
    sympathizer tailor technician tenant trader tradesman trainer translator treasurer trustee tutor undersigned
    urbanist user username vet veterinarian waiter waitress welder widow widower wife worshiper youth zoologist`,
  ),
  ...wordSet(
    `albanil alcalde alcaldesa alumno arquitecta arquitecto artesana artesano bibliotecaria bibliotecario cantante
    carpintero cliente cocinera cocinero comerciante concejal concejala consejera consejero contador contadora
    coordinador delegada delegado dentista directora docente dirigente diputada diputado donante dueno duena
    economista educador educadora empresaria empresario esposa esposo feligres fundador fundadora funcionaria
    funcionario ganadero gerente hija hijo historiador historiadora investigador investigadora jornalero lider
    miembro militante musica musico parroco pastora pediatra pescador pescadora poeta presidenta presidente
    profesionista promotor propietaria propietario psicologa psicologo regidor regidora religiosa sacerdote
    secretario simpatizante sindicalista sobreviviente socia socio sociologa sociologo afiliada afiliado tesorera
    tesorero trabajador trabajadora usuaria usuario vendedor vendedora veterana veterano vicepresidenta
    vicepresidente vocal firmante`,
  ),
  ...wordSet(
    `avocat avocate benevole citoyen citoyenne conseiller conseillere directeur directrice ecrivain elue enseignant
    enseignante etudiant etudiante habitant habitante infirmier infirmiere institutrice instituteur maire medecin
    mere pere retraite retraitee voisin voisine signataire adherent adherente salarie salariee tresorier tresoriere`,
  ),
]);

/** Words that describe such a person further. */
const besidePersons: ReadonlySet<string> = wordSet(
  `council a an the i im am me my self as just only no not non on own behalf in of to for at and or also both one two three four five proud concerned
  registered licensed certified retired semi former ex past present current emeritus emerita interim acting deputy vice assistant associate
  adjunct senior junior chief lead head principal executive managing general founding co community neighborhood neighbourhood local area nearby
  lifelong longtime long time state national regional city county town village district union shop staff faculty board business small
  farm home house property land store restaurant cafe company school elementary middle high college university graduate undergraduate
  working employed unemployed freelance independent disabled single married stay full part army navy air force marine military us usa
  american human social mental health legal policy program project development communications outreach field youth student church pta soccer
  hockey dog cat homeschool wife husband mother father law team member active voting paid dues
  un una el la los las de del y e o mi soy como solo sola ama casa hogar preocupado preocupada independiente publica publico privado privada
  primaria secundaria preparatoria comunitario comunitaria sindical nacional estatal municipal ejecutivo ejecutiva
  pequeno pequena negocio tienda barrio colonia salud escuela escolar universitario universitaria fisica natural comun
  le les une du des ancien ancienne simple`,
);

/** Several of them, of whom nobody knows who they are. */
const quantity = String.raw`(?:(?:a|an|the|one|just|only) )?(?:\d+|few|few of|couple|couple of|some|some of|several|bunch|bunch of|group|group of|handful of|many of|all|all of|my|our|unos|unas|algunos|algunas|varios|varias|un grupo de|una bola de|grupo de|mis|nuestros|nuestras|vecinos de|quelques|un groupe de|groupe de|mes|nos)`;
const unknownPeople =
  '(?:concerned |local |private |worried |area |nearby |angry |preocupad[oa]s |locales )*(?:us|friends|neighbors|neighbours|families|households|citizens|residents|people|parents|mothers|moms|students|members|voters|taxpayers|workers|individuals|persons|tenants|volunteers|amigos|amigas|vecinos|vecinas|familias|ciudadanos|ciudadanas|personas|padres|madres|hijos|hijas|estudiantes|amis|voisins|familles|citoyens|habitants)';

/** "A group of concerned neighbors", "12 neighbors", "some of us", "mis hijos". */
const severalPeople = new RegExp(`^${quantity} (?:the |las |los |les )?${unknownPeople}$`, 'u');

/** "Household of 4", "The Smiths", "me and my wife", "mi familia y yo", "vecinos del barrio". */
const household =
  /^(?:(?:the |a |our |my )?(?:family|household|couple|familia|hogar) of (?:\d+|two|three|four|five|six)|(?:the )?[a-z]+ household|(?:me|myself|yo) (?:and|y) (?:my|mi) [a-z]+|(?:my|mi) [a-z]+ (?:and|y) (?:i|me|yo)|(?:mi|la|the|my) (?:familia|family|dog|cat|kids|household|perro|gato)|(?:los |las )?(?:vecinos|vecinas|residentes) (?:del barrio|de la colonia|de aqui))$/u;

/** "The People of Harbor City", "1,000 residents of Pier 4", "Members of Local 88", "all my neighbors". */
const crowd = new RegExp(
  [
    String.raw`^(?:(?:the|all|my|our|of|many|los|las|les|\d+|todos|todas|mis|tous|toutes|mes) )*(?:${unknownPeople}|staff|employees|survivors|faculty|miembros|empleados|habitantes|membres|employes) (?:of|from|in|at|on|de|del|du|des|d)\b`,
    String.raw`^(?:all|todos|todas|tous|toutes) (?:of|my|our|the|us|mis|los|las|nuestr[oa]s|de|mes|les|nos|nous)\b`,
    String.raw`\d{3}|\b(?:and|y|et|plus) \d+\b|\b\d+ (?:others|more|people|otros|otras|mas|personas|autres|personnes)\b|\b(?:and|y|et) (?:(?:many|all|the|los|las|les|muchos|muchas|plusieurs) )*(?:others|otros|otras|autres)\b|\b(?:and many more|y much[oa]s mas|et bien dautres)$`,
    String.raw`^(?:la |the )?(?:familia|famille) \p{L}|^(?:the )?\p{L}+(?: \p{L}+)? family$`,
  ].join('|'),
  'u',
);

/** Whether the words name several people: a crowd, a family, "me and my wife". `text` as for `isSomebody`. */
export const isCrowd = (text: string): boolean =>
  crowd.test(text) || severalPeople.test(text) || household.test(text);

/**
 * A singular with what belongs to it: "Parishioner at St. Mary's", "Author of Harbor Tales". "Parent to Parent" is a
 * name.
 */
const withAddition =
  /^(.*?) (?:of|at|from|with|for|in|de|del|en|des|chez) (?!(?:the (?:year|people|wedding|tribe \p{L}+)|change|hope|peace|mercy|god|record|state|health|mission|care|dios|paz|cultura)\b)/u;

/**
 * "Citizen of Harbor City Coalition", and words at the end of organizations' names: "Faculty Union", "Abuela House".
 */
const inhabitants = /(?:^|\s)(?:citizen|resident|neighbou?r|ciudadan[oa]|vecin[oa]|residente)$/u;
const ofGroups =
  /\b(?:coalition|association|alliance|network|council|group|for|against|coalicion|asociacion|alianza|red)\b/u;
const lastOfName =
  /(?:^|\s)(?:union|church|house|home|team|board|school|college|university|company|restaurant|store|shop|farm|project|program|policy|law|staff|city|county|town|village|land|council|district|health|escuela|casa|tienda|barrio|colonia|salud)$/u;

/** Whether the words name persons nobody can know by them. `text` is folded and without punctuation. */
export function isSomebody(text: string): boolean {
  if (severalPeople.test(text) || household.test(text)) return true;
  if (isPerson(text)) return true;
  const [, who] = withAddition.exec(text) ?? [];
  // "Friend of a Farmer", "Secretary of State of Ohio".
  if (who === undefined || /\bfriend$|\bof state$/u.test(who)) return false;
  return isPerson(who) && !(inhabitants.test(who) && ofGroups.test(text));
}

/** "Parent to Parent", "Vecino a Vecino". */
const oneToOne = /^(\p{L}+) (?:a|to|por|for) \1$/u;

/** Whether the words are only words for one person and its description. */
export function isPerson(text: string): boolean {
  const words = text.split(' ');
  return (
    !oneToOne.test(text) &&
    !lastOfName.test(text) &&
    words.some((word) => personWords.has(word)) &&
    words.every((word) => personWords.has(word) || besidePersons.has(word))
  );
}
