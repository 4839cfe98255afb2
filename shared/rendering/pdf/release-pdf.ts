import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { texts } from '../../i18n/texts.ts';
import { withBold } from '../document/attribution.ts';
import type { Contact, Quote, ReleaseContent } from '../document/content.ts';
import { inlineText } from '../document/content-text.ts';
import { telephoneUrl } from '../document/telephone-url.ts';
import { blockNodes, fitsOnePage, paragraph, paragraphGap } from './blocks.ts';
import { withBookmark } from './bookmarks.ts';
import { correctionNodes } from './correction-nodes.ts';
import { type Run, type RunStyle, runsOf } from './fonts.ts';
import { inlineRuns, linkColor, splitRuns } from './inline.ts';
import { balancedWidth, type LineStyle } from './lines.ts';
import { logoNodes } from './logo-nodes.ts';
import { makePdf, margin, type PdfProperties, pageSize } from './make-pdf.ts';

const serif: RunStyle = { family: 'serif' };

/** The release as a PDF, laid out as by a press office. Page 1 has banner, contacts, date and headline. */
export const releasePdf = (release: ReleaseContent, facts: PdfProperties): Promise<Buffer> =>
  makePdf(releaseNodes(release, facts), facts);

/** The release in pdfmake's format. */
function releaseNodes(release: ReleaseContent, facts: PdfProperties): Content[] {
  const { banner, contacts, date, headline, subheadline, body, quotes, about } = release;
  const bold: RunStyle = { family: 'sans', bold: true };
  return [
    ...correctionNodes(release),
    ...logoNodes(release.logos ?? [], facts),
    ...(banner
      ? [{ text: runsOf(banner, bold), fontSize: 12, characterSpacing: 0.4, margin: below(14) }]
      : []),
    ...(contacts.length > 0 ? [contactsNode(contacts, texts(facts.language).release.contact)] : []),
    { text: runsOf(date, serif), margin: below(18) },
    withBookmark(
      {
        text: runsOf(headline, bold),
        fontSize: headlineSize,
        lineHeight: 0.92,
        alignment: 'center',
        margin: evenly(
          headline,
          { family: 'sans', bold: true, size: headlineSize },
          facts,
          subheadline ? 4 : 14,
        ),
      },
      { text: headline, id: 'headline' },
    ),
    ...(subheadline
      ? [
          {
            text: runsOf(subheadline, { ...serif, italics: true }),
            fontSize: 12,
            alignment: 'center' as const,
            margin: evenly(subheadline, { family: 'serif', size: 12 }, facts, 14),
          },
        ]
      : []),
    ...blockNodes(body),
    ...quotes.flatMap(quoteNodes),
    ...about.map(paragraph),
    { text: '###', alignment: 'center', margin: [0, 6, 0, 0] },
  ];
}

const headlineSize = 19;

/** Margins that make the lines of a heading about equally long. */
function evenly(
  text: string,
  style: Pick<LineStyle, 'family' | 'bold' | 'size'>,
  facts: PdfProperties,
  space: number,
): [number, number, number, number] {
  const width = pageSize(facts).width - 2 * margin;
  const side = (width - balancedWidth(text, { ...style, width, indent: 0 })) / 2;
  return [side, 0, side, space];
}

const below = (space: number): [number, number, number, number] => [0, 0, 0, space];

function contactsNode(contacts: readonly Contact[], label: string): Content {
  return {
    stack: [
      { text: runsOf(label, { family: 'sans', bold: true }) },
      ...contacts.map((contact): Content => ({ text: contactRuns(contact) })),
    ],
    fontSize: 10.5,
    margin: below(14),
  };
}

function contactRuns({ name, organization, phone, email }: Contact): Run[] {
  const call = phone === undefined ? undefined : telephoneUrl(phone);
  const parts: [string | undefined, string | undefined][] = [
    [name, undefined],
    [organization, undefined],
    [phone, call],
    [email, email && `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`],
  ];
  return parts
    .filter(([text]) => text !== undefined)
    .flatMap(([text = '', link], index) => [
      ...(index > 0 ? runsOf(', ', serif) : []),
      ...runsOf(text, link ? { ...serif, link, color: linkColor } : serif),
    ]);
}

/**
 * The last paragraph of a quote, with the attribution, is kept on one page, and so is the first paragraph with the
 * lead. One that is longer than a page is split, so that its end stays with the attribution.
 */
function quoteNodes({ paragraphs, attribution, lead }: Quote): Content[] {
  const runs = paragraphs.map((paragraph, index) => [
    ...(lead && index === 0 ? [...inlineRuns(withBold(lead), serif), ...runsOf(' ', serif)] : []),
    ...inlineRuns(paragraph, serif),
    ...(attribution && index === paragraphs.length - 1
      ? [...runsOf(' ', serif), ...inlineRuns(withBold(attribution), serif)]
      : []),
  ]);
  const [first, ...rest] = runs.flatMap((text): ContentText[] => {
    if (fitsOnePage(text)) return [{ text, margin: below(paragraphGap), unbreakable: true }];
    const [start, end] = splitRuns(text, 900);
    return [{ text: start }, { text: end, margin: below(paragraphGap), unbreakable: true }];
  });
  if (!first) return [];
  const speaker = inlineText(attribution ?? lead ?? []);
  return [withBookmark(first, { text: speaker, parent: 'headline' }), ...rest];
}
