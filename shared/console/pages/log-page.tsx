import type { VNode } from 'preact';
import type { CampaignEvent } from '../../campaign/events.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { longTime } from '../../i18n/formats.ts';
import { type LoggedEvent, signOnsOf } from '../../operations/reporting/log.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { actorName, eventName } from '../log-words.ts';
import { type CampaignFrame, CampaignTabs } from './campaign-tabs.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';

interface LogProps {
  frame: CampaignFrame;
  viewer: Viewer;
  timeZone: string;
  events: readonly Pick<LoggedEvent, 'at' | 'actor' | 'event'>[];
  /** Names of the sign-ons in the events, by id. A deleted sign-on has none. */
  names: ReadonlyMap<string, string>;
  query: { event?: CampaignEvent['type'] | undefined; actor?: string | undefined };
  next: string | undefined;
}

/** Who did what, newest first. The log cannot be edited. */
export function logPage({ frame, viewer, timeZone, events, names, query, next }: LogProps): string {
  const { language, slug } = frame;
  const t = consoleTexts(language);
  const older = new URLSearchParams({
    ...(query.event && { event: query.event }),
    ...(query.actor && { actor: query.actor }),
    ...(next && { after: next }),
  });
  return renderConsole({
    language,
    title: `${t.log.title} – ${frame.title}`,
    viewer,
    tabs: <CampaignTabs {...frame} current="log" />,
    children: (
      <>
        <h1>{t.log.title}</h1>
        <Filter frame={frame} query={query} />
        {events.length === 0 && <p>{t.log.none}</p>}
        <ul class="entries">
          {events.map(({ at, actor, event }) => (
            <li>
              <div>
                <p>
                  {eventName(event.type, t)}
                  {signOnsOf(event).map((id) => (
                    <>
                      {' · '}
                      <a href={`/console/${slug}/sign-ons/${id}`}>
                        <bdi>{safeLine(names.get(id) ?? `${t.log.about} ${id.slice(0, 8)}`)}</bdi>
                      </a>
                    </>
                  ))}
                </p>
                <p class="note">
                  {longTime(language, timeZone, at)}, <bdi>{actorName(actor, t)}</bdi>
                </p>
              </div>
            </li>
          ))}
        </ul>
        {next && (
          <p>
            <a href={`/console/${slug}/log?${older}`}>{t.log.older}</a>
          </p>
        )}
      </>
    ),
  });
}

function Filter({ frame: { language, slug }, query }: Pick<LogProps, 'frame' | 'query'>): VNode {
  const t = consoleTexts(language);
  const kinds = Object.entries(t.log.events).toSorted(([, one], [, other]) =>
    one.localeCompare(other, language),
  );
  return (
    <form class="find" method="get" action={`/console/${slug}/log`}>
      <div class="field">
        <label for="event">{t.log.what}</label>
        <select id="event" name="event">
          <option value="">{t.log.any}</option>
          {kinds.map(([kind, words]) => (
            <option value={kind} selected={kind === query.event}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="actor">{t.log.who}</label>
        <input type="search" id="actor" name="actor" value={query.actor ?? ''} />
      </div>
      <button class="button" type="submit">
        {t.log.find}
      </button>
    </form>
  );
}
