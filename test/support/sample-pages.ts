import { campaignPath, inLanguage, shownQuestions } from '../../shared/campaign/localized-settings.ts';
import { errorMessage } from '../../shared/i18n/error-message.ts';
import { type Language, languages } from '../../shared/i18n/language.ts';
import { texts } from '../../shared/i18n/texts.ts';
import { campaignPage } from '../../shared/rendering/pages/campaign-page.tsx';
import type { CampaignView } from '../../shared/rendering/pages/campaign-view.ts';
import { correctionPage, formValuesOf } from '../../shared/rendering/pages/correction-form.tsx';
import { formPage } from '../../shared/rendering/pages/form-page.tsx';
import { gonePage } from '../../shared/rendering/pages/gone-page.tsx';
import { homePage } from '../../shared/rendering/pages/home-page.tsx';
import { letterPage } from '../../shared/rendering/pages/letter-page.tsx';
import { originalPage } from '../../shared/rendering/pages/original-page.tsx';
import { privacyPage } from '../../shared/rendering/pages/privacy-page.tsx';
import { problemPage } from '../../shared/rendering/pages/problem-page.tsx';
import { releasePage } from '../../shared/rendering/pages/release-page.tsx';
import { type ResultPageName, resultPage } from '../../shared/rendering/pages/result-page.tsx';
import { type ShareFiles, sharePage } from '../../shared/rendering/pages/share-page.tsx';
import { signOnPage } from '../../shared/rendering/pages/sign-on-page.tsx';
import { signatoriesPage } from '../../shared/rendering/pages/signatories-page.tsx';
import { unsubscribePage } from '../../shared/rendering/pages/unsubscribe-page.tsx';
import { answerField } from '../../shared/sign-on/answers.ts';
import {
  aBranding,
  aCampaign,
  aCampaignThatAsks,
  anOrganization,
  aPerson,
  aProgress,
  aView,
  siteUrl,
} from './builders.ts';
import { aFullSignatoryList, aSignatoryList } from './sample-lists.ts';
import { aLetter, aLogo, aRelease } from './sample-texts.ts';

const messages: ResultPageName[] = [
  'check-your-inbox',
  'signed',
  'waiting',
  'already-signed',
  'withdrawn',
  'not-you',
];
const aShareKit: ShareFiles = {
  qrCode: 'qr-0123456789.png',
  pictures: [
    { name: 'square-0123456789.png', format: 'square', width: 1080, height: 1080 },
    { name: 'story-0123456789.png', format: 'story', width: 1080, height: 1920 },
  ],
};
const publishedAt = '2026-12-02T15:00:00.000Z';
const token = 'k1.s.harbor-trees.0123456789abcdef.c2lnbmF0dXJl';

/** Every page in each of its states, each with a name for the test's output. */
export function samplePages(language: Language): Record<string, string> {
  return {
    ...campaignPages(language),
    ...publishedPages(language),
    ...signerPages(language),
    ...otherPages(language),
  };
}

