import type { MailContent } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, paragraph } from './compose.tsx';
import { organizationInSubject, type SignerMailData, signerFacts } from './signer.ts';

/** Reminds a signer to confirm, with the same link. */
export function reminderMail({ isLast, ...data }: SignerMailData & { isLast: boolean }): MailContent {
  const { settings, details, link, unsubscribeLink } = data;
  const { confirm, reminder, why } = texts(details.language).mails;
  const title = safeSubject(settings.title);
  return compose({
    language: details.language,
    subject: reminder.subject(title, organizationInSubject(data)),
    heading: reminder.heading,
    parts: [
      paragraph(reminder.lead(title)),
      signerFacts(data),
      { type: 'button', label: confirm.button, href: link },
      paragraph(reminder.how),
      paragraph(isLast ? reminder.last : reminder.once),
    ],
    footer: { settings, reason: why.typed, unsubscribeLink },
  });
}
