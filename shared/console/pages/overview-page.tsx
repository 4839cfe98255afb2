import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { longTime, number } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { texts, withColon } from '../../i18n/texts.ts';
import { otherSources } from '../../sign-on/sources.ts';
import type { CampaignSettings } from '../../table/settings.ts';
import type { Overview } from '../overview.ts';
import { mayDo } from '../permissions.ts';
import { CampaignTabs } from './campaign-tabs.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';
import { HistoryChart } from './history-chart.tsx';
import { OverviewControls } from './overview-controls.tsx';
import { PressTable } from './press-table.tsx';

interface OverviewProps {
  language: Language;
  viewer: Viewer;
  campaign: CampaignSettings;
  overview: Overview;
  /** Whether the organizer has just published a correction. */
  isCorrected?: boolean;
}

/**
 * The state of a campaign: counts, what publication waits for, what waits for its organizers, emails, and how the
 * counts grew.
 */
export function overviewPage(props: OverviewProps): string {
  const { language, viewer, overview, campaign } = props;
  const { slug, title, role, history, counts, threshold } = overview;
  const t = consoleTexts(language).overview;
  const { signatories, timeZone, branding } = campaign.settings;
  const time = (instant: string): string => longTime(language, timeZone, instant);
  const kinds = (['organizations', 'individuals'] as const).filter(
    (kind) => signatories[kind] || counts[kind] > 0,
  );
  return renderConsole({
    language,
    title,
    viewer,
    tabs: <CampaignTabs {...{ language, slug, title, role, branding }} current="overview" />,
    children: (
      <>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {props.isCorrected && (
          <p class="box" role="status">
            {consoleTexts(language).texts.correction.done}
          </p>
        )}
        <p>
          <a href={`/${slug}/`}>{consoleTexts(language).tabs.page}</a>
        </p>
        <div class="progress" id="counts" data-live="">
          {kinds.map((kind) => (
            <>
              <p>
                <strong id={`${kind}-counted`}>{t[kind](counts[kind], threshold[kind])}</strong>
              </p>
              {threshold[kind] !== null && counts[kind] < threshold[kind] && (
                <progress value={counts[kind]} max={threshold[kind]} aria-labelledby={`${kind}-counted`} />
              )}
            </>
          ))}
        </div>
        {isDraft(overview) && <Draft language={language} overview={overview} />}
        <h2>{t.publication}</h2>
        <Publication {...props} time={time} />
        <OverviewControls language={language} overview={overview} settings={campaign.settings} />
        <NextEvents {...props} time={time} />
        <h2>{t.todo}</h2>
        <div id="todo" data-live="">
          <Todo {...props} time={time} />
        </div>
        <h2>{t.history}</h2>
        {history.length === 0 && <p>{t.noHistory}</p>}
        {history.length > 0 &&
          kinds.map((kind) => (
            <HistoryChart
              language={language}
              points={history}
              needed={threshold[kind]}
              kind={kind}
              time={time}
            />
          ))}
        <SourcesTable language={language} overview={overview} />
        <PressTable language={language} press={overview.press} time={time} />
        <h2>{t.health}</h2>
        <Health {...props} time={time} />
      </>
    ),
  });
}

/** A copy before its start: nobody can sign, publication is on hold, and nobody has signed. */
const isDraft = ({ held, paused, counts, status }: Overview): boolean =>
  held && paused && counts.organizations + counts.individuals === 0 && status !== 'taken-down';

/** What an organizer does to start a copy, in this order. */
function Draft({ language, overview: { slug } }: Pick<OverviewProps, 'language' | 'overview'>): VNode {
  const t = consoleTexts(language).overview.draft;
  const steps = [
    { words: t.texts, path: 'texts' },
    { words: t.settings, path: 'settings' },
    { words: t.quotes, path: 'texts#quotes' },
    { words: t.preview, path: 'preview' },
  ];
  return (
    <section class="box">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <ol>
        {steps.map(({ words, path }) => (
          <li>
            <a href={`/console/${slug}/${path}`}>{words}</a>
          </li>
        ))}
      </ol>
      <p>{t.open}</p>
    </section>
  );
}