function campaignPages(language: Language): Record<string, string> {
  const letter = aLetter({}, language);
  const settings = aCampaign({ language });
  const forBoth = aCampaign({
    language,
    signatories: { organizations: true, individuals: true },
    list: { groupBy: 'scope', leads: [] },
  });
  const asking = aCampaignThatAsks({ language });
  const view = (more: Partial<CampaignView> = {}): CampaignView => aView({ settings, ...more });
  const page = (more: Partial<CampaignView>): string => campaignPage(view(more), { letter });
  const wrong = (['organizationName', 'email', 'country', 'authorized'] as const).map((field) => ({
    field,
    message: errorMessage(language, {
      field,
      code: field === 'email' ? 'invalid-email' : field === 'country' ? 'invalid-country' : 'required',
    }),
  }));
  return {
    'campaign-open': page({}),
    'campaign-branded': page({ settings: aCampaign({ language, branding: aBranding }) }),
    'campaign-both-kinds': page({
      settings: forBoth,
      progress: aProgress({ individuals: 1, thresholdIndividuals: 1000 }),
    }),
    'campaign-that-asks': page({ settings: asking }),
    'campaign-that-asks-organizations': page({
      settings: aCampaignThatAsks({ language, signatories: { organizations: true, individuals: false } }),
    }),
    'form-refused-answers': formPage(view({ settings: asking }), {
      values: { kind: 'organization', 'answers.members': 'many', 'answers.visited': 'on', source: 'flyer' },
      errors: (['invalid-number', 'answers-too-long'] as const).map((code, index) => {
        const field = index === 0 ? 'answers.members' : 'answers.why';
        const labels = new Map(shownQuestions(asking).map(({ id, label }) => [answerField(id), label]));
        return { field, message: errorMessage(language, { field, code }, labels) };
      }),
    }),
    'campaign-people-only': page({
      settings: aCampaign({ language, signatories: { organizations: false, individuals: true } }),
      progress: aProgress({
        organizations: 0,
        individuals: 40,
        thresholdOrganizations: 0,
        thresholdIndividuals: 500,
      }),
    }),
    'campaign-no-threshold': page({
      settings: aCampaign({
        language,
        signatories: { organizations: true, individuals: true },
        closesAt: undefined,
      }),
      progress: aProgress({ thresholdOrganizations: 0, individuals: 3 }),
    }),
    'campaign-elsewhere': page({
      settings: aCampaign({ language, letterUrl: 'https://coalition.example.org/letter' }),
    }),
    'campaign-scheduled': page({ status: 'scheduled', openness: 'not-open-yet' }),
    'campaign-paused': page({ openness: 'paused' }),
    'campaign-closed': page({ status: 'closed', openness: 'closed' }),
    'campaign-publishing': page({ status: 'publishing', progress: aProgress({ organizations: 171 }) }),
    'campaign-taken-down': page({ status: 'taken-down', openness: 'closed' }),
    'form-refused': formPage(view(), {
      values: {
        organizationName: '',
        email: 'ana@',
        name: 'Ana Ruiz',
        city: 'Harbor City',
        scope: 'state',
        country: 'US',
      },
      errors: [
        ...wrong,
        { field: 'nickname', message: errorMessage(language, { field: 'nickname', code: 'unknown-field' }) },
      ],
    }),
    'form-refused-both-kinds': formPage(view({ settings: forBoth }), {
      values: { kind: 'individual', name: '', publicName: 'withheld' },
      errors: [{ field: 'name', message: errorMessage(language, { field: 'name', code: 'required' }) }],
    }),
    'form-invited': formPage(view(), {
      values: { organizationName: 'Dock Choir', source: `invited.${'b'.repeat(32)}` },
      errors: [],
      invited: 'Dock Choir',
    }),
    'form-too-many': formPage(view(), { values: { name: 'Ana Ruiz' }, errors: [], notice: 'too-many' }),
    'form-paused': formPage(view({ openness: 'paused' }), { values: { name: 'Ana Ruiz' }, errors: [] }),
    'form-closed': formPage(view({ status: 'closed', openness: 'closed' }), { values: {}, errors: [] }),
  };
}

function publishedPages(language: Language): Record<string, string> {
  const letter = aLetter({}, language);
  const logos = [aLogo({ url: 'https://shoreline.example.org' }), aLogo({ alt: 'Harbor Families' })];
  const release = aRelease({ logos }, language);
  const settings = aCampaign({ language, list: { groupBy: 'scope', leads: [] } });
  const view = aView({
    settings,
    status: 'published',
    publishedAt,
    pdfKeys: ['letter', 'release'].map((name) => `${campaignPath(settings).slice(1)}${name}.pdf`),
    progress: aProgress({ organizations: 171 }),
  });
  const published = { release, publishedAt };
  const lists = aFullSignatoryList(language);
  const long = aSignatoryList({}, language);
  const [group] = long.organizations.groups;
  const part = {
    ...long,
    organizations: { count: 2500, groups: group ? [{ signatories: group.signatories.slice(0, 30) }] : [] },
  };
  const further = {
    ...part,
    organizations: { ...part.organizations, isContinued: true },
    individuals: { ...lists.individuals, isContinued: true },
  };
  return {
    'campaign-published': campaignPage(view, { letter, published: { lists, ...published } }),
    'campaign-published-long': campaignPage(
      { ...view, openness: 'closed' },
      { letter, published: { lists: part, ...published } },
    ),
    letter: letterPage({ ...view, supplementSentAt: '2026-12-09T15:00:00.000Z' }, letter, long),
    'letter-branded': letterPage(
      { ...view, settings: { ...settings, branding: aBranding } },
      letter,
      aSignatoryList({}, language),
    ),
    'letter-grouped': letterPage({ ...view, openness: 'closed' }, letter, lists),
    'letter-second-page': letterPage(view, letter, further, { page: 2, pages: 3 }),
    release: releasePage(view, release),
  };
}

/** Pages in `language` of a campaign whose texts exist only in another language. */
export function untranslatedPages(language: Language): Record<string, string> {
  const own = languages.find((other) => other !== language) ?? language;
  const settings = inLanguage(aCampaign({ language: own, attestation: 'OK.' }), language);
  const view = aView({ settings });
  const published = aView({ settings, status: 'published', publishedAt });
  const [letter, release] = [aLetter({}, own), aRelease({}, own)];
  return {
    'untranslated-campaign': campaignPage(view, { letter }),
    'untranslated-published': campaignPage(published, {
      letter,
      published: { lists: aFullSignatoryList(language), release, publishedAt },
    }),
    'untranslated-letter': letterPage(published, letter, aFullSignatoryList(language)),
    'untranslated-release': releasePage(published, release),
    'untranslated-message': resultPage(view, 'signed'),
  };
}

