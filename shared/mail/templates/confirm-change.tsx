import type { MailContent } from '../../aws/mailer.ts';
import { texts } from '../../i18n/texts.ts';
import { safeSubject } from '../../rendering/document/safe-text.ts';
import { signOnFacts } from '../../rendering/pages/sign-on-facts.ts';
import type { Details } from '../../sign-on/sign-on.ts';
import { compose, type MailPart, paragraph } from './compose.tsx';
import { organizationInSubject, type SignerMailData, signerFacts, typedInMail } from './signer.ts';

/** Asks a signer to confirm a change after the form was sent again: what would change, and the link to the button. */
export function confirmChangeMail(data: SignerMailData & { signed: Details }): MailContent {
  const { settings, details, link, unsubscribeLink } = data;
  const t = texts(details.language).mails;
  const title = safeSubject(settings.title);
  return compose({
    language: details.language,
    subject: t.confirmChange.subject(title, organizationInSubject(data)),
    heading: t.confirmChange.heading,
    parts: [
      paragraph(t.confirmChange.lead(title)),
      changes(data),
      { type: 'button', label: t.confirmChange.button, href: link },
      paragraph(t.confirmChange.how),
      paragraph(t.confirmChange.notYou),
    ],
    footer: { settings, reason: t.why.typed, unsubscribeLink },
  });
}

/** Each field that differs, as signed and as typed. If only the language differs: who signs. */
function changes(data: SignerMailData & { signed: Details }): MailPart {
  const rows = changedRows(data);
  return rows.length > 0 ? { type: 'facts', rows } : signerFacts(data);
}

/** Each field that a form would change, as signed and as typed. */
export function changedRows({
  kind,
  signed,
  details,
  settings,
}: Omit<SignerMailData, 'link' | 'unsubscribeLink'> & { signed: Details }): {
  label: string;
  value: string;
}[] {
  const { language } = details;
  const { none } = texts(language).mails.confirmChange;
  const before = signOnFacts(kind, { ...signed, language }, settings);
  const after = signOnFacts(kind, details, settings);
  const fields = new Map([...after, ...before].map(({ field, label }) => [field, label]));
  return [...fields].flatMap(([field, label]) => {
    const old = before.find((fact) => fact.field === field)?.value;
    const typed = after.find((fact) => fact.field === field)?.value;
    return old === typed
      ? []
      : [
          {
            label,
            value: [old, typed].map((text) => (text === undefined ? none : typedInMail(text))).join(' → '),
          },
        ];
  });
}
