/**
 * Words for a body that are hardly ever a family name or a town. One alone may be a town: "Alliance", "Institute".
 */
const last =
  'coalition|association|federation|confederation|foundation|committee|commission|network|society|institute|cooperative|organi[sz]ation|caucus|consortium';

/** Words for a body that are family names, too, such as Council and Church. They need one of the words before them. */
const lastBesideKind = 'union|alliance|council|club|church|board|guild|league|party|congress';
const kinds =
  'tenants|renters|workers|teachers|nurses|students?|residents|neighbou?rs|neighborhood|homeowners|farmers|drivers|carpenters|city|town|village|county|school|tribal|community|labor|trade|credit|civic|youth|baptist|catholic|methodist|lutheran|presbyterian|episcopal|evangelical|pentecostal|democratic|republican|planning|zoning';

const departments =
  '(?:city|county|state|police|fire|health|parks|works|justice|education|sheriffs?) department';

const beforeOf =
  'union|council|coalition|alliance|association|federation|league|society|committee|office|board|network|friends';
const beforeDe =
  'asociacion|sindicato|coalicion|federacion|confederacion|comite|consejo|colectivo|cooperativa|amigos|association|syndicat|coalition|federation|fondation|conseil|collectif|amis';

const bodies = new RegExp(
  [
    String.raw`\S (?:${last})$`,
    String.raw`(?:^|\s)(?:${kinds}) (?:${lastBesideKind})(?=$| of )`,
    String.raw`\S \S+ alliance$`,
    String.raw`(?:^|\s)${departments}$`,
    String.raw`(?:^|\s)(?:local|chapter) (?:no )?\d`,
    `^(?:the )?(?:${beforeOf}) of `,
    `^(?:el |la |los |le |les |l )?(?:${beforeDe}) (?:de|del|des|du|d|para|por|pour|contra|contre) `,
  ].join('|'),
  'u',
);

/**
 * Whether the text names a body as a person's name and a place never do: "Riverbend Tenants Union", "Harbor City
 * Council", "Coalición de Inquilinos". "Council Bluffs" and "Ana Church" do not. `text` is folded and has no
 * punctuation.
 */
export const namesBody = (text: string): boolean => bodies.test(text);

const partSigns = /[,;:()[\]/|–—]|\s-\s/u;

/** The parts of a folded text between its signs: the name, office and organization of "Ana Ruiz, President, Sea Watch". */
export const partsOf = (folded: string): string[] =>
  folded
    .split(partSigns)
    .map((part) => part.trim())
    .filter((part) => part !== '');
