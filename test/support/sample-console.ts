import type { CampaignSummary } from '../../shared/console/campaign-summary.ts';
import type { Overview } from '../../shared/console/overview.ts';
import { campaignsPage } from '../../shared/console/pages/campaigns-page.tsx';
import { confirmPage } from '../../shared/console/pages/confirm-page.tsx';
import { importPage } from '../../shared/console/pages/import-page.tsx';
import { invitedPage } from '../../shared/console/pages/invited-page.tsx';
import { logPage } from '../../shared/console/pages/log-page.tsx';
import { overviewPage } from '../../shared/console/pages/overview-page.tsx';
import { problemPage } from '../../shared/console/pages/problem-page.tsx';
import { reviewPage } from '../../shared/console/pages/review-page.tsx';
import { checkInboxPage, linkPage, signInPage } from '../../shared/console/pages/sign-in-pages.tsx';
import { signOnDetailsPage } from '../../shared/console/pages/sign-on-details-page.tsx';
import { resultsPage, signOnsPage } from '../../shared/console/pages/sign-ons-page.tsx';
import type { SignOnDetails } from '../../shared/console/sign-on-details.ts';
import { signOnEntry } from '../../shared/console/sign-on-entry.ts';
import { consoleTexts } from '../../shared/i18n/console/texts.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { texts } from '../../shared/i18n/texts.ts';
import type { Invited } from '../../shared/operations/inviting/invited.ts';
import type { InvitedStatus } from '../../shared/operations/inviting/invited-status.ts';
import { reviewEntries } from '../../shared/operations/searching/review-list.ts';
import { exportedSignOn } from '../../shared/sign-on/exported-sign-on.ts';
import { correctedSpelling } from '../../shared/sign-on/printed-words.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { aCampaign } from './builders.ts';
import { aConfirmedSignOn, organizationDetails } from './records.ts';
import { sampleTextsPages } from './sample-console-texts.ts';

const viewer = { email: 'ida@example.org' };

const campaigns = (language: Language): CampaignSummary[] =>
  (['owner', 'editor', 'viewer'] as const).map((role, index) => ({
    slug: `letter-${index + 1}`,
    title: aCampaign({ language }).title,
    status: (['collecting', 'published', 'taken-down'] as const)[index] ?? 'collecting',
    role,
    counts: { organizations: 112 * index, individuals: 20 * index },
    threshold: { organizations: 170, individuals: null },
    held: index === 0,
    paused: index === 0,
    waiting: [3, 1, null][index] ?? 0,
  }));

const now = new Date('2026-11-24T12:00:00.000Z');
const timeZone = 'America/New_York';

const signOns: SignOn[] = [
  aConfirmedSignOn({
    kind: 'organization',
    email: 'office@harbor-familles.example',
    submission: organizationDetails('Harbor Familles', { website: 'https://harbor-familles.example/' }),
    review: 'waiting',
    eligible: 'no',
    flags: [
      { flag: 'disposable-mail', domain: 'harbor-familles.example' },
      { flag: 'free-mail', domain: 'harbor-familles.example' },
      { flag: 'other-domain', website: 'a.example', mail: 'b.example' },
      { flag: 'no-website' },
      { flag: 'look-alike', organizationKey: '1:harbor', id: '0123456789abcdef0123456789abcdef', score: 92 },
      { flag: 'shared-address', others: 2 },
      { flag: 'not-a-name' },
      { flag: 'mixed-scripts' },
      ...['honeypot', 'hurried', 'other'].map((suspicion) => ({ flag: 'form' as const, suspicion })),
    ],
    mailedAt: { confirm: '2026-11-20T12:00:00.000Z', 'in-review': '2026-11-20T12:05:00.000Z' },
    mailFeedback: { what: 'bounced', at: '2026-11-20T12:06:00.000Z' },
    pendingMail: 'mark',
  }),
  {
    ...aConfirmedSignOn({
      kind: 'organization',
      email: 'pier@example.org',
      signed: organizationDetails('Pier Elders'),
    }),
    proposed: organizationDetails('Lighthouse Keepers', { city: 'Cape Light' }),
    proposedFlags: [
      { flag: 'same-name', id: '1'.repeat(32) },
      { flag: 'second-domain', id: '2'.repeat(32) },
      { flag: 'protected-name', name: 'Shoreline Coalition' },
      { flag: 'invited-elsewhere', host: 'dock.example' },
      { flag: 'same-website', website: 'dock.example', organizationKey: '2:dock', id: '3'.repeat(32) },
      { flag: 'shared-domain', domain: 'dock.example', others: 4 },
    ],
  },
  aConfirmedSignOn({
    kind: 'organization',
    email: 'friends@example.org',
    signed: organizationDetails('Harbor Friend'),
    mended: { from: organizationDetails('Harbor Friends'), at: '2026-11-20T12:07:00.000Z' },
  }),
  aConfirmedSignOn({ email: `${'x'.repeat(60)}@${'y'.repeat(60)}.example` }),
];

