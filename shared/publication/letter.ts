import type { Mistake } from '../campaign/mistakes.ts';
import type { LetterContent, TextFacts } from '../content/content.ts';
import { longDate, longDay } from '../pages/locales/formats.ts';
import { type ReadSource, readSource } from './front-matter.ts';
import {
  type LetterFront,
  letterFrontSchema,
  letterKeys,
  translatedLetterFrontSchema,
  translatedLetterKeys,
} from './letter-source.ts';
import { blocksOf } from './markdown.ts';
import { fillInMarkdown, fillInPlain } from './values.ts';

export type LetterSource = ReadSource<LetterFront>;

/** Reads `letter.md`: its keys, and the text below them. */
export const readLetter = (source: string): LetterSource =>
  withLines('letter.md', readSource('letter.md', source, letterFrontSchema, letterKeys));

/** Reads a letter in another language than the campaign's own. */
export const readTranslatedLetter = (source: string, file: string): LetterSource =>
  withLines(file, readSource(file, source, translatedLetterFrontSchema, translatedLetterKeys));

/**
 * A plain text where lines are wanted is most likely a list that was not written as one: `recipient: Harbor Commission, 1 Pier
 * Road` would be printed on one line. It is told as a mistake, and what was stored with one still renders.
 */
function withLines(file: string, source: LetterSource): LetterSource {
  const { front } = source;
  if (front.isBroken) return source;
  const mistakes = (['recipient', 'closing'] as const).flatMap((key): Mistake[] => {
    const scalar = front.scalarAt([key]);
    if (!scalar || scalar.keepsLines || !/\S/.test(scalar.raw)) return [];
    const message = `${key} must be a list of lines.`;
    return [
      {
        file,
        line: front.lineOf([key]),
        key,
        message,
        cure: `Write it like this: ${letterKeys.examples[key]}`,
      },
    ];
  });
  return { ...source, mistakes: [...source.mistakes, ...mistakes] };
}

/** Renders a letter, translated or not, that `check` has passed; throws for another. */
export function renderLetter(source: string, facts: TextFacts): LetterContent {
  const { keys, body } = readTranslatedLetter(source, 'letter.md');
  if (!keys) throw new Error('letter.md has mistakes: run `campaign check`');
  const plain = (text: string) => fillInPlain(text, facts);
  const { text, restore } = fillInMarkdown(body, facts);
  return {
    language: facts.language,
    date: keys.date
      ? dateInWords(plain(keys.date), facts)
      : longDate(facts.language, facts.timeZone, facts.publishedOn),
    recipient: keys.recipient.map(plain),
    subject: plain(keys.subject),
    body: blocksOf(text, { restore }),
    closing: keys.closing.map(plain),
  };
}

function dateInWords(date: string, { language }: TextFacts): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) ? longDay(language, date) : date;
}
