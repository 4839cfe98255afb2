import { texts } from '../../pages/locales/texts.ts';
import { oneLine } from '../../pages/readable.ts';
import { compose, paragraph } from './compose.tsx';
import type { Message } from './message.ts';
import { organizationInSubject, type SignerMailData, whoSigns } from './signer.ts';

/** Follows a confirmation where another person has signed for the same organization. */
export function waitingMail(data: SignerMailData): Message {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = oneLine(settings.title);
  return compose({
    language: details.language,
    subject: t.waiting.subject(title, organizationInSubject(data)),
    heading: t.waiting.heading,
    parts: [
      paragraph(t.waiting.lead(title)),
      whoSigns(data),
      paragraph(t.waiting.once),
      paragraph(t.waiting.kept),
      { type: 'button', label: t.signed.button, href: link },
    ],
    footer: { settings, why: t.why.signed, unsubscribeLink },
  });
}
