import type { Files } from '../../aws/files/files.ts';
import type { Language } from '../../i18n/language.ts';
import type { SignatoryList } from '../../operations/listing/list-signatories.ts';
import { splicedText, textPieces } from '../list-text.ts';
import type { ListText } from '../signatory-files.ts';
import type { SiteFile } from '../site-file.ts';
import type { Listing } from './listing.ts';

type Texts = Listing['texts'];

/** The body of a text whose pages are in the order of a language, and what notes that it was written. */
export type TextFile = (
  key: string,
  text: ListText,
  list: SignatoryList,
  order: Language,
) => Pick<SiteFile, 'onWritten'> & { body: AsyncIterable<string> };

/**
 * Texts with everybody on the list. Where a text stands as it was last written, only the pieces of the pages that have
 * changed are made anew.
 */
export function newListTexts(
  siteFiles: Files,
  {
    stored,
    pagesToWrite,
  }: { stored: Texts; pagesToWrite: (order: Language) => ReadonlySet<number> | undefined },
): { file: TextFile; written: () => Texts } {
  const written: Texts = {};
  return {
    written: () => written,
    file: (key, text, list, order) => {
      const pieces: number[] = [];
      async function* body() {
        const known = stored[key];
        const pages = pagesToWrite(order);
        const isUsable = known && pages && known.pieces.length === list.pageCount + 2;
        const bytes = isUsable ? await siteFiles.open(key, known.digest) : undefined;
        if (bytes && pages && known) {
          yield* splicedText(text, list, pages, { bytes, pieces: known.pieces }, (length) => {
            pieces.push(length);
          });
          return;
        }
        for await (const piece of textPieces(text, list)) {
          pieces.push(Buffer.byteLength(piece));
          yield piece;
        }
      }
      return {
        body: body(),
        onWritten: (digest) => {
          written[key] = { digest, pieces };
        },
      };
    },
  };
}
