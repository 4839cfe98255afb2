import type { Language } from '../../shared/campaign/settings.ts';
import { confirmMail } from '../../shared/mail/messages/confirm.tsx';
import { confirmChangeMail } from '../../shared/mail/messages/confirm-change.tsx';
import { inReviewMail } from '../../shared/mail/messages/in-review.tsx';
import type { Message } from '../../shared/mail/messages/message.ts';
import { type Notice, noticeMail } from '../../shared/mail/messages/notice.tsx';
import { publishedMail } from '../../shared/mail/messages/published.tsx';
import { releaseMail } from '../../shared/mail/messages/release.tsx';
import { reminderMail } from '../../shared/mail/messages/reminder.tsx';
import { signedMail } from '../../shared/mail/messages/signed.tsx';
import { signedAlreadyMail } from '../../shared/mail/messages/signed-already.tsx';
import { waitingMail } from '../../shared/mail/messages/waiting.tsx';
import { aCampaign, anOrganization, aPerson, siteUrl } from './builders.ts';
import { aRelease } from './sample-texts.ts';

const ids = ['0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210'];

const notices: Notice[] = [
  { type: 'published', organizations: 171, individuals: 20 },
  {
    type: 'recount-short',
    counted: { organizations: 170, individuals: 0 },
    found: { organizations: 169, individuals: 0 },
  },
  { type: 'taken-down' },
  { type: 'fell-below', organizations: 168, individuals: 1 },
  { type: 'claim-vacated', organizationName: 'Harbor Families', waiting: ids },
  { type: 'press-mail-unknown', contact: 'Iris Lund, The Harbor Gazette' },
  { type: 'press-mail-refused', contact: 'Iris Lund, The Harbor Gazette' },
];

/** Every mail, by a name for the test's output. */
export function sampleMails(language: Language): Record<string, Message> {
  const settings = aCampaign({ language });
  const letterUrl = `${siteUrl}/harbor-trees/letter/`;
  const releaseUrl = `${siteUrl}/harbor-trees/release/`;
  const unsubscribeLink = `${siteUrl}/api/unsubscribe/k1.u.harbor-trees.${ids[0]}.c2lnbmF0dXJl`;
  const common = {
    settings,
    link: `${siteUrl}/api/sign-ons/k1.s.harbor-trees.${ids[0]}.c2lnbmF0dXJl`,
    unsubscribeLink,
  };
  const organization = { ...common, kind: 'organization' as const, details: anOrganization({ language }) };
  const { website: _, ...before } = anOrganization({
    language,
    organizationName: 'Harbour Families',
    city: 'Port Alder',
  });
  return {
    confirm: confirmMail(organization),
    'confirm-person': confirmMail({ ...common, kind: 'individual', details: aPerson({ language }) }),
    'confirm-change': confirmChangeMail({ ...organization, signed: before }),
    reminder: reminderMail({ ...organization, isLast: false }),
    'last-reminder': reminderMail({ ...organization, isLast: true }),
    signed: signedMail(organization),
    'signed-already': signedAlreadyMail(organization),
    waiting: waitingMail(organization),
    'in-review': inReviewMail(organization),
    published: publishedMail({ ...organization, organizations: 171, individuals: 20, letterUrl, releaseUrl }),
    release: releaseMail({
      settings,
      release: aRelease({}, language),
      letterUrl,
      releaseUrl,
      contactName: 'Iris Lund',
      unsubscribeLink,
    }),
    ...Object.fromEntries(
      notices.map((happening) => [`notice-${happening.type}`, noticeMail({ settings, happening, siteUrl })]),
    ),
  };
}
