import { type Details, publicNames, type SignOn } from './sign-on.ts';

/**
 * The signed words with what a signer takes back by `wanted`, which needs no approval: a "no" to news, and a person's
 * wish to be shown with less of the name. Pure.
 */
export function withTakenBack(kind: SignOn['kind'], signed: Details, wanted: Details): Details {
  const isNo = signed.newsletter === true && wanted.newsletter === false;
  const isShownLess = kind === 'individual' && shownIndex(wanted) > shownIndex(signed);
  return {
    ...signed,
    ...(isNo && { newsletter: false, newsletterAt: wanted.newsletterAt }),
    ...(isShownLess && { publicName: wanted.publicName }),
  };
}

/** The higher, the less is shown of a person's name. */
export const shownIndex = ({ publicName = 'full' }: Details): number => publicNames.indexOf(publicName);