function NextEvents({
  language,
  overview: { next },
  time,
}: OverviewProps & { time: (at: string) => string }): VNode | null {
  const t = consoleTexts(language).overview;
  if (next.length === 0) return null;
  return (
    <>
      <h2>{t.next}</h2>
      <dl class="facts">
        {next.map(({ event, at }) => (
          <div>
            <dt>{t.nextEvents[event]}</dt>
            <dd>{time(at)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Publication({ language, overview, time }: OverviewProps & { time: (at: string) => string }): VNode {
  const { slug, status, gate, publishedAt, open, paused } = overview;
  const t = consoleTexts(language).overview;
  const words = texts(language).mails.gate;
  const waits = gate.waitingFor.map((obstacle) =>
    obstacle !== 'time'
      ? words.obstacles[obstacle]
      : gate.opensAt
        ? words.obstacles.time(time(gate.opensAt))
        : words.obstacles.hours,
  );
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(waits);
  const sentence = {
    scheduled: words.waitsFor(list),
    collecting: waits.length > 0 ? words.waitsFor(list) : words.publishing,
    publishing: words.publishing,
    published: words.published,
    closed: t.closed,
    'taken-down': t.takenDown,
  }[status];
  return (
    <>
      <p class="lead">{sentence}</p>
      {gate.opensAt && <p>{t.opensAt(time(gate.opensAt))}</p>}
      {publishedAt && <p>{t.publishedAt(time(publishedAt))}</p>}
      {status === 'published' && <PublishedFiles language={language} slug={slug} />}
      <p>{open ? t.signing.open : paused ? t.signing.paused : t.signing.shut}</p>
    </>
  );
}

/** Links to what was published. */
function PublishedFiles({ language, slug }: { language: Language; slug: string }): VNode {
  const t = consoleTexts(language).texts.preview;
  const files = (['letter', 'release'] as const).flatMap((document) => [
    { href: `/${slug}/${document}/`, label: t[document] },
    { href: `/${slug}/${document}.txt`, label: `${withColon(language, t[document])} ${t.text}` },
    { href: `/${slug}/${document}.pdf`, label: `${withColon(language, t[document])} ${t.pdf}` },
  ]);
  return (
    <ul class="links">
      {files.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

function Todo({ language, overview, time }: OverviewProps & { time: (at: string) => string }): VNode {
  const { slug, role, waiting, asOf, gate } = overview;
  const t = consoleTexts(language).overview;
  const needsQuotes = gate.waitingFor.includes('quotes') && mayDo(role, 'edit-settings');
  if (!waiting || !asOf) return <p>{t.noFigures}</p>;
  const list = (status: string): string => `/console/${slug}/sign-ons?status=${status}`;
  const review = mayDo(role, 'decide') ? `/console/${slug}/review` : list('waiting');
  const others = [
    { count: waiting.duplicates, words: t.duplicates, href: list('duplicate') },
    { count: waiting.unconfirmed, words: t.unconfirmed, href: list('pending') },
    { count: waiting.asked ?? 0, words: t.asked, href: list('asked') },
  ].filter(({ count }) => count > 0);
  return (
    <>
      {waiting.review === 0 && !needsQuotes && <p>{t.nothing}</p>}
      {waiting.review > 0 && (
        <p>
          <a href={review}>{t.review(waiting.review)}</a>
        </p>
      )}
      {needsQuotes && (
        <p>
          <a href={`/console/${slug}/texts#quotes`}>{t.quotes}</a>
        </p>
      )}
      {others.length > 0 && (
        <>
          <h3>{t.notCounted}</h3>
          <ul>
            {others.map(({ count, words, href }) => (
              <li>
                <a href={href}>{words(count)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="note">{t.asOf(time(asOf))}</p>
    </>
  );
}

function Health({
  language,
  overview: { health, confirmations },
  time,
}: OverviewProps & { time: (at: string) => string }): VNode {
  const t = consoleTexts(language).overview;
  const facts = (['mailsWaiting', 'bounced', 'complained', 'failedJobs'] as const).map((name) => ({
    label: t[name],
    value: health[name],
  }));
  return (
    <>
      {confirmations && (
        <p class="box">
          {confirmations.stoppedUntil
            ? t.stopped(time(confirmations.stoppedUntil))
            : t.stoppedNetworks(confirmations.stoppedNetworks)}
        </p>
      )}
      <dl class="facts">
        {facts.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value === null ? '–' : number(language, value)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The links that brought signatures, and a link to the share kit. */
function SourcesTable({
  language,
  overview: { slug, sources = [] },
}: Pick<OverviewProps, 'language' | 'overview'>): VNode {
  const t = consoleTexts(language).overview;
  return (
    <>
      <h2>{t.sources}</h2>
      {sources.length > 0 && (
        <dl class="facts">
          {sources.slice(0, 20).map(({ source, counted }) => (
            <div>
              <dt>
                <bdi>{source === otherSources ? t.otherSources : source}</bdi>
              </dt>
              <dd>{number(language, counted)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        {sources.length === 0 && `${t.noSources} `}
        <a href={`/${slug}/share/`}>{t.shareKit}</a>
      </p>
    </>
  );
}
