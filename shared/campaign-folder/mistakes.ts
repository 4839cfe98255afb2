import type { MistakeWords } from '../i18n/mistakes/en.ts';
import type { Localized } from '../i18n/mistakes/texts.ts';

/** Where in a campaign's folder something is. */
export interface Place {
  /** Name within the folder. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** The path of the key, lists counted from 1: `quotes[2].text`. For a press list its column. */
  key?: string;
}

/** A mistake in a campaign's folder. `words` say in any language what it is, and how to correct it (`in-words.ts`). */
export interface Mistake extends Place {
  words: Localized<MistakeWords>;
}

/** A mistake in the words of one language. */
export interface WordedMistake extends Place, MistakeWords {}

export type Path = readonly (string | number)[];

/**
 * A mistake at a key, or of the whole file where the path is empty. The message of `words` goes on after the key's
 * name: “is empty”.
 */
export function keyMistake(
  file: string,
  { lineOf }: { lineOf: (path: Path) => number },
  path: Path,
  words: Localized<MistakeWords>,
): Mistake {
  const key = formatKeyPath(path);
  return { file, line: lineOf(path), key, words: (t) => afterName(key || t.values.wholeFile, words(t)) };
}

/** Words whose message goes on after a name, as a sentence. */
export const afterName = (name: string, { message, cure }: MistakeWords): MistakeWords => ({
  message: `${name} ${message}.`,
  cure,
});

/** A path as a person reads it: `publication.threshold.organizations`, `quotes[2].text` for the second quote. */
export function formatKeyPath(path: Path): string {
  return path.reduce<string>((key, part) => {
    if (typeof part === 'number') return `${key}[${part + 1}]`;
    return key === '' ? part : `${key}.${part}`;
  }, '');
}

/** The path without numbers of list entries, as tables of keys have it: `quotes[].text`. */
export function keyPattern(path: Path): string {
  return formatKeyPath(path).replace(/\[\d+\]/g, '[]');
}

/** Sorted in the order of `files`, others after them; in a file from top to bottom. */
export function inReadingOrder(mistakes: Mistake[], files: readonly string[]): Mistake[] {
  const rank = ({ file }: Mistake) => (files.includes(file) ? files.indexOf(file) : files.length);
  return mistakes.toSorted((one, other) => rank(one) - rank(other) || one.line - other.line);
}
