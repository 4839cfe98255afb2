import type { VNode } from 'preact';
import type { OrganizerRole } from '../../campaign/settings.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { type ConsoleAction, mayDo } from '../permissions.ts';

/** The campaign that a page of the console is about, and what its reader may do. */
export interface CampaignFrame {
  language: Language;
  slug: string;
  title: string;
  role: OrganizerRole;
}

const tabs = [
  { name: 'overview', path: '', action: 'see' },
  { name: 'signOns', path: '/sign-ons', action: 'see' },
  { name: 'review', path: '/review', action: 'decide' },
  { name: 'invited', path: '/invited', action: 'see' },
  { name: 'texts', path: '/texts', action: 'see' },
  { name: 'settings', path: '/settings', action: 'edit-settings' },
  { name: 'import', path: '/import', action: 'import' },
  { name: 'log', path: '/log', action: 'see' },
  { name: 'export', path: '/export.csv', action: 'export' },
] as const satisfies { name: string; path: string; action: ConsoleAction }[];

/** Links between the pages of a campaign. Only those that the reader may open. */
export function CampaignTabs({
  language,
  slug,
  role,
  current,
}: CampaignFrame & { current: (typeof tabs)[number]['name'] | undefined }): VNode {
  const t = consoleTexts(language);
  return (
    <nav aria-label={t.site.pages}>
      <ul class="tabs">
        {tabs
          .filter(({ action }) => mayDo(role, action))
          .map(({ name, path }) => (
            <li>
              <a
                href={`/console/${slug}${path}`}
                {...(name === current && { 'aria-current': 'page' as const })}
              >
                {t.tabs[name]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
