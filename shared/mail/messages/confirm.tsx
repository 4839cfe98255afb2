import { texts } from '../../pages/locales/texts.ts';
import { oneLine } from '../../pages/readable.ts';
import { compose, paragraph } from './compose.tsx';
import type { Message } from './message.ts';
import { organizationInSubject, type SignerMailData, whoSigns } from './signer.ts';

/** Asks a signer to confirm: what was typed, and the link to the page with the button. */
export function confirmMail(data: SignerMailData): Message {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = oneLine(settings.title);
  return compose({
    language: details.language,
    subject: t.confirm.subject(title, organizationInSubject(data)),
    heading: t.confirm.heading,
    parts: [
      paragraph(t.confirm.lead(title)),
      whoSigns(data),
      { type: 'button', label: t.confirm.button, href: link },
      paragraph(t.confirm.how),
      paragraph(t.confirm.notYou),
    ],
    footer: { settings, why: t.why.typed, unsubscribeLink },
  });
}
