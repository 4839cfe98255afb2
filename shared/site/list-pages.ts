import type { File } from '../aws/files/files.ts';

/** A page of a list says where it is: a list that has become shorter leaves pages behind it. */
export interface SiteFile extends File {
  /** `base`: where the list is, such as `slug/letter` or `slug/es/signatories`; pages are counted from 1. */
  listPage?: { base: string; number: number };
  /** Gets the digest of what was written. */
  onWritten?: (digest: string) => void;
}

/** Where a page of a list is, counted from 1. */
export const listPageKey = (base: string, number: number): string =>
  number === 1 ? `${base}/index.html` : `${base}/${number}/index.html`;
