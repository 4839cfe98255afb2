import { domainToASCII } from 'node:url';
import { withoutInvisible, withoutInvisibleEnds } from './visible-text.ts';

/** RFC 5322's dot-atom, which is what mail systems accept before the @. No quoted strings, no comments. */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

const typedDomain = /^[\p{L}\p{M}\p{N}.-]+$/u;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Octets before the @, and in a whole domain (RFC 5321 4.5.3.1). */
const longestLocalPart = 64;
const longestDomain = 253;

/**
 * An address that SES takes, or undefined. The domain becomes lower case and, if international, its ASCII form. The
 * part before the @ stays as typed and must be ASCII, since SES takes no other
 * (https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html).
 */
export function readEmailAddress(typed: string): string | undefined {
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, Math.max(at, 0));
  if (local.length > longestLocalPart || !localPart.test(local)) return undefined;
  const domain = readDomain(typed.slice(at + 1));
  return domain && `${local}@${domain}`;
}

/**
 * The address that somebody has typed or pasted, read as `readEmailAddress` does: without invisible characters and
 * spaces around it. Full-width signs, which some keyboards write, count as the plain ones.
 */
export const readTypedAddress = (typed: string): string | undefined =>
  readEmailAddress(
    withoutInvisible(withoutInvisibleEnds(typed))
      .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replaceAll('﹫', '@')
      .replace(/[。｡]/g, '.'),
  );

/** A host name with at least two labels, in ASCII and lower case, or undefined. A name of numbers is an IP address. */
export function readDomain(typed: string): string | undefined {
  if (!typedDomain.test(typed)) return undefined;
  const domain = domainToASCII(typed).toLowerCase();
  const labels = domain.split('.');
  const isDomain = labels.length >= 2 && labels.every((part) => label.test(part));
  const isAddress = /^\d+$/.test(labels.at(-1) ?? '');
  return isDomain && !isAddress && domain.length <= longestDomain ? domain : undefined;
}
