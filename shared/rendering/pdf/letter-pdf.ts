import type { Content } from 'pdfmake/interfaces.js';
import { longTime } from '../../i18n/formats.ts';
import { texts } from '../../i18n/texts.ts';
import type { LetterContent, SignatoryLists } from '../document/content.ts';
import { shortUrl } from '../document/safe-text.ts';
import { typeface } from '../fonts/typeface.ts';
import { blockNodes } from './blocks.ts';
import { withBookmark } from './bookmarks.ts';
import { correctionNodes } from './correction-nodes.ts';
import { type RunStyle, runsOf } from './fonts.ts';
import { linkColor } from './inline.ts';
import { letterheadNodes } from './letterhead.ts';
import { endPosition, makePdf, type PdfProperties, pageSize } from './make-pdf.ts';
import { printableLists } from './printable-lists.ts';
import { signatoryNodes } from './signatory-nodes.ts';

const serif: RunStyle = { family: 'serif' };

/**
 * With more names than this, a PDF gives only their number and the address of the list, because nobody prints or
 * emails fifty pages of names.
 */
export const maxPrintedNames = 5000;

/** The letter as a PDF, with the signatories in columns. */
export async function letterPdf(
  letter: LetterContent,
  lists: SignatoryLists,
  facts: PdfProperties,
): Promise<Buffer> {
  if (namesIn(lists) > maxPrintedNames)
    return await makePdf([...letterNodes(letter, facts), ...countNodes(lists, facts)], facts);
  const { width, height } = pageSize(facts);
  const end = await endPosition(letterNodes(letter, facts), facts);
  const printed = printableLists(lists);
  const notes = Number(printed.leftOut > 0) + Number(lists.withdrawnSince > 0);
  const area = { width, height, top: end.top, below: endHeight(notes) };
  const names = signatoryNodes(printed.lists, facts.language, area);
  const below = endNodes(lists, facts, { isListed: true, leftOut: printed.leftOut });
  return await makePdf([...letterNodes(letter, facts), ...names, ...below], facts);
}

const namesIn = ({ organizations, individuals }: SignatoryLists): number =>
  organizations.count + individuals.count - individuals.withheld;

/** Date, recipient, subject, text and closing. pdfmake changes its input, so each document needs its own. */
function letterNodes(letter: LetterContent, facts: PdfProperties): Content[] {
  const { date, recipient, subject, body, closing } = letter;
  return [
    ...letterheadNodes(facts),
    ...correctionNodes(letter),
    ...(date ? [{ text: runsOf(date, serif), margin: below(14) }] : []),
    { stack: recipient.map(lineNode), margin: below(14) },
    withBookmark(
      { text: runsOf(subject, { family: 'sans', bold: true }), fontSize: 13, margin: below(10) },
      { text: subject, id: 'subject' },
    ),
    ...blockNodes(body),
    { stack: closing.map(lineNode), margin: [0, 6, 0, 0], unbreakable: true },
  ];
}

const below = (space: number): [number, number, number, number] => [0, 0, 0, space];
const lineNode = (text: string): Content => ({ text: runsOf(text, serif) });

function countNodes(lists: SignatoryLists, facts: PdfProperties): Content[] {
  const t = texts(facts.language).letter;
  const { organizations, individuals } = lists;
  const title = [
    ...(organizations.count > 0 ? [t.organizations(organizations.count)] : []),
    ...(individuals.count > 0 ? [t.people(individuals.count)] : []),
  ].join(', ');
  return [
    withBookmark(
      {
        text: runsOf(`${t.signedBy} ${title}`, { family: 'sans', bold: true }),
        fontSize: 13,
        margin: [0, 14, 0, 6],
      },
      { text: `${t.signedBy} ${title}`, parent: 'subject' },
    ),
    ...endNodes(lists, facts, { isListed: false, leftOut: 0 }),
  ];
}

/** Height in points of the end of the list with this many one-line notes. */
const endHeight = (notes: number): number => 10 + 4 * notes + (notes + 1) * 9 * typeface('serif').lineHeight;

/** The end of the list, and the address of the rest. */
function endNodes(
  lists: SignatoryLists,
  { language, timeZone, url }: PdfProperties,
  { isListed, leftOut }: { isListed: boolean; leftOut: number },
): Content[] {
  const t = texts(language).letter;
  const { withdrawnSince, asOf } = lists;
  const note = (text: string): Content => ({
    text: runsOf(text, { ...serif, color: '#555555' }),
    fontSize: 9,
    margin: [0, 4, 0, 0],
  });
  return [
    ...(leftOut > 0 ? [note(t.unprintable(leftOut))] : []),
    ...(withdrawnSince > 0 ? [note(t.withdrawn(withdrawnSince))] : []),
    {
      text: [
        ...runsOf(`${t.asOf(longTime(language, timeZone, asOf))} ${isListed ? t.listAt : t.fullListAt} `, {
          ...serif,
          color: '#555555',
        }),
        ...runsOf(shortUrl(url), { ...serif, link: url, color: linkColor }),
      ],
      fontSize: 9,
      margin: [0, 10, 0, 0],
    },
  ];
}
