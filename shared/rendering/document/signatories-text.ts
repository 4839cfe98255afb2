import { longDay } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { Signatory, SignatoryLists } from './content.ts';
import { safeLine } from './safe-text.ts';
import { headingOf, placeOf } from './signatory-labels.ts';

/**
 * The signatories, one line for each name: the whole list, or the text of one page, which follows directly after the
 * text of the previous page. `isEnd`: no page follows.
 */
export function signatoriesText(
  lists: SignatoryLists,
  language: Language,
  { isEnd = true }: { isEnd?: boolean } = {},
): string {
  const { organizations, individuals, withdrawnSince } = lists;
  const words = texts(language).letter;
  const lines = (signatories: Signatory[]): string =>
    signatories.map((signatory) => signatoryLine(signatory, lists.isInternational, language)).join('\n');
  const parts: string[] = [];
  if (organizations.count > 0 && !organizations.isContinued)
    parts.push('\n\n', `${words.signedBy} ${words.organizations(organizations.count)}`);
  for (const group of organizations.groups) {
    const heading = group.isContinued ? undefined : headingOf(group, language);
    parts.push(group.isContinued ? '\n' : '\n\n', ...(heading ? [heading, '\n'] : []));
    parts.push(lines(group.signatories));
  }
  const { named, removed = 0 } = individuals;
  const withheld = individuals.withheld - removed;
  const isUnnamed = isEnd && withheld > 0;
  const isRemoved = isEnd && removed > 0;
  const isOpened = individuals.isContinued ?? false;
  if (!isOpened && (named.length > 0 || isUnnamed || isRemoved))
    parts.push('\n\n', `${words.signedBy} ${words.people(individuals.count)}`, '\n');
  if (named.length > 0) parts.push('\n', lines(named));
  if (isUnnamed) parts.push('\n', words.withheld(withheld, named.length > 0));
  if (isRemoved) parts.push('\n', words.removed(removed));
  if (isEnd && withdrawnSince > 0) parts.push('\n\n', words.withdrawn(withdrawnSince));
  return parts.join('');
}

function signatoryLine(signatory: Signatory, withCountry: boolean, language: Language): string {
  const { name = '', addedOn } = signatory;
  const line = [safeLine(name).trim(), placeOf(signatory, withCountry, language)].filter(Boolean).join(', ');
  return addedOn === null ? line : `${line} (${texts(language).letter.added(longDay(language, addedOn))})`;
}