const details = (signOn: SignOn, language: Language): SignOnDetails => {
  const [entry] = reviewEntries([signOn], { now });
  if (!entry) throw new Error('expired');
  return {
    ...exportedSignOn(signOn),
    ...signOnEntry(entry, consoleTexts(language), []),
    correctedSpelling: correctedSpelling(signOn),
    spellingCorrectedAt: signOn.mended?.at ?? null,
    countsInstead: '0123456789abcdef0123456789abcdef',
    organizationKey: null,
    similarIds: ['0123456789abcdef0123456789abcdef'],
    similar: [
      {
        id: '0123456789abcdef0123456789abcdef',
        name: 'Harbor Families',
        email: 'office@harbor-families.example',
        status: 'counted',
        place: 'Harbor City, NY, US',
        website: 'https://harbor-families.example/',
      },
    ],
    canSplit: true,
    history: [
      { id: '1', at: now.toISOString(), actor: 'ben@example.org', event: 'approved' },
      { id: '2', at: now.toISOString(), actor: 'organizer', event: 'rejected' },
    ],
  };
};

const anInvited = (organization: string, place: { email?: string; website?: string } = {}): Invited => ({
  slug: 'harbor-trees',
  id: '0'.repeat(32),
  organization,
  nonce: 'a-nonce',
  ...place,
});

const invitedStatuses: InvitedStatus[] = [
  {
    invited: anInvited('North Pier Sailing School', { email: 'harbor.office@sailing.example' }),
    state: 'not-signed',
    isAnswered: false,
  },
  {
    invited: anInvited('Lighthouse Keepers', { website: 'keepers.example' }),
    state: 'other-name',
    isAnswered: true,
    signOn: { id: '1'.repeat(32), name: 'Keepers of the Lighthouse Row', state: 'waiting' },
  },
  {
    invited: anInvited('Harbor Families'),
    state: 'signed',
    isAnswered: true,
    signOn: { id: '2'.repeat(32), name: 'Harbor Families', state: 'counted' },
  },
];

