import type { LocalizedSettings } from '../../campaign/localized-settings.ts';
import { texts } from '../../i18n/texts.ts';
import { renderDocument } from './document.tsx';

interface UnsubscribePageProps {
  token: string;
  /** The letter's, in the language of whoever unsubscribes. */
  settings: LocalizedSettings;
  /** The button that was pressed. Undefined before one was pressed. */
  done: 'letter' | 'site' | undefined;
}

/**
 * The page behind an email's unsubscribe link: a button for the emails of this letter and one for all emails of this
 * site, or what was done.
 */
export function unsubscribePage({ token, settings, done }: UnsubscribePageProps): string {
  const { language, title: campaignTitle } = settings;
  const t = texts(language).unsubscribe;
  const heading = done ? t.doneTitle : t.title;
  const lead = done === 'site' ? t.doneSite : done ? t.doneLetter(campaignTitle) : t.body(campaignTitle);
  const action = `/api/unsubscribe/${token}`;
  return renderDocument({
    language,
    title: heading,
    isIndexed: false,
    campaign: settings,
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{lead}</p>
        <p>{t.signatureStays}</p>
        {!done && (
          <form method="post" action={action}>
            <button class="button" type="submit">
              {t.button}
            </button>
          </form>
        )}
        {done !== 'site' && (
          <>
            <h2>{t.allTitle}</h2>
            <p>{t.allBody}</p>
            <form method="post" action={`${action}?all=yes`}>
              <button class="button second" type="submit">
                {t.allButton}
              </button>
            </form>
          </>
        )}
      </>
    ),
  });
}
