import { consoleTexts } from '../../i18n/console/texts.ts';
import { longTime } from '../../i18n/formats.ts';
import { actorName, eventName } from '../log-words.ts';
import { type CampaignFrame, CampaignTabs } from './campaign-tabs.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';

interface LogProps {
  frame: CampaignFrame;
  viewer: Viewer;
  timeZone: string;
  events: readonly { id: string; at: string; actor: string; event: string; signOnId?: string }[];
  next: string | undefined;
}

/** Who did what, newest first. Nothing here can be edited. */
export function logPage({ frame, viewer, timeZone, events, next }: LogProps): string {
  const { language, slug } = frame;
  const t = consoleTexts(language);
  return renderConsole({
    language,
    title: `${t.log.title} – ${frame.title}`,
    viewer,
    tabs: <CampaignTabs {...frame} current="log" />,
    children: (
      <>
        <h1>{t.log.title}</h1>
        {events.length === 0 && <p>{t.log.none}</p>}
        <ul class="entries">
          {events.map(({ at, actor, event, signOnId }) => (
            <li>
              <div>
                <p>
                  {eventName(event, t)}
                  {signOnId && (
                    <>
                      {' · '}
                      <a href={`/console/${slug}/sign-ons/${signOnId}`}>
                        {t.log.about} {signOnId.slice(0, 8)}
                      </a>
                    </>
                  )}
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
            <a href={`/console/${slug}/log?after=${next}`}>{t.log.older}</a>
          </p>
        )}
      </>
    ),
  });
}
