import * as z from 'zod';
import { line, lines } from '../campaign/fields.ts';
import type { KeyGuide } from '../campaign/schema-mistakes.ts';

/** Front matter of `letter.md`. */
export const letterFrontSchema = z.strictObject({
  /** A day (`2026-12-02`, printed in words) or words that are printed as they are. */
  date: line(100).optional(),
  recipient: lines,
  subject: line(300),
  closing: lines,
});
export type LetterFront = z.output<typeof letterFrontSchema>;

const inCampaignYaml = 'Take it out: it stands in campaign.yaml.';

export const letterKeys: KeyGuide = {
  examples: {
    date: 'date: December 2, 2026',
    recipient: 'recipient: [Harbor Commission, 1 Pier Road, "Harbor City, NY 10000"]',
    'recipient[]': 'recipient: [Harbor Commission, 1 Pier Road]',
    subject: 'subject: Keep the Shoreline Trees',
    closing: 'closing: ["Respectfully,"]',
    'closing[]': 'closing: ["Respectfully,"]',
  },
  later: { title: inCampaignYaml, summary: inCampaignYaml },
};
