import { parse } from 'tldts';
import { isOneLetterOff } from '../edit-distance.ts';
import { mailHostOf } from './own-domain.ts';

/** Used as domains in examples and trials (RFC 2606), although they are no top-level domains. */
const forTrials = new Set(['example', 'test']);

/** The end of an address's domain, `con`, where no such top-level domain exists. */
export function unknownTopLevelDomain(email: string): string | undefined {
  const host = mailHostOf(email);
  const end = host.split('.').at(-1) ?? '';
  return forTrials.has(end) || parse(host).isIcann ? undefined : end;
}

/** Large providers. A domain that is nearly one of these is most likely a typo. */
const commonHosts = [
  ...['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com', 'comcast.net', 'verizon.net'],
  ...['protonmail.com', 'proton.me', 'sbcglobal.net', 'bellsouth.net', 'googlemail.com', 'hotmail.es'],
  ...['yahoo.es', 'outlook.es', 'hotmail.com.mx', 'yahoo.com.mx', 'outlook.com.mx'],
  ...['hotmail.fr', 'yahoo.fr', 'outlook.fr', 'orange.fr', 'wanadoo.fr', 'laposte.net', 'earthlink.net'],
];

/** Providers and companies whose domains are one letter away from those. */
const realNeighbors = new Set(['mail.com', 'ymail.com', 'email.com', 'cloud.com', 'yahoo.co', 'grange.fr']);

/** Providers with short names, one letter of which makes another company's: only their ends are looked at. */
const shortHosts = ['aol.com', 'live.com', 'msn.com', 'me.com', 'att.net', 'cox.net', 'live.com.mx'];

const nameOf = (host: string): string => host.slice(0, host.indexOf('.'));

/**
 * A provider's name with the end of a country, as likely of one country as of another: `yahoo.fi` beside `yahoo.fr`.
 */
const isOfOtherCountry = (host: string, common: string): boolean =>
  nameOf(host) === nameOf(common) && /\.[a-z]{2}$/.test(common) && parse(host).isIcann === true;

/** Google has addresses at gmail.com alone. */
const meantHost = (host: string): string | undefined =>
  commonHosts.find((common) => isOneLetterOff(host, common) && !isOfOtherCountry(host, common)) ??
  shortHosts.find((short) => nameOf(host) === nameOf(short) && isOneLetterOff(host, short)) ??
  (nameOf(host) === 'gmail' ? 'gmail.com' : undefined);

/** The address that somebody most likely meant, if the typed one is a letter away from a common provider's. */
export function likelyAddress(email: string): string | undefined {
  const host = mailHostOf(email);
  if (commonHosts.includes(host) || shortHosts.includes(host) || realNeighbors.has(host)) return undefined;
  const meant = meantHost(host);
  return meant && `${email.slice(0, email.lastIndexOf('@'))}@${meant}`;
}
