import type { MailContent } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, paragraph } from './compose.tsx';
import { organizationInSubject, type SignerMailData, signerFacts } from './signer.ts';

/** Sent after a confirmation if another person has signed for the same organization. */
export function duplicateMail(data: SignerMailData): MailContent {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = safeSubject(settings.title);
  return compose({
    language: details.language,
    subject: t.duplicate.subject(title, organizationInSubject(data)),
    heading: t.duplicate.heading,
    parts: [
      paragraph(t.duplicate.lead(title)),
      signerFacts(data),
      paragraph(t.duplicate.once),
      paragraph(t.duplicate.two),
      paragraph(t.duplicate.kept),
      { type: 'button', label: t.signed.button, href: link },
    ],
    footer: { settings, reason: t.why.signed, unsubscribeLink },
  });
}
