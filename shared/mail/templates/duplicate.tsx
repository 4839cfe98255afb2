import type { MailContent } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, paragraph } from './compose.tsx';
import { organizationInSubject, type SignerMailData, signerFacts } from './signer.ts';

/**
 * Sent after a confirmation if another person has signed for the same organization. With `isDecided`, the signature
 * counted, and the organizers have decided for the other one.
 */
export function duplicateMail(data: SignerMailData & { isDecided: boolean }): MailContent {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = safeSubject(settings.title);
  const words = data.isDecided ? t.duplicate.decided : t.duplicate;
  return compose({
    language: details.language,
    subject: words.subject(title, organizationInSubject(data)),
    heading: words.heading,
    parts: [
      paragraph(words.lead(title)),
      signerFacts(data),
      paragraph(words.once),
      paragraph(t.duplicate.two),
      paragraph(t.duplicate.kept),
      { type: 'button', label: t.signed.button, href: link },
    ],
    footer: { settings, reason: t.why.signed, unsubscribeLink },
  });
}
