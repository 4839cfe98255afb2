import type { SignOn } from '../sign-on/sign-on.ts';
import type { Signatory } from './content.ts';

/**
 * A sign-on as the public may see it: of an organization its own data and nothing of who signed for it; of a person only
 * what they chose to show.
 */
export function signatoryOf(
  { id, kind, signed }: Pick<SignOn, 'id' | 'kind' | 'signed'>,
  addedOn: string | null,
): Signatory {
  const shown: Pick<Signatory, 'id' | 'kind' | 'addedOn'> = { id, kind, addedOn };
  if (!signed) return shown;
  const { city, region, country, scope, website } = signed;
  const place = { ...(city && { city }), ...(region && { region }), ...(country && { country }) };
  if (kind === 'organization') {
    return {
      ...shown,
      ...(signed.organizationName && { name: signed.organizationName }),
      ...place,
      ...(scope && { scope }),
      ...(website && { website }),
    };
  }
  switch (signed.publicName ?? 'full') {
    case 'full':
      return { ...shown, name: signed.name, ...place };
    case 'initials':
      return { ...shown, name: initials(signed.name), ...place };
    case 'withheld':
      return shown;
  }
}

/** "Ana María Ruiz" → "A. M. R." */
const initials = (name: string): string =>
  name
    .split(/[\s\-‐‑–]+/u)
    .flatMap((word) => [...new Intl.Segmenter().segment(word)].slice(0, 1))
    .map(({ segment }) => `${segment.toLocaleUpperCase()}.`)
    .join(' ');

/** One sign-on for each organization, the earliest confirmed: G8 holds in every list, whatever the table says. */
export function oncePerOrganization(signOns: SignOn[]): SignOn[] {
  const seen = new Set<string>();
  const inOrder = signOns.toSorted((a, b) => (a.confirmedAt ?? '').localeCompare(b.confirmedAt ?? ''));
  return inOrder.filter(({ kind, organizationKey }) => {
    if (kind === 'individual' || organizationKey === undefined) return true;
    if (seen.has(organizationKey)) return false;
    seen.add(organizationKey);
    return true;
  });
}
