import type { VNode } from 'preact';
import {
  campaignPath,
  inLanguage,
  type LocalSettings,
  languageOf,
  languagesOf,
  ownLanguage,
} from '../../campaign/in-language.ts';
import { texts } from '../../i18n/texts.ts';
import type { HeadProps, Version } from './head.tsx';
import { langOf } from './lang.ts';
import type { CampaignView } from './view.ts';

/** Above a page that belongs to a campaign: the way back to it. */
export function CampaignLink({ settings }: { settings: LocalSettings }): VNode {
  return (
    <p>
      <a href={campaignPath(settings)} {...langOf(languageOf(settings, 'title'), settings.language)}>
        {settings.title}
      </a>
    </p>
  );
}

/** Below every page of a campaign: who is behind it, whom to ask, what happens with data. */
export function CampaignFooter({ settings }: { settings: LocalSettings }): VNode {
  const { sender, privacy } = settings;
  const t = texts(settings.language);
  return (
    <>
      <p>{t.site.organizedBy(sender.name)}</p>
      <p>
        {t.site.questions} <a href={`mailto:${sender.replyTo}`}>{sender.replyTo}</a>
      </p>
      {privacy.postalAddress && <p>{privacy.postalAddress}</p>}
      <p>
        <a href={`${campaignPath(settings)}privacy/`}>{t.site.privacy}</a>
      </p>
    </>
  );
}

/** A page of the campaign in each language, its own first. `path` is what follows the campaign's (`letter/`). */
export function versionsOf(settings: LocalSettings, path: string): Version[] {
  return languagesOf({ language: ownLanguage(settings) }).map((language) => ({
    language,
    path: `${campaignPath(inLanguage(settings, language))}${path}`,
  }));
}

/** Where a page of the campaign is, for `renderDocument`. */
export function placeOf(
  { settings, siteUrl }: Pick<CampaignView, 'settings' | 'siteUrl'>,
  path: string,
): Required<Pick<HeadProps, 'canonical' | 'versions' | 'preview'>> {
  return {
    canonical: `${siteUrl}${campaignPath(settings)}${path}`,
    versions: versionsOf(settings, path),
    preview: { path: `${campaignPath(settings)}preview.png`, alt: settings.title },
  };
}

/** Whether the PDF of letter or release is there, in the page's language. */
export const isPrinted = (
  { settings, printed = [] }: CampaignView,
  document: 'letter' | 'release',
): boolean => printed.includes(`${campaignPath(settings).slice(1)}${document}.pdf`);

/** Nothing is indexed before its publication, and a campaign that only its link leads to never is. */
export const isIndexed = ({ settings, status }: CampaignView): boolean =>
  settings.visibility === 'public' && status === 'published';
