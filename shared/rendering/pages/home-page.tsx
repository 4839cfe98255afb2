import type { CampaignStatus, Openness } from '../../campaign/status.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { renderDocument } from './document.tsx';
import type { LanguageVersion } from './head.tsx';
import { langAttribute } from './lang-attribute.ts';

export interface ListedCampaign {
  slug: string;
  title: string;
  summary: string;
  language: Language;
  status: CampaignStatus;
  /** Whether one can sign. A letter that still collects can be paused or past its close. Absent: `open`. */
  openness?: Openness;
  /** Language of title and summary, if they are not translated. */
  textLanguage?: Language;
  /** Path of its page in the language of the list. Absent if that is its root. */
  path?: string;
  organizer?: string;
  /** How many have signed, and since when or until when, one line for each. */
  facts?: readonly string[];
}

/**
 * The first page of the site. It lists the letters in the given order, in their language if they all have the same,
 * else in English.
 */
export function homePage({
  siteUrl,
  campaigns,
  language = sharedLanguage(campaigns),
  versions,
}: {
  siteUrl: string;
  campaigns: readonly ListedCampaign[];
  language?: Language;
  versions?: readonly LanguageVersion[];
}): string {
  const t = texts(language);
  const listed = campaigns.flatMap(({ status, ...campaign }) =>
    status === 'taken-down' ? [] : [{ ...campaign, status }],
  );
  const path = versions?.find((version) => version.language === language)?.path ?? '/';
  return renderDocument({
    language,
    title: t.home.title,
    description: t.home.lead,
    canonical: `${siteUrl}${path}`,
    isIndexed: true,
    ...(versions && { versions }),
    children: (
      <>
        <h1>{t.home.title}</h1>
        <p class="lead">{t.home.lead}</p>
        {listed.length === 0 && <p>{t.home.empty}</p>}
        {listed.length > 0 && (
          <ul class="cards">
            {listed.map((campaign) => (
              <li {...langAttribute(campaign.language, language)}>
                {campaign.organizer && (
                  <p class="note">
                    <bdi>{campaign.organizer}</bdi>
                  </p>
                )}
                <h2 {...langAttribute(campaign.textLanguage ?? campaign.language, campaign.language)}>
                  <a href={campaign.path ?? `/${campaign.slug}/`}>{campaign.title}</a>
                </h2>
                <p {...langAttribute(campaign.textLanguage ?? campaign.language, campaign.language)}>
                  {campaign.summary}
                </p>
                {campaign.facts?.map((fact, index) => (
                  <p class="fact">{index === 0 ? <strong>{fact}</strong> : fact}</p>
                ))}
                {!(campaign.status === 'published' && campaign.facts) && (
                  <p class="note">{statusText(campaign)}</p>
                )}
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  });
}

function statusText({
  language,
  status,
  openness = 'open',
}: Pick<ListedCampaign, 'language' | 'openness'> & {
  status: Exclude<CampaignStatus, 'taken-down'>;
}): string {
  const t = texts(language);
  const isShut = status === 'collecting' && (openness === 'paused' || openness === 'closed');
  return isShut ? t.openness[openness].title : t.home.statuses[status];
}

/** The language that all campaigns have, or else English. */
export function sharedLanguage(campaigns: readonly { language: Language }[]): Language {
  const [language, another] = new Set(campaigns.map((campaign) => campaign.language));
  return language && !another ? language : 'en';
}
