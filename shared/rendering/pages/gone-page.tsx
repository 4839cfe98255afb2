import type { Settings } from '../../campaign/settings.ts';
import { texts } from '../../i18n/texts.ts';
import { renderDocument } from './document.tsx';

/**
 * The page at every address of a campaign that was taken down. It says so and whom to ask, and contains no text of
 * the campaign.
 */
export function gonePage({ language, sender }: Pick<Settings, 'language' | 'sender'>): string {
  const { title, detail, withdrawn } = texts(language).gone;
  return renderDocument({
    language,
    title,
    isIndexed: false,
    children: (
      <>
        <h1>{title}</h1>
        <p class="lead">{detail}</p>
        <p>{withdrawn}</p>
        <p>
          {texts(language).site.questions} <a href={`mailto:${sender.replyTo}`}>{sender.replyTo}</a>
        </p>
        <p>
          <a href="/">{texts(language).site.home}</a>
        </p>
      </>
    ),
  });
}
