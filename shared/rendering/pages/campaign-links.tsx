import type { VNode } from 'preact';
import {
  campaignPath,
  inLanguage,
  type LocalizedSettings,
  languagesOf,
  ownLanguage,
} from '../../campaign/localized-settings.ts';
import { texts } from '../../i18n/texts.ts';
import type { CampaignView } from './campaign-view.ts';
import type { HeadProps, LanguageVersion } from './head.tsx';

/** The footer of a campaign's pages: who organizes it, whom to ask, and the link to the privacy page. */
export function CampaignFooter({ settings }: { settings: LocalizedSettings }): VNode {
  const { sender, privacy } = settings;
  const t = texts(settings.language);
  return (
    <>
      <p>{t.site.organizedBy(sender.name)}</p>
      <p>
        {t.site.questions} <a href={`mailto:${sender.replyTo}`}>{sender.replyTo}</a>
      </p>
      {privacy.postalAddress && (
        <p>
          <bdi>{privacy.postalAddress}</bdi>
        </p>
      )}
      <p>
        <a href={`${campaignPath(settings)}privacy/`}>{t.site.privacy}</a>
      </p>
    </>
  );
}

/**
 * The versions of a campaign's page in each language, its own language first. `path` is the part after the campaign's
 * (`letter/`).
 */
export function languageVersions(settings: LocalizedSettings, path: string): LanguageVersion[] {
  return languagesOf({ language: ownLanguage(settings) }).map((language) => ({
    language,
    path: `${campaignPath(inLanguage(settings, language))}${path}`,
  }));
}

/** The location of a campaign's page, for `renderDocument`. */
export function pageLocation(
  { settings, siteUrl }: Pick<CampaignView, 'settings' | 'siteUrl'>,
  path: string,
): Required<Pick<HeadProps, 'canonical' | 'versions' | 'preview'>> {
  return {
    canonical: `${siteUrl}${campaignPath(settings)}${path}`,
    versions: languageVersions(settings, path),
    preview: { path: `${campaignPath(settings)}preview.png`, alt: settings.title },
  };
}

/** Whether the PDF of the letter or release exists in the page's language. */
export const hasPdf = ({ settings, pdfKeys = [] }: CampaignView, document: 'letter' | 'release'): boolean =>
  pdfKeys.includes(`${campaignPath(settings).slice(1)}${document}.pdf`);

/** No page is indexed before publication. A campaign with `visibility: link` is never indexed. */
export const isIndexed = ({ settings, status }: CampaignView): boolean =>
  settings.visibility === 'public' && status === 'published';
