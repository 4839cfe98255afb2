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

/** Browsers ask again each time. The edge answers for half a minute by itself, so a crowd reaches no function. */
const cacheControl = 'public, max-age=0, s-maxage=30';

/** A page of the site. */
export const pageFile = (key: string, body: string): File => ({
  key,
  body,
  contentType: 'text/html; charset=utf-8',
  cacheControl,
});

/** A page that has to follow within half a minute, together with the half that it may wait to be written. */
export const freshPageFile = (key: string, body: string): File => ({
  ...pageFile(key, body),
  cacheControl: 'public, max-age=0, s-maxage=5',
});

/** A file that was made as bytes. */
export const artifactFile = (
  { key, contentType }: { key: string; contentType: string },
  body: Uint8Array,
): File => ({ key, body, contentType, cacheControl });

/** A file whose name is its hash. A file with this name never changes. */
export const immutableFile = (
  key: string,
  contentType: 'image/png' | 'font/woff2',
  body: Uint8Array,
): File => ({
  key,
  body,
  contentType,
  cacheControl: 'public, max-age=31536000, immutable',
});

const types = {
  txt: 'text/plain',
  json: 'application/json',
  csv: 'text/csv',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};

/** A file beside the pages. Its type follows from its name. */
export const plainFile = (key: string, extension: keyof typeof types, body: File['body']): File => ({
  key,
  body,
  contentType: `${types[extension]}; charset=utf-8`,
  cacheControl,
});
