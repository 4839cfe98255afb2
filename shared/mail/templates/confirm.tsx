import type { MailContent } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, paragraph } from './compose.tsx';
import { organizationInSubject, type SignerMailData, signerFacts } from './signer.ts';

/** Asks a signer to confirm: what was typed, and the link to the page with the button. */
export function confirmMail(data: SignerMailData): MailContent {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = safeSubject(settings.title);
  return compose({
    language: details.language,
    subject: t.confirm.subject(title, organizationInSubject(data)),
    heading: t.confirm.heading,
    parts: [
      paragraph(t.confirm.lead(title)),
      signerFacts(data),
      { type: 'button', label: t.confirm.button, href: link },
      paragraph(t.confirm.how),
      paragraph(t.confirm.notYou),
    ],
    footer: { settings, reason: t.why.typed, unsubscribeLink },
  });
}
