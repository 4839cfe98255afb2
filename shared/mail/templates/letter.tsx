import type { MailContent } from '../../aws/mailer.ts';
import type { Settings } from '../../campaign/settings.ts';
import { texts } from '../../i18n/texts.ts';
import type { LetterContent, SignatoryLists } from '../../rendering/document/content.ts';
import { letterOpening } from '../../rendering/document/plain-text.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import {
  type SignatorySection,
  signatoriesText,
  signatorySections,
} from '../../rendering/document/signatories-text.ts';
import { LetterArticle } from '../../rendering/pages/letter-article.tsx';
import { Footer, footerText, type MailFooter } from './compose.tsx';
import { renderMail } from './mail-document.tsx';
import { type MailStyles, stylesFor } from './mail-styles.ts';

interface LetterMailData {
  settings: Settings;
  letter: LetterContent;
  letterUrl: string;
  /** As released. */
  organizations: number;
  individuals: number;
  /** Whether the PDF of the letter is attached. */
  hasPdf: boolean;
  /** Who signed. Absent if there are too many for a mail. */
  lists?: SignatoryLists;
}

/** The letter for its recipient: a line about the sender, the whole letter, who signed. */
export function letterMail(data: LetterMailData): MailContent {
  const { settings, letter, letterUrl, organizations, individuals, hasPdf, lists } = data;
  const t = texts(settings.language).mails.letter;
  const intro = [
    t.lead(safeSubject(settings.sender.name), organizations, individuals),
    ...(hasPdf ? [t.attached] : []),
    ...(lists ? [] : [t.namesOnPage]),
  ];
  return mailWithLetter({
    settings,
    letter,
    lists,
    subject: letter.subject,
    intro: [intro.join(' ')],
    links: [{ label: t.onTheWeb, url: letterUrl }],
  });
}

/** A mail to the recipient: who sends it, an introduction, the whole letter, who signed. */
export function mailWithLetter({
  settings,
  letter,
  lists,
  subject: words,
  intro,
  links,
}: {
  settings: Settings;
  letter: LetterContent;
  lists: SignatoryLists | undefined;
  subject: string;
  /** Paragraphs. */
  intro: string[];
  links: { label: string; url: string }[];
}): MailContent {
  const { language } = settings;
  const t = texts(language).mails;
  const names = lists ? signatoriesText(lists, language).trim() : '';
  const footer: MailFooter = { settings, reason: t.why.recipient };
  const subject = safeSubject(words);
  const organizer = safeSubject(settings.sender.name);
  const styles = stylesFor(settings.branding);
  return {
    subject,
    text: `${[
      organizer,
      ...intro,
      ...links.map(({ label, url }) => `${label}\n${url}`),
      '—',
      letterOpening(letter),
      ...(names === '' ? [] : [names]),
      footerText(footer, language),
    ].join('\n\n')}\n`,
    html: renderMail({
      language,
      title: subject,
      branding: settings.branding,
      organizer,
      children: (
        <>
          {intro.map((paragraph) => (
            <p style={styles.paragraph}>{paragraph}</p>
          ))}
          {links.map(({ label, url }) => (
            <p style={styles.paragraph}>
              {label}
              <br />
              <a href={url} style={styles.link}>
                {url}
              </a>
            </p>
          ))}
          <hr />
          <LetterArticle letter={letter} page={language} level={1} subjectStyle={styles.heading} />
          {lists &&
            signatorySections(lists, language).map((section) => <Names of={section} styles={styles} />)}
          <Footer {...footer} language={language} />
        </>
      ),
    }),
  };
}

const Names = ({ of: { heading, lines }, styles }: { of: SignatorySection; styles: MailStyles }) => (
  <p style={styles.paragraph}>
    {heading && <strong>{heading}</strong>}
    {lines.map((line, index) => (
      <>
        {(heading || index > 0) && <br />}
        <bdi>{line}</bdi>
      </>
    ))}
  </p>
);
