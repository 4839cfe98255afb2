import type { Signatory, SignatoryLists } from '../document/content.ts';
import { isPrintable, printableName } from '../fonts/font-runs.ts';

/**
 * The signatories that can be printed: a list without the names in scripts that the typefaces do not have, and how
 * many were left out. The counts still include all signatories. A town that cannot be printed is left out.
 */
export function printableLists(lists: SignatoryLists): { lists: SignatoryLists; leftOut: number } {
  const { organizations, individuals } = lists;
  const printed = (signatories: readonly Signatory[]): Signatory[] =>
    signatories.filter(({ name = '' }) => isPrintable(name)).map(printableSignatory);
  const groups = organizations.groups.map((group) => ({ ...group, signatories: printed(group.signatories) }));
  const named = printed(individuals.named);
  const count = (all: SignatoryLists['organizations']['groups'], people: readonly Signatory[]): number =>
    all.reduce((sum, { signatories }) => sum + signatories.length, people.length);
  return {
    lists: {
      ...lists,
      organizations: { ...organizations, groups: groups.filter(({ signatories }) => signatories.length > 0) },
      individuals: { ...individuals, named },
    },
    leftOut: count(organizations.groups, individuals.named) - count(groups, named),
  };
}

function printableSignatory({ city, region, ...signatory }: Signatory): Signatory {
  const place = (text: string | undefined) => (text === undefined || isPrintable(text) ? text : undefined);
  const [printedCity, printedRegion] = [place(city), place(region)];
  return {
    ...signatory,
    ...(signatory.name !== undefined && { name: printableName(signatory.name) }),
    ...(printedCity !== undefined && { city: printedCity }),
    ...(printedRegion !== undefined && { region: printedRegion }),
  };
}
