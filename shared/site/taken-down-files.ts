import type { File } from '../aws/files/files.ts';
import { inLanguage, languageFolders, languagesOf } from '../campaign/localized-settings.ts';
import { type CampaignState, renderedStateOf } from '../campaign/status.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import { gonePage } from '../rendering/pages/gone-page.tsx';
import type { SiteDependencies } from './site-dependencies.ts';

/**
 * Every address that the interface names. Each may be requested although its file was never written, such as a PDF that
 * could not be made.
 */
const allFileNames = [
  'index.html',
  'check-your-inbox/index.html',
  'signed/index.html',
  'waiting/index.html',
  'already-signed/index.html',
  'withdrawn/index.html',
  'not-you/index.html',
  'privacy/index.html',
  'letter/index.html',
  'letter/original/index.html',
  'letter.txt',
  'letter.pdf',
  'release/index.html',
  'release/original/index.html',
  'release.txt',
  'release.pdf',
  'signatories.json',
  'signatories.csv',
  'preview.png',
  'embed.js',
  'share/index.html',
  'signatories/index.html',
  'share/qr.svg',
];

/**
 * Replaces everything below a campaign's address, except `progress.json`, by a short text, and invalidates the edge's
 * copies. It lists the bucket to find all files that were ever written: pages of a longer list, translations,
 * originals. Equal files are not written again, so the next job finishes one that died.
 */
export async function writeGoneFiles(
  { siteFiles, invalidate }: SiteDependencies,
  lease: Lease,
  campaign: CampaignState,
): Promise<void> {
  const { settings, gate } = campaign;
  const { slug } = settings;
  const existing = await siteFiles.list(`${slug}/`);
  const trees = languageFolders(settings);
  const pages = languagesOf(settings).map((language) => gonePage(inLanguage(settings, language)));
  const wanted = trees.flatMap((tree) => allFileNames.map((path) => `${tree}${path}`));
  const progress = trees.map((tree) => `${tree}progress.json`);
  for (const key of new Set([...wanted, ...existing])) {
    if (progress.includes(key)) continue;
    await lease.renewIfDue();
    // The folders of other languages stand within the campaign's own, which is first.
    const tree = trees.findLastIndex((folder) => key.startsWith(folder));
    await siteFiles.put(goneFile(key, pages[tree] ?? ''));
  }
  if (gate.renderedState === renderedStateOf(campaign)) return;
  await lease.renewIfDue();
  await invalidate([`/${slug}`, `/${slug}/*`, '/']);
}

/** A script that other sites embed must do nothing; everything else, whatever it is called, is a page for people. */
const goneFile = (key: string, page: string): File => ({
  key,
  ...(key.endsWith('.js')
    ? { body: '', contentType: 'text/javascript; charset=utf-8' }
    : { body: page, contentType: 'text/html; charset=utf-8' }),
  cacheControl: 'public, max-age=0, s-maxage=30',
  isGone: true,
});
