import { texts } from '../../pages/locales/texts.ts';
import { oneLine } from '../../pages/readable.ts';
import { compose, paragraph } from './compose.tsx';
import type { Message } from './message.ts';
import { type SignerMailData, whoSigns } from './signer.ts';

interface PublishedMailData extends SignerMailData {
  /** As released. */
  organizations: number;
  individuals: number;
  letterUrl: string;
  releaseUrl: string;
}

/** Tells a signer that the letter is published. */
export function publishedMail(data: PublishedMailData): Message {
  const { settings, details, link, unsubscribeLink, organizations, individuals, letterUrl, releaseUrl } =
    data;
  const t = texts(details.language).mails;
  const title = oneLine(settings.title);
  return compose({
    language: details.language,
    subject: t.published.subject(title),
    heading: t.published.heading,
    parts: [
      paragraph(t.published.lead(title, organizations, individuals)),
      whoSigns(data),
      { type: 'button', label: t.published.button, href: letterUrl },
      paragraph(t.published.share),
      { type: 'link', label: t.published.release, href: releaseUrl },
      { type: 'link', label: t.published.yours, href: link },
    ],
    footer: { settings, why: t.why.signed, unsubscribeLink },
  });
}
