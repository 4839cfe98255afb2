import type { MailContent } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { compose, paragraph } from './compose.tsx';
import { organizationInSubject, type SignerMailData, signerFacts } from './signer.ts';

interface PublishedMailData extends SignerMailData {
  /** As released. */
  organizations: number;
  individuals: number;
  letterUrl: string;
  releaseUrl: string;
  /** The page with links, pictures and texts to pass on. */
  shareUrl: string;
}

/** Tells a signer that the letter is published. */
export function publishedMail(data: PublishedMailData): MailContent {
  const { settings, details, link, unsubscribeLink, organizations, individuals } = data;
  const { letterUrl, releaseUrl, shareUrl } = data;
  const t = texts(details.language).mails;
  const title = safeSubject(settings.title);
  return compose({
    language: details.language,
    subject: t.published.subject(title, organizationInSubject(data)),
    heading: t.published.heading,
    parts: [
      paragraph(t.published.lead(title, organizations, individuals)),
      signerFacts(data),
      { type: 'button', label: t.published.button, href: letterUrl },
      { type: 'link', label: t.published.share, href: shareUrl },
      { type: 'link', label: t.published.release, href: releaseUrl },
      { type: 'link', label: t.published.yours, href: link },
    ],
    footer: { settings, reason: t.why.signed, unsubscribeLink },
  });
}
