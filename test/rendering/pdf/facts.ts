import type { PdfProperties } from '../../../shared/rendering/pdf/make-pdf.ts';

export const documentFacts = (): PdfProperties => ({
  language: 'en',
  timeZone: 'America/New_York',
  title: 'Letter to the “Commission”',
  author: 'Shoreline Coalition',
  publishedAt: '2026-12-02T15:00:00.000Z',
  url: 'https://letters.example.org/harbor-trees/letter/',
});
