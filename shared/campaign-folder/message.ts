import * as z from 'zod';
import type { Language } from '../i18n/language.ts';
import type { Block, TextFacts } from '../rendering/document/content.ts';
import { fillInMarkdown, fillInPlain } from '../rendering/markdown/fill-in-markdown.ts';
import { blocksOf } from '../rendering/markdown/markdown.ts';
import { checkTexts } from './check-texts.ts';
import { line } from './fields.ts';
import { type ParsedSource, readSource } from './front-matter.ts';
import type { Mistake } from './mistakes.ts';

/** A message in one language, ready to be mailed. */
export interface MessageContent {
  language: Language;
  subject: string;
  body: Block[];
}

const frontMatterSchema = z.strictObject({ subject: line(200) });
type MessageKeys = z.output<typeof frontMatterSchema>;

const guide = { examples: { subject: 'subject: The hearing is on December 9' } };

const parse = (file: string, source: string): ParsedSource<MessageKeys> =>
  readSource(file, source, frontMatterSchema, guide);

/** The mistakes of a message's file: its key, its Liquid, its links, and numbers for which it says nothing. */
export function messageMistakes(file: string, source: string, facts: readonly TextFacts[]): Mistake[] {
  const parsed = parse(file, source);
  const mistakes = [...parsed.mistakes, ...checkTexts(file, parsed)];
  if (mistakes.length > 0) return mistakes;
  const isEmpty = facts.some((each) => {
    const { subject, body } = renderMessage(source, each);
    return subject === '' || body.length === 0;
  });
  if (!isEmpty) return [];
  return [{ file, line: 1, words: (t) => t.texts.emptyMessage }];
}

/** Renders a message without mistakes. Throws for any other. */
export function renderMessage(source: string, facts: TextFacts): MessageContent {
  const { keys, body } = parse('message.md', source);
  if (!keys) throw new Error('the message has mistakes');
  const { text, restore } = fillInMarkdown(body, facts);
  return {
    language: facts.language,
    subject: fillInPlain(keys.subject, facts),
    body: blocksOf(text, { restore }),
  };
}
