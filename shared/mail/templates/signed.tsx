import type { MailContent } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, paragraph } from './compose.tsx';
import { organizationInSubject, printedFacts, type SignerMailData, signerFacts } from './signer.ts';

/**
 * Sent after a confirmation or a decision of the organizers: the signature counts, and the link corrects or withdraws
 * it.
 */
export function signedMail(data: SignerMailData & { isDecided?: boolean }): MailContent {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = safeSubject(settings.title);
  const words = data.isDecided ? t.signed.decided : t.signed;
  return compose({
    language: details.language,
    subject: words.subject(title, organizationInSubject(data)),
    heading: words.heading,
    parts: [
      paragraph(words.lead(title)),
      data.isDecided ? printedFacts(data) : signerFacts(data),
      paragraph(t.signed.keep),
      { type: 'button', label: t.signed.button, href: link },
    ],
    footer: { settings, reason: t.why.signed, unsubscribeLink },
  });
}
