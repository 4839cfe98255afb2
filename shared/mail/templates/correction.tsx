import type { MailContent } from '../../aws/mailer.ts';
import { longDate } from '../../i18n/formats.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { originalUrl } from '../../rendering/document/text-facts.ts';
import { compose, type MailPart, paragraph } from './compose.tsx';
import { type ReleaseMailData, releaseMail } from './release.tsx';

/** Tells a journalist what was corrected: with the whole text if it is the release, else in a few lines. */
export function correctionMail({
  correction: { at, note, documents },
  ...data
}: ReleaseMailData & {
  correction: { at: string; note: string; documents: ('letter' | 'release')[] };
}): MailContent {
  const { settings, release, letterUrl, releaseUrl, contactName, unsubscribeLink } = data;
  const { language, timeZone } = settings;
  const { mails, correction } = texts(language);
  const t = mails.correction;
  const isRelease = documents.includes('release');
  const isLetter = documents.includes('letter');
  const lead = t.lead[isRelease && isLetter ? 'both' : isRelease ? 'release' : 'letter'];
  const line = `${correction.line(longDate(language, timeZone, at))} ${safeSubject(note)}`;
  if (isRelease)
    return releaseMail({
      ...data,
      subject: t.subject,
      opening: [`${lead} ${t.replaces}`],
    });
  const links: MailPart[] = [
    { type: 'link', label: t.letter, href: letterUrl },
    { type: 'link', label: t.original, href: originalUrl('letter', releaseUrl) },
    { type: 'link', label: mails.release.release, href: releaseUrl },
  ];
  const contact = contactName === undefined ? undefined : safeSubject(contactName);
  const subject = t.subject(safeSubject(release.headline));
  return compose({
    language,
    subject,
    heading: subject,
    parts: [paragraph(line), paragraph(`${lead} ${t.stays}`), ...links],
    footer: { settings, reason: mails.why.press(contact), unsubscribeLink },
  });
}
