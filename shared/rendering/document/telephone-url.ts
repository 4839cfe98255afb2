import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** An extension behind a number: "ext. 5", "(ext. 5)", "x5", "poste 5", ";ext=5". */
const extensionOf =
  /\s*[,;(]?\s*(?:ext(?:ension|n)?\.?\s*[=:]?|extensi[oó]n|poste|p\.|int(?:erno)?\.?|anexo|x|#)\s*(\d{1,7})\)?$/iu;

/** What a number is, before or behind it: "Tel.", "Teléfono:", "Cell (…)", "(office)". A fax cannot be called. */
const labels = /^(?!.*fax)[\p{L}\s./]{2,20}[:.]?\s*(?=[+(\d])|\s*\([\p{L}\s.]{2,20}\)$/giu;

/** From the United States and Canada, an international number begins with 011. Local numbers with it elsewhere are shorter. */
const fromAmerica = /^011(?=[\s.-]*[1-9](?:\D?\d){9})/;

/**
 * A phone number as a `tel:` address (RFC 3966). Undefined if it contains more than digits, separators and an extension.
 * A zero in brackets in an international number is only for callers within the country, so it is left out, except for
 * Italy; so is the 1 that Mexican mobile numbers had until 2019.
 */
export function telephoneUrl(phone: string): string | undefined {
  // Two numbers are not one.
  if (/\d(?:\D?\d){6,}\s*\/\s*\d(?:\D?\d){6,}/.test(phone)) return undefined;
  const typed = phone
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^tel:\s*/iu, '')
    .replace(labels, '')
    .replace(/[\p{Pd}\u2212/·]/gu, '-')
    .trim();
  const extension = extensionOf.exec(typed)?.[1];
  const digits = typed
    .replace(extensionOf, '')
    .replace(/^\(\s*((?:\+|00)\d{1,3})\s*\)/, '$1 ')
    .replace(/^00(?=[1-9])/, '+')
    .replace(fromAmerica, '+');
  if (!/^\+?[\d\s().-]{5,24}$/.test(digits)) return undefined;
  const withoutZero = /^\+\s*39/.test(digits) ? digits : digits.replace(/^(\+[\s\d.-]{1,6})\(0\)/, '$1');
  const international = digits.startsWith('+')
    ? parsePhoneNumberFromString(withoutZero, { extract: false })
    : undefined;
  const number = international?.number ?? digits.replace(/[^\d+]/g, '');
  const called = number.replace(/^\+521(?=\d{10}$)/, '+52');
  return `tel:${called}${extension === undefined ? '' : `;ext=${extension}`}`;
}