const anOverview = (changed: Partial<Overview> = {}): Overview => ({
  slug: 'harbor-trees',
  title: aCampaign().title,
  role: 'owner',
  status: 'collecting',
  open: true,
  held: false,
  paused: false,
  counts: { organizations: 112, individuals: 0 },
  threshold: { organizations: 170, individuals: null },
  waiting: { unconfirmed: 7, review: 2, duplicates: 1, asked: 3 },
  gate: { waitingFor: ['threshold', 'time', 'quotes'], opensAt: '2026-12-02T15:00:00.000Z' },
  publishedAt: null,
  asOf: now.toISOString(),
  history: Array.from({ length: 100 }, (_, hour) => ({
    at: new Date(now.getTime() - (100 - hour) * 3_600_000).toISOString(),
    organizations: hour + 12,
    individuals: 0,
  })),
  next: [
    { event: 'opens', at: '2026-11-25T15:00:00.000Z' },
    { event: 'publication', at: '2026-12-02T15:00:00.000Z' },
    { event: 'closes', at: '2027-01-01T05:00:00.000Z' },
    { event: 'erasure', at: '2027-06-30T04:00:00.000Z' },
  ],
  press: [
    {
      email: 'desk@example.com',
      name: 'Ana Ruiz',
      outlet: 'The Harbor City Ledger',
      mails: [
        { kind: 'embargo', state: 'delivered', at: now.toISOString() },
        { kind: 'release', state: 'bounced', at: now.toISOString() },
      ],
    },
    {
      email: 'radio@example.com',
      mails: [{ kind: 'correction', state: 'unknown', at: now.toISOString() }],
    },
  ],
  health: { mailsWaiting: 3, bounced: 1, complained: 0, failedJobs: 0 },
  ...changed,
});

