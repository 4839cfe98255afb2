import type { MailContent } from '../../aws/mailer.ts';
import { composeRawMail, type OutgoingMail } from '../../aws/mailer.ts';
import type { Campaign } from '../../campaign/campaign.ts';
import { confirmMail } from '../../mail/templates/confirm.tsx';
import { letterMail } from '../../mail/templates/letter.tsx';
import { noticeMail } from '../../mail/templates/organizer-notice.tsx';
import { publishedMail } from '../../mail/templates/published.tsx';
import { releaseMail } from '../../mail/templates/release.tsx';
import { reminderMail } from '../../mail/templates/reminder.tsx';
import { signedMail } from '../../mail/templates/signed.tsx';
import { supplementMail } from '../../mail/templates/supplement.tsx';
import type { LetterContent, ReleaseContent, SignatoryLists } from '../../rendering/document/content.ts';
import { letterUrlOf } from '../../rendering/document/text-facts.ts';
import type { Details } from '../../sign-on/sign-on.ts';

/** A mail by the name of its file, for people and as a mail program opens it. */
export interface PreviewMail {
  name: string;
  message: MailContent;
  eml: Buffer;
}

/** How many organizations have joined since, in the preview of the supplement. */
const addedInPreview = 3;

/** The campaign's mails as they would be. Signers and journalists are invented, and their links lead nowhere. */
export async function previewMails(
  { settings, press: [contact] }: Pick<Campaign, 'settings' | 'press'>,
  {
    letter,
    release,
    lists,
    pdf,
    organizations,
    individuals,
    withoutGlyphs,
    publishedAt,
    siteUrl,
  }: {
    letter: LetterContent;
    release: ReleaseContent;
    lists: SignatoryLists | undefined;
    /** The letter's PDF, attached to the mail to its recipient. */
    pdf: Buffer | undefined;
    organizations: number;
    individuals: number;
    withoutGlyphs: string[];
    /** Instant of the publication that is previewed. */
    publishedAt: string;
    siteUrl: string;
  },
): Promise<PreviewMail[]> {
  const { language, slug, sender, delivery } = settings;
  const urls = { letterUrl: letterUrlOf(settings, siteUrl), releaseUrl: `${siteUrl}/${slug}/release/` };
  const unsubscribeLink = `${siteUrl}/api/unsubscribe/preview`;
  const details: Details = {
    organizationName: 'Alder Bay Alliance',
    name: 'Ana Ruiz',
    title: 'Director',
    language,
  };
  const signer = {
    settings,
    kind: 'organization' as const,
    details,
    link: `${siteUrl}/api/sign-ons/preview`,
    unsubscribeLink,
  };
  const published = { type: 'published' as const, organizations, individuals };
  const messages: [string, string, MailContent][] = [
    ['confirm', 'signer@example.org', confirmMail(signer)],
    ['reminder', 'signer@example.org', reminderMail({ ...signer, isLast: false })],
    ['signed', 'signer@example.org', signedMail(signer)],
    [
      'published',
      'signer@example.org',
      publishedMail({
        ...signer,
        organizations,
        individuals,
        ...urls,
        shareUrl: `${siteUrl}/${slug}/share/`,
      }),
    ],
    [
      'release',
      'newsroom@example.org',
      releaseMail({
        settings,
        release,
        ...urls,
        ...(contact?.name && { contactName: contact.name }),
        unsubscribeLink,
      }),
    ],
    [
      'notice-published',
      'organizer@example.org',
      noticeMail({
        settings,
        event: { ...published, ...(withoutGlyphs.length > 0 && { withoutGlyphs }) },
        siteUrl,
      }),
    ],
  ];
  const mails = messages.map(([name, to, message]): [string, Omit<OutgoingMail, 'reference'>] => [
    name,
    { message, sender, to, ...(name === 'notice-published' ? {} : { unsubscribeLink }) },
  ]);
  if (delivery?.by === 'email') {
    const message = letterMail({
      settings,
      letter,
      letterUrl: urls.letterUrl,
      organizations,
      individuals,
      hasPdf: pdf !== undefined,
      ...(lists && { lists }),
    });
    const attachments = pdf
      ? [{ filename: `${slug}.pdf`, contentType: 'application/pdf', content: pdf }]
      : [];
    const { to, cc } = delivery;
    mails.push(['letter', { message, sender, to, cc, attachments }]);
    // As if the last few had joined since.
    const added = Math.min(organizations, addedInPreview);
    const supplement = supplementMail({
      settings,
      letter,
      letterUrl: urls.letterUrl,
      listUrl: `${siteUrl}/${slug}/letter/`,
      previousLetter: { origin: 'sent', at: publishedAt },
      listChanges: {
        organizations,
        individuals,
        addedOrganizations: added,
        addedIndividuals: 0,
        withdrawn: 0,
      },
      hasPdf: pdf !== undefined,
      ...(lists && { lists }),
    });
    mails.push(['supplement', { message: supplement, sender, to, cc, attachments }]);
  }
  return await Promise.all(
    mails.map(async ([name, mail]) => ({ name, message: mail.message, eml: await composeRawMail(mail) })),
  );
}
