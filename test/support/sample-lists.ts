import type { Language } from '../../shared/i18n/language.ts';
import type { Signatory, SignatoryLists } from '../../shared/rendering/document/content.ts';
import { aSignatory, inWords } from './builders.ts';

const firstWords: Record<Language, string[]> = {
  en: [
    'Alder',
    'Bayside',
    'Cedar Street',
    'Dockside',
    'Estuary',
    'Ferry Point',
    'Gull Island',
    'Harbor',
    'Juniper',
    'Lighthouse',
    'Mill Creek',
    'Old Quay',
    'Riverbend',
    'Saltmarsh',
    'Tidewater',
    'Willow',
  ],
  es: [
    'Agua Clara',
    'Bahía',
    'Calle Cedro',
    'El Muelle',
    'Estuario',
    'Faro Viejo',
    'La Ribera',
    'Las Gaviotas',
    'Marisma',
    'Molino Alto',
    'Ñandubay',
    'Puerto Nuevo',
    'Río Abajo',
    'Sauce',
    'Tres Canales',
    'Villa Marea',
  ],
  fr: [
    'Anse Bleue',
    'Baie du Nord',
    'Canal Neuf',
    'Dune Blanche',
    'Estuaire',
    'Faubourg du Port',
    'Grève Longue',
    'Île aux Goélands',
    'Jetée Est',
    'Littoral',
    'Moulin Haut',
    'Orme Vieux',
    'Pointe du Bac',
    'Rivage',
    'Saulaie',
    'Vieux Quai',
  ],
};
const lastWords: Record<Language, string[]> = {
  en: [
    'Action',
    'Alliance',
    'Community Garden',
    'Families',
    'Growers’ Cooperative',
    'Housing Trust',
    'Land Conservancy',
    'Neighbors Association',
    'Parents & Teachers',
    'Tenants Union',
    'Workers Center (Local 7)',
  ],
  es: [
    'en Acción',
    'Alianza Vecinal',
    'Huerto Comunitario',
    'y sus Familias',
    'Cooperativa de Cultivo',
    'Vivienda Digna',
    'Conservación de la Tierra',
    'Junta de Vecinos',
    'Escuela y Barrio',
    'Unión de Inquilinos',
    'Centro Obrero (Local 7)',
  ],
  fr: [
    'en action',
    'Alliance citoyenne',
    'Jardin communautaire',
    'Familles unies',
    'Coopérative maraîchère',
    'Comité logement',
    'Fiducie foncière',
    'Association de quartier',
    'Parents et école',
    'Comité des locataires',
    'Centre ouvrier (section 7)',
  ],
};

/** A number of different organizations, in alphabetical order. */
export function someOrganizations(count: number, language: Language = 'en'): Signatory[] {
  const places: [string, string][] = [
    ['Harbor City', 'New York'],
    ['Port Alder', 'New Jersey'],
    ['San Telmo', 'Puerto Rico'],
  ];
  return Array.from({ length: count }, (_, index) => {
    const lasts = lastWords[language];
    const first = firstWords[language][Math.floor(index / lasts.length) % firstWords[language].length];
    const round = Math.floor(index / (lasts.length * firstWords[language].length));
    const [city, region] = places[index % places.length] ?? ['', ''];
    return aSignatory({
      id: index.toString(16).padStart(32, '0'),
      name: `${first} ${lasts[index % lasts.length]}${round > 0 ? ` ${round + 1}` : ''}`,
      city,
      region,
      ...(index % 4 === 0 && { website: `https://n${index}.example.org/` }),
    });
  });
}

/** The signatories in the release: organizations in one group, none added or withdrawn. */
export function aSignatoryList(
  overrides: Partial<SignatoryLists> = {},
  language: Language = 'en',
): SignatoryLists {
  const signatories = someOrganizations(171, language);
  return {
    organizations: { count: signatories.length, groups: [{ signatories }] },
    individuals: { count: 0, named: [], withheld: 0 },
    withdrawnSince: 0,
    isInternational: false,
    asOf: '2026-12-02T15:00:20.000Z',
    ...overrides,
  };
}

/** A list with everything that a list can contain: leads, scopes, people, withheld names, additions, withdrawals. */
export function aFullSignatoryList(language: Language = 'en'): SignatoryLists {
  const all = someOrganizations(40, language);
  const person = (name: string, more: Partial<Signatory> = {}): Signatory =>
    aSignatory({ kind: 'individual', name, ...more });
  return aSignatoryList({
    organizations: {
      count: 44,
      groups: [
        {
          signatories: [
            aSignatory({ name: inWords[language].sender, website: 'https://coalition.example.org/' }),
          ],
        },
        { heading: 'national', signatories: all.slice(0, 9) },
        { heading: 'state', signatories: all.slice(9, 21) },
        {
          heading: 'local',
          signatories: [...all.slice(21), aSignatory({ name: 'Zona Verde', addedOn: '2026-12-05' })],
        },
        {
          isRest: true,
          signatories: [
            aSignatory({ name: 'مؤسسة الميناء', country: 'MA', city: 'Tanger' }),
            aSignatory({ name: 'Клуб «Гавань»' }),
          ],
        },
      ],
    },
    individuals: {
      count: 9,
      named: [
        person('A. R.'),
        person('Mónica Peña-Nieto', { addedOn: '2026-12-04' }),
        person('Noor van den Berg'),
        person('Wiktoria Łąska'),
      ],
      withheld: 5,
      removed: 2,
    },
    withdrawnSince: 2,
    isInternational: true,
  });
}
