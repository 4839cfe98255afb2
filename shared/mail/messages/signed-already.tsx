import { texts } from '../../pages/locales/texts.ts';
import { oneLine } from '../../pages/readable.ts';
import { compose, paragraph } from './compose.tsx';
import type { Message } from './message.ts';
import { organizationInSubject, type SignerMailData, whoSigns } from './signer.ts';

/** Follows a form that was sent again with the signed details: there is nothing to do. */
export function signedAlreadyMail(data: SignerMailData): Message {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = oneLine(settings.title);
  return compose({
    language: details.language,
    subject: t.signedAlready.subject(title, organizationInSubject(data)),
    heading: t.signedAlready.heading,
    parts: [
      paragraph(t.signedAlready.lead(title)),
      whoSigns(data),
      paragraph(t.signedAlready.nothing),
      { type: 'button', label: t.signed.button, href: link },
    ],
    footer: { settings, why: t.why.signed, unsubscribeLink },
  });
}
