import type { MailContent } from '../../shared/aws/mailer.ts';
import type { Notice } from '../../shared/campaign/events.ts';
import { mailDelayReasons } from '../../shared/campaign/mail-delay.ts';
import type { Settings } from '../../shared/campaign/settings.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { messageTo } from '../../shared/mail/message-texts.ts';
import { askedAgainMail } from '../../shared/mail/templates/asked-again.tsx';
import { confirmMail } from '../../shared/mail/templates/confirm.tsx';
import { confirmChangeMail } from '../../shared/mail/templates/confirm-change.tsx';
import { newBrowserMail, signInMail } from '../../shared/mail/templates/console.tsx';
import { correctionMail } from '../../shared/mail/templates/correction.tsx';
import { duplicateMail } from '../../shared/mail/templates/duplicate.tsx';
import { embargoMail } from '../../shared/mail/templates/embargo.tsx';
import { inReviewMail } from '../../shared/mail/templates/in-review.tsx';
import { letterMail } from '../../shared/mail/templates/letter.tsx';
import { noticeMail } from '../../shared/mail/templates/organizer-notice.tsx';
import { publishedMail } from '../../shared/mail/templates/published.tsx';
import { releaseMail } from '../../shared/mail/templates/release.tsx';
import { reminderMail } from '../../shared/mail/templates/reminder.tsx';
import { signedMail } from '../../shared/mail/templates/signed.tsx';
import { signedAlreadyMail } from '../../shared/mail/templates/signed-already.tsx';
import { supplementMail } from '../../shared/mail/templates/supplement.tsx';
import { flagSchema } from '../../shared/sign-on/flags.ts';
import type { MessageAudience } from '../../shared/table/messages.ts';
import { aCampaign, anOrganization, aPerson, siteUrl } from './builders.ts';
import { aGate } from './records.ts';
import { aFullSignatoryList } from './sample-lists.ts';
import { aLetter, aRelease } from './sample-texts.ts';

const ids = ['0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210'];

const notices: Notice[] = [
  { type: 'published', organizations: 171, individuals: 20, withoutGlyphs: ['日本の木', 'مؤسسة الميناء'] },
  { type: 'print-failed', documents: ['harbor-trees/letter.pdf'] },
  {
    type: 'recount-short',
    counted: { organizations: 170, individuals: 0 },
    found: { organizations: 169, individuals: 0 },
  },
  { type: 'taken-down' },
  { type: 'fell-below', organizations: 168, individuals: 1 },
  { type: 'held' },
  { type: 'resumed' },
  {
    type: 'milestone',
    reached: [
      { kind: 'organizations', count: 153, threshold: 170, percent: 90 },
      { kind: 'individuals', count: 520, threshold: 1000, percent: 50 },
    ],
  },
  { type: 'item-unreadable', item: 'CAMPAIGN#3 3' },
  { type: 'site-failing' },
  ...mailDelayReasons.map((reason) => ({ type: 'mail-delayed' as const, reason })),
  { type: 'confirmations-stopped', of: 'campaign', sent: 312, bounced: 24 },
  { type: 'confirmations-stopped', of: 'networks', sent: 30, bounced: 27 },
  { type: 'letter-bounced', letter: 'first' },
  { type: 'letter-bounced', letter: 'supplement' },
  { type: 'letter-mail-unknown' },
  { type: 'letter-mail-refused' },
  ...(['sent', 'unknown', 'refused', 'ready', 'idle'] as const).map((how) => ({
    type: `supplement-${how}` as const,
    organizations: 211,
    individuals: 20,
    addedOrganizations: 41,
    addedIndividuals: 0,
    withdrawn: 1,
  })),
  {
    type: 'review-waiting',
    organizations: 12,
    individuals: 3,
    isWhole: true,
    names: ['Harbor Families', 'Muellistas'],
    reasons: [flagSchema.options.map(({ shape }) => shape.flag.value), []],
    changes: 1,
    mended: [{ from: 'Lantern Steet PTA', to: 'Lantern Street PTA' }],
    moreMended: 1,
    moreVacated: 3,
    moreDuplicates: 12,
    vacated: [{ organizationName: 'Dock Workers', waiting: ids }],
    duplicates: [{ organizationName: 'Pier Elders', id: '00112233445566778899aabbccddeeff' }],
  },
  { type: 'review-waiting', organizations: 0, individuals: 0, isWhole: true, names: [], changes: 2 },
  { type: 'item-unreadable', item: 'SIGNONS#harbor-trees#3 SIGNON#3fa9c1d2' },
  { type: 'site-failing' },
  { type: 'press-mail-unknown', contact: 'Iris Lund, The Harbor Gazette' },
  { type: 'press-mail-refused', contact: 'Iris Lund, The Harbor Gazette', mail: 'correction' },
];

