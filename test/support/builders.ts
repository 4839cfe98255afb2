import type { Branding } from '../../shared/campaign/branding.ts';
import type { Settings } from '../../shared/campaign/settings.ts';
import type { Signatory } from '../../shared/rendering/document/content.ts';
import type { CampaignView, Progress } from '../../shared/rendering/pages/campaign-view.ts';
import type { Details } from '../../shared/sign-on/sign-on.ts';

/** Valid data for tests. Each test overrides what matters to it. People and organizations are invented. */

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
  fr: {
    title: 'Lettre à la Commission du port sur les arbres de la rive',
    summary:
      'La Commission du port prévoit d’abattre 340 arbres le long de la rive. Nous lui demandons de les garder et d’écouter les personnes qui vivent à leur ombre.',
    sender: 'Coalition de la rive',
  },
};

/** A campaign's settings. By default for organizations, open, public and in English. */
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

const ownWords = {
  en: {
    members: 'How many members do you have?',
    help: 'How will you help?',
    ways: ['Share the letter', 'Speak at the hearing', 'Nothing more for now'],
    days: 'On which day can you come?',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    why: 'Why do you sign?',
    visited: 'I have walked along the shoreline.',
    newsletter: 'Send me news from the Shoreline Coalition.',
    thanks: 'Thank you. The hearing is on December 9.',
    hearing: 'Come to the hearing',
  },
  es: {
    members: '¿Cuántos miembros tienen?',
    help: '¿Cómo va a ayudar?',
    ways: ['Compartir la carta', 'Hablar en la audiencia', 'Por ahora nada más'],
    days: '¿Qué día puede venir?',
    weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
    why: '¿Por qué firma?',
    visited: 'He caminado por la ribera.',
    newsletter: 'Envíenme noticias de la Coalición de la Ribera.',
    thanks: 'Gracias. La audiencia es el 9 de diciembre.',
    hearing: 'Venga a la audiencia',
  },
  fr: {
    members: 'Combien de membres avez-vous ?',
    help: 'Comment allez-vous aider ?',
    ways: ['Partager la lettre', 'Prendre la parole à l’audience', 'Rien de plus pour le moment'],
    days: 'Quel jour pouvez-vous venir ?',
    weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    why: 'Pourquoi signez-vous ?',
    visited: 'J’ai marché le long de la rive.',
    newsletter: 'Envoyez-moi des nouvelles de la Coalition de la rive.',
    thanks: 'Merci. L’audience est le 9 décembre.',
    hearing: 'Venez à l’audience',
  },
};

/** A campaign for both kinds with five questions, a newsletter and a thank-you. */
export function aCampaignThatAsks(overrides: Partial<Settings> = {}): Settings {
  const words = ownWords[overrides.language ?? 'en'];
  return aCampaign({
    signatories: { organizations: true, individuals: true },
    questions: [
      { id: 'members', label: words.members, type: 'number', for: 'organizations', required: true },
      { id: 'help', label: words.help, type: 'choice', options: words.ways, for: 'both', required: false },
      { id: 'day', label: words.days, type: 'choice', options: words.weekdays, for: 'both', required: false },
      { id: 'why', label: words.why, type: 'text', for: 'individuals', required: false },
      { id: 'visited', label: words.visited, type: 'checkbox', for: 'both', required: false },
    ],
    newsletter: words.newsletter,
    thanks: { text: words.thanks, link: { label: words.hearing, url: 'https://example.org/hearing' } },
    ...overrides,
  });
}

export const aBranding: Branding = {
  color: '#1f6b45',
  logo: { file: 'logo.svg', name: '0123456789abcdef0123.png', width: 188, height: 64, tone: 'too-dark' },
};

export const aProgress = (overrides: Partial<Progress> = {}): Progress => ({
  organizations: 112,
  individuals: 0,
  thresholdOrganizations: 170,
  thresholdIndividuals: 0,
  asOf: '2026-11-20T20:15:00.000Z',
  ...overrides,
});

/** A campaign that is open and not published. */
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
