import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { longTime } from '../../i18n/formats.ts';
import { type SignOnSort, signOnSorts } from '../../operations/listing/sign-on-pages.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { type ReviewState, reviewStates } from '../../sign-on/review-state.ts';
import { mayDo } from '../permissions.ts';
import type { ListedSignOn } from '../sign-on-entry.ts';
import { type CampaignFrame, CampaignTabs } from './campaign-tabs.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';
import { ExportForm } from './export-form.tsx';

interface SignOnsProps {
  frame: CampaignFrame;
  viewer: Viewer;
  timeZone: string;
  signOns: readonly ListedSignOn[];
  query: { status: ReviewState | undefined; q: string | undefined; sort: SignOnSort | undefined };
  next: string | undefined;
}

/** A page of the list, with a search and with decisions about several sign-ons. */
export function signOnsPage({ frame, viewer, timeZone, signOns, query, next }: SignOnsProps): string {
  const { language, slug, role } = frame;
  const t = consoleTexts(language);
  const mayDecide = mayDo(role, 'decide');
  const more = new URLSearchParams({
    ...(query.status && { status: query.status }),
    ...(query.q && { q: query.q }),
    ...(query.sort && { sort: query.sort }),
    ...(next && { after: next }),
  });
  return renderConsole({
    language,
    title: `${t.signOns.title} – ${frame.title}`,
    viewer,
    tabs: <CampaignTabs {...frame} current="signOns" />,
    children: (
      <>
        <h1>{t.signOns.title}</h1>
        <Search frame={frame} query={query} />
        {signOns.length === 0 && <p>{t.signOns.none}</p>}
        {signOns.length > 0 && (
          <form method="post" action={`/console/${slug}/sign-ons/approve`}>
            {mayDecide && (
              <label class="option">
                <input type="checkbox" data-all="" /> <span>{t.signOns.selectAll}</span>
              </label>
            )}
            <ul class="entries">
              {signOns.map((signOn) => (
                <li>
                  {mayDecide && (
                    <input
                      type="checkbox"
                      name="ids"
                      value={signOn.id}
                      aria-label={t.signOns.select(safeLine(signOn.name))}
                    />
                  )}
                  <Entry frame={frame} signOn={signOn} timeZone={timeZone} />
                </li>
              ))}
            </ul>
            {mayDecide && (
              <div class="decisions">
                <button class="button" type="submit">
                  {t.signOns.approveSelected}
                </button>
                <button class="button second" type="submit" formaction={`/console/${slug}/sign-ons/reject`}>
                  {t.signOns.rejectSelected}
                </button>
                <p class="note">{t.signOns.selectedHint}</p>
              </div>
            )}
          </form>
        )}
        {next && (
          <p>
            <a href={`/console/${slug}/sign-ons?${more}`}>{t.signOns.next}</a>
          </p>
        )}
        {mayDo(role, 'export') && <ExportForm language={language} slug={slug} timeZone={timeZone} />}
      </>
    ),
  });
}

function Search({ frame: { language, slug }, query }: Pick<SignOnsProps, 'frame' | 'query'>): VNode {
  const t = consoleTexts(language);
  return (
    <form class="find" method="get" action={`/console/${slug}/sign-ons`}>
      <div class="field">
        <label for="q">{t.signOns.search}</label>
        <input type="search" id="q" name="q" value={query.q ?? ''} />
      </div>
      <div class="field">
        <label for="status">{t.signOns.status}</label>
        <select id="status" name="status">
          <option value="">{t.signOns.any}</option>
          {reviewStates.map((state) => (
            <option value={state} selected={state === query.status}>
              {t.states[state]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="sort">{t.signOns.sort}</label>
        <select id="sort" name="sort">
          <option value="">{t.signOns.sorts.usual}</option>
          {signOnSorts.map((sort) => (
            <option value={sort} selected={sort === query.sort}>
              {t.signOns.sorts[sort]}
            </option>
          ))}
        </select>
      </div>
      <button class="button" type="submit">
        {t.signOns.find}
      </button>
    </form>
  );
}

/** A sign-on in a line or two, with the evidence against it. */
function Entry({
  frame,
  signOn,
  timeZone,
}: {
  frame: CampaignFrame;
  signOn: ListedSignOn;
  timeZone: string;
}): VNode {
  const { language, slug } = frame;
  const t = consoleTexts(language);
  const { id, name, status, email, evidence, confirmedAt, requestedAt, proposed } = signOn;
  return (
    <div>
      <p>
        <a href={`/console/${slug}/sign-ons/${id}`}>
          <bdi>{safeLine(name)}</bdi>
        </a>{' '}
        <span class="badge">{t.states[status]}</span>
        {proposed && <span class="badge">{t.signOn.change}</span>}
      </p>
      <p class="note">
        <bdi>{safeLine(email)}</bdi> · {longTime(language, timeZone, confirmedAt ?? requestedAt)}
      </p>
      {evidence.length > 0 && (
        <ul>
          {evidence.map(({ words }) => (
            <li>
              <bdi>{safeLine(words)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The results of a decision about several sign-ons, if some were not possible. */
export function resultsPage({
  frame,
  viewer,
  results,
}: Pick<SignOnsProps, 'frame' | 'viewer'> & {
  results: readonly { id: string; name: string; status: string; problem?: string }[];
}): string {
  const { language, slug } = frame;
  const t = consoleTexts(language);
  return renderConsole({
    language,
    title: t.signOns.done,
    viewer,
    tabs: <CampaignTabs {...frame} current="signOns" />,
    children: (
      <>
        <h1>{t.signOns.someRefused}</h1>
        <ul>
          {results.map(({ id, name, status, problem }) => (
            <li>
              <a href={`/console/${slug}/sign-ons/${encodeURIComponent(id)}`}>
                <bdi>{safeLine(name)}</bdi>
              </a>
              : {safeLine(problem ?? (status === 'rejected' ? t.states.rejected : t.log.events.approved))}
            </li>
          ))}
        </ul>
        <p>
          <a href={`/console/${slug}/sign-ons`}>{t.signOn.back}</a>
        </p>
      </>
    ),
  });
}
