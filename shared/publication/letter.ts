import { schemaMistakes } from '../campaign/schema-mistakes.ts';
import { longDate, longDay } from '../pages/locales/formats.ts';
import type { LetterContent, TextFacts } from './content.ts';
import { splitFrontMatter, type TextSource } from './front-matter.ts';
import { type LetterFront, letterFrontSchema, letterKeys } from './letter-source.ts';
import { blocksOf } from './markdown.ts';
import { fillInMarkdown, fillInPlain } from './values.ts';

export interface LetterSource extends TextSource {
  keys?: LetterFront;
}

/** Takes `letter.md` apart and says what is wrong with its keys; what is wrong within its texts, `checkTexts` says. */
export function readLetter(source: string): LetterSource {
  const file = 'letter.md';
  const text = splitFrontMatter(file, source);
  if (text.front.isBroken) return text;
  const parsed = letterFrontSchema.safeParse(text.front.value ?? {});
  if (parsed.success) return { ...text, keys: parsed.data };
  return {
    ...text,
    mistakes: [...text.mistakes, ...schemaMistakes(file, text.front, parsed.error.issues, letterKeys)],
  };
}

/** Renders a letter that `check` has passed; throws for another. */
export function renderLetter(source: string, facts: TextFacts): LetterContent {
  const { keys, body } = readLetter(source);
  if (!keys) throw new Error('letter.md has mistakes that `campaign check` tells of');
  const plain = (text: string) => fillInPlain(text, facts);
  const { text, restore } = fillInMarkdown(body, facts);
  return {
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
