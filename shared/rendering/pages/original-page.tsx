import { campaignPath, logosPath } from '../../campaign/localized-settings.ts';
import { texts } from '../../i18n/texts.ts';
import type { LetterContent, ReleaseContent } from '../document/content.ts';
import type { CampaignView } from './campaign-view.ts';
import { renderDocument } from './document.tsx';
import { LetterArticle } from './letter-article.tsx';
import { ReleaseArticle } from './release-article.tsx';

/** The first version of a corrected text. Only the page of the corrected text lists the signatories. */
export function originalPage(
  { settings }: CampaignView,
  original: { document: 'letter'; of: LetterContent } | { document: 'release'; of: ReleaseContent },
): string {
  const { language } = settings;
  const { originalTitle, wasCorrected, current } = texts(language).correction;
  const { document } = original;
  return renderDocument({
    language,
    title: originalTitle[document],
    isIndexed: false,
    campaign: settings,
    layout: 'letter-page',
    children: (
      <>
        <h1>{originalTitle[document]}</h1>
        <div class="box">
          <p>{wasCorrected}</p>
          <p>
            <a href={`${campaignPath(settings)}${document}/`}>{current[document]}</a>
          </p>
        </div>
        {original.document === 'letter' ? (
          <LetterArticle letter={original.of} page={language} level={2} />
        ) : (
          <ReleaseArticle release={original.of} page={language} level={2} logosAt={logosPath(settings)} />
        )}
      </>
    ),
  });
}
