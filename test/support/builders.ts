import type { Settings } from '../../shared/campaign/settings.ts';
import type { Signatory } from '../../shared/rendering/document/content.ts';
import type { CampaignView, Progress } from '../../shared/rendering/pages/campaign-view.ts';
import type { Details } from '../../shared/sign-on/sign-on.ts';

/** Valid data for tests, each with what matters to the test laid over it. People and organizations are invented. */

export const siteUrl = 'https://letters.example.org';

/** Title, summary and sender of the sample campaign. */
export const inWords = {
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
