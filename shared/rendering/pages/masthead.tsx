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

/** A logo that would be lost on a dark page gets its colors turned round there. */
export const logoClass = ({ tone }: { tone?: 'as-is' | 'too-dark' | undefined }): { class?: string } =>
  tone === 'too-dark' ? { class: 'too-dark' } : {};

/** The head of every page: whose it is, with the logo if there is one, and what `children` adds. */
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

/** The way from a page to the letter that it belongs to. */
export function CampaignLink({ settings }: { settings: LocalizedSettings }): VNode {
  return (
    <p class="trail">
      <a href={campaignPath(settings)} {...langAttribute(textLanguage(settings, 'title'), settings.language)}>
        {settings.title}
      </a>
    </p>
  );
}
