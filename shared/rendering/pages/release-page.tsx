import { campaignPath, logosPath } from '../../campaign/localized-settings.ts';
import { texts } from '../../i18n/texts.ts';
import type { ReleaseContent } from '../document/content.ts';
import { isIndexed, pageLocation } from './campaign-links.tsx';
import type { CampaignView } from './campaign-view.ts';
import { renderDocument } from './document.tsx';
import type { HeadProps } from './head.tsx';
import { ReleaseArticle } from './release-article.tsx';
import { Tool, Tools } from './tools.tsx';
import { UntranslatedNotice } from './untranslated-notice.tsx';

/** The page of the press release, from its banner to `###`. Links to other pages are outside of the release. */
export function releasePage(view: CampaignView, release: ReleaseContent): string {
  const { settings } = view;
  const { summary, language } = settings;
  const home = campaignPath(settings);
  const t = texts(language);
  return renderDocument({
    language,
    title: release.headline,
    description: release.subheadline ?? summary,
    ...pageLocation(view, 'release/'),
    isIndexed: isIndexed(view),
    type: 'article',
    ...newsArticle(view, release),
    campaign: settings,
    layout: 'letter-page',
    tools: (
      <Tools
        view={view}
        document="release"
        title={release.headline}
        url={pageLocation(view, 'release/').canonical}
      >
        <Tool href={`${home}letter/`} label={t.release.letter} />
      </Tools>
    ),
    children: (
      <>
        <UntranslatedNotice document="release" of={release} page={language} />
        <ReleaseArticle release={release} page={language} level={1} logosAt={logosPath(settings)} />
      </>
    ),
  });
}

/** The release for search engines (schema.org). Absent before publication. */
function newsArticle(
  view: CampaignView,
  { headline, subheadline, language }: ReleaseContent,
): Pick<HeadProps, 'structuredData'> {
  const { settings, siteUrl, publishedAt } = view;
  if (publishedAt === undefined) return {};
  const { canonical, preview } = pageLocation(view, 'release/');
  const organization = { '@type': 'Organization', name: settings.sender.name };
  return {
    structuredData: {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline,
      ...(subheadline && { alternativeHeadline: subheadline }),
      inLanguage: language,
      datePublished: publishedAt,
      author: organization,
      publisher: organization,
      image: `${siteUrl}${preview.path}`,
      url: canonical,
      mainEntityOfPage: canonical,
    },
  };
}
