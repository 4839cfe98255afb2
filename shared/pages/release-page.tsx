import { campaignPath, logosPath } from '../campaign/in-language.ts';
import type { ReleaseContent } from '../content/content.ts';
import { renderDocument } from './document.tsx';
import { CampaignFooter, CampaignLink, isIndexed, isPrinted, placeOf } from './frame.tsx';
import type { HeadProps } from './head.tsx';
import { texts } from './locales/texts.ts';
import { ReleaseArticle } from './release-article.tsx';
import { Share } from './share.tsx';
import { Untranslated } from './untranslated.tsx';
import type { CampaignView } from './view.ts';

/** The press release by itself, from its banner to `###`; the ways on stand outside of it. */
export function releasePage(view: CampaignView, release: ReleaseContent): string {
  const { settings } = view;
  const { summary, language } = settings;
  const home = campaignPath(settings);
  const t = texts(language);
  return renderDocument({
    language,
    title: release.headline,
    description: release.subheadline ?? summary,
    ...placeOf(view, 'release/'),
    isIndexed: isIndexed(view),
    type: 'article',
    ...newsArticle(view, release),
    header: <CampaignLink settings={settings} />,
    footer: (
      <>
        <ul class="links">
          <li>
            <a href={`${home}letter/`}>{t.release.letter}</a>
          </li>
          <li>
            <a href={`${home}release.txt`}>{t.release.text}</a>
          </li>
          {isPrinted(view, 'release') && (
            <li>
              <a href={`${home}release.pdf`}>{t.release.pdf}</a>
            </li>
          )}
        </ul>
        <Share language={language} title={release.headline} url={placeOf(view, 'release/').canonical} />
        <CampaignFooter settings={settings} />
      </>
    ),
    children: (
      <>
        <Untranslated document="release" of={release} page={language} />
        <ReleaseArticle release={release} page={language} level={1} logosAt={logosPath(settings)} />
      </>
    ),
  });
}

/** The release for search engines (schema.org); nothing before there was a publication. */
function newsArticle(
  view: CampaignView,
  { headline, subheadline, language }: ReleaseContent,
): Pick<HeadProps, 'data'> {
  const { settings, siteUrl, publishedAt } = view;
  if (publishedAt === undefined) return {};
  const { canonical, preview } = placeOf(view, 'release/');
  const organization = { '@type': 'Organization', name: settings.sender.name };
  return {
    data: {
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
