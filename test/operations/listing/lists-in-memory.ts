import type { Settings } from '../../../shared/campaign/settings.ts';
import type { ListEntry } from '../../../shared/operations/listing/list-signatories.ts';
import { sortedAs } from '../../../shared/operations/listing/sorted-as.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import { betterSpelling, regionOf } from '../../../shared/organization/regions.ts';
import type {
  Signatory,
  SignatoryGroup,
  SignatoryLists,
} from '../../../shared/rendering/document/content.ts';
import { signatoryOf } from '../../../shared/rendering/document/signatories.ts';

/**
 * What the list must come to, made in the plainest way, all in memory: everybody by name, leads first, then groups,
 * then people; who has the same name as another in the order of confirming.
 */
export function listsInMemory(
  standing: ListEntry[],
  { list, language }: Pick<Settings, 'list' | 'language'>,
): Pick<SignatoryLists, 'organizations' | 'individuals'> {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const inOrder = (a = '', b = ''): number => compare(sortedAs(a), sortedAs(b)) || compare(a, b);
  const signatories = standing
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    .map(({ signOn, addedOn }) => signatoryOf(signOn, addedOn))
    .toSorted((a, b) => inOrder(a.name, b.name));
  const organizations = signatories.filter(({ kind }) => kind === 'organization');
  const individuals = signatories.filter(({ kind }) => kind === 'individual');
  const named = individuals.filter(({ name }) => name !== undefined);
  return {
    organizations: { count: organizations.length, groups: groupsOf(organizations, list, inOrder) },
    individuals: { count: individuals.length, named, withheld: individuals.length - named.length },
  };
}

const orderOf = ({ signOn }: ListEntry): string => `${signOn.confirmedAt} ${signOn.id}`;

function groupsOf(
  organizations: Signatory[],
  { leads, groupBy }: Settings['list'],
  inOrder: (a: string, b: string) => number,
): SignatoryGroup[] {
  const keys = leads.map(organizationKey);
  const keyOf = ({ name }: Signatory) => organizationKey(name ?? '');
  const leading = keys.flatMap((key) => organizations.filter((organization) => keyOf(organization) === key));
  const others = organizations.filter((organization) => !keys.includes(keyOf(organization)));
  if (groupBy === 'none') return organizations.length > 0 ? [{ signatories: [...leading, ...others] }] : [];
  const groupKey = ({ scope, region, country }: Signatory): string | undefined =>
    groupBy === 'scope' ? scope : region && regionOf(region, country).key;
  const keysOfGroups = [...new Set(others.flatMap((organization) => groupKey(organization) ?? []))];
  const order = groupBy === 'scope' ? ['national', 'state', 'local'] : keysOfGroups.toSorted(inOrder);
  const of = (key: string | undefined) => others.filter((other) => groupKey(other) === key);
  const headingOf = (key: string) => {
    const spellings = of(key).map(({ region = '', country }) => regionOf(region, country).name ?? region);
    return groupBy === 'scope' ? key : spellings.reduce((one, other) => betterSpelling(one, other));
  };
  return [
    { signatories: leading },
    ...order.map((key) => ({ heading: headingOf(key), signatories: of(key) })),
    { ...(keysOfGroups.length > 0 && { isRest: true }), signatories: of(undefined) },
  ].filter(({ signatories }) => signatories.length > 0);
}
