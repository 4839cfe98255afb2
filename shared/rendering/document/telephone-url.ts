import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

const options = { extract: false } as const;

/** An extension behind a number: "ext. 5", "(ext. 5)", "x5", "poste 5", ";ext=5". */
const extensionOf =
  / ?[,;(]? ?(?:ext(?:ension|n)?\.? ?[=:]?|extensi[oó]n|poste|p\.|int(?:erno)?\.?|anexo|x|#) ?(\d{1,7})\)?$/iu;

/** What a number is, before or behind it: "Tel.", "Teléfono:", "M:", "Cell (…)", "(office)", "(24/7)". */
const labels = /^(?:\p{L}[:.]|[\p{L} ./]{2,20}[:.]?) ?(?=[+(\d])| ?\([\p{L} .]{2,20}\)$| \(?24\/7\)?$/giu;

/**
 * From the United States and Canada, an international number begins with 011. Local numbers with it elsewhere are
 * shorter.
 */
const fromAmerica = /^011(?=[\s.-]*[1-9](?:\D?\d){9})/;

/**
 * A phone number as a `tel:` address (RFC 3966). Undefined if it contains more than digits, separators and an
 * extension. A zero in brackets in an international number is only for callers within the country, so it is left out,
 * unless the number is valid with it; so is the 1 that Mexican mobile numbers had until 2019.
 */
export function telephoneUrl(phone: string): string | undefined {
  // Two numbers are not one.
  if (/\d(?:\D?\d){6,}\s*\/\s*\d(?:\D?\d){6,}/.test(phone)) return undefined;
  // A fax cannot be called.
  if (/fax/iu.test(phone)) return undefined;
  const typed = phone
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^tel:\s*/iu, '')
    .replace(labels, '')
    .replace(/[\p{Pd}\u2212/·]/gu, '-')
    .trim();
  const extension = extensionOf.exec(typed)?.[1];
  const digits = typed
    .replace(extensionOf, '')
    .replace(/^\(\s*((?:\+|00)\d{1,3})\s*\)/, '$1 ')
    .replace(/^00(?=[1-9])/, '+');
  if (!/^\+?[\d\s().-]{5,24}$/.test(digits)) return undefined;
  const abroad = validNumber(digits.replace(fromAmerica, '+'));
  const national = digits.replace(/^(\+[\s\d.-]{1,6})\(0\)/, '$1');
  const number =
    abroad ??
    validNumber(national) ??
    (digits.startsWith('+') ? parsePhoneNumberFromString(national, options)?.number : undefined) ??
    digits.replace(/[^\d+]/g, '');
  const called = number.replace(/^\+521(?=\d{10}$)/, '+52');
  return `tel:${called}${extension === undefined ? '' : `;ext=${extension}`}`;
}

/** The number with its country, if `digits` begin with one and the number is valid there. */
function validNumber(digits: string): string | undefined {
  const number = digits.startsWith('+') ? parsePhoneNumberFromString(digits, options) : undefined;
  return number?.isValid() === true ? number.number : undefined;
}
