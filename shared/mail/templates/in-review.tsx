import type { MailContent } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, paragraph } from './compose.tsx';
import { organizationInSubject, type SignerMailData, signerFacts } from './signer.ts';

/** Sent after a confirmation that an organizer reviews before it counts. */
export function inReviewMail(data: SignerMailData): MailContent {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = safeSubject(settings.title);
  return compose({
    language: details.language,
    subject: t.inReview.subject(title, organizationInSubject(data)),
    heading: t.inReview.heading,
    parts: [
      paragraph(t.inReview.lead(title)),
      signerFacts(data),
      paragraph(t.inReview.next),
      paragraph(t.inReview.kept),
      { type: 'button', label: t.signed.button, href: link },
    ],
    footer: { settings, reason: t.why.signed, unsubscribeLink },
  });
}
