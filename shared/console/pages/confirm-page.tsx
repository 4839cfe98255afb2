import { consoleTexts } from '../../i18n/console/texts.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { type CampaignFrame, CampaignTabs } from './campaign-tabs.tsx';
import { ConfirmField } from './confirm-field.tsx';
import { renderConsole, type Viewer } from './console-document.tsx';

interface ConfirmProps {
  frame: CampaignFrame;
  viewer: Viewer;
  command: string;
  label: string;
  follows: string;
  /** Whether the typed text was not the slug. */
  isWrong: boolean;
}

/** Says what follows from a command, and asks for the campaign's slug before it runs. */
export function confirmPage({ frame, viewer, command, label, follows, isWrong }: ConfirmProps): string {
  const { language, slug } = frame;
  const t = consoleTexts(language).commands;
  return renderConsole({
    language,
    title: label,
    viewer,
    tabs: <CampaignTabs {...frame} current={undefined} />,
    children: (
      <>
        <h1>{label}</h1>
        <p class="lead">{safeLine(follows)}</p>
        <form method="post" action={`/console/${slug}/${command}`}>
          <ConfirmField language={language} slug={slug} isWrong={isWrong} isRequired />
          <button class="button" type="submit">
            {t.again(label)}
          </button>
        </form>
        <p>
          <a href={`/console/${slug}`}>{consoleTexts(language).overview.back}</a>
        </p>
      </>
    ),
  });
}
