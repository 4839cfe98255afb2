import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { shortUrl } from '../document/safe-text.ts';
import { pdfFonts, runsOf } from './fonts.ts';
import type { Letterhead } from './letterhead.ts';

/** Properties of a document, apart from its content. */
export interface PdfProperties {
  language: Language;
  timeZone: string;
  title: string;
  author: string;
  /**
   * Instant of publication, used as the document's date. The current time is not used, so that the same input gives
   * the same file.
   */
  publishedAt: string;
  /** The address of the document's page. */
  url: string;
  /** The sender of a letter. */
  letterhead?: Letterhead;
}

/** Points. */
export const margin = 72;

interface PageSize {
  name: 'LETTER' | 'A4';
  width: number;
  height: number;
}

/** The usual paper size in the campaign's time zone. */
export const pageSize = ({ timeZone }: Pick<PdfProperties, 'timeZone'>): PageSize =>
  /^(America|US|Canada)\/|^Pacific\/Honolulu$/.test(timeZone)
    ? { name: 'LETTER', width: 612, height: 792 }
    : { name: 'A4', width: 595.28, height: 841.89 };

/** Renders the content as a PDF. The same content and facts give the same bytes. */
export async function makePdf(content: Content[], facts: PdfProperties): Promise<Buffer> {
  const pdf = await loadPdfmake();
  return pdf.createPdf(documentOf(content, facts)).getBuffer();
}

/** The page on which `content` ends, and the position on it, in points from the upper edge. */
export async function endPosition(
  content: Content[],
  facts: PdfProperties,
): Promise<{ page: number; top: number }> {
  const pdf = await loadPdfmake();
  const end = { page: 1, top: margin };
  const pages: Content[] = [...content, { text: ' ', id: 'end', fontSize: 1 }];
  await pdf
    .createPdf({
      ...documentOf(pages, facts),
      pageBreakBefore: ({ id, startPosition }) => {
        if (id === 'end') Object.assign(end, { page: startPosition.pageNumber, top: startPosition.top });
        return false;
      },
    })
    .getBuffer();
  return end;
}

/** Loaded when the first PDF is made. This takes half a second, which other work should not wait for. */
async function loadPdfmake() {
  const { default: pdfmake } = await import('pdfmake');
  const fonts = pdfFonts();
  const files = new Set(Object.values(fonts).flatMap((styles) => Object.values(styles)));
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.has(path));
  return pdfmake;
}

function documentOf(content: Content[], facts: PdfProperties): TDocumentDefinitions {
  const { language, title, author, publishedAt, url } = facts;
  const { page } = texts(language).letter;
  const date = new Date(publishedAt);
  return {
    content,
    pageSize: pageSize(facts).name,
    pageMargins: margin,
    version: '1.7',
    language,
    displayTitle: true,
    info: { title, author, creator: 'Undersigned', creationDate: date, modDate: date },
    defaultStyle: { font: 'serif', fontSize: 11 },
    footer: (current, all): Content => ({
      columns: [
        { text: runsOf(shortUrl(url), { family: 'sans', link: url }), width: '*' },
        { text: runsOf(page(current, all), { family: 'sans' }), width: 90, alignment: 'right' },
      ],
      fontSize: 8.5,
      color: '#555555',
      margin: [margin, 28, margin, 0],
    }),
  };
}
