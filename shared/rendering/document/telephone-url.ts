import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A phone number as a `tel:` address (RFC 3966), or undefined where there is more in it than digits and their separators. In an
 * international number a zero in brackets, which is for callers within the country, is left out; Italy keeps its own.
 */
export function telephoneUrl(phone: string): string | undefined {
  if (!/^\+?[\d\s().-]{5,24}$/.test(phone)) return undefined;
  const international = phone.startsWith('+')
    ? parsePhoneNumberFromString(phone, { extract: false })
    : undefined;
  return `tel:${international?.number ?? phone.replace(/[^\d+]/g, '')}`;
}
