import { texts } from '../../pages/locales/texts.ts';
import { oneLine } from '../../pages/readable.ts';
import { compose, paragraph } from './compose.tsx';
import type { Message } from './message.ts';
import { organizationInSubject, type SignerMailData, whoSigns } from './signer.ts';

/** Follows a confirmation: the signature counts, and the link corrects or withdraws it. */
export function signedMail(data: SignerMailData): Message {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = oneLine(settings.title);
  return compose({
    language: details.language,
    subject: t.signed.subject(title, organizationInSubject(data)),
    heading: t.signed.heading,
    parts: [
      paragraph(t.signed.lead(title)),
      whoSigns(data),
      paragraph(t.signed.keep),
      { type: 'button', label: t.signed.button, href: link },
    ],
    footer: { settings, why: t.why.signed, unsubscribeLink },
  });
}
