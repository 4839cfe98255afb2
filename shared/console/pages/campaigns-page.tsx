import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { CampaignSummary } from '../campaign-summary.ts';
import { renderConsole, type Viewer } from './console-document.tsx';

/** The campaigns of the organizer who is signed in. */
export function campaignsPage({
  language,
  viewer,
  campaigns,
}: {
  language: Language;
  viewer: Viewer;
  campaigns: readonly CampaignSummary[];
}): string {
  const t = consoleTexts(language);
  return renderConsole({
    language,
    title: t.campaigns.title,
    viewer,
    children: (
      <>
        <h1>{t.campaigns.title}</h1>
        <ul class="plain">
          {campaigns.map(({ slug, title, status, role, counts, waiting, held, paused }) => (
            <li>
              <h2>
                <a href={`/console/${slug}`}>
                  <bdi>{title}</bdi>
                </a>
              </h2>
              <p class="note">
                <code>{slug}</code>
              </p>
              <p>
                {texts(language).home.statuses[status === 'taken-down' ? 'closed' : status]}
                {status === 'collecting' && held && ` · ${t.campaigns.held}`}
                {status === 'collecting' && paused && ` · ${t.campaigns.paused}`}
                {' · '}
                {texts(language).mails.both(counts.organizations, counts.individuals)}
                {' · '}
                {t.campaigns.role}: {t.roles[role]}
              </p>
              {waiting !== null && waiting > 0 && (
                <p>
                  <a href={`/console/${slug}/review`}>{t.campaigns.waiting(waiting)}</a>
                </p>
              )}
            </li>
          ))}
        </ul>
        {campaigns.some(({ role }) => role === 'owner') && (
          <p>
            <a class="button second" href="/console/new">
              {t.newCampaign.title}
            </a>
          </p>
        )}
        <h2>{t.campaigns.elsewhere}</h2>
        <form method="post" action="/console/sign-out">
          <input type="hidden" name="everywhere" value="yes" />
          <button class="button second" type="submit">
            {t.site.signOutEverywhere}
          </button>
          <p class="note">{t.campaigns.elsewhereHint}</p>
        </form>
      </>
    ),
  });
}
