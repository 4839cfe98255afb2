import type { VNode } from 'preact';
import { campaignPath, logosPath, textLanguage } from '../../campaign/localized-settings.ts';
import { longDate, minuteBefore } from '../../i18n/formats.ts';
import type { LetterContent, ReleaseContent, SignatoryLists } from '../document/content.ts';
import { CampaignFooter, isIndexed, pageLocation } from './campaign-links.tsx';
import { type CampaignView, localeOf } from './campaign-view.ts';
import { deletionTimeText } from './deletion.ts';
import { renderDocument } from './document.tsx';
import { langAttribute } from './lang-attribute.ts';
import { LetterArticle } from './letter-article.tsx';
import { OpennessNotice } from './openness-notice.tsx';
import { ProgressBars } from './progress-bars.tsx';
import { ReleaseArticle } from './release-article.tsx';
import { SignOnForm } from './sign-on-form.tsx';
import { Signatories } from './signatories.tsx';
import { UntranslatedNotice } from './untranslated-notice.tsx';

export interface PublishedContent {
  /** As many names as one page holds; the letter's pages have all. */
  lists: SignatoryLists;
  release: ReleaseContent;
  publishedAt: string;
}

/**
 * A campaign's own page: the full letter and the form, or why there is none; after publication also who signed, and
 * the release.
 */
export function campaignPage(
  view: CampaignView,
  { letter, published }: { letter: LetterContent; published?: PublishedContent },
): string {
  const { settings, openness } = view;
  const { title, summary, language } = settings;
  const { t } = localeOf(settings);
  const isLate = published !== undefined;
  return renderDocument({
    language,
    title,
    description: summary,
    ...pageLocation(view, ''),
    isIndexed: isIndexed(view),
    hasFormScript: openness === 'open',
    footer: <CampaignFooter settings={settings} />,
    children: (
      <>
        <p class="eyebrow">{t.campaign.eyebrow}</p>
        <h1 {...langAttribute(textLanguage(settings, 'title'), language)}>{title}</h1>
        <p class="lead" {...langAttribute(textLanguage(settings, 'summary'), language)}>
          {summary}
        </p>
        <StatusNotice view={view} published={published} />
        <Elsewhere settings={settings} />
        <ProgressBars view={view} />
        {openness === 'open' && (
          <p class="screen">
            <a class="button" href="#sign">
              {isLate ? t.campaign.jumpLate : t.campaign.jump}
            </a>
          </p>
        )}
        <UntranslatedNotice document="letter" of={letter} page={language} />
        <LetterArticle letter={letter} page={language} level={2} />
        {published && <SignatoriesPart view={view} lists={published.lists} />}
        <Signing
          view={view}
          letterHash={letter.hash}
          {...(published && { publishedAt: published.publishedAt })}
        />
        {published && (
          <section id="release" class="screen">
            <h2>{t.campaign.release}</h2>
            <UntranslatedNotice document="release" of={published.release} page={language} />
            <ReleaseArticle
              release={published.release}
              page={language}
              level={3}
              logosAt={logosPath(settings)}
            />
          </section>
        )}
      </>
    ),
  });
}

/** Where the letter lives, if not here. */
function Elsewhere({ settings }: { settings: CampaignView['settings'] }): VNode | null {
  const { letterUrl } = settings;
  const { t } = localeOf(settings);
  if (letterUrl === undefined) return null;
  return (
    <p class="screen">
      {t.campaign.elsewhere} <a href={letterUrl}>{letterUrl}</a>
    </p>
  );
}

/** Where the letter stands, if it is no longer simply collecting. */
function StatusNotice({
  view: { settings, status },
  published,
}: {
  view: CampaignView;
  published: PublishedContent | undefined;
}): VNode | null {
  const { t } = localeOf(settings);
  const { language, timeZone } = settings;
  const home = campaignPath(settings);
  if (published)
    return (
      <div class="box screen">
        <p>
          <strong>{t.campaign.published(longDate(language, timeZone, published.publishedAt))}</strong>
        </p>
        <ul class="links">
          <li>
            <a href={`${home}letter/`}>{t.campaign.readLetter}</a>
          </li>
          <li>
            <a href={`${home}release/`}>{t.campaign.readRelease}</a>
          </li>
        </ul>
      </div>
    );
  const words = {
    scheduled: undefined,
    collecting: undefined,
    publishing: t.campaign.publishing,
    published: undefined,
    closed: t.campaign.closedUnpublished,
    'taken-down': t.campaign.takenDown,
  }[status];
  return words === undefined ? null : <p class="box">{words}</p>;
}

function SignatoriesPart({
  view: { settings },
  lists,
}: {
  view: CampaignView;
  lists: SignatoryLists;
}): VNode {
  const { t, number } = localeOf(settings);
  const total = lists.organizations.count + lists.individuals.count - lists.individuals.withheld;
  const listed =
    lists.organizations.groups.reduce((sum, { signatories }) => sum + signatories.length, 0) +
    lists.individuals.named.length;
  return (
    <div class="sheet">
      <Signatories settings={settings} lists={lists} title={t.campaign.signatories} isEnd={listed >= total} />
      {listed < total && (
        <p>
          <a href={`${campaignPath(settings)}letter/`}>{t.campaign.allOnLetter(number(total))}</a>
        </p>
      )}
    </div>
  );
}

function Signing({
  view,
  letterHash,
  publishedAt,
}: {
  view: CampaignView;
  letterHash: string | undefined;
  publishedAt?: string;
}): VNode {
  const { settings, openness } = view;
  const { t, time } = localeOf(settings);
  if (openness !== 'open') return <OpennessNotice settings={settings} openness={openness} />;
  return (
    <section id="sign" class="screen">
      <h2>{t.form.heading}</h2>
      <p>
        {t.form.how}
        {settings.closesAt && ` ${t.openness.closesAt(time(minuteBefore(settings.closesAt)))}`}
      </p>
      <SignOnForm
        settings={settings}
        letterHash={letterHash}
        deletion={deletionTimeText(settings, publishedAt)}
        isTimed
      />
    </section>
  );
}
