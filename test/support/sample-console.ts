import type { CampaignSummary } from '../../shared/console/campaign-summary.ts';
import { campaignsPage } from '../../shared/console/pages/campaigns-page.tsx';
import { problemPage } from '../../shared/console/pages/problem-page.tsx';
import { checkInboxPage, linkPage, signInPage } from '../../shared/console/pages/sign-in-pages.tsx';
import { consoleTexts } from '../../shared/i18n/console/texts.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { texts } from '../../shared/i18n/texts.ts';
import { aCampaign } from './builders.ts';

const viewer = { email: 'ida@example.org' };

const campaigns = (language: Language): CampaignSummary[] =>
  (['owner', 'editor', 'viewer'] as const).map((role, index) => ({
    slug: `letter-${index + 1}`,
    title: aCampaign({ language }).title,
    status: (['collecting', 'published', 'taken-down'] as const)[index] ?? 'collecting',
    role,
    counts: { organizations: 112 * index, individuals: 20 * index },
    threshold: { organizations: 170, individuals: null },
    waiting: [3, 1, null][index] ?? 0,
  }));

/** Every page of the console in each of its states, by a name for the test's output. */
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
  };
}
