import type { File } from '../store/files.ts';
import type { Lease } from '../store/lease.ts';
import { campaignFiles, letterPageKey } from './campaign-files.ts';
import type { CampaignNow } from './progress.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** Writes one file of the site, as long as the lease is held. */
export const writer =
  ({ siteFiles }: SiteDependencies, lease: Lease) =>
  async (file: File): Promise<void> => {
    await lease.keep();
    await siteFiles.put(file);
  };

/** More would wait for a socket after the lease was looked at. */
const filesAtOnce = 20;

/** Writes every file of a campaign's site as it should be now. */
export async function writeCampaign(
  dependencies: SiteDependencies,
  lease: Lease,
  campaign: CampaignNow,
): Promise<void> {
  const { stages, letterPages } = await campaignFiles(dependencies, lease, campaign);
  const write = writer(dependencies, lease);
  for (const files of stages) {
    for (let at = 0; at < files.length; at += filesAtOnce)
      await Promise.all(files.slice(at, at + filesAtOnce).map(write));
  }
  await coverFormerPages(dependencies, lease, letterPages);
}

/**
 * After withdrawals the list may reach fewer pages than before. Those it no longer reaches must not keep the names of who
 * withdrew: they show the last page instead.
 */
async function coverFormerPages(
  { siteFiles }: SiteDependencies,
  lease: Lease,
  letterPages: File[],
): Promise<void> {
  const last = letterPages.at(-1);
  if (!last) return;
  let number = letterPages.length + 1;
  do await lease.keep();
  while (await siteFiles.replace({ ...last, key: letterPageKey(lease.slug, number++) }));
}
