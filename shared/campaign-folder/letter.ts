import { longDate, longDay } from '../i18n/formats.ts';
import type { LetterContent, TextFacts } from '../rendering/document/content.ts';
import { fillInMarkdown, fillInPlain } from '../rendering/markdown/fill-in-markdown.ts';
import { blocksOf } from '../rendering/markdown/markdown.ts';
import { type ParsedSource, readSource } from './front-matter.ts';
import {
  type LetterFrontMatter,
  letterFrontMatterSchema,
  letterKeys,
  translatedLetterFrontMatterSchema,
  translatedLetterKeys,
} from './letter-source.ts';
import { keyMistake, type Mistake } from './mistakes.ts';

export type LetterSource = ParsedSource<LetterFrontMatter>;

/** Reads `letter.md`: its keys, and the text below them. */
export const readLetter = (source: string): LetterSource =>
  withLines('letter.md', readSource('letter.md', source, letterFrontMatterSchema, letterKeys));

/** Reads a letter in another language than the campaign's own. */
export const readTranslatedLetter = (source: string, file: string): LetterSource =>
  withLines(file, readSource(file, source, translatedLetterFrontMatterSchema, translatedLetterKeys));

/**
 * A plain text instead of lines is most likely a list that was not written as one: `recipient: Harbor Commission, 1
 * Pier Road` would be printed on one line. `check` reports it as a mistake; a stored letter with one still renders.
 */
function withLines(file: string, source: LetterSource): LetterSource {
  const { front } = source;
  if (front.isBroken) return source;
  const mistakes = (['recipient', 'closing'] as const).flatMap((key): Mistake[] => {
    const scalar = front.scalarAt([key]);
    if (!scalar || scalar.keepsLines || !/\S/.test(scalar.raw)) return [];
    const example = letterKeys.examples[key] ?? '';
    return [keyMistake(file, front, [key], (t) => t.values.notLines(example))];
  });
  return { ...source, mistakes: [...source.mistakes, ...mistakes] };
}

/** Renders a letter, translated or not, that has passed `check`. Throws for any other. */
export function renderLetter(source: string, facts: TextFacts): LetterContent {
  const { keys, body } = readTranslatedLetter(source, 'letter.md');
  if (!keys) throw new Error('letter.md has mistakes: run `campaign check`');
  const plain = (text: string) => fillInPlain(text, facts);
  const { text, restore } = fillInMarkdown(body, facts);
  return {
    language: facts.language,
    date: keys.date
      ? dateInWords(plain(keys.date), facts)
      : longDate(facts.language, facts.timeZone, facts.publishedAt),
    recipient: keys.recipient.map(plain),
    subject: plain(keys.subject),
    body: blocksOf(text, { restore }),
    closing: keys.closing.map(plain),
  };
}

function dateInWords(date: string, { language }: TextFacts): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) ? longDay(language, date) : date;
}
