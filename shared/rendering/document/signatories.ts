import type { SignOn } from '../../sign-on/sign-on.ts';
import type { Signatory } from './content.ts';
import { initials } from './initials.ts';

/**
 * A sign-on as the public may see it: only its own data for an organization, and only what they chose to show for a
 * person.
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
  if (signed.name === '' && signed.publicName !== 'withheld') return { ...shown, isRemoved: true };
  switch (signed.publicName ?? 'full') {
    case 'full':
      return { ...shown, name: signed.name, ...place };
    case 'initials':
      return { ...shown, name: initials(signed.name), ...place };
    case 'withheld':
      return shown;
  }
}

/**
 * Returns a function that says whether a sign-on is the first of its organization. So each organization is listed
 * once (G8), even if two rows of the table had the same claim.
 */
export function firstOfEachOrganization(): (signOn: Pick<SignOn, 'kind' | 'organizationKey'>) => boolean {
  const seen = new Set<string>();
  return ({ kind, organizationKey }) => {
    if (kind === 'individual' || organizationKey === undefined) return true;
    const isFirst = !seen.has(organizationKey);
    seen.add(organizationKey);
    return isFirst;
  };
}
