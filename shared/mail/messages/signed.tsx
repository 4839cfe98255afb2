import type { Message } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, paragraph } from './compose.tsx';
import { organizationInSubject, type SignerMailData, signerFacts } from './signer.ts';

/** Follows a confirmation: the signature counts, and the link corrects or withdraws it. */
export function signedMail(data: SignerMailData): Message {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = safeSubject(settings.title);
  return compose({
    language: details.language,
    subject: t.signed.subject(title, organizationInSubject(data)),
    heading: t.signed.heading,
    parts: [
      paragraph(t.signed.lead(title)),
      signerFacts(data),
      paragraph(t.signed.keep),
      { type: 'button', label: t.signed.button, href: link },
    ],
    footer: { settings, reason: t.why.signed, unsubscribeLink },
  });
}