function signerPages(language: Language): Record<string, string> {
  const settings = aCampaign({ language });
  const common = {
    settings,
    siteUrl,
    token,
    shownHash: 'Zm9vYmFyYmF6cXV4',
    isChange: false,
    isDuplicate: false,
  };
  const organization = { ...common, kind: 'organization' as const, shown: anOrganization({ language }) };
  const { website: _, ...withoutWebsite } = organization.shown;
  const answered = anOrganization({
    language,
    answers: { members: 1200, visited: true },
    newsletter: true,
    newsletterAt: publishedAt,
    showSignatories: 'always',
  });
  return {
    'sign-on-pending': signOnPage({
      ...organization,
      status: 'pending',
      actions: ['confirm', 'correct', 'not-me'],
      correctable: organization.shown,
    }),
    'sign-on-correction': correctionPage({
      settings,
      kind: 'organization',
      token,
      values: { ...formValuesOf(organization.shown), name: '' },
      errors: [{ field: 'name', message: errorMessage(language, { field: 'name', code: 'required' }) }],
    }),
    'sign-on-with-answers': signOnPage({
      ...organization,
      settings: aCampaignThatAsks({ language }),
      status: 'confirmed',
      actions: ['correct', 'withdraw'],
      shown: answered,
      correctable: answered,
      saved: ['answers.members', 'answers.help', 'newsletter'],
    }),
    'sign-on-change': signOnPage({
      ...organization,
      status: 'confirmed',
      actions: ['confirm', 'keep', 'withdraw'],
      isChange: true,
    }),
    'sign-on-asked-again': signOnPage({
      ...organization,
      status: 'confirmed',
      actions: ['confirm', 'correct', 'withdraw'],
      correctable: organization.shown,
      hasLetterChanged: true,
      mustAgreeAgain: true,
    }),
    'sign-on-asked-again-with-a-change': signOnPage({
      ...organization,
      status: 'confirmed',
      actions: ['confirm', 'keep', 'withdraw'],
      isChange: true,
      hasLetterChanged: true,
      mustAgreeAgain: true,
    }),
    'sign-on-asked-again-too-late': signOnPage({
      ...organization,
      status: 'confirmed',
      actions: ['withdraw'],
      mustAgreeAgain: true,
    }),
    'sign-on-of-an-older-letter': signOnPage({
      ...organization,
      status: 'pending',
      actions: ['confirm', 'not-me'],
      hasLetterChanged: true,
    }),
    'sign-on-confirmed': signOnPage({ ...organization, status: 'confirmed', actions: ['withdraw'] }),
    'sign-on-change-waits': signOnPage({
      ...organization,
      status: 'confirmed',
      actions: ['keep', 'correct', 'withdraw'],
      correctable: withoutWebsite,
      waitingChange: ['website'],
    }),
    'sign-on-waiting': signOnPage({
      ...organization,
      status: 'confirmed',
      actions: ['withdraw'],
      isDuplicate: true,
    }),
    'sign-on-in-review': signOnPage({
      ...organization,
      status: 'confirmed',
      actions: ['withdraw'],
      isInReview: true,
    }),
    'sign-on-too-late': signOnPage({
      ...organization,
      status: 'pending',
      actions: ['not-me'],
      canSignAgain: false,
    }),
    'sign-on-person-in-review': signOnPage({
      ...common,
      kind: 'individual',
      shown: aPerson({ language, publicName: 'withheld' }),
      status: 'confirmed',
      actions: ['withdraw'],
      isInReview: true,
    }),
    'sign-on-person-confirmed': signOnPage({
      ...common,
      kind: 'individual',
      shown: aPerson({ language, publicName: 'withheld' }),
      status: 'confirmed',
      actions: ['withdraw'],
    }),
    'sign-on-withdrawn': signOnPage({ ...organization, status: 'withdrawn', actions: [] }),
    'sign-on-withdrawn-for-good': signOnPage({
      ...organization,
      status: 'withdrawn',
      actions: [],
      canSignAgain: false,
    }),
    'sign-on-rejected': signOnPage({ ...organization, status: 'rejected', actions: [] }),
    'sign-on-saved': signOnPage({
      ...organization,
      status: 'confirmed',
      actions: ['correct', 'withdraw'],
      shown: withoutWebsite,
      correctable: withoutWebsite,
      saved: ['name', 'website'],
    }),
    'sign-on-saved-unchanged': signOnPage({
      ...organization,
      status: 'confirmed',
      actions: ['correct', 'withdraw'],
      correctable: organization.shown,
      saved: [''],
    }),
    'sign-on-taken-down': signOnPage({
      ...organization,
      status: 'confirmed',
      actions: ['withdraw'],
      isTakenDown: true,
      canSignAgain: false,
    }),
    'sign-on-taken-down-unconfirmed': signOnPage({
      ...organization,
      status: 'pending',
      actions: ['not-me'],
      isTakenDown: true,
      canSignAgain: false,
    }),
    'sign-on-person': signOnPage({
      ...common,
      kind: 'individual',
      shown: aPerson({ language, publicName: 'withheld' }),
      status: 'pending',
      actions: ['confirm', 'not-me'],
    }),
    unsubscribe: unsubscribePage({ token, settings, done: undefined }),
    unsubscribed: unsubscribePage({ token, settings, done: 'letter' }),
    'unsubscribed-from-all': unsubscribePage({ token, settings, done: 'site' }),
  };
}

