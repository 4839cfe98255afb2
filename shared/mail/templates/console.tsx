import type { MailContent } from '../../aws/mailer.ts';
import type { Settings } from '../../campaign/settings.ts';
import { longTime } from '../../i18n/formats.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, paragraph } from './compose.tsx';

interface ConsoleMailData {
  /** One of the organizer's campaigns. The mail has its sender and its language. */
  settings: Settings;
  siteUrl: string;
}

/** The link with which an organizer signs in. */
export function signInMail({ settings, siteUrl, link }: ConsoleMailData & { link: string }): MailContent {
  const { language } = settings;
  const { signIn, why } = texts(language).mails;
  return compose({
    language,
    subject: signIn.subject(new URL(siteUrl).host),
    heading: signIn.heading,
    parts: [
      paragraph(signIn.lead),
      { type: 'button', label: signIn.button, href: link },
      paragraph(signIn.notYou),
    ],
    footer: { settings, reason: why.organizer },
  });
}

/** Tells an organizer that somebody, probably they themselves, signed in from a new browser. */
export function newBrowserMail({
  settings,
  siteUrl,
  session,
}: ConsoleMailData & { session: { createdAt: string; browser: string } }): MailContent {
  const { language, timeZone } = settings;
  const { newBrowser, why } = texts(language).mails;
  return compose({
    language,
    subject: newBrowser.subject(new URL(siteUrl).host),
    heading: newBrowser.heading,
    parts: [
      paragraph(newBrowser.lead),
      {
        type: 'facts',
        rows: [
          { label: newBrowser.when, value: longTime(language, timeZone, session.createdAt) },
          { label: newBrowser.browser, value: safeSubject(session.browser) },
        ],
      },
      paragraph(newBrowser.notYou),
      { type: 'button', label: newBrowser.button, href: `${siteUrl}/console/` },
    ],
    footer: { settings, reason: why.organizer },
  });
}
