import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';

type Direction = 'ltr' | 'rtl';

/** In which direction a language is written. */
export const directionOf = (language: Language): Direction => texts(language).writing.direction;

/** Says in which language a text is, where that is not the page's, and its direction where that differs, too. */
export const langAttribute = (of: Language, page: Language): { lang?: Language; dir?: Direction } => ({
  ...(of !== page && { lang: of }),
  ...(directionOf(of) !== directionOf(page) && { dir: directionOf(of) }),
});
