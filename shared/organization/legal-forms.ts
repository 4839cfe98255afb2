import type { NameLanguage } from './vocabulary.ts';

export interface LegalForm {
  words: readonly string[];
  /** What the name must show if the form alone may also mean something else. Empty if it means nothing else. */
  signs: readonly Sign[];
  /** Counts only if it was typed with full stops: `SA` after a Spanish name may be San Antonio. */
  fullStops?: boolean;
  /** Words before the form that make it a part of the name. */
  notAfter?: RegExp;
}

/** `initials`: typed with full stops between the letters. */
export type Sign = NameLanguage | 'initials';

interface Group extends Omit<Partial<LegalForm>, 'words'> {
  /** Separated by commas, and folded as in the result of `wordsOf`. */
  forms: string;
  at?: 'start' | 'end' | 'either';
}

/** Words after which "Corporation" is part of the name: an organization named after the city's department. */
const partOfTheName =
  /^(?:(?:re)?development|housing|services?|finance|improvement|renewal|conservation|investment|broadcasting|insurance|aboriginal|indigenous|islander|city|municipal|public|youth)$/;

/** docs/decisions/0003-organization-identity.md says what is missing here on purpose. */
const groups: readonly Group[] = [
  // United States. 501(c)(4) is not included, because it marks a sister organization.
  {
    forms:
      'inc, incorporated, llc, limited liability company, llp, lllp, pllc, l3c, nfp, not for profit corp',
  },
  { forms: 'nonprofit corp, a nonprofit corp, non profit corp, a non profit corp, public benefit corp' },
  { forms: '501c3, 501c3 organization, 501c3 nonprofit, a 501c3, a 501c3 organization, a 501c3 nonprofit' },
  { forms: 'corp', notAfter: partOfTheName },
  // Without full stops, it may be Palm Beach County.
  { forms: 'pbc', signs: ['initials'] },
  // United Kingdom and Ireland. A federation writes its CIO after its own initials.
  { forms: 'ltd, limited, plc, public limited company, cic, community interest company, scio, cyfyngedig' },
  { forms: 'charitable incorporated organisation, charitable incorporated organization' },
  { forms: 'cio', notAfter: /^.{1,3}$/u },
  {
    forms:
      'clg, teoranta, company limited by guarantee, a company limited by guarantee, limited by guarantee',
  },
  // Canada, Australia, South Africa, India, Singapore, Malaysia.
  { forms: 'ltee, limitee, pty, proprietary limited, pvt, private limited, pte, sdn bhd, bhd, berhad' },
  // Germany, Austria, Switzerland.
  { forms: 'gmbh, ggmbh, gemeinnutzige gmbh, gmbh gemeinnutzig, gmbh and co kg, mbh, gug, kgaa, ohg' },
  { forms: 'ug haftungsbeschrankt, gug haftungsbeschrankt, eingetragener verein' },
  { forms: 'ev, eg', signs: ['initials', 'de'] },
  { forms: 'ag, kg, gbr, ug', signs: ['de'] },
  // Spain and Latin America.
  { forms: 'asociacion civil', at: 'either' },
  {
    forms: 'institucion de asistencia privada, sa de cv, sapi de cv, s de rl, s de rl de cv, sc de rl de cv',
  },
  { forms: 'srl, ltda, s coop' },
  { forms: 'ac, esal, eirl, scl', signs: ['es'] },
  { forms: 'iap, ibp, abp', signs: ['es', 'initials'] },
  { forms: 'sas', signs: ['es', 'fr'] },
  { forms: 'sa, sl, slu', signs: ['es', 'fr', 'pt'], fullStops: true },
  // Portugal and Brazil.
  { forms: 'eireli' },
  { forms: 'lda, ipss, oscip', signs: ['pt'] },
  // Belgium, France, Luxembourg.
  { forms: 'asbl, vzw, aisbl, ivzw, sarl', at: 'either' },
  { forms: 'association loi 1901, association loi de 1901, eurl' },
  { forms: 'sasu, scic, scop', signs: ['fr'] },
  // Netherlands. By law, a foundation has this word in its name (Burgerlijk Wetboek 2:286), but often leaves it out.
  { forms: 'stichting', at: 'either' },
  { forms: 'bv', signs: ['initials', 'nl'] },
  { forms: 'nv', signs: ['nl'] },
  // Italy.
  { forms: 'onlus', at: 'either' },
  { forms: 'odv, srls, scarl, societa cooperativa' },
  { forms: 'aps, ets', signs: ['it'] },
  { forms: 'spa', signs: ['initials', 'it'] },
  // Poland, Czechia, Slovakia, Croatia, Serbia, Slovenia, Hungary, Bulgaria.
  { forms: 'sp z oo, sp zoo, spolka z oo, spolka zoo, spolka z ograniczona odpowiedzialnoscia' },
  { forms: 'ops, zs, zu, os, oz, sro, doo, jdoo', signs: ['initials'] },
  { forms: 'kft, nonprofit kft, zrt, nyrt, оод, еоод' },
  // Finland, Sweden, Greece, Turkey, Israel.
  { forms: 'ry, oy, oyj, aktiebolag, αμκε, ltd sti, limited sirketi' },
  { forms: 'ער, חלצ, בעמ', signs: ['initials'] },
  // Russia and Ukraine.
  { forms: 'ооо, оао, зао, пао, ано, тов, го', at: 'start' },
];

const formsAt = (place: 'start' | 'end'): LegalForm[] =>
  groups
    .filter(({ at = 'end' }) => at === place || at === 'either')
    .flatMap(({ forms, signs = [], ...limits }) =>
      forms.split(', ').map((form) => ({ ...limits, words: form.split(' '), signs })),
    )
    // The longest first: "gemeinnützige GmbH" before "GmbH".
    .sort((one, other) => other.words.length - one.words.length);

const atEnd = formsAt('end');
const atStart = formsAt('start');
const byLastWord = Map.groupBy(atEnd, ({ words }) => words.at(-1) ?? '');
const byFirstWord = Map.groupBy(atStart, ({ words }) => words[0] ?? '');
const singleWords = new Set(
  [...atEnd, ...atStart].filter(({ words }) => words.length === 1).flatMap(({ words }) => words),
);

/** Legal forms that can end a name with this last word, the longest first. */
export const formsEndingIn = (word: string): readonly LegalForm[] => byLastWord.get(word) ?? [];

/** Legal forms that can begin a name with this first word, the longest first. */
export const formsOpeningWith = (word: string): readonly LegalForm[] => byFirstWord.get(word) ?? [];

/** Whether a word alone is a legal form. */
export const isFormWord = (word: string): boolean => singleWords.has(word);
