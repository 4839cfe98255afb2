import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A phone number as a `tel:` address (RFC 3966). Undefined if it contains more than digits and separators. A zero in
 * brackets in an international number is only for callers within the country, so it is left out, except for Italy.
 */
export function telephoneUrl(phone: string): string | undefined {
  if (!/^\+?[\d\s().-]{5,24}$/.test(phone)) return undefined;
  const international = phone.startsWith('+')
    ? parsePhoneNumberFromString(phone, { extract: false })
    : undefined;
  return `tel:${international?.number ?? phone.replace(/[^\d+]/g, '')}`;
}
