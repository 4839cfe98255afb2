import type { Language } from '../../i18n/language.ts';

/** The language of a text, if it is not the page's. */
export const langAttribute = (of: Language, page: Language): { lang?: Language } =>
  of === page ? {} : { lang: of };
