import type { DocumentFacts } from '../../../shared/rendering/pdf/make-pdf.ts';

export const documentFacts = (): DocumentFacts => ({
  language: 'en',
  timeZone: 'America/New_York',
  title: 'Letter to the “Commission”',
  author: 'Shoreline Coalition',
  publishedOn: '2026-12-02T15:00:00.000Z',
  url: 'https://letters.example.org/harbor-trees/letter/',
});
