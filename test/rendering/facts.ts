import type { TextFacts } from '../../shared/rendering/document/content.ts';

export const someFacts = (changed: Partial<TextFacts> = {}): TextFacts => ({
  organizations: 171,
  individuals: 20,
  thresholdOrganizations: 170,
  thresholdIndividuals: null,
  campaignTitle: 'Keep the Trees',
  letterUrl: 'https://letters.example.org/harbor-trees/letter/',
  releaseUrl: 'https://letters.example.org/harbor-trees/release/',
  publishedAt: '2026-12-02T15:00:00.000Z',
  timeZone: 'America/New_York',
  language: 'en',
  ...changed,
});
