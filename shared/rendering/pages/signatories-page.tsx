import { campaignPath } from '../../campaign/localized-settings.ts';
import type { SignatoryLists } from '../document/content.ts';
import { pageLocation } from './campaign-links.tsx';
import { type CampaignView, localeOf } from './campaign-view.ts';
import { renderDocument } from './document.tsx';
import { PageLinks, type PageNumber, pagePath } from './page-links.tsx';
import { Signatories } from './signatories.tsx';

const folder = 'signatories/';

/**
 * The signatories so far, for a campaign that shows them before publication. The page is never indexed, because a
 * name may still be removed.
 */
export function signatoriesPage(view: CampaignView, lists: SignatoryLists, paging: PageNumber): string {
  const { settings, openness, progress } = view;
  const { language, title } = settings;
  const { t } = localeOf(settings);
  const { page, pages } = paging;
  const heading = page === 1 ? t.soFar.title : `${t.soFar.title}, ${t.letter.page(page, pages)}`;
  const listed = lists.organizations.count + lists.individuals.count;
  const counted = (progress?.organizations ?? 0) + (progress?.individuals ?? 0);
  return renderDocument({
    language,
    title: `${heading} – ${title}`,
    description: t.soFar.lead,
    ...pageLocation(view, pagePath(folder, page)),
    isIndexed: false,
    campaign: settings,
    children: (
      <>
        <h1>{heading}</h1>
        {page === 1 && <p class="lead">{t.soFar.lead}</p>}
        {page === 1 && listed < counted && <p>{t.soFar.others(counted - listed)}</p>}
        {listed > 0 && (
          <div class="sheet">
            <Signatories
              settings={settings}
              lists={lists}
              title={t.letter.signedBy}
              isStart={page === 1}
              isEnd={page === pages}
            />
          </div>
        )}
        {pages > 1 && <PageLinks settings={settings} folder={folder} {...paging} />}
        <p>
          <a href={`${campaignPath(settings)}${openness === 'open' ? '#sign' : ''}`}>
            {openness === 'open' ? t.campaign.jump : t.campaign.read}
          </a>
        </p>
      </>
    ),
  });
}
