import type { VNode } from 'preact';
import { campaignPath } from '../campaign/in-language.ts';
import type { LetterContent, SignatoryLists } from '../content/content.ts';
import { renderDocument } from './document.tsx';
import { CampaignFooter, CampaignLink, isIndexed, isPrinted, placeOf } from './frame.tsx';
import { langOf } from './lang.ts';
import { LetterArticle } from './letter-article.tsx';
import { Share } from './share.tsx';
import { Signatories } from './signatories.tsx';
import { Untranslated } from './untranslated.tsx';
import { type CampaignView, localeOf } from './view.ts';

export interface Paging {
  /** Counts from 1. */
  page: number;
  pages: number;
}

/**
 * The published letter by itself, with everybody who signed. Long lists go on further pages, each with its part in
 * `lists`; the letter's text is on the first.
 */
export function letterPage(
  view: CampaignView,
  letter: LetterContent,
  lists: SignatoryLists,
  paging: Paging = { page: 1, pages: 1 },
): string {
  const { settings, openness } = view;
  const { title, summary, language } = settings;
  const home = campaignPath(settings);
  const { t } = localeOf(settings);
  const { page, pages } = paging;
  const isFirst = page === 1;
  const pageTitle = isFirst ? letter.subject : `${letter.subject}, ${t.letter.page(page, pages)}`;
  const signatories = (
    <Signatories
      settings={settings}
      lists={lists}
      title={t.letter.signedBy}
      isStart={isFirst}
      {...(view.suppliedAt && { suppliedAt: view.suppliedAt })}
      isEnd={page === pages}
    />
  );
  return renderDocument({
    language,
    title: letter.subject === title ? pageTitle : `${pageTitle} – ${title}`,
    description: summary,
    ...placeOf(view, pathOf(page)),
    isIndexed: isIndexed(view),
    type: 'article',
    header: <CampaignLink settings={settings} />,
    footer: (
      <>
        <ul class="links">
          <li>
            <a href={`${home}letter.txt`}>{t.letter.text}</a>
          </li>
          {isFirst && isPrinted(view, 'letter') && (
            <li>
              <a href={`${home}letter.pdf`}>{t.letter.pdf}</a>
            </li>
          )}
          <li>
            <a href={`${home}release/`}>{t.campaign.readRelease}</a>
          </li>
          {openness === 'open' && (
            <li>
              <a href={`${home}#sign`}>{t.letter.signToo}</a>
            </li>
          )}
        </ul>
        <Share language={language} title={letter.subject} url={placeOf(view, 'letter/').canonical} />
        <CampaignFooter settings={settings} />
      </>
    ),
    children: (
      <>
        {isFirst && <Untranslated document="letter" of={letter} page={language} />}
        {isFirst ? (
          <LetterArticle letter={letter} page={language} level={1}>
            {signatories}
          </LetterArticle>
        ) : (
          <div class="sheet">
            <h1 {...langOf(letter.language, language)}>{pageTitle}</h1>
            {signatories}
          </div>
        )}
        {pages > 1 && <PageLinks settings={settings} {...paging} />}
      </>
    ),
  });
}

/** Where a page of the letter is below its campaign. */
const pathOf = (page: number): string => (page === 1 ? 'letter/' : `letter/${page}/`);

function PageLinks({ settings, page, pages }: Paging & { settings: CampaignView['settings'] }): VNode {
  const home = campaignPath(settings);
  const { t } = localeOf(settings);
  return (
    <nav aria-label={t.letter.pagesLabel} class="screen">
      <ul class="links">
        {page > 1 && (
          <li>
            <a rel="prev" href={`${home}${pathOf(page - 1)}`}>
              {t.letter.previous}
            </a>
          </li>
        )}
        <li>
          <span>{t.letter.page(page, pages)}</span>
        </li>
        {page < pages && (
          <li>
            <a rel="next" href={`${home}${pathOf(page + 1)}`}>
              {t.letter.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
