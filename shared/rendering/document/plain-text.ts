import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { Contact, LetterContent, Quote, ReleaseContent, SignatoryLists } from './content.ts';
import { blocksText, inlineText } from './content-text.ts';
import { safeSubject } from './safe-text.ts';
import { signatoriesText } from './signatories-text.ts';

/**
 * The release as plain text to paste into an email. A paragraph is one line of any length, because mail programs wrap
 * lines themselves and make a mess of lines that are already wrapped.
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

/** The letter in the same form, with all signatories, one line for each. */
export const letterText = (letter: LetterContent, lists: SignatoryLists, language: Language): string =>
  `${letterOpening(letter)}${signatoriesText(lists, language)}\n`;

/** The letter up to its closing, without a line break at the end. The signatories follow. */
export const letterOpening = (letter: LetterContent): string =>
  paragraphs([
    correctionsText(letter),
    letter.date,
    letter.recipient.join('\n'),
    letter.subject,
    blocksText(letter.body),
    letter.closing.join('\n'),
  ]);

/** A line for each correction, and the address of the first version. */
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
