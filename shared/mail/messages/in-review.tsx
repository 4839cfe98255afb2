import { texts } from '../../pages/locales/texts.ts';
import { oneLine } from '../../pages/readable.ts';
import { compose, paragraph } from './compose.tsx';
import type { Message } from './message.ts';
import { organizationInSubject, type SignerMailData, whoSigns } from './signer.ts';

/** Follows a confirmation that an organizer reviews before it counts. */
export function inReviewMail(data: SignerMailData): Message {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = oneLine(settings.title);
  return compose({
    language: details.language,
    subject: t.inReview.subject(title, organizationInSubject(data)),
    heading: t.inReview.heading,
    parts: [
      paragraph(t.inReview.lead(title)),
      whoSigns(data),
      paragraph(t.inReview.next),
      paragraph(t.inReview.kept),
      { type: 'button', label: t.signed.button, href: link },
    ],
    footer: { settings, why: t.why.signed, unsubscribeLink },
  });
}
