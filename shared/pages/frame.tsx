import type { VNode } from 'preact';
import type { Settings } from '../campaign/settings.ts';
import { texts } from './locales/texts.ts';
import type { CampaignView } from './view.ts';

type Framed = Pick<Settings, 'slug' | 'title' | 'language' | 'sender' | 'privacy'>;

/** Above a page that belongs to a campaign: the way back to it. */
export function CampaignLink({ settings: { slug, title, language } }: { settings: Framed }): VNode {
  return (
    <p>
      <a href={`/${slug}/`} lang={language}>
        {title}
      </a>
    </p>
  );
}

/** Below every page of a campaign: who is behind it, whom to ask, what happens with data. */
export function CampaignFooter({
  settings,
  language,
}: {
  settings: Framed;
  language?: Settings['language'];
}): VNode {
  const { slug, sender, privacy } = settings;
  const t = texts(language ?? settings.language);
  return (
    <>
      <p>{t.site.organizedBy(sender.name)}</p>
      <p>
        {t.site.questions} <a href={`mailto:${sender.replyTo}`}>{sender.replyTo}</a>
      </p>
      {privacy.postalAddress && <p>{privacy.postalAddress}</p>}
      <p>
        <a href={`/${slug}/privacy/`}>{t.site.privacy}</a>
      </p>
    </>
  );
}

/** Nothing is indexed before its publication, and a campaign that only its link leads to never is. */
export const isIndexed = ({ settings, status }: CampaignView): boolean =>
  settings.visibility === 'public' && status === 'published';
