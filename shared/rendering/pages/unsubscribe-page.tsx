import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { renderDocument } from './document.tsx';

interface UnsubscribePageProps {
  token: string;
  language: Language;
  /** Whether the button was pressed. */
  done: boolean;
  campaignTitle: string;
}

/** The page behind a mail's unsubscribe link: a button that does it, or that it is done. */
export function unsubscribePage({ token, language, done, campaignTitle }: UnsubscribePageProps): string {
  const t = texts(language);
  const { title, doneTitle, done: isDone, body, signatureStays, button } = t.unsubscribe;
  const heading = done ? doneTitle : title;
  return renderDocument({
    language,
    title: heading,
    isIndexed: false,
    children: (
      <>
        <h1>{heading}</h1>
        {done ? <p class="lead">{isDone}</p> : <p class="lead">{body(campaignTitle)}</p>}
        <p>{signatureStays}</p>
        {!done && (
          <form method="post" action={`/api/unsubscribe/${token}`}>
            <button class="button" type="submit">
              {button}
            </button>
          </form>
        )}
      </>
    ),
  });
}
