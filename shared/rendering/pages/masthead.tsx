import type { ComponentChildren, VNode } from 'preact';
import {
  campaignPath,
  type LocalizedSettings,
  logosPath,
  textLanguage,
} from '../../campaign/localized-settings.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { langAttribute } from './lang-attribute.ts';

/** A logo that could not be seen on a dark page gets inverted colors there. */
export const logoClass = ({ tone }: { tone?: 'as-is' | 'too-dark' | undefined }): { class?: string } =>
  tone === 'too-dark' ? { class: 'too-dark' } : {};

/** The header of every page: name and logo of the organizers, and `children`. */
export function Masthead({
  language,
  campaign,
  children,
}: {
  language: Language;
  campaign: LocalizedSettings | undefined;
  children: ComponentChildren;
}): VNode {
  return (
    <div class="masthead">
      <div class="bar">
        {campaign ? (
          <a class="mark" href={campaignPath(campaign)}>
            <Organizer campaign={campaign} />
          </a>
        ) : (
          <a class="mark" href="/">
            {texts(language).site.name}
          </a>
        )}
        {children}
      </div>
    </div>
  );
}

function Organizer({ campaign }: { campaign: LocalizedSettings }): VNode {
  const { sender, branding } = campaign;
  const logo = branding?.logo;
  if (!logo) return <bdi>{sender.name}</bdi>;
  return (
    <img
      src={`${logosPath(campaign)}${logo.name}`}
      alt={sender.name}
      width={logo.width}
      height={logo.height}
      {...logoClass(logo)}
    />
  );
}

/** The link from a page to its letter. */
export function CampaignLink({ settings }: { settings: LocalizedSettings }): VNode {
  return (
    <p class="trail">
      <a href={campaignPath(settings)} {...langAttribute(textLanguage(settings, 'title'), settings.language)}>
        {settings.title}
      </a>
    </p>
  );
}
