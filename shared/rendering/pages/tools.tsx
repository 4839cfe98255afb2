import type { ComponentChildren, VNode } from 'preact';
import { campaignPath } from '../../campaign/localized-settings.ts';
import { texts } from '../../i18n/texts.ts';
import { hasPdf } from './campaign-links.tsx';
import type { CampaignView } from './campaign-view.ts';
import { ShareLinks } from './share.tsx';

interface ToolsProps {
  view: CampaignView;
  /** The text that the page shows. */
  document: 'letter' | 'release';
  /** What is shared: its title on one line, and its address. */
  title: string;
  url: string;
  /** Buttons that come first. */
  children?: ComponentChildren;
}

/** Buttons for a published text: download it as a PDF or as text, share it, read the other text. */
export function Tools({ view, document, title, url, children }: ToolsProps): VNode {
  const { settings } = view;
  const { language } = settings;
  const home = campaignPath(settings);
  const t = texts(language);
  return (
    <ul class="tools screen">
      {children}
      {hasPdf(view, document) && <Tool href={`${home}${document}.pdf`} label={t.tools.pdf} />}
      <Tool href={`${home}${document}.txt`} label={t.tools.text} />
      <li>
        <details>
          <summary class="button second">{t.share.label}</summary>
          <ShareLinks language={language} title={title} url={url} />
        </details>
      </li>
    </ul>
  );
}

/** A link that looks like a button. The main one is filled with color. */
export function Tool({
  href,
  label,
  isFirst = false,
}: {
  href: string;
  label: string;
  isFirst?: boolean;
}): VNode {
  return (
    <li>
      <a href={href} class={isFirst ? 'button' : 'button second'}>
        {label}
      </a>
    </li>
  );
}
