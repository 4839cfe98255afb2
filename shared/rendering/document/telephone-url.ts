import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** An extension behind a number: "ext. 5", "x5", "#5". */
const extensionOf = /\s*(?:,|;)?\s*(?:ext(?:ension)?\.?|extensi[oó]n|x|#)\s*(\d{1,7})$/iu;

/**
 * A phone number as a `tel:` address (RFC 3966). Undefined if it contains more than digits, separators and an extension.
 * A zero in brackets in an international number is only for callers within the country, so it is left out, except for
 * Italy.
 */
export function telephoneUrl(phone: string): string | undefined {
  // Two numbers are not one.
  if (/\d(?:\D?\d){6,}\s*\/\s*\d(?:\D?\d){6,}/.test(phone)) return undefined;
  const typed = phone
    .normalize('NFKC')
    .replace(/^\s*tel(?:[:.]|\s)\s*/iu, '')
    .replace(/[\p{Pd}\u2212/·]/gu, '-')
    .trim();
  const extension = extensionOf.exec(typed)?.[1];
  const digits = typed.replace(extensionOf, '').replace(/^00(?=[1-9])/, '+');
  if (!/^\+?[\d\s().-]{5,24}$/.test(digits)) return undefined;
  const international = digits.startsWith('+')
    ? parsePhoneNumberFromString(digits, { extract: false })
    : undefined;
  const number = international?.number ?? digits.replace(/[^\d+]/g, '');
  return `tel:${number}${extension === undefined ? '' : `;ext=${extension}`}`;
}
