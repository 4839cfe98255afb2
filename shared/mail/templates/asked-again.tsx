import type { MailContent } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, paragraph } from './compose.tsx';
import { organizationInSubject, type SignerMailData, signerFacts } from './signer.ts';

interface AskedAgainData extends SignerMailData {
  /** Of the changed letter. */
  letterUrl: string;
  /** Whether the same mail was sent some days before. */
  isReminder: boolean;
}

/** Asks a signer to agree to the changed letter or to withdraw. The link leads to both buttons. */
export function askedAgainMail({ letterUrl, isReminder, ...data }: AskedAgainData): MailContent {
  const { settings, details, link, unsubscribeLink } = data;
  const { askedAgain: t, why } = texts(details.language).mails;
  const title = safeSubject(settings.title);
  const organization = organizationInSubject(data);
  return compose({
    language: details.language,
    subject: isReminder ? t.subjectAgain(title, organization) : t.subject(title, organization),
    heading: t.heading,
    parts: [
      paragraph(isReminder ? t.leadAgain(title) : t.lead(title)),
      signerFacts(data),
      paragraph(t.until),
      { type: 'link', label: t.letter, href: letterUrl },
      { type: 'button', label: t.button, href: link },
      paragraph(t.how),
    ],
    footer: { settings, reason: why.signed, unsubscribeLink },
  });
}
