/** Languages in which short words mean something else than in English. */
export const nameLanguages = ['es', 'fr', 'de', 'it', 'pt', 'nl'] as const;
export type NameLanguage = (typeof nameLanguages)[number];

export interface Vocabulary {
  articles: readonly string[];
  /**
   * Words, or pairs of words, that join the parts of a name. Articles are not included, because they are what must be
   * decided.
   */
  links: readonly string[];
  /** Words for an organization. */
  bodies: readonly string[];
  /** Other words that are common in names and that English names seldom borrow. */
  others: readonly string[];
  endings?: RegExp;
}

const list = (words: string): string[] => words.split(', ');

/** Folded, as in the result of `wordsOf`. */
export const vocabularies: Record<NameLanguage, Vocabulary> = {
  es: {
    articles: list('el, la, los, las'),
    links: list('de, del, para, por'),
    bodies: [
      ...list('asociacion, fundacion, coalicion, federacion, confederacion, organizacion, comision, alianza'),
      ...list('comite, consejo, colectivo, sindicato'),
    ],
    others: [
      ...list(
        'vecinos, vecinas, trabajadores, trabajadoras, mujeres, madres, padres, hijos, jovenes, pueblo, pueblos',
      ),
      ...list(
        'comunidades, derechos, justicia, salud, vida, paz, agua, tierra, amigos, amigas, ninos, ninas, familias',
      ),
      ...list('unidos, unidas, proyecto, iglesia, cooperativa'),
    ],
    endings: /..(?:cion|ciones|idad|idades|mientos?)$/,
  },
  fr: {
    articles: list('le, la, les'),
    links: list('des, du, pour'),
    bodies: list('comite, societe, reseau, fondation, syndicat, collectif'),
    others: list('amis, voisins, femmes, enfants, quartier, riverains, solidarite, droits, logement'),
  },
  de: {
    articles: list('der, die, das'),
    links: list('und, gegen, der, dem, zum, zur, vom, fur den, fur die, fur das, fur eine, fur alle'),
    bodies: list('verein, verband, stiftung, gesellschaft, netzwerk'),
    others: list('frauen, nachbarn'),
    // German writes compound nouns as one word.
    endings: /...(?:bund|verein|verband|schutz|hilfe|stiftung|gesellschaft|netzwerk|gemeinschaft|freunde)$/,
  },
  it: {
    articles: list('il, lo, la, gli, le'),
    links: list('del, della, dei, degli, delle'),
    bodies: list('comitato, associazione, fondazione, federazione'),
    others: list('amici, cittadini'),
    endings: /...zion[ei]$/,
  },
  pt: {
    articles: list('os, as'),
    links: list('para'),
    bodies: list('associacao, fundacao, coalizao, federacao, alianca, comite'),
    others: list('maes, filhos, amigos, mulheres, moradores, trabalhadores, direitos, justica, saude, terra'),
    endings: /...(?:cao|coes)$/,
  },
  nl: {
    articles: list('de, het'),
    links: list('van de, van het, van den, voor de, voor het'),
    bodies: list('vereniging'),
    others: list('vrienden, huurders, bewoners'),
  },
};

/** With one of these words, the name is English, whatever foreign names occur in it. */
export const englishWords: ReadonlySet<string> = new Set(list('of, for, the, with, our, from, by'));
