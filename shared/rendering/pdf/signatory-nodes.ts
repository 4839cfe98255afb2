import type { Content } from 'pdfmake/interfaces.js';
import { longDay } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import type { Signatory, SignatoryLists } from '../document/content.ts';
import { safeLine } from '../document/safe-text.ts';
import { headingOf, placeOf } from '../document/signatory-labels.ts';
import { typeface } from '../fonts/typeface.ts';
import { withBookmark } from './bookmarks.ts';
import { type ColumnEntry, fillPage } from './columns.ts';
import { runsOf } from './fonts.ts';
import { linesOf } from './lines.ts';
import { margin } from './make-pdf.ts';

/** The area in which the list begins, and the size of the further pages. */
export interface PageArea {
  width: number;
  height: number;
  /** Points from the upper edge of the page. */
  top: number;
  /** Points of what stands below the list. It is never alone on a page. */
  below: number;
}

const gap = 16;
const titleHeight = 14 + 13 * typeface('sansBold').lineHeight + 6;
const quiet = '#555555';

/** A few names are set as below a letter, many as in a directory. */
const settings = (count: number) =>
  count <= 8 ? { columns: 1, size: 11 } : count <= 30 ? { columns: 2, size: 10 } : { columns: 3, size: 9 };

/** All signatories: organizations with their groups, then people, each in columns below a heading with their count. */
export function signatoryNodes(lists: SignatoryLists, language: Language, flow: PageArea): Content[] {
  const { organizations, individuals } = lists;
  const t = texts(language).letter;
  const withCountry = lists.isInternational;
  const nodes: Content[] = [];
  let { top } = flow;
  const { named, removed = 0 } = individuals;
  const withheld = individuals.withheld - removed;
  const unnamed = [
    ...(withheld > 0 ? [t.withheld(withheld, named.length > 0)] : []),
    ...(removed > 0 ? [t.removed(removed)] : []),
  ];
  const unnamedHeight = unnamed.length * (6 + 10 * typeface('serifItalic').lineHeight);
  const add = (
    title: string,
    groups: { heading?: string | undefined; signatories: Signatory[] }[],
    isLast = true,
  ) => {
    const below = isLast ? flow.below + unnamedHeight : 0;
    const section = sectionNodes(title, groups, { language, withCountry, flow: { ...flow, top, below } });
    nodes.push(...section.nodes);
    top = section.top;
  };
  if (organizations.count > 0)
    add(
      `${t.signedBy} ${t.organizations(organizations.count)}`,
      organizations.groups.map((group) => ({
        heading: headingOf(group, language),
        signatories: group.signatories,
      })),
      individuals.count === 0,
    );
  if (individuals.count > 0)
    add(`${t.signedBy} ${t.people(individuals.count)}`, [{ signatories: individuals.named }]);
  for (const text of unnamed)
    nodes.push({
      text: runsOf(text, { family: 'serif', italics: true }),
      fontSize: 10,
      margin: [0, 6, 0, 0],
    });
  return nodes;
}

interface SectionFacts {
  language: Language;
  withCountry: boolean;
  flow: PageArea;
}

