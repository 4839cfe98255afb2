import type { Comparison, Reason } from './compare.ts';

const english: Record<Reason, string> = {
  equal: 'They are typed alike.',
  spelling:
    'They differ only in letter case, accents, punctuation, spaces, or the spelling of a common word.',
  'own-acronym': 'One has its own acronym beside it.',
  article: 'One has an article.',
  'legal-form': 'One has a legal form, such as Inc.',
  'other-name': 'One of them gives two names, such as a trade name, a former name or a name in brackets.',
  'same-words': 'They have the same words, in another order or spelling.',
  'letters-alike': 'Some of their letters look alike.',
  'letters-differ': 'A few letters differ.',
  abbreviation: 'One has an abbreviation of the other’s word.',
  acronym: 'One has the acronym of the other’s words.',
  'words-joined': 'They join or split words differently.',
  'kind-of-body': 'One has a word more for what kind of body it is.',
  'different-numbers': 'Their numbers differ.',
  'different-places': 'Their places differ.',
  'different-words': 'Their words differ.',
};

const spanish: Record<Reason, string> = {
  equal: 'Están escritos igual.',
  spelling: 'Solo difieren en mayúsculas, acentos, puntuación, espacios o la grafía de una palabra común.',
  'own-acronym': 'Uno lleva al lado sus propias siglas.',
  article: 'Uno lleva artículo.',
  'legal-form': 'Uno lleva una forma jurídica, como A.C.',
  'other-name':
    'Uno de ellos da dos nombres, como un nombre comercial, un nombre anterior o un nombre entre paréntesis.',
  'same-words': 'Tienen las mismas palabras, en otro orden o con otra grafía.',
  'letters-alike': 'Algunas de sus letras se parecen.',
  'letters-differ': 'Difieren en pocas letras.',
  abbreviation: 'Uno lleva una abreviatura de una palabra del otro.',
  acronym: 'Uno lleva las siglas de las palabras del otro.',
  'words-joined': 'Juntan o separan las palabras de otra manera.',
  'kind-of-body': 'Uno lleva una palabra más que dice qué tipo de entidad es.',
  'different-numbers': 'Sus números difieren.',
  'different-places': 'Sus lugares difieren.',
  'different-words': 'Sus palabras difieren.',
};

const verdicts = {
  en: {
    same: 'One organization.',
    similar: 'They look alike: an organizer decides whether they are one organization.',
    different: 'Two organizations.',
  },
  es: {
    same: 'Una sola organización.',
    similar: 'Se parecen: quien organiza decide si son una sola organización.',
    different: 'Dos organizaciones.',
  },
} as const;

/** A comparison in sentences: the result, then each reason. */
export function comparisonText(language: 'en' | 'es', { same, similar, because }: Comparison): string {
  const verdict = same ? 'same' : similar ? 'similar' : 'different';
  const reasons = language === 'es' ? spanish : english;
  return [verdicts[language][verdict], ...because.map((reason) => reasons[reason])].join(' ');
}