const messageSources: Record<Language, string> = {
  en: '---\nsubject: The hearing is on December 9\n---\nThe Harbor Commission hears us on **December 9**, 7 p.m.\n\n- Come early.\n- Bring the [letter]({{ letter.url }}).\n\n{{ organizations.count }} organizations have signed.\n',
  fr: '---\nsubject: L’audience est le 9 décembre\n---\nLa commission nous entend le **9 décembre**.\n\n{{ organizations.count }} organisations ont signé.\n',
  es: '---\nsubject: La audiencia es el 9 de diciembre\n---\nLa Comisión nos escucha el **9 de diciembre**.\n\nYa firmaron {{ organizations.count }} organizaciones.\n',
};

/** A message in one language, as it is stored and mailed. */
const sentMessage = (audience: MessageAudience, language: Language) => ({
  message: {
    audience,
    texts: [{ language, source: messageSources[language] }],
    at: '2026-11-24T12:00:00.000Z',
    organizations: 112,
    individuals: 0,
  },
  gate: aGate(),
  siteUrl,
});

/** Every email, each with a name for the test's output. */
export function sampleMails(language: Language): Record<string, MailContent> {
  const settings = aCampaign({ language });
  const mailed = aCampaign({
    language,
    delivery: { by: 'email', to: ['commission@example.org'], cc: ['clerk@example.org'] },
  });
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
  const invitation = `${siteUrl}/api/invitations/k1.i.harbor-trees.${ids[0]}.c2lnbmF0dXJl`;
  return {
    confirm: confirmMail(organization),
    'confirm-person': confirmMail({ ...common, kind: 'individual', details: aPerson({ language }) }),
    'confirm-change': confirmChangeMail({ ...organization, signed: before }),
    reminder: reminderMail({ ...organization, isLast: false }),
    'last-reminder': reminderMail({ ...organization, isLast: true }),
    signed: signedMail(organization),
    'signed-decided': signedMail({ ...organization, isDecided: true }),
    'signed-already': signedAlreadyMail({ ...organization, state: 'counts' }),
    'signed-already-in-review': signedAlreadyMail({ ...organization, state: 'in-review' }),
    'signed-already-duplicate': signedAlreadyMail({ ...organization, state: 'duplicate' }),
    waiting: duplicateMail({ ...organization, isDecided: false }),
    'waiting-decided': duplicateMail({ ...organization, isDecided: true }),
    'in-review': inReviewMail(organization),
    'asked-again': askedAgainMail({
      ...organization,
      letterUrl: `${siteUrl}/harbor-trees/#letter`,
      isReminder: false,
    }),
    'asked-again-typed': askedAgainMail({
      ...organization,
      signed: anOrganization({ city: 'Port Alder' }),
      letterUrl: `${siteUrl}/harbor-trees/#letter`,
      isReminder: false,
    }),
    'asked-again-reminder': askedAgainMail({
      ...organization,
      letterUrl: `${siteUrl}/harbor-trees/#letter`,
      isReminder: true,
    }),
    'message-signers': messageTo(
      { language, link: common.link, unsubscribeLink },
      { ...sentMessage('signers', language), settings },
    ),
    'message-invited': messageTo(
      { language, link: invitation, unsubscribeLink, organization: 'Dock Choir' },
      { ...sentMessage('invited', language), settings },
    ),
    published: publishedMail({
      ...organization,
      organizations: 171,
      individuals: 20,
      letterUrl,
      releaseUrl,
      shareUrl: `${siteUrl}/harbor-trees/share/`,
    }),
    release: releaseMail({
      settings,
      release: aRelease({}, language),
      letterUrl,
      releaseUrl,
      contactName: 'Iris Lund',
      unsubscribeLink,
    }),
    ...pressMails(language),
    letter: letterMail({
      settings,
      letter: aLetter({}, language),
      letterUrl,
      organizations: 171,
      individuals: 20,
      hasPdf: true,
      lists: aFullSignatoryList(language),
    }),
    'letter-of-thousands': letterMail({
      settings,
      letter: aLetter({}, language),
      letterUrl,
      organizations: 5000,
      individuals: 0,
      hasPdf: false,
    }),
    ...supplementMails(language, letterUrl),
    'sign-in': signInMail({ settings, siteUrl, link: `${siteUrl}/console/sign-in/k1.c.console.0123.c2ln` }),
    'new-browser': newBrowserMail({
      settings,
      siteUrl,
      session: { createdAt: '2026-11-24T12:00:00.000Z', browser: 'Firefox, Windows' },
    }),
    'notice-published-after-recipient': noticeMail({
      settings: mailed,
      event: { type: 'published', organizations: 171, individuals: 20 },
      siteUrl,
    }),
    ...obstacleNotices(settings),
    ...Object.fromEntries(
      notices.map((campaignEvent, index) => [
        noticeName(campaignEvent, index),
        noticeMail({
          settings: /^(letter|supplement)/.test(campaignEvent.type) ? mailed : settings,
          event: campaignEvent,
          siteUrl,
        }),
      ]),
    ),
  };
}

/** Every notice keeps its mail, also one whose type comes twice. */
const noticeName = ({ type }: Notice, index: number): string =>
  `notice-${type}${notices.findIndex((other) => other.type === type) === index ? '' : `-${index}`}`;

