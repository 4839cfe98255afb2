import type { Settings } from '../campaign/settings.ts';
import type { Signatory, SignatoryGroup, SignatoryLists } from '../content/content.ts';
import { organizationKey } from '../sign-on/organization-key.ts';

/**
 * Orders who signed as the campaign asks: leads first in the order that it gives, then groups, and everybody
 * alphabetically as the campaign's language sorts.
 */
export function signatoryLists(
  signatories: Signatory[],
  { list, language }: Pick<Settings, 'list' | 'language'>,
  { withdrawnSince, asOf }: { withdrawnSince: number; asOf: string },
): SignatoryLists {
  const collator = new Intl.Collator(language, { numeric: true });
  const byName = (a: Signatory, b: Signatory) => collator.compare(a.name ?? '', b.name ?? '');
  const organizations = signatories.filter(({ kind }) => kind === 'organization').toSorted(byName);
  const individuals = signatories.filter(({ kind }) => kind === 'individual');
  const named = individuals.filter(({ name }) => name !== undefined).toSorted(byName);
  return {
    organizations: { count: organizations.length, groups: groups(organizations, list, collator) },
    individuals: { count: individuals.length, named, withheld: individuals.length - named.length },
    withdrawnSince,
    asOf,
  };
}

function groups(
  organizations: Signatory[],
  list: Settings['list'],
  collator: Intl.Collator,
): SignatoryGroup[] {
  const { leads, others } = apart(organizations, list.leads.map(organizationKey));
  if (list.groupBy === 'none')
    return organizations.length > 0 ? [{ signatories: [...leads, ...others] }] : [];
  const first = leads.length > 0 ? [{ signatories: leads }] : [];
  const { groupBy } = list;
  const byHeading = Map.groupBy(others, (organization) => organization[groupBy] ?? '');
  const order =
    groupBy === 'scope'
      ? ['national', 'state', 'local', '']
      : [...byHeading.keys()].toSorted(lastIfEmpty(collator));
  const rest = order.flatMap((heading) => {
    const signatories = byHeading.get(heading);
    return signatories ? [{ ...(heading && { heading }), signatories }] : [];
  });
  return [...first, ...rest];
}

/** Leads in the campaign's order, and everybody else as they came. */
function apart(organizations: Signatory[], leadKeys: string[]): { leads: Signatory[]; others: Signatory[] } {
  if (leadKeys.length === 0) return { leads: [], others: organizations };
  const ranked = organizations.map((organization) => ({
    organization,
    rank: leadKeys.indexOf(organizationKey(organization.name ?? '')),
  }));
  const leads = ranked.filter(({ rank }) => rank >= 0).toSorted((a, b) => a.rank - b.rank);
  const others = ranked.filter(({ rank }) => rank < 0);
  return {
    leads: leads.map(({ organization }) => organization),
    others: others.map(({ organization }) => organization),
  };
}

const lastIfEmpty = (collator: Intl.Collator) => (a: string, b: string) =>
  a === '' || b === '' ? Number(a === '') - Number(b === '') : collator.compare(a, b);

/** Names on one page of the letter; the rest goes on the next ones. */
const namesOnAPage = 1000;

/** Cuts the lists into pages of a thousand names, organizations first; the counts stay whole on each. */
export function pagesOfLists(lists: SignatoryLists, size = namesOnAPage): SignatoryLists[] {
  const total =
    lists.organizations.groups.reduce((sum, { signatories }) => sum + signatories.length, 0) +
    lists.individuals.named.length;
  const pages = Math.max(1, Math.ceil(total / size));
  return Array.from({ length: pages }, (_, page) => cut(lists, page * size, (page + 1) * size));
}

function cut(lists: SignatoryLists, from: number, to: number): SignatoryLists {
  let at = 0;
  const take = (signatories: Signatory[]): Signatory[] => {
    const taken = signatories.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += signatories.length;
    return taken;
  };
  const pageGroups = lists.organizations.groups
    .map((group) => ({ ...group, signatories: take(group.signatories) }))
    .filter(({ signatories }) => signatories.length > 0);
  return {
    ...lists,
    organizations: { ...lists.organizations, groups: pageGroups },
    individuals: { ...lists.individuals, named: take(lists.individuals.named) },
  };
}
