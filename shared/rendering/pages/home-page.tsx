import type { CampaignStatus } from '../../campaign/status.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { renderDocument } from './document.tsx';

export interface ListedCampaign {
  slug: string;
  title: string;
  summary: string;
  language: Language;
  status: CampaignStatus;
}

/** The site's first page: its letters, in the order given. It speaks their language if they share one, else English. */
export function homePage({
  siteUrl,
  campaigns,
}: {
  siteUrl: string;
  campaigns: readonly ListedCampaign[];
}): string {
  const language = sharedLanguage(campaigns);
  const t = texts(language);
  const listed = campaigns.flatMap(({ status, ...campaign }) =>
    status === 'taken-down' ? [] : [{ ...campaign, status }],
  );
  return renderDocument({
    language,
    title: t.home.title,
    description: t.home.lead,
    canonical: `${siteUrl}/`,
    isIndexed: true,
    children: (
      <>
        <h1>{t.home.title}</h1>
        <p class="lead">{t.home.lead}</p>
        {listed.length === 0 && <p>{t.home.empty}</p>}
        {listed.length > 0 && (
          <ul class="plain">
            {listed.map((campaign) => (
              <li {...(campaign.language !== language && { lang: campaign.language })}>
                <h2>
                  <a href={`/${campaign.slug}/`}>{campaign.title}</a>
                </h2>
                <p>{campaign.summary}</p>
                <p class="note">{texts(campaign.language).home.statuses[campaign.status]}</p>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  });
}

function sharedLanguage(campaigns: readonly ListedCampaign[]): Language {
  const [language, another] = new Set(campaigns.map((campaign) => campaign.language));
  return language && !another ? language : 'en';
}
