import type { VNode } from 'preact';
import { campaignPath, logosPath, textLanguage } from '../../campaign/localized-settings.ts';
import { longDate, minuteBefore } from '../../i18n/formats.ts';
import { withColon } from '../../i18n/texts.ts';
import type { LetterContent, ReleaseContent, SignatoryLists } from '../document/content.ts';
import { isIndexed, pageLocation } from './campaign-links.tsx';
import { type CampaignView, localeOf } from './campaign-view.ts';
import { renderDocument } from './document.tsx';
import { deletionTimeText } from './form-sentences.ts';
import { langAttribute } from './lang-attribute.ts';
import { LetterArticle } from './letter-article.tsx';
import { OpennessNotice } from './openness-notice.tsx';
import { ProgressBars } from './progress-bars.tsx';
import { ReleaseArticle } from './release-article.tsx';
import { SignOnForm } from './sign-on-form.tsx';
import { Signatories } from './signatories.tsx';
import { Tool, Tools } from './tools.tsx';
import { UntranslatedNotice } from './untranslated-notice.tsx';

export interface PublishedContent {
  /** Up to one page of names. The letter's pages have all of them. */
  lists: SignatoryLists;
  release: ReleaseContent;
  publishedAt: string;
}

/**
 * A campaign's own page: the full letter and the form, or why there is no form. After publication, also the
 * signatories and the release.
 */
export function campaignPage(
  view: CampaignView,
  { letter, published }: { letter: LetterContent; published?: PublishedContent },
): string {
  const { settings, openness } = view;
  const { title, summary, language } = settings;
  const { t } = localeOf(settings);
  return renderDocument({
    language,
    title,
    description: summary,
    ...pageLocation(view, ''),
    isIndexed: isIndexed(view),
    hasFormScript: openness === 'open',
    campaign: settings,
    layout: 'campaign',
    children: (
      <>
        <div class="opening">
          <p class="eyebrow">{t.campaign.eyebrow}</p>
          <h1 {...langAttribute(textLanguage(settings, 'title'), language)}>{title}</h1>
          <p class="lead" {...langAttribute(textLanguage(settings, 'summary'), language)}>
            {summary}
          </p>
        </div>
        <CampaignSidebar view={view} published={published} />
        <div class="reading">
          <UntranslatedNotice document="letter" of={letter} page={language} />
          <LetterArticle letter={letter} page={language} level={2} />
          {published && <SignatoriesPart view={view} lists={published.lists} />}
          {openness === 'open' && (
            <Signing
              view={view}
              letterHash={letter.hash}
              {...(published && { publishedAt: published.publishedAt })}
            />
          )}
          {published && <ReleasePart settings={settings} release={published.release} />}
        </div>
      </>
    ),
  });
}

/** How many have signed, and what to do next. It is next to the letter if there is room, and above it on a phone. */
function CampaignSidebar({
  view,
  published,
}: {
  view: CampaignView;
  published: PublishedContent | undefined;
}): VNode {
  const { settings, status, openness } = view;
  const { title } = settings;
  const { t } = localeOf(settings);
  const home = campaignPath(settings);
  return (
    <div class="beside">
      <ProgressBars view={view} />
      {settings.showSignatories && !published && (
        <p class="screen">
          <a href={`${home}signatories/`}>{t.soFar.link}</a>
        </p>
      )}
      {published && (
        <p class="screen">
          <a href={`${home}letter/#signatories`}>{t.campaign.signatories}</a>
        </p>
      )}
      <StatusNotice view={view} published={published} />
      <ExternalLetterLink settings={settings} />
      {openness === 'open' ? (
        <p class="screen">
          <a class="button" href="#sign">
            {published ? t.campaign.jumpLate : t.campaign.jump}
          </a>
        </p>
      ) : (
        status !== 'taken-down' && (
          <OpennessNotice settings={settings} openness={openness} isUnpublished={status === 'closed'} />
        )
      )}
      {published && (
        <Tools view={view} document="letter" title={title} url={pageLocation(view, '').canonical}>
          <Tool href={`${home}release/`} label={t.campaign.readRelease} />
        </Tools>
      )}
    </div>
  );
}

/** The link to the letter, if it is on another site. */
function ExternalLetterLink({ settings }: { settings: CampaignView['settings'] }): VNode | null {
  const { letterUrl } = settings;
  const { t } = localeOf(settings);
  if (letterUrl === undefined) return null;
  return (
    <p class="screen">
      {t.campaign.elsewhere} <a href={letterUrl}>{letterUrl}</a>
    </p>
  );
}

/** A notice about the state of the letter, if it is not open and nothing else on the page says so. */
function StatusNotice({
  view: { settings, status },
  published,
}: {
  view: CampaignView;
  published: PublishedContent | undefined;
}): VNode | null {
  const { t } = localeOf(settings);
  const { language, timeZone } = settings;
  if (published)
    return (
      <p class="screen">
        <strong>{t.campaign.published(longDate(language, timeZone, published.publishedAt))}</strong>
      </p>
    );
  if (status === 'publishing') return <p class="box">{t.campaign.publishing}</p>;
  return status === 'taken-down' ? <p class="box">{t.campaign.takenDown}</p> : null;
}

/** A longer list of names is folded, so that the page stays short. */
const maxOpenNames = 40;

function SignatoriesPart({
  view: { settings },
  lists,
}: {
  view: CampaignView;
  lists: SignatoryLists;
}): VNode {
  const { t, number } = localeOf(settings);
  const { organizations, individuals } = lists;
  const total = organizations.count + individuals.count - individuals.withheld;
  const listed =
    organizations.groups.reduce((sum, { signatories }) => sum + signatories.length, 0) +
    individuals.named.length;
  const names = (title?: string): VNode => (
    <div class="sheet">
      <Signatories settings={settings} lists={lists} isEnd={listed >= total} {...(title && { title })} />
      {listed < total && (
        <p>
          <a href={`${campaignPath(settings)}letter/`}>{t.campaign.allOnLetter(number(total))}</a>
        </p>
      )}
    </div>
  );
  if (listed <= maxOpenNames) return names(t.campaign.signatories);
  return (
    <details class="fold">
      <summary>
        <h2>
          {withColon(settings.language, t.campaign.signatories)}{' '}
          {t.mails.both(organizations.count, individuals.count)}
        </h2>
      </summary>
      {names()}
    </details>
  );
}

function ReleasePart({
  settings,
  release,
}: {
  settings: CampaignView['settings'];
  release: ReleaseContent;
}): VNode {
  const { t } = localeOf(settings);
  const { language } = settings;
  return (
    <details class="fold screen" id="release">
      <summary>
        <h2>{t.campaign.release}</h2>
      </summary>
      <UntranslatedNotice document="release" of={release} page={language} />
      <ReleaseArticle release={release} page={language} level={3} logosAt={logosPath(settings)} />
    </details>
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
  const { settings } = view;
  const { t, time } = localeOf(settings);
  return (
    <section id="sign" class="panel screen">
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
