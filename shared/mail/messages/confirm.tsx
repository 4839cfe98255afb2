import type { Message } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { oneLine } from '../../rendering/document/readable.ts';
import { compose, paragraph } from './compose.tsx';
import { type SignerMailData, whoSigns } from './signer.ts';

/** Answers a sign-on: what was typed, and the one link to the page whose button signs. */
export function confirmMail(data: SignerMailData): Message {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = oneLine(settings.title);
  return compose({
    language: details.language,
    subject: t.confirm.subject(title),
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
