import type { Language } from '../../i18n/language.ts';

/** Says in which language a text is, where that is not the page's. */
export const langAttribute = (of: Language, page: Language): { lang?: Language } =>
  of === page ? {} : { lang: of };
