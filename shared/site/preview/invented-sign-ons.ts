import { createHash } from 'node:crypto';
import type { Settings } from '../../campaign/settings.ts';
import type { Language } from '../../i18n/language.ts';
import { organizationKey } from '../../organization/key.ts';
import { type SignOn, scopes } from '../../sign-on/sign-on.ts';

const places: Partial<Record<Language, readonly string[]>> & Record<'en', readonly string[]> = {
  en: [
    'Alder Bay',
    'Birch Hill',
    'Cedar Falls',
    'Dune Park',
    'Elm Grove',
    'Fern Valley',
    'Gull Point',
    'Heron Lake',
  ],
  es: [
    'Agua Clara',
    'Bosque Alto',
    'Cerro Azul',
    'Dos Ríos',
    'El Olmo',
    'Fuente Vieja',
    'Las Garzas',
    'Huerta Nueva',
  ],
  fr: [
    'Anse-aux-Aulnes',
    'Belle-Rive',
    'Côte-des-Pins',
    'Deux-Ruisseaux',
    'Grand-Orme',
    'Lac-au-Héron',
    'Pointe-aux-Mouettes',
    'Val-Fleuri',
  ],
};
const kinds: typeof places = {
  en: [
    'Alliance',
    'Community Fund',
    'Families',
    'Housing Trust',
    'Neighbors Association',
    'Tenants Union',
    'Workers Center',
  ],
  es: [
    'Alianza',
    'Fondo Comunitario',
    'Familias',
    'Vivienda Digna',
    'Junta de Vecinos',
    'Unión de Inquilinos',
    'Centro Obrero',
  ],
  fr: [
    'Alliance citoyenne',
    'Centre communautaire',
    'Comité logement',
    'Familles',
    'Association de quartier',
    'Comité des locataires',
    'Centre des travailleuses et travailleurs',
  ],
};
const people = [
  'Ana Ruiz',
  'Ben Okafor',
  'Chiara Lindqvist',
  'Đặng Minh',
  'Elif Yıldız',
  'Farah Nasser',
  'Grzegorz Łoś',
];
const regions = ['New York', 'Ohio', 'Texas', 'Oregon'];

/**
 * Invented signatories, as many as asked for. They are the same each time. A language without invented names has the
 * English ones.
 */
export function inventedSignOns(
  { slug, language }: Pick<Settings, 'slug' | 'language'>,
  count: { organizations: number; individuals: number },
  at: string,
): SignOn[] {
  const of = (words: readonly string[], index: number): string => words[index % words.length] ?? '';
  const base = (kind: SignOn['kind'], index: number) => ({
    slug,
    id: createHash('sha256').update(`${kind} ${index}`).digest('hex').slice(0, 32),
    kind,
    email: `${kind}-${index + 1}@example.org`,
    status: 'confirmed' as const,
    eligible: 'yes' as const,
    counted: 'yes' as const,
    nonce: 'preview',
    mailedAt: {},
    requestedAt: at,
    confirmedAt: at,
  });
  const round = (index: number, size: number): string =>
    index < size ? '' : ` ${Math.floor(index / size) + 1}`;
  const [placesHere, kindsHere] = [places[language] ?? places.en, kinds[language] ?? kinds.en];
  const names = placesHere.length * kindsHere.length;
  const organizations = Array.from({ length: count.organizations }, (_, index): SignOn => {
    const place = of(placesHere, index);
    const kind = of(kindsHere, Math.floor(index / placesHere.length));
    const name = `${place} ${kind}${round(index, names)}`;
    return {
      ...base('organization', index),
      organizationKey: organizationKey(name),
      signed: {
        organizationName: name,
        scope:
          of(scopes, index) === 'national' ? 'national' : of(scopes, index) === 'state' ? 'state' : 'local',
        name: of(people, index),
        city: place,
        region: of(regions, index),
        country: 'US',
        language,
      },
    };
  });
  const individuals = Array.from(
    { length: count.individuals },
    (_, index): SignOn => ({
      ...base('individual', index),
      signed: {
        name: `${of(people, index)}${round(index, people.length)}`,
        city: of(placesHere, index),
        region: of(regions, index),
        country: 'US',
        publicName: 'full',
        language,
      },
    }),
  );
  return [...organizations, ...individuals];
}
