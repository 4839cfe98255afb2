import * as z from 'zod';
import { line, lines, plainLine } from './fields.ts';
import { thanks, translatedQuestions } from './questions.ts';
import type { KeyGuide } from './schema-mistakes.ts';

/** Front matter of `letter.md`. */
export const letterFrontMatterSchema = z.strictObject({
  /** A day (`2026-12-02`, printed in words) or words that are printed as they are. */
  date: line(100).optional(),
  recipient: lines,
  subject: line(300),
  closing: lines,
});

/** Front matter of a letter in another language, which also says the campaign's own words in it. */
export const translatedLetterFrontMatterSchema = letterFrontMatterSchema.extend({
  title: plainLine(200).optional(),
  summary: plainLine(500).optional(),
  attestation: plainLine(300).optional(),
  questions: translatedQuestions.optional(),
  newsletter: plainLine(200).optional(),
  thanks: thanks.optional(),
});
export type LetterFrontMatter = z.output<typeof translatedLetterFrontMatterSchema>;

export const letterKeys: KeyGuide = {
  examples: {
    date: 'date: December 2, 2026',
    recipient: 'recipient: [Harbor Commission, 1 Pier Road, "Harbor City, NY 10000"]',
    'recipient[]': 'recipient: [Harbor Commission, 1 Pier Road]',
    subject: 'subject: Keep the Shoreline Trees',
    closing: 'closing: ["Respectfully,"]',
    'closing[]': 'closing: ["Respectfully,"]',
  },
  inSettings: ['title', 'summary', 'attestation', 'questions', 'newsletter', 'thanks'],
};

export const translatedLetterKeys: KeyGuide = {
  examples: {
    ...letterKeys.examples,
    title: 'title: Carta a la Comisión del Puerto',
    summary: 'summary: Le pedimos a la Comisión que conserve los árboles.',
    attestation: 'attestation: Tengo autorización para firmar por esta organización.',
    questions: 'questions: { members: { label: ¿Cuántos miembros tienen? } }',
    newsletter: 'newsletter: Envíenme noticias de la coalición.',
    thanks:
      'thanks: { text: ¡Gracias!, link: { label: Súmese a la marcha, url: https://example.org/marcha } }',
    'thanks.text': 'text: ¡Gracias!',
    'thanks.link': 'link: { label: Súmese a la marcha, url: https://example.org/marcha }',
    'thanks.link.label': 'label: Súmese a la marcha',
    'thanks.link.url': 'url: https://example.org/marcha',
  },
};
