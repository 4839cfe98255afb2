import type { MailContent } from '../../aws/mailer.ts';
import type { Settings } from '../../campaign/settings.ts';
import { texts } from '../../i18n/texts.ts';
import type { ReleaseContent } from '../../rendering/document/content.ts';
import { releaseText } from '../../rendering/document/plain-text.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { directionOf } from '../../rendering/pages/lang-attribute.ts';
import { ReleaseArticle, type ReleasePart } from '../../rendering/pages/release-article.tsx';
import { Footer, footerText, type MailFooter } from './compose.tsx';
import { renderMail } from './mail-document.tsx';
import { serif, stylesFor } from './mail-styles.ts';

export interface ReleaseMailData {
  settings: Settings;
  release: ReleaseContent;
  letterUrl: string;
  releaseUrl: string;
  /** The journalist's name, if the press list has it. */
  contactName?: string;
  unsubscribeLink: string;
}

interface ReleaseMailOptions {
  /** The mail's subject, made from the headline. Absent: the headline. */
  subject?: (headline: string) => string;
  /** Paragraphs above the release. */
  opening?: string[];
  /** Paragraphs below it instead of the links, whose pages do not exist yet. */
  ending?: string[];
}

/** Many mail clients know no `inline-start`, so the side where lines begin is named. */
const releaseStyles = (side: 'left' | 'right'): Partial<Record<ReleasePart, string>> => ({
  correction: `margin:0 0 16px;padding:0;padding-${side}:12px;border-${side}:3px solid #8a5a00`,
  banner: 'margin:0 0 16px;font-weight:bold;letter-spacing:.06em',
  contact: 'margin:0 0 16px',
  date: 'margin:0 0 16px',
  headline: `margin:0 0 12px;font:bold 26px/1.25 ${serif}`,
  subheadline: `margin:0 0 16px;font:italic 18px/1.4 ${serif}`,
  quote: 'margin:0',
  end: 'margin:16px 0;text-align:center',
});

/** The release for a newsroom: the headline is the subject and the mail is the release, in text and HTML. */
export function releaseMail(data: ReleaseMailData & ReleaseMailOptions): MailContent {
  const { settings, release, letterUrl, releaseUrl, contactName, unsubscribeLink } = data;
  const { opening = [], ending } = data;
  const { language } = settings;
  const t = texts(language);
  const links = ending
    ? []
    : [
        { label: t.mails.release.letter, href: letterUrl },
        { label: t.mails.release.release, href: releaseUrl },
      ];
  const contact = contactName === undefined ? undefined : safeSubject(contactName);
  const footer: MailFooter = { settings, reason: t.mails.why.press(contact), unsubscribeLink };
  const headline = safeSubject(release.headline);
  const subject = data.subject?.(headline) ?? headline;
  const styles = stylesFor(settings.branding);
  return {
    subject,
    text: `${[
      ...opening,
      releaseText(release).trimEnd(),
      ...(ending ?? []),
      ...links.map(({ label, href }) => `${label}\n${href}`),
      footerText(footer, language),
    ].join('\n\n')}\n`,
    html: renderMail({
      language,
      title: subject,
      branding: settings.branding,
      children: (
        <>
          {opening.map((words) => (
            <p style={styles.paragraph}>{words}</p>
          ))}
          <ReleaseArticle
            release={release}
            page={language}
            level={1}
            styles={releaseStyles(directionOf(language) === 'rtl' ? 'right' : 'left')}
          />
          {ending?.map((words) => (
            <p style={styles.paragraph}>{words}</p>
          ))}
          {links.map(({ label, href }) => (
            <p style={styles.paragraph}>
              {label}
              <br />
              <a href={href} style={styles.link}>
                {href}
              </a>
            </p>
          ))}
          <Footer {...footer} language={language} />
        </>
      ),
    }),
  };
}
