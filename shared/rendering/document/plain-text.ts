import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { Contact, LetterContent, Quote, ReleaseContent, SignatoryLists } from './content.ts';
import { blocksText, inlineText } from './content-text.ts';
import { safeSubject } from './safe-text.ts';
import { signatoriesText } from './signatories-text.ts';

/**
 * The release as it is pasted into a mail: a paragraph is one line, however long, since mail programs wrap lines
 * themselves and make a ragged text of lines that were wrapped before.
 */
export function releaseText(release: ReleaseContent): string {
  const { contact } = texts(release.language).release;
  return document([
    correctionsText(release),
    release.banner ?? '',
    [contact, ...release.contacts.map(contactText)].join('\n'),
    release.date,
    release.headline,
    release.subheadline ?? '',
    blocksText(release.body),
    ...release.quotes.map(quoteText),
    ...release.about.map(inlineText),
    '###',
  ]);
}

/** The letter in the same way, with everybody who signed, a line each. */
export const letterText = (letter: LetterContent, lists: SignatoryLists, language: Language): string =>
  `${letterOpening(letter)}${signatoriesText(lists, language)}\n`;

/** The letter to its closing, without the line's end: who signed follows. */
export const letterOpening = (letter: LetterContent): string =>
  paragraphs([
    correctionsText(letter),
    letter.date,
    letter.recipient.join('\n'),
    letter.subject,
    blocksText(letter.body),
    letter.closing.join('\n'),
  ]);

/** A line for each correction, and where the text stands as it was first. */
function correctionsText({ corrections, language }: Pick<LetterContent, 'corrections' | 'language'>): string {
  if (!corrections) return '';
  const { line, original } = texts(language).correction;
  return paragraphs([
    ...corrections.lines.map(({ date, note }) => `${line(date)} ${safeSubject(note)}`),
    `${original} ${corrections.originalUrl}`,
  ]);
}

const document = (parts: string[]): string => `${paragraphs(parts)}\n`;

const paragraphs = (parts: string[]): string => parts.filter((part) => part !== '').join('\n\n');

function contactText({ name, organization, phone, email }: Contact): string {
  return [name, organization, phone, email].filter(Boolean).join(', ');
}

function quoteText({ paragraphs, attribution, lead }: Quote): string {
  const spoken = paragraphs.map(inlineText).join('\n\n');
  return [lead && inlineText(lead), spoken, attribution && inlineText(attribution)].filter(Boolean).join(' ');
}
