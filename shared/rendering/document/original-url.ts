/**
 * Where a corrected text stands as it was first: always on this site, beside the release, wherever `letterUrl` says that
 * the letter itself lives.
 */
export const originalUrl = (document: 'letter' | 'release', releaseUrl: string): string =>
  new URL(`../${document}/original/`, releaseUrl).href;
