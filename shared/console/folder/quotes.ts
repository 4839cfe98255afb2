import { textFile } from '../../campaign-folder/check-files.ts';
import { setInFrontMatter } from '../../campaign-folder/edit-yaml.ts';
import { readRelease } from '../../campaign-folder/release.ts';
import { languages } from '../../i18n/language.ts';

/** A quote of a press release, by its file and its position in the file, counted from 1. */
export interface ListedQuote {
  file: string;
  quote: number;
  text: string;
  /** The attribution or lead of the quote. */
  by: string;
  isApproved: boolean;
}

const releaseFiles = [textFile('release'), ...languages.map((language) => textFile('release', language))];

/** The quotes in all press releases of a folder, in the order of the files. */
export const quotesIn = (files: ReadonlyMap<string, string>): ListedQuote[] =>
  releaseFiles.flatMap((file) => {
    const source = files.get(file);
    const quotes = source === undefined ? [] : (readRelease(source).keys?.quotes ?? []);
    return quotes.map(({ text, attribution, lead, approved }, index) => ({
      file,
      quote: index + 1,
      text,
      by: attribution ?? lead ?? '',
      isApproved: approved,
    }));
  });

/**
 * The files with one quote approved or not. The rest of the file does not change. Undefined if there is no such
 * quote.
 */
export function withApproval(
  files: ReadonlyMap<string, string>,
  { file, quote, isApproved }: { file: string; quote: number; isApproved: boolean },
): Map<string, string> | undefined {
  const source = files.get(file);
  const isThere = quotesIn(files).some((each) => each.file === file && each.quote === quote);
  if (source === undefined || !isThere) return undefined;
  const edited = setInFrontMatter(source, ['quotes', quote - 1, 'approved'], isApproved);
  return new Map(files).set(file, edited);
}