function campaignPages(language: Language): Record<string, string> {
  const settings = aCampaign({ language });
  const { title } = settings;
  const logo = { file: 'logo.svg', name: 'a.svg', width: 220, height: 40, tone: 'too-dark' as const };
  const branding = { color: '#0f5b52', logo };
  const frame = { language, slug: 'harbor-trees', title, role: 'owner' as const, branding };
  const campaign = { settings, paused: false };
  const overview = (changed: Partial<Overview> = {}): string =>
    overviewPage({ language, viewer, campaign, overview: anOverview({ title, ...changed }) });
  const t = consoleTexts(language);
  const listed = reviewEntries(signOns, { now }).map((entry) => signOnEntry(entry, t, []));
  const [waiting, changed, person] = signOns.map((signOn) => details(signOn, language));
  if (!waiting || !changed || !person) throw new Error('no sign-ons');
  const page = { frame, viewer, timeZone, settings };
  return {
    overview: overview(),
    'overview-draft': overview({
      held: true,
      paused: true,
      counts: { organizations: 0, individuals: 0 },
      history: [],
      next: [],
      press: [],
    }),
    'overview-held': overview({
      held: true,
      paused: true,
      open: false,
      role: 'viewer',
      history: [],
      waiting: null,
      asOf: null,
    }),
    'overview-stopped': overview({
      confirmations: { stoppedUntil: '2026-11-05T15:00:00.000Z', stoppedNetworks: 1 },
    }),
    'overview-published': overview({
      status: 'published',
      publishedAt: now.toISOString(),
      gate: { waitingFor: [], opensAt: null },
      waiting: { unconfirmed: 0, review: 0, duplicates: 0 },
    }),
    'overview-taken-down': overview({ status: 'taken-down', gate: { waitingFor: [], opensAt: null } }),
    'sign-ons': signOnsPage({
      ...page,
      signOns: listed,
      query: { status: 'waiting', because: 'look-alike', q: 'harbor', sort: 'name' },
      next: waiting.id,
      decided: { decision: 'reject', ids: [person.id], before: 1, changes: 2, duplicates: [] },
    }),
    'sign-ons-none': signOnsPage({
      ...page,
      signOns: [],
      query: { status: undefined, because: undefined, q: undefined, sort: undefined },
      next: undefined,
      decided: {
        decision: 'approve',
        ids: [],
        before: 2,
        changes: 1,
        duplicates: [aConfirmedSignOn({ email: 'pier@example.org' })],
      },
    }),
    results: resultsPage({
      frame,
      viewer,
      back: `/console/${frame.slug}/sign-ons`,
      results: [
        { id: waiting.id, name: 'Harbor Familles', status: 'approved' },
        { id: person.id, name: 'Ana Ruiz', status: 'withdrawn', problem: t.decisions.outcomes.withdrawn },
      ],
    }),
    'sign-on': signOnDetailsPage({ ...page, details: waiting }),
    'sign-on-changed': signOnDetailsPage({ ...page, details: changed }),
    'sign-on-viewer': signOnDetailsPage({
      ...page,
      frame: { ...frame, role: 'viewer' },
      details: { ...person, history: [] },
    }),
    review: reviewPage({ ...page, left: 2, skipped: [person.id], details: waiting }),
    'review-none': reviewPage({ ...page, left: 0, skipped: [], details: undefined }),
    'review-skipped': reviewPage({
      ...page,
      left: 1,
      skipped: [person.id],
      decided: { id: waiting.id, name: 'Harbor Familles', status: 'rejected' },
      details: undefined,
    }),
    log: logPage({
      ...page,
      events: [
        { actor: 'ben@example.org', event: { type: 'approved' as const, signOnId: waiting.id } },
        { actor: 'organizer', event: { type: 'merged' as const, keep: waiting.id, other: person.id } },
        { actor: 'system', event: { type: 'published' as const, organizations: 170, individuals: 0 } },
        {
          actor: 'organizer',
          event: { type: 'item-unreadable' as const, item: 'CAMPAIGN#harbor-trees GATE' },
        },
      ].map((entry) => ({ ...entry, at: now.toISOString() })),
      names: new Map([[waiting.id, 'Harbor Familles']]),
      query: { event: 'approved', actor: 'ben@example.org' },
      next: '01JD0000000000000000000000',
    }),
    'log-none': logPage({ ...page, events: [], names: new Map(), query: {}, next: undefined }),
    invited: invitedPage({ frame, viewer, statuses: invitedStatuses }),
    'invited-none': invitedPage({ frame, viewer, statuses: [] }),
    import: importPage({ frame, viewer }),
    'import-mistakes': importPage({
      frame,
      viewer,
      mistakes: [{ row: 3, field: 'email', message: t.importing.mistakes.repeated(2) }],
    }),
    'import-checked': importPage({
      frame,
      viewer,
      isDryRun: true,
      text: 'name,email\nAna Ruiz,ana@example.org\n',
      rows: [
        { row: 2, fate: 'new', because: [] },
        { row: 3, fate: 'waits-for-review', because: [t.evidence['not-a-name']] },
      ],
    }),
    'import-unfinished': importPage({ frame, viewer, text: 'name', rows: [], left: 12 }),
    'import-part-checked': importPage({
      ...{ frame, viewer, text: 'name', rows: [], left: 1, isDryRun: true },
      ...{ asksSlug: true, isWrongSlug: true },
    }),
    'import-refused': importPage({ frame, viewer, notice: t.importing.refused['other-import'] }),
    confirm: confirmPage({
      frame,
      viewer,
      command: 'publish',
      label: t.commands.publish,
      follows: t.commands.follows.publishes(
        texts(language).mails.both(171, 20),
        'commission@example.org',
        25,
      ),
      isWrong: true,
    }),
  };
}

/** Every page of the console in each of its states, each with a name for the test's output. */
export function sampleConsolePages(language: Language): Record<string, string> {
  const t = consoleTexts(language);
  return {
    'sign-in': signInPage({ language }),
    'sign-in-refused': signInPage({
      language,
      typed: 'ida',
      problem: texts(language).problems.invalid.detail,
    }),
    'check-your-inbox': checkInboxPage(language),
    link: linkPage({ language, email: viewer.email, token: 'k1.c.console.0123.c2ln' }),
    'link-is-over': problemPage({
      language,
      problem: texts(language).problems['sign-in-link'],
      back: { href: '/console/sign-in', label: t.link.another },
    }),
    'not-allowed': problemPage({
      language,
      problem: { title: t.notAllowed.title, detail: t.notAllowed.detail(t.roles.viewer, t.roles.editor) },
      back: { href: '/console/harbor-trees', label: t.overview.back },
    }),
    campaigns: campaignsPage({ language, viewer, campaigns: campaigns(language) }),
    ...campaignPages(language),
    ...sampleTextsPages(language, aCampaign({ language }).title),
  };
}
