import type { SignOn } from '../../sign-on/sign-on.ts';
import type { Signatory } from './content.ts';
import { initials } from './initials.ts';

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
 * Answers of one sign-on after another whether it is the first of its organization: G8 holds in every list, even if two
 * rows of the table had the same claim.
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
