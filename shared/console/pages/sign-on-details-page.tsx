import type { VNode } from 'preact';
import type { Settings } from '../../campaign/settings.ts';
import { type ConsoleCatalog, consoleTexts } from '../../i18n/console/texts.ts';
import { longTime } from '../../i18n/formats.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { actorName, eventName } from '../log-words.ts';
import { mayDo } from '../permissions.ts';
import type { SignOnDetails } from '../sign-on-details.ts';
import { type CampaignFrame, CampaignTabs } from './campaign-tabs.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';
import { DecisionForms } from './decision-forms.tsx';
import { ProposedChange } from './proposed-change.tsx';
import { CorrectedSpelling, EvidenceList, SignOnFacts, SimilarSignOns } from './sign-on-facts.tsx';

interface SignOnProps {
  frame: CampaignFrame;
  viewer: Viewer;
  settings: Settings;
  details: SignOnDetails;
}

/** Everything about one sign-on, and the possible decisions. */
export function signOnDetailsPage({ frame, viewer, settings, details }: SignOnProps): string {
  const { language, slug, role } = frame;
  const t = consoleTexts(language);
  return renderConsole({
    language,
    title: `${safeLine(details.name)} – ${frame.title}`,
    viewer,
    tabs: <CampaignTabs {...frame} current="signOns" />,
    children: (
      <>
        <h1>
          <bdi>{safeLine(details.name)}</bdi>
        </h1>
        <SignOnFacts language={language} details={details} settings={settings} />
        <ProposedChange language={language} details={details} settings={settings} />
        <CorrectedSpelling language={language} details={details} settings={settings} />
        <EvidenceList language={language} details={details} />
        <SimilarSignOns frame={frame} details={details} />
        {mayDo(role, 'decide') && (
          <>
            <h2>{t.signOn.decide}</h2>
            <DecisionForms frame={frame} details={details} />
          </>
        )}
        <Mails frame={frame} timeZone={settings.timeZone} details={details} />
        <History frame={frame} timeZone={settings.timeZone} details={details} />
        <p>
          <a href={`/console/${slug}/sign-ons`}>{t.signOn.back}</a>
        </p>
      </>
    ),
  });
}

const mailName = (mail: string, t: ConsoleCatalog): string =>
  Object.entries(t.mails).find(([name]) => name === mail)?.[1] ?? mail;

function Mails({
  frame: { language },
  timeZone,
  details,
}: Omit<SignOnProps, 'viewer' | 'settings'> & { timeZone: string }): VNode {
  const t = consoleTexts(language);
  const mails = Object.entries(details.mailedAt).toSorted(([, one], [, other]) => (one < other ? 1 : -1));
  const { returned, unsubscribed, isPending, heldUntil } = details.delivery;
  return (
    <>
      <h2>{t.signOn.mails}</h2>
      {mails.length === 0 && <p>{t.signOn.noMails}</p>}
      {mails.length > 0 && (
        <ul>
          {mails.map(([mail, at]) => (
            <li>
              {mailName(mail, t)}, {longTime(language, timeZone, at)}
            </li>
          ))}
        </ul>
      )}
      {returned && (
        <p>
          {t.signOn.returned[returned.what]}, {longTime(language, timeZone, returned.at)}
        </p>
      )}
      {unsubscribed && <p>{t.signOn.unsubscribed[unsubscribed]}</p>}
      {isPending && <p>{heldUntil === undefined ? t.signOn.pendingMail : t.signOn.heldMail}</p>}
    </>
  );
}

function History({
  frame: { language },
  timeZone,
  details,
}: Omit<SignOnProps, 'viewer' | 'settings'> & { timeZone: string }): VNode {
  const t = consoleTexts(language);
  return (
    <>
      <h2>{t.signOn.history}</h2>
      {details.history.length === 0 && <p>{t.signOn.noHistory}</p>}
      {details.history.length > 0 && (
        <ul>
          {details.history.map(({ at, actor, event }) => (
            <li>
              {eventName(event, t)}, {longTime(language, timeZone, at)}, <bdi>{actorName(actor, t)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
