import type { MailContent } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import type { Details } from '../../sign-on/sign-on.ts';
import { compose, paragraph } from './compose.tsx';
import { changedRows } from './confirm-change.tsx';
import { organizationInSubject, type SignerMailData, signerFacts } from './signer.ts';

interface AskedAgainData extends SignerMailData {
  /** Of the changed letter. */
  letterUrl: string;
  /** Whether the same mail was sent some days before. */
  isReminder: boolean;
  /** What is signed, if somebody has filled in the form again since. `details` are then those of the form. */
  signed?: Details | undefined;
}

/**
 * Asks a signer to agree to the changed letter or to withdraw. The link leads to both buttons. A form with other details
 * may be a stranger's, so the mail is about the signature, and says what the form would change.
 */
export function askedAgainMail({ letterUrl, isReminder, ...given }: AskedAgainData): MailContent {
  const { signed = given.details, ...typed } = given;
  const data = { ...typed, details: { ...signed, language: typed.details.language } };
  const changed = changedRows({ ...typed, signed });
  const { settings, details, link, unsubscribeLink } = data;
  const { askedAgain: t, why } = texts(details.language).mails;
  const title = safeSubject(settings.title);
  const organization = organizationInSubject(data);
  return compose({
    language: details.language,
    subject: isReminder ? t.subjectAgain(title, organization) : t.subject(title, organization),
    heading: t.heading,
    parts: [
      paragraph(isReminder ? t.leadAgain(title) : t.lead(title)),
      signerFacts(data),
      paragraph(t.until),
      ...(changed.length > 0 ? [paragraph(t.typed), { type: 'facts', rows: changed } as const] : []),
      { type: 'link', label: t.letter, href: letterUrl },
      { type: 'button', label: t.button, href: link },
      paragraph(changed.length > 0 ? t.howTyped : t.how),
    ],
    footer: { settings, reason: why.signed, unsubscribeLink },
  });
}