function sectionNodes(
  title: string,
  groups: { heading?: string | undefined; signatories: Signatory[] }[],
  { language, withCountry, flow }: SectionFacts,
): { nodes: Content[]; top: number } {
  const { columns, size } = settings(groups.reduce((sum, { signatories }) => sum + signatories.length, 0));
  const width = (flow.width - 2 * margin - gap * (columns - 1)) / columns;
  const units = groups.flatMap(({ heading, signatories }) => [
    ...(heading === undefined ? [] : [headingUnit(heading, width, size)]),
    ...signatories.map((signatory) => signatoryUnit(signatory, { language, withCountry, width, size })),
  ]);
  const bottom = flow.height - margin - 4;
  // At the bottom of a page, a heading with only two lines of names below it goes to the next page.
  const isNarrow = flow.top + titleHeight + 60 > bottom;
  const isOnNext =
    isNarrow ||
    (units.length < minNamesOnPage + minNamesBefore && leavesOnlyNotes(units, columns, bottom, flow));
  let top = (isOnNext ? margin : flow.top) + titleHeight;
  const nodes: Content[] = [
    withBookmark(
      {
        text: runsOf(title, { family: 'sans', bold: true }),
        fontSize: 13,
        margin: [0, 14, 0, 6],
        ...(isOnNext && { pageBreak: 'before' }),
      },
      { text: title, parent: 'subject' },
    ),
  ];
  for (let next = 0, isFirst = true; next < units.length; isFirst = false) {
    if (!isFirst) top = margin;
    const area = { columns, height: bottom - top };
    const full = fillPage(units, next, area);
    if (full.next === next) break;
    const isNoteAlone = full.next === units.length && top + full.height + flow.below > bottom;
    const cut = cutBeforeOrphans(units, next, { to: full.next, isNoteAlone });
    const page = cut === full.next ? full : fillPage(units.slice(0, cut), next, area);
    nodes.push({
      columns: page.columns.map((column) => ({ stack: column.flatMap(unitNodes), width })),
      columnGap: gap,
      ...(!isFirst && { pageBreak: 'before' }),
    });
    next = page.next;
    top += page.height;
  }
  return { nodes, top };
}

/** Whether all names fit on the page on which the list begins, and the notes below them do not. */
function leavesOnlyNotes(
  units: readonly ColumnEntry[],
  columns: number,
  bottom: number,
  { top, below }: PageArea,
): boolean {
  const height = bottom - top - titleHeight;
  const page = fillPage(units, 0, { columns, height });
  return page.next === units.length && page.height + below > height;
}

/** The minimum number of names on the last page. */
const minNamesOnPage = 6;

/** The minimum number of names that stay on the page before, if the last page needs some of them. */
const minNamesBefore = 3;

/** The end of a page: `to`, or a few names earlier if fewer than six would be left for the last page. */
function cutBeforeOrphans(
  units: readonly ColumnEntry[],
  from: number,
  { to, isNoteAlone }: { to: number; isNoteAlone: boolean },
): number {
  const left = units.length - to;
  if (left >= minNamesOnPage || (left === 0 && !isNoteAlone)) return to;
  let cut = units.length - minNamesOnPage;
  while (cut > from && units[cut - 1]?.isHeading) cut--;
  return cut - from < minNamesBefore ? to : cut;
}

function headingUnit(heading: string, width: number, size: number): ColumnEntry {
  const style = { family: 'sans' as const, bold: true, size, width, indent: 0 };
  return {
    lines: linesOf([{ text: heading }], style),
    size,
    lineHeight: size * typeface('sansBold').lineHeight,
    space: 8,
    indent: 0,
    isHeading: true,
  };
}

function signatoryUnit(
  signatory: Signatory,
  { language, withCountry, width, size }: Omit<SectionFacts, 'flow'> & { width: number; size: number },
): ColumnEntry {
  const { name = '', addedOn } = signatory;
  const added = addedOn === null ? '' : ` (${texts(language).letter.added(longDay(language, addedOn))})`;
  const place = placeOf(signatory, withCountry, language);
  const parts = [
    { text: `${safeLine(name).trim()}${place && ', '}` },
    { text: `${whole(place)}${added}`, color: quiet },
  ];
  const style = { family: 'serif' as const, size, width, indent: 8 };
  return {
    lines: linesOf(parts, style),
    size,
    lineHeight: size * typeface('serif').lineHeight,
    space: 1.5,
    indent: style.indent,
    isHeading: false,
  };
}

/** A place is not broken at its spaces and hyphens (“New York”, “États-Unis”), unless it is longer than most lines. */
const whole = (place: string): string =>
  place
    .split(', ')
    .map((part) => (part.length > 24 ? part : part.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')))
    .join(', ');

const unitNodes = ({ lines, size, space, indent }: ColumnEntry, index: number): Content[] =>
  lines.map((text, line) => ({
    text,
    fontSize: size,
    noWrap: true,
    margin: [line === 0 ? 0 : indent, line === 0 && index > 0 ? space : 0, 0, 0],
  }));
