import type { VNode } from 'preact';
import { languageName } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';

interface UntranslatedProps {
  document: 'letter' | 'release';
  of: { language: Language };
  page: Language;
}

/** Shown above a letter or release that is not translated into the page's language. */
export function UntranslatedNotice({ document, of: { language }, page }: UntranslatedProps): VNode | null {
  if (language === page) return null;
  return <p class="box">{texts(page).untranslated[document](languageName(page, language))}</p>;
}
