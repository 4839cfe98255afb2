import type { ReleaseContent } from '../content/content.ts';
import { renderDocument } from './document.tsx';
import { CampaignFooter, CampaignLink, isIndexed } from './frame.tsx';
import { texts } from './locales/texts.ts';
import { ReleaseArticle } from './release-article.tsx';
import type { CampaignView } from './view.ts';

/** The press release by itself, from its banner to `###`; the ways on stand outside of it. */
export function releasePage(view: CampaignView, release: ReleaseContent): string {
  const { settings, siteUrl } = view;
  const { slug, summary, language } = settings;
  const t = texts(language);
  return renderDocument({
    language,
    title: release.headline,
    description: release.subheadline ?? summary,
    canonical: `${siteUrl}/${slug}/release/`,
    isIndexed: isIndexed(view),
    type: 'article',
    header: <CampaignLink settings={settings} />,
    footer: (
      <>
        <ul class="links">
          <li>
            <a href={`/${slug}/letter/`}>{t.release.letter}</a>
          </li>
          <li>
            <a href={`/${slug}/release.txt`}>{t.release.text}</a>
          </li>
        </ul>
        <CampaignFooter settings={settings} />
      </>
    ),
    children: <ReleaseArticle release={release} contactLabel={t.release.contact} level={1} />,
  });
}
