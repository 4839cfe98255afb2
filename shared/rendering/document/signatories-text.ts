import { longDay } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { Signatory, SignatoryLists } from './content.ts';
import { safeLine } from './safe-text.ts';
import { headingOf, placeOf } from './signatory-labels.ts';

/** A heading with lines below it. Either may be missing. */
export interface SignatorySection {
  heading?: string | undefined;
  lines: string[];
  /** Whether it goes on from the page before. */
  isContinued?: boolean | undefined;
}

interface ListPart {
  /** No page follows. */
  isEnd?: boolean;
}

/**
 * The signatories, one line for each name: the whole list, or the text of one page, which follows directly after the
 * text of the previous page.
 */
export const signatoriesText = (lists: SignatoryLists, language: Language, part: ListPart = {}): string =>
  signatorySections(lists, language, part)
    .map(
      ({ heading, lines, isContinued }) =>
        `${isContinued ? '\n' : '\n\n'}${[...(heading ? [heading] : []), ...lines].join('\n')}`,
    )
    .join('');

/** The same, for an edition that sets headings apart. */
export function signatorySections(
  lists: SignatoryLists,
  language: Language,
  { isEnd = true }: ListPart = {},
): SignatorySection[] {
  const { organizations, individuals, withdrawnSince } = lists;
  const words = texts(language).letter;
  const lines = (signatories: Signatory[]): string[] =>
    signatories.map((signatory) => signatoryLine(signatory, lists.isInternational, language));
  const sections: SignatorySection[] = [];
  if (organizations.count > 0 && !organizations.isContinued)
    sections.push({ heading: `${words.signedBy} ${words.organizations(organizations.count)}`, lines: [] });
  for (const group of organizations.groups) {
    const { isContinued } = group;
    const heading = isContinued ? undefined : headingOf(group, language);
    sections.push({ heading, lines: lines(group.signatories), isContinued });
  }
  const { named, removed = 0, isContinued = false } = individuals;
  const withheld = individuals.withheld - removed;
  const people = [
    ...lines(named),
    ...(isEnd && withheld > 0 ? [words.withheld(withheld, named.length > 0)] : []),
    ...(isEnd && removed > 0 ? [words.removed(removed)] : []),
  ];
  if (people.length > 0 && !isContinued)
    sections.push({ heading: `${words.signedBy} ${words.people(individuals.count)}`, lines: [] });
  if (people.length > 0) sections.push({ lines: people, isContinued });
  if (isEnd && withdrawnSince > 0) sections.push({ lines: [words.withdrawn(withdrawnSince)] });
  return sections;
}

function signatoryLine(signatory: Signatory, withCountry: boolean, language: Language): string {
  const { name = '', addedOn } = signatory;
  const line = [safeLine(name).trim(), placeOf(signatory, withCountry, language)].filter(Boolean).join(', ');
  return addedOn === null ? line : `${line} (${texts(language).letter.added(longDay(language, addedOn))})`;
}
