import { textFile } from '../../campaign-folder/check-files.ts';
import { setInFrontMatter } from '../../campaign-folder/edit-yaml.ts';
import { readRelease } from '../../campaign-folder/release.ts';
import { languages } from '../../i18n/language.ts';

/** A quote of a press release, by its file and its place in it, counted from 1. */
export interface ListedQuote {
  file: string;
  quote: number;
  text: string;
  /** The words that say whose it is. */
  by: string;
  isApproved: boolean;
}

const releaseFiles = [textFile('release'), ...languages.map((language) => textFile('release', language))];

/** The quotes of all press releases of a folder, in its files' order. */
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

/** The files with one quote approved or not; everything else of its file stays. Undefined where there is no such quote. */
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
