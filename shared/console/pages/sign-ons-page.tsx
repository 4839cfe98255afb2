import type { VNode } from 'preact';
import { type ConsoleCatalog, consoleTexts } from '../../i18n/console/texts.ts';
import { longTime } from '../../i18n/formats.ts';
import { type SignOnSort, signOnSorts } from '../../operations/searching/find-sign-ons.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { type ReviewReason, reviewReasons } from '../../sign-on/review-reasons.ts';
import { type ReviewState, reviewStates } from '../../sign-on/review-state.ts';
import { type DecidedSignOns, undoOfMany } from '../decided-sign-ons.ts';
import { mayDo } from '../permissions.ts';
import { nameOf, type SignOnEntry } from '../sign-on-entry.ts';
import { type CampaignFrame, CampaignTabs } from './campaign-tabs.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';
import { ExportForm } from './export-form.tsx';

interface SignOnsProps {
  frame: CampaignFrame;
  viewer: Viewer;
  timeZone: string;
  signOns: readonly SignOnEntry[];
  query: {
    status: ReviewState | undefined;
    because: ReviewReason | undefined;
    q: string | undefined;
    sort: SignOnSort | undefined;
  };
  next: string | undefined;
  /** What the organizer has just decided about several. */
  decided?: DecidedSignOns | undefined;
}

/** A page of the list, with a search and with decisions about several sign-ons. */
export function signOnsPage({
  frame,
  viewer,
  timeZone,
  signOns,
  query,
  next,
  decided,
}: SignOnsProps): string {
  const { language, slug, role } = frame;
  const t = consoleTexts(language);
  const mayDecide = mayDo(role, 'decide');
  const more = new URLSearchParams({
    ...(query.status && { status: query.status }),
    ...(query.because && { because: query.because }),
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
        {decided && mayDecide && <Decided frame={frame} query={query} decided={decided} />}
        <Search frame={frame} query={query} />
        {signOns.length === 0 && <p>{t.signOns.none}</p>}
        {signOns.length > 0 && (
          <form method="post" action={`/console/${slug}/sign-ons/approve`}>
            <KeptFilter query={query} />
            {mayDecide && (
              <label class="option">
                <input type="checkbox" data-all="" /> <span>{t.signOns.selectAll}</span>
              </label>
            )}
            <ul class="entries">
              {signOns.map((signOn) => (
                <li>
                  {mayDecide && signOn.shown && (
                    <input type="hidden" name="shown" value={`${signOn.id}:${signOn.shown}`} />
                  )}
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
        <label for="because">{t.signOns.because}</label>
        <select id="because" name="because">
          <option value="">{t.signOns.any}</option>
          {reviewReasons.map((reason) => (
            <option value={reason} selected={reason === query.because}>
              {t.signOns.reasons[reason]}
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

/** Fields that bring a form back to the list as it was filtered. */
function KeptFilter({ query }: Pick<SignOnsProps, 'query'>): VNode {
  return (
    <>
      {Object.entries(query).map(
        ([name, value]) => value && <input type="hidden" name={name} value={value} />,
      )}
    </>
  );
}

/** What was just decided about several, and its undo. Nothing, if none of them is so anymore. */
function Decided({
  frame: { language, slug },
  query,
  decided: { decision, ids, before, changes, duplicates },
}: Pick<SignOnsProps, 'frame' | 'query'> & { decided: DecidedSignOns }): VNode | null {
  const words = consoleTexts(language);
  const t = words.signOns;
  const others = [
    ...(before > 0 ? [t.decidedBefore[decision](before)] : []),
    ...(decision !== 'reinstate' && changes > 0 ? [t.decidedChanges[decision](changes)] : []),
  ];
  if (ids.length + others.length === 0) return null;
  return (
    <div class="box">
      {ids.length > 0 && (
        <form method="post" action={`/console/${slug}/sign-ons/${undoOfMany[decision]}`}>
          <KeptFilter query={query} />
          {ids.map((id) => (
            <input type="hidden" name="ids" value={id} />
          ))}
          <p role="status">{t.decided[decision](ids.length)}</p>
          <button class="button second" type="submit">
            {t.undo[decision]}
          </button>
        </form>
      )}
      {others.length > 0 && <p role="status">{[...others, t.notUndoable].join(' ')}</p>}
      {duplicates.length > 0 && (
        <>
          <p role="status">{t.decidedDuplicates(duplicates.length)}</p>
          <ul>
            {duplicates.map((signOn) => (
              <li>
                <a href={`/console/${slug}/sign-ons/${signOn.id}`}>
                  <bdi>{safeLine(nameOf(signOn, words))}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** A sign-on in a line or two, with the evidence against it. */
function Entry({
  frame,
  signOn,
  timeZone,
}: {
  frame: CampaignFrame;
  signOn: SignOnEntry;
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
        <span class="badge">{t.states[status]}</span>{' '}
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
  back,
}: Pick<SignOnsProps, 'frame' | 'viewer'> & {
  /** The list as it was filtered. */
  back: string;
  results: readonly { id: string; name: string; status: string; state?: 'duplicate'; problem?: string }[];
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
          {results.map(({ id, name, status, state, problem }) => (
            <li>
              <a href={`/console/${slug}/sign-ons/${encodeURIComponent(id)}`}>
                <bdi>{safeLine(name)}</bdi>
              </a>
              : {safeLine(problem ?? statusText(status, t))}
              {state && <span class="badge">{t.states[state]}</span>}
            </li>
          ))}
        </ul>
        <p>
          <a href={back}>{t.signOn.back}</a>
        </p>
      </>
    ),
  });
}

const statusText = (status: string, { log: { events } }: ConsoleCatalog): string =>
  status === 'rejected' || status === 'reinstated' ? events[status] : events.approved;
