/** Something in a campaign's folder that must be put right: where it is, what it is, and what to do about it. */
export interface Mistake {
  /** Name within the folder. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Where in the file's keys, lists counted from 1: `quotes[2].text`; for a press list its column. */
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

/** A path as tables of keys name it, whichever entry of a list it is: `quotes[].text`. */
export function keyPattern(path: Path): string {
  return formatKeyPath(path).replace(/\[\d+\]/g, '[]');
}

/** In the order of `files`, others after them, and within a file from top to bottom. */
export function inReadingOrder(mistakes: Mistake[], files: readonly string[]): Mistake[] {
  const rank = ({ file }: Mistake) => (files.includes(file) ? files.indexOf(file) : files.length);
  return mistakes.toSorted((one, other) => rank(one) - rank(other) || one.line - other.line);
}
