/**
 * The address of a corrected text in its first version. It is always on this site, next to the release, even if
 * `letterUrl` says that the letter is elsewhere.
 */
export const originalUrl = (document: 'letter' | 'release', releaseUrl: string): string =>
  new URL(`../${document}/original/`, releaseUrl).href;
