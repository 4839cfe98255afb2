/** A mistake in a campaign's folder: where it is, what it is, and how to correct it. */
export interface Mistake {
  /** Name within the folder. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** The path of the key, lists counted from 1: `quotes[2].text`. For a press list its column. */
  key?: string;
  message: string;
  cure: string;
}

export type Path = readonly (string | number)[];

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
