import type { Settings } from '../../campaign/settings.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import type { ReviewState } from '../../sign-on/review-state.ts';
import type { SignOnDetails } from '../sign-on-details.ts';
import { type CampaignFrame, CampaignTabs } from './campaign-tabs.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';
import { DecisionForms } from './decision-forms.tsx';
import { ProposedChange } from './proposed-change.tsx';
import { EvidenceList, SignOnFacts, SimilarSignOns } from './sign-on-facts.tsx';

/**
 * Ids that the address has. API Gateway takes 10,240 bytes of path and headers, and a browser names the page before,
 * too (`Referer`). With more, the one that was put off first is shown again.
 */
const maxSkipped = 100;

interface ReviewProps {
  frame: CampaignFrame;
  viewer: Viewer;
  settings: Settings;
  left: number;
  /** Ids that were skipped. */
  skipped: readonly string[];
  /** The sign-on that was decided about just before. */
  decided?: { id: string; name: string; status: ReviewState } | undefined;
  details: SignOnDetails | undefined;
}

/** The sign-ons that wait for review, one at a time, each with its evidence and the sign-ons that it resembles. */
export function reviewPage({
  frame,
  viewer,
  settings,
  left,
  skipped,
  decided,
  details,
}: ReviewProps): string {
  const { language, slug } = frame;
  const t = consoleTexts(language);
  return renderConsole({
    language,
    title: `${t.review.title} – ${frame.title}`,
    viewer,
    tabs: <CampaignTabs {...frame} current="review" />,
    children: (
      <>
        <h1>{t.review.title}</h1>
        {decided && (
          <p class="box" role="status">
            <bdi>{safeLine(decided.name)}</bdi> <span class="badge">{t.states[decided.status]}</span>{' '}
            <a href={`/console/${slug}/sign-ons/${decided.id}`}>{t.review.change}</a>
          </p>
        )}
        {!details && left === 0 && <p class="lead">{t.review.none}</p>}
        {!details && left > 0 && (
          <>
            <p class="lead">{t.review.skipped(left)}</p>
            <p>
              <a class="button second" href={`/console/${slug}/review`}>
                {t.review.again}
              </a>
            </p>
          </>
        )}
        {details && (
          <>
            <p>
              {t.review.left(left)}
              {skipped.length === 0 && ` ${t.review.first}`}
            </p>
            <div class="pair">
              <section class="sheet">
                <h2>
                  <bdi>{safeLine(details.name)}</bdi>
                </h2>
                <EvidenceList language={language} details={details} />
                <ProposedChange language={language} details={details} settings={settings} />
                <SignOnFacts language={language} details={details} settings={settings} />
              </section>
              <SimilarSignOns frame={frame} details={details} />
            </div>
            <DecisionForms frame={frame} details={details} review={{ skipped }} />
            <p>
              <a
                href={`/console/${slug}/review?skip=${[...skipped, details.id].slice(-maxSkipped).join(',')}`}
              >
                {t.review.later}
              </a>
            </p>
            <p class="note">{t.review.keys}</p>
          </>
        )}
      </>
    ),
  });
}
