import type { MailContent } from '../../aws/mailer.ts';
import { type Catalog, texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, type MailPart, paragraph } from './compose.tsx';
import { organizationInSubject, type SignerMailData, signerFacts } from './signer.ts';

/** What a confirmed signature is: counted, waiting for an organizer, or second to another one of its organization. */
export type SignedState = 'counts' | 'in-review' | 'duplicate';

/**
 * Sent after a form with the signed details was sent again: there is nothing to do. It says whether the signature
 * counts, since it may come instead of the mail that says so.
 */
export function signedAlreadyMail(data: SignerMailData & { state: SignedState }): MailContent {
  const { settings, details, link, unsubscribeLink, state } = data;
  const t = texts(details.language).mails;
  const title = safeSubject(settings.title);
  return compose({
    language: details.language,
    subject: t.signedAlready.subject(title, organizationInSubject(data)),
    heading: t.signedAlready.heading,
    parts: [
      paragraph(t.signedAlready.lead(title)),
      signerFacts(data),
      ...stateParagraphs(state, t),
      { type: 'button', label: t.signed.button, href: link },
    ],
    footer: { settings, reason: t.why.signed, unsubscribeLink },
  });
}

function stateParagraphs(state: SignedState, t: Catalog['mails']): MailPart[] {
  switch (state) {
    case 'counts':
      return [paragraph(t.signedAlready.counts), paragraph(t.signedAlready.nothing)];
    case 'in-review':
      return [paragraph(t.signedAlready.inReview), paragraph(t.inReview.next), paragraph(t.inReview.kept)];
    case 'duplicate':
      return [paragraph(t.duplicate.once), paragraph(t.duplicate.two), paragraph(t.duplicate.kept)];
  }
}
