import * as z from 'zod';
import { line, lines } from './fields.ts';
import type { KeyGuide } from './schema-mistakes.ts';

/** Front matter of `letter.md`. */
export const letterFrontMatterSchema = z.strictObject({
  /** A day (`2026-12-02`, printed in words) or words that are printed as they are. */
  date: line(100).optional(),
  recipient: lines,
  subject: line(300),
  closing: lines,
});

const plainText = (max: number) =>
  line(max).refine((text) => !/\{[{%]/.test(text), {
    message: 'contains Liquid ({{ }} or {% %})',
    params: { cure: 'Write plain text here. Liquid works in the other keys and in the letter.' },
  });

/** Front matter of a letter in another language, which also says the campaign's title and summary in it. */
export const translatedLetterFrontMatterSchema = letterFrontMatterSchema.extend({
  title: plainText(200).optional(),
  summary: plainText(500).optional(),
});
export type LetterFrontMatter = z.output<typeof translatedLetterFrontMatterSchema>;

const inCampaignYaml = 'Remove it. This key belongs in campaign.yaml.';

export const letterKeys: KeyGuide = {
  examples: {
    date: 'date: December 2, 2026',
    recipient: 'recipient: [Harbor Commission, 1 Pier Road, "Harbor City, NY 10000"]',
    'recipient[]': 'recipient: [Harbor Commission, 1 Pier Road]',
    subject: 'subject: Keep the Shoreline Trees',
    closing: 'closing: ["Respectfully,"]',
    'closing[]': 'closing: ["Respectfully,"]',
  },
  elsewhere: { title: inCampaignYaml, summary: inCampaignYaml },
};

export const translatedLetterKeys: KeyGuide = {
  examples: {
    ...letterKeys.examples,
    title: 'title: Carta a la Comisión del Puerto',
    summary: 'summary: Le pedimos a la Comisión que conserve los árboles.',
  },
};