const shown = { showSignatories: 'always' as const };

function otherPages(language: Language): Record<string, string> {
  const { problems } = texts(language);
  const view = aView({ settings: aCampaign({ language }) });
  const { slug, title, summary } = view.settings;
  return {
    ...Object.fromEntries(messages.map((name) => [`message-${name}`, resultPage(view, name)])),
    share: sharePage({ ...view, settings: aCampaignThatAsks({ language }) }, aShareKit),
    'share-for-organizations': sharePage({ ...view, settings: aCampaign({ language, ...shown }) }, aShareKit),
    ...Object.fromEntries(
      [true, false].map((organizations) => [
        `campaign-listed-early-${organizations}`,
        campaignPage(
          aView({
            settings: aCampaign({
              language,
              ...shown,
              signatories: { organizations, individuals: !organizations },
            }),
          }),
          { letter: aLetter({}, language) },
        ),
      ]),
    ),
    'campaign-listed-early': campaignPage(
      aView({
        settings: aCampaign({ language, ...shown, signatories: { organizations: true, individuals: true } }),
      }),
      { letter: aLetter({}, language) },
    ),
    'signatories-so-far': signatoriesPage(
      aView({ settings: aCampaign({ language, ...shown }) }),
      aFullSignatoryList(language),
      { page: 1, pages: 2 },
    ),
    'signatories-so-far-second': signatoriesPage(
      aView({ settings: aCampaign({ language, ...shown }), openness: 'closed' }),
      aFullSignatoryList(language),
      { page: 2, pages: 2 },
    ),
    'privacy-listed-early': privacyPage(aView({ settings: aCampaign({ language, ...shown }) })),
    'share-closed': sharePage({ ...view, openness: 'closed' }, aShareKit),
    'message-signed-with-thanks': resultPage(
      { ...view, settings: aCampaignThatAsks({ language }) },
      'signed',
    ),
    'privacy-of-answers': privacyPage(aView({ settings: aCampaignThatAsks({ language }) })),
    privacy: privacyPage(view),
    gone: gonePage(view.settings),
    'original-letter': originalPage(view, { document: 'letter', of: aLetter({}, language) }),
    'original-release': originalPage(view, { document: 'release', of: aRelease({}, language) }),
    'privacy-both-kinds': privacyPage(
      aView({
        settings: aCampaign({
          language,
          signatories: { organizations: true, individuals: true },
          review: 'flagged',
        }),
      }),
    ),
    ...(language === 'en' && { 'home-empty': homePage({ siteUrl, campaigns: [] }) }),
    home: homePage({
      siteUrl,
      campaigns: [
        {
          ...{ slug, title, summary, language, status: 'collecting' as const },
          organizer: aCampaign({ language }).sender.name,
          facts: [texts(language).progress.organizationsOf(112, 170)],
        },
        ...(['paused', 'closed'] as const).map((openness) => ({
          ...{ slug: `tram-${openness}`, title: `${title} ${openness}`, summary, language, openness },
          status: 'collecting' as const,
        })),
        ...(['published', 'scheduled', 'publishing', 'closed'] as const).map((status, index) => ({
          slug: `night-buses-${index}`,
          title: `${title} ${index}`,
          summary,
          language,
          status,
        })),
      ],
    }),
    'problem-not-found': problemPage({
      language,
      problem: { type: '/problems/not-found', status: 404, ...problems['not-found'] },
    }),
    'problem-link': problemPage({
      language,
      problem: { type: '/problems/not-found', status: 404, ...problems.link },
      back: { href: `/${slug}/`, label: problems.letter },
    }),
  };
}
