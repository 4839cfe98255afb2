import type { MailContent } from '../../aws/mailer.ts';
import type { Settings } from '../../campaign/settings.ts';
import { hasListChanges, type LastLetter, type ListChanges } from '../../campaign/supplement.ts';
import { longDate } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { LetterContent, SignatoryLists } from '../../rendering/document/content.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { mailWithLetter } from './letter.tsx';

interface SupplementMailData {
  settings: Settings;
  letter: LetterContent;
  letterUrl: string;
  /** Where the list is on this site. If the letter is published elsewhere, this is another address. */
  listUrl: string;
  /** The letter that the recipient has. */
  previousLetter: Pick<LastLetter, 'origin' | 'at'>;
  listChanges: ListChanges;
  /** When the letter's text was corrected since (ISO 8601), if it was. */
  correctedAt?: string;
  /** Whether the PDF of the letter is attached. */
  hasPdf: boolean;
  /** Who signed. Absent if there are too many for a mail. */
  lists?: SignatoryLists;
}

/** The letter again, for its recipient: what has changed since, the whole letter, who signed. */
export function supplementMail(data: SupplementMailData): MailContent {
  const { settings, letter, letterUrl, listUrl, previousLetter, listChanges, correctedAt, hasPdf, lists } =
    data;
  const { language, timeZone } = settings;
  const { letter: first, supplement: t } = texts(language).mails;
  const date = (instant: string) => longDate(language, timeZone, instant);
  const { organizations, individuals } = listChanges;
  const changes = t.news(
    t.since[previousLetter.origin](date(previousLetter.at)),
    listChangesText(listChanges, language),
    organizations,
    individuals,
  );
  const news = !correctedAt ? 'list' : hasListChanges(listChanges) ? 'both' : 'text';
  const lead = t.lead[news](safeSubject(settings.sender.name));
  const withIt = [
    ...(hasPdf ? [news === 'text' ? first.attached : t.attached] : []),
    ...(lists ? [t.dated] : []),
    // If the letter is published elsewhere, its page may not have the names.
    ...(lists || listUrl !== letterUrl ? [] : [first.namesOnPage]),
  ];
  return mailWithLetter({
    settings,
    letter,
    lists,
    subject: t.subject[news](letter.subject),
    intro: [
      ...(correctedAt ? [`${lead} ${t.corrected(date(correctedAt))}`, changes] : [`${lead} ${changes}`]),
      ...(withIt.length > 0 ? [withIt.join(' ')] : []),
    ],
    links: [
      { label: first.onTheWeb, url: letterUrl },
      ...(listUrl === letterUrl ? [] : [{ label: t.list, url: listUrl }]),
    ],
  });
}

/** What has changed, as the end of a sentence. */
export function listChangesText(news: ListChanges, language: Language): string {
  const { supplement: t } = texts(language).mails;
  const { addedOrganizations, addedIndividuals, withdrawn } = news;
  if (!hasListChanges(news)) return t.unchanged;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format([
    ...(addedOrganizations + addedIndividuals > 0 ? [t.joined(addedOrganizations, addedIndividuals)] : []),
    ...(withdrawn > 0 ? [t.withdrawn(withdrawn)] : []),
  ]);
}
