import type { VNode } from 'preact';
import type { Branding } from '../../campaign/branding.ts';
import { logosPath } from '../../campaign/localized-settings.ts';
import type { OrganizerRole } from '../../campaign/settings.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { logoClass } from '../../rendering/pages/masthead.tsx';
import { type ConsoleAction, mayDo } from '../permissions.ts';

/** The campaign that a page of the console is about, and what its reader may do. */
export interface CampaignFrame {
  language: Language;
  slug: string;
  title: string;
  role: OrganizerRole;
  branding?: Branding | undefined;
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

/**
 * The coalition's color and logo, the campaign's title and short name, and links between the pages of the campaign that
 * the reader may open.
 */
export function CampaignTabs({
  language,
  slug,
  title,
  role,
  branding: { color, logo } = {},
  current,
}: CampaignFrame & { current: (typeof tabs)[number]['name'] | undefined }): VNode {
  const t = consoleTexts(language);
  return (
    <>
      {/* An attribute of SVG, because the policy of the page allows no style for one campaign. */}
      {color && (
        <svg class="band" aria-hidden="true">
          <rect width="100%" height="100%" fill={color} />
        </svg>
      )}
      <p class="campaign">
        {logo && (
          <img
            src={`${logosPath({ slug })}${logo.name}`}
            alt=""
            width={logo.width}
            height={logo.height}
            {...logoClass(logo)}
          />
        )}
        <span>
          {current !== 'overview' && (
            <>
              <a href={`/console/${slug}`}>
                <bdi>{safeLine(title)}</bdi>
              </a>{' '}
            </>
          )}
          <code>{slug}</code>
        </span>
      </p>
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
    </>
  );
}
