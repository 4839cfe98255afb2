import type { Language } from '../campaign/settings.ts';
import { countryName } from '../pages/countries.ts';
import { longDay } from '../pages/locales/formats.ts';
import { texts } from '../pages/locales/texts.ts';
import { readable } from '../pages/readable.ts';
import type { Signatory, SignatoryGroup, SignatoryLists } from './content.ts';

/** Who signed, in paragraphs of one line for each name. */
export function signatoriesText(lists: SignatoryLists, language: Language): string[] {
  const { organizations, individuals, withdrawnSince } = lists;
  const words = texts(language).letter;
  const everybody = [...organizations.groups.flatMap(({ signatories }) => signatories), ...individuals.named];
  const isInternational = new Set(everybody.map(({ country }) => country).filter(Boolean)).size > 1;
  const line = (signatory: Signatory) => signatoryLine(signatory, isInternational, language);
  const isGrouped = organizations.groups.some(({ heading }) => heading !== undefined);
  return [
    organizations.count > 0 ? `${words.signedBy} ${words.organizations(organizations.count)}` : '',
    ...organizations.groups.map((group, index) => {
      const heading = headingOf(group, isGrouped && index > 0, language);
      return [...(heading ? [heading] : []), ...group.signatories.map(line)].join('\n');
    }),
    individuals.count > 0 ? `${words.signedBy} ${words.people(individuals.count)}` : '',
    [
      ...individuals.named.map(line),
      ...(individuals.withheld > 0
        ? [words.withheld(individuals.withheld, individuals.named.length > 0)]
        : []),
    ].join('\n'),
    withdrawnSince > 0 ? words.withdrawn(withdrawnSince) : '',
  ];
}

/** The first group without a heading are the leads, who need none; a later one are those who gave no scope or region. */
function headingOf({ heading }: SignatoryGroup, isRest: boolean, language: Language): string | undefined {
  const { scopes, others } = texts(language).letter;
  if (heading === undefined) return isRest ? others : undefined;
  if (heading === 'national' || heading === 'state' || heading === 'local') return scopes[heading];
  return readable(heading);
}

function signatoryLine(
  { name = '', city, region, country, addedOn }: Signatory,
  isInternational: boolean,
  language: Language,
): string {
  const land = isInternational && country ? countryName(language, country) : undefined;
  const line = [name, city, region, land]
    .filter(Boolean)
    .map((part) => readable(part ?? '').trim())
    .join(', ');
  return addedOn === null ? line : `${line} (${texts(language).letter.added(longDay(language, addedOn))})`;
}
