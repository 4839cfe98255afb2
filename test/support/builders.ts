import type { Language, Settings } from '../../shared/campaign/settings.ts';
import type { CampaignView, Progress } from '../../shared/pages/view.ts';
import type { Signatory, SignatoryLists } from '../../shared/publication/content.ts';
import type { Details } from '../../shared/sign-on/sign-on.ts';

/** Valid data for tests, each with what matters to the test laid over it. People and organizations are invented. */

export const siteUrl = 'https://letters.example.org';

const inWords = {
  en: {
    title: 'Letter to the Harbor Commission on the Shoreline Trees',
    summary:
      'The Harbor Commission plans to fell 340 trees along the shore. We ask it to keep them, and to plan with the people who live in their shade.',
    sender: 'Shoreline Coalition',
  },
  es: {
    title: 'Carta a la Comisión del Puerto sobre los árboles de la ribera',
    summary:
      'La Comisión del Puerto planea talar 340 árboles de la ribera. Le pedimos que los conserve y que planifique junto con quienes viven a su sombra.',
    sender: 'Coalición de la Ribera',
  },
};

/** A campaign's settings: for organizations, open, public, in English unless told otherwise. */
export function aCampaign(overrides: Partial<Settings> = {}): Settings {
  const language = overrides.language ?? 'en';
  const words = inWords[language];
  return {
    slug: 'harbor-trees',
    title: words.title,
    summary: words.summary,
    language,
    timeZone: 'America/New_York',
    signatories: { organizations: true, individuals: false },
    opensAt: '2026-11-01T14:00:00.000Z',
    closesAt: '2027-01-01T05:00:00.000Z',
    visibility: 'public',
    showProgress: true,
    list: { groupBy: 'none', leads: [] },
    sender: { name: words.sender, address: 'letters@example.org', replyTo: 'press@example.org' },
    organizers: [{ name: 'Ana Ruiz', email: 'ana@example.org' }],
    privacy: {
      contact: 'privacy@example.org',
      deletePersonalDataAfterDays: 180,
      postalAddress: '12 Quay Street, Harbor City, NY 10999',
    },
    ...overrides,
  };
}

export const aProgress = (overrides: Partial<Progress> = {}): Progress => ({
  organizations: 112,
  individuals: 0,
  thresholdOrganizations: 170,
  thresholdIndividuals: 0,
  asOf: '2026-11-20T20:15:00.000Z',
  ...overrides,
});

/** A campaign that collects and is open. */
export const aView = (overrides: Partial<CampaignView> = {}): CampaignView => ({
  settings: aCampaign(),
  status: 'collecting',
  openness: 'open',
  siteUrl,
  progress: aProgress(),
  ...overrides,
});

export const anOrganization = (overrides: Partial<Details> = {}): Details => ({
  organizationName: 'Harbor Families',
  website: 'https://harbor-families.example.org/',
  scope: 'local',
  name: 'Ana Ruiz',
  title: 'Director',
  city: 'Harbor City',
  region: 'New York',
  country: 'US',
  language: 'en',
  ...overrides,
});

export const aPerson = (overrides: Partial<Details> = {}): Details => ({
  name: 'Noor van den Berg',
  city: 'Harbor City',
  region: 'New York',
  country: 'US',
  publicName: 'initials',
  language: 'en',
  ...overrides,
});

export const aSignatory = (overrides: Partial<Signatory> = {}): Signatory => ({
  id: '0123456789abcdef0123456789abcdef',
  kind: 'organization',
  name: 'Harbor Families',
  city: 'Harbor City',
  region: 'New York',
  country: 'US',
  addedOn: null,
  ...overrides,
});

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
};

/** As many differing organizations as asked for, in alphabetical order. */
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

/** Who signed, as released: organizations in one group, nobody added or withdrawn. */
export function aSignatoryList(
  overrides: Partial<SignatoryLists> = {},
  language: Language = 'en',
): SignatoryLists {
  const signatories = someOrganizations(171, language);
  return {
    organizations: { count: signatories.length, groups: [{ signatories }] },
    individuals: { count: 0, named: [], withheld: 0 },
    withdrawnSince: 0,
    asOf: '2026-12-02T15:00:20.000Z',
    ...overrides,
  };
}

/** A list with everything that can be in one: leads, scopes, people, names withheld, additions, withdrawals. */
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
          signatories: [
            aSignatory({ name: 'مؤسسة الميناء', country: 'MA', city: 'Tanger' }),
            aSignatory({ name: 'Клуб «Гавань»' }),
          ],
        },
      ],
    },
    individuals: {
      count: 7,
      named: [
        person('A. R.'),
        person('Mónica Peña-Nieto', { addedOn: '2026-12-04' }),
        person('Noor van den Berg'),
        person('Wiktoria Łąska'),
      ],
      withheld: 3,
    },
    withdrawnSince: 2,
  });
}
