import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { countInvited, type InvitedStatus } from '../../operations/inviting/invited-status.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { type CampaignFrame, CampaignTabs } from './campaign-tabs.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';

interface InvitedProps {
  frame: CampaignFrame;
  viewer: Viewer;
  statuses: readonly InvitedStatus[];
}

/** The organizations that are expected to sign, those that have not first. */
export function invitedPage({ frame, viewer, statuses }: InvitedProps): string {
  const { language, slug } = frame;
  const t = consoleTexts(language);
  const counts = countInvited(statuses);
  return renderConsole({
    language,
    title: `${t.invited.title} – ${frame.title}`,
    viewer,
    tabs: <CampaignTabs {...frame} current="invited" />,
    children: (
      <>
        <h1>{t.invited.title}</h1>
        {statuses.length === 0 ? (
          <p>{t.invited.none}</p>
        ) : (
          <p>{t.invited.counts(counts.signed, counts['other-name'], counts['not-signed'])}</p>
        )}
        <ul class="entries">
          {statuses.map((status) => (
            <li>
              <Entry slug={slug} language={language} status={status} />
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

function Entry({
  slug,
  language,
  status: { invited, state, signOn },
}: Pick<CampaignFrame, 'slug' | 'language'> & { status: InvitedStatus }): VNode {
  const t = consoleTexts(language);
  const { organization, email, website } = invited;
  const reached = [email, website].filter((each) => each !== undefined);
  return (
    <div>
      <p>
        <bdi>{safeLine(organization)}</bdi> <span class="badge">{t.invited.states[state]}</span>
        {signOn && signOn.state !== 'counted' && (
          <>
            {' '}
            <span class="badge">{t.states[signOn.state]}</span>
          </>
        )}
      </p>
      {signOn && (
        <p>
          {`${t.invited.signedAs} `}
          <a href={`/console/${slug}/sign-ons/${signOn.id}`}>
            <bdi>{safeLine(signOn.name)}</bdi>
          </a>
        </p>
      )}
      {reached.length > 0 && (
        <p class="note">
          <bdi>{safeLine(reached.join(' · '))}</bdi>
        </p>
      )}
    </div>
  );
}