/** The updated letter to the recipient: short and long lists, with few and many changes. */
function supplementMails(language: Language, letterUrl: string): Record<string, MailContent> {
  const data = {
    settings: aCampaign({ language }),
    letter: aLetter({}, language),
    letterUrl,
    listUrl: letterUrl,
    previousLetter: { origin: 'sent' as const, at: '2026-12-02T15:00:00.000Z' },
    listChanges: {
      organizations: 211,
      individuals: 20,
      addedOrganizations: 41,
      addedIndividuals: 1,
      withdrawn: 2,
    },
    hasPdf: true,
    lists: aFullSignatoryList(language),
  };
  const { lists: _, ...without } = data;
  const one = {
    organizations: 171,
    individuals: 0,
    addedOrganizations: 1,
    addedIndividuals: 0,
    withdrawn: 0,
  };
  return {
    supplement: supplementMail(data),
    'supplement-again': supplementMail({
      ...data,
      previousLetter: { ...data.previousLetter, origin: 'again' },
      listChanges: one,
      letterUrl: 'https://letters.example.org/trees',
    }),
    'supplement-of-thousands': supplementMail({
      ...without,
      previousLetter: { ...data.previousLetter, origin: 'published' },
      hasPdf: false,
      listChanges: { ...one, addedOrganizations: 0, withdrawn: 1, individuals: 3000 },
    }),
    'supplement-corrected': supplementMail({
      ...data,
      listChanges: { ...one, addedOrganizations: 0 },
      correctedAt: '2026-12-04T15:00:00.000Z',
    }),
  };
}

/** Emails to a journalist other than the release. */
function pressMails(language: Language): Record<string, MailContent> {
  const settings = aCampaign({ language });
  const { url, note } = {
    url: `${siteUrl}/harbor-trees/`,
    note: {
      en: 'An earlier version gave the number of trees as 430. There are 340.',
      es: 'Una versión anterior daba el número de árboles como 430. Son 340.',
      fr: 'Une version précédente donnait 430 arbres. Il y en a 340.',
    }[language],
  };
  const data = {
    settings,
    release: aRelease({}, language),
    letterUrl: `${url}letter/`,
    releaseUrl: `${url}release/`,
    contactName: 'Iris Lund',
    unsubscribeLink: `${siteUrl}/api/unsubscribe/k1.p.harbor-trees.${ids[0]}.c2lnbmF0dXJl`,
  };
  const at = '2026-12-03T15:00:00.000Z';
  const now = new Date('2026-11-30T14:05:00.000Z');
  const embargoedGate = (changed: Parameters<typeof aGate>[0]) =>
    aGate({ notBefore: '2026-12-02T15:00:00.000Z', ...changed });
  const shut = {
    delivery: 'hand' as const,
    importId: 'an import',
    window: { timeZone: 'UTC', days: ['thu' as const], from: '09:00', to: '17:00' },
  };
  const date = { en: 'December 3, 2026', es: '3 de diciembre de 2026', fr: '3 décembre 2026' }[language];
  const corrected = {
    ...data,
    release: {
      ...data.release,
      corrections: { lines: [{ date, note }], originalUrl: `${url}release/original/` },
    },
  };
  return {
    embargo: embargoMail({ ...data, gate: embargoedGate({ organizations: 3 }), now }),
    'embargo-not-certain': embargoMail({ ...data, gate: embargoedGate(shut), now }),
    'correction-release': correctionMail({ ...corrected, correction: { at, note, documents: ['release'] } }),
    'correction-both': correctionMail({
      ...corrected,
      correction: { at, note, documents: ['letter', 'release'] },
    }),
    'correction-letter': correctionMail({ ...data, correction: { at, note, documents: ['letter'] } }),
  };
}

/** Every obstacle that publication can wait for. */
function obstacleNotices(settings: Settings): Record<string, MailContent> {
  const now = new Date('2026-12-01T12:00:00.000Z');
  const reached = [{ kind: 'organizations' as const, count: 170, threshold: 170, percent: 100 }];
  const shut = {
    notBefore: '2026-12-02T15:00:00.000Z',
    held: 'yes' as const,
    quotesApproved: 'no' as const,
    delivery: 'hand' as const,
    importId: 'an import',
    askingStartedAt: '2026-12-01T11:00:00.000Z',
  };
  const never = { timeZone: 'UTC', days: [], from: '09:00', to: '17:00' };
  const gates: Record<string, Parameters<typeof aGate>[0]> = {
    shut,
    never: { window: never },
    open: { organizations: 3 },
    publishing: { status: 'publishing' },
    published: { status: 'published' },
  };
  return Object.fromEntries(
    Object.entries(gates).map(([name, gate]) => [
      `notice-milestone-${name}`,
      noticeMail({
        settings,
        event: { type: 'milestone', reached },
        siteUrl,
        context: { gate: aGate(gate), now },
      }),
    ]),
  );
}
