import { texts } from '../../pages/locales/texts.ts';
import { oneLine } from '../../pages/readable.ts';
import { compose, paragraph } from './compose.tsx';
import type { Message } from './message.ts';
import { organizationInSubject, type SignerMailData, whoSigns } from './signer.ts';

/** Reminds a signer to confirm, with the same link. */
export function reminderMail({ isLast, ...data }: SignerMailData & { isLast: boolean }): Message {
  const { settings, details, link, unsubscribeLink } = data;
  const { confirm, reminder, why } = texts(details.language).mails;
  const title = oneLine(settings.title);
  return compose({
    language: details.language,
    subject: reminder.subject(title, organizationInSubject(data)),
    heading: reminder.heading,
    parts: [
      paragraph(reminder.lead(title)),
      whoSigns(data),
      { type: 'button', label: confirm.button, href: link },
      paragraph(reminder.how),
      paragraph(isLast ? reminder.last : reminder.once),
    ],
    footer: { settings, why: why.typed, unsubscribeLink },
  });
}
