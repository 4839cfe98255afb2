import type { MailContent } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, paragraph } from './compose.tsx';
import { organizationInSubject, type SignerMailData, signerFacts } from './signer.ts';

/** Sent after a form with the signed details was sent again: there is nothing to do. */
export function signedAlreadyMail(data: SignerMailData): MailContent {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = safeSubject(settings.title);
  return compose({
    language: details.language,
    subject: t.signedAlready.subject(title, organizationInSubject(data)),
    heading: t.signedAlready.heading,
    parts: [
      paragraph(t.signedAlready.lead(title)),
      signerFacts(data),
      paragraph(t.signedAlready.nothing),
      { type: 'button', label: t.signed.button, href: link },
    ],
    footer: { settings, reason: t.why.signed, unsubscribeLink },
  });
}
