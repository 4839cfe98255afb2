import type { VNode } from 'preact';
import { campaignPath } from '../../campaign/localized-settings.ts';
import type { LetterContent, SignatoryLists } from '../document/content.ts';
import { isIndexed, pageLocation } from './campaign-links.tsx';
import { type CampaignView, localeOf } from './campaign-view.ts';
import { renderDocument } from './document.tsx';
import { langAttribute } from './lang-attribute.ts';
import { LetterArticle } from './letter-article.tsx';
import { PageLinks, type PageNumber, pagePath } from './page-links.tsx';
import { Signatories } from './signatories.tsx';
import { Tool, Tools } from './tools.tsx';
import { UntranslatedNotice } from './untranslated-notice.tsx';

/**
 * The published letter with all signatories. A long list continues on further pages, each with its part in `lists`.
 * Only the first page has the letter's text.
 */
export function letterPage(
  view: CampaignView,
  letter: LetterContent,
  lists: SignatoryLists,
  paging: PageNumber = { page: 1, pages: 1 },
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
      {...(view.supplementSentAt && { supplementSentAt: view.supplementSentAt })}
      isEnd={page === pages}
    />
  );
  return renderDocument({
    language,
    title: letter.subject === title ? pageTitle : `${pageTitle} – ${title}`,
    description: summary,
    ...pageLocation(view, pagePath('letter/', page)),
    isIndexed: isIndexed(view),
    type: 'article',
    campaign: settings,
    layout: 'letter-page',
    tools: (
      <>
        {isFirst && <SignedBy view={view} lists={lists} />}
        <Tools
          view={view}
          document="letter"
          title={letter.subject}
          url={pageLocation(view, 'letter/').canonical}
        >
          {openness === 'open' && <Tool href={`${home}#sign`} label={t.letter.signToo} isFirst />}
          <Tool href={`${home}release/`} label={t.campaign.readRelease} />
        </Tools>
      </>
    ),
    children: (
      <>
        {isFirst && <UntranslatedNotice document="letter" of={letter} page={language} />}
        {isFirst ? (
          <LetterArticle letter={letter} page={language} level={1}>
            {signatories}
          </LetterArticle>
        ) : (
          <div class="sheet">
            <h1 {...langAttribute(letter.language, language)}>{pageTitle}</h1>
            {signatories}
          </div>
        )}
        {pages > 1 && <PageLinks settings={settings} folder="letter/" {...paging} />}
      </>
    ),
  });
}

/** How many have signed, above the letter, with a link to their names below it. */
function SignedBy({
  view: { settings },
  lists: { organizations, individuals },
}: {
  view: CampaignView;
  lists: SignatoryLists;
}): VNode {
  const { t } = localeOf(settings);
  return (
    <p class="signed screen">
      {organizations.count > 0 && <a href="#signatories">{t.progress.organizations(organizations.count)}</a>}{' '}
      {individuals.count > 0 && <a href="#signatories">{t.progress.people(individuals.count)}</a>}
    </p>
  );
}
