import type { VNode } from 'preact';
import { campaignPath } from '../../campaign/localized-settings.ts';
import { type CampaignView, localeOf } from './campaign-view.ts';

export interface PageNumber {
  /** Counts from 1. */
  page: number;
  pages: number;
}

interface PageLinksProps extends PageNumber {
  settings: CampaignView['settings'];
  /** The list's folder below its campaign: `letter/`. */
  folder: string;
}

/** The path of a page of a list, below its campaign. */
export const pagePath = (folder: string, page: number): string => (page === 1 ? folder : `${folder}${page}/`);

/** Links to the previous and the next page. */
export function PageLinks({ settings, folder, page, pages }: PageLinksProps): VNode {
  const home = campaignPath(settings);
  const { t } = localeOf(settings);
  return (
    <nav aria-label={t.letter.pagesLabel} class="screen">
      <ul class="links">
        {page > 1 && (
          <li>
            <a rel="prev" href={`${home}${pagePath(folder, page - 1)}`}>
              {t.letter.previous}
            </a>
          </li>
        )}
        <li>
          <span>{t.letter.page(page, pages)}</span>
        </li>
        {page < pages && (
          <li>
            <a rel="next" href={`${home}${pagePath(folder, page + 1)}`}>
              {t.letter.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
