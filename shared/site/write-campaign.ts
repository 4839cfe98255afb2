import type { File } from '../aws/files/files.ts';
import type { CampaignState } from '../campaign/status.ts';
import { forEachConcurrently } from '../concurrently.ts';
import type { Lease, RenderResult } from '../operations/publishing/lease.ts';
import { type CampaignFiles, campaignFiles } from './campaign-files.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { listPageKey } from './site-file.ts';
import { emptyFailedArtifacts, writeArtifacts } from './write-artifacts.ts';

/** Writes one file of the site, as long as the lease is held. */
export const newFileWriter =
  ({ siteFiles }: SiteDependencies, lease: Lease) =>
  async (file: File): Promise<string> => {
    await lease.renewIfDue();
    return await siteFiles.put({ ...file, body: renewingLease(lease, file.body) });
  };

/** Renews the lease while a long body is made, and once more before it is written. */
function renewingLease(lease: Lease, body: File['body']): File['body'] {
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  return (async function* () {
    for await (const piece of body) {
      await lease.renewIfDue();
      yield piece;
    }
    await lease.renewIfDue();
  })();
}

/**
 * Writes every file of a campaign's site as it should be now: pages first, then artifacts. `afterPages` is called in
 * between.
 *
 * @returns the keys of the PDFs that exist, for the gate: later pages link to them at once
 */
export async function writeCampaign(
  dependencies: SiteDependencies,
  lease: Lease,
  campaign: CampaignState,
  afterPages: (files: CampaignFiles) => Promise<void> = async () => {},
): Promise<Pick<RenderResult, 'pdfKeys'>> {
  const files = await campaignFiles(dependencies, lease, campaign);
  await writePages(dependencies, lease, files.stages);
  await afterPages(files);
  await files.keepList();
  const { pdfKeys, failed } = await writeArtifacts(dependencies, lease, files.artifacts);
  if (pdfKeys.toString() !== (campaign.gate.pdfKeys ?? []).toString())
    await writePages(dependencies, lease, [files.pagesLinkingTo(pdfKeys)]);
  await emptyFailedArtifacts(dependencies, lease, failed);
  await files.freezeSupplement();
  return { pdfKeys };
}

async function writePages(
  dependencies: SiteDependencies,
  lease: Lease,
  stages: CampaignFiles['stages'],
): Promise<void> {
  const write = newFileWriter(dependencies, lease);
  const lastPages = new Map<string, LastPage>();
  for (const files of stages)
    await forEachConcurrently(files, async (file) => {
      const { listPage, onWritten, ...plain } = file;
      const digest = await write(plain);
      onWritten?.(digest);
      const { base, number } = listPage ?? { base: '', number: 0 };
      if (number > (lastPages.get(base)?.number ?? 0)) lastPages.set(base, { number, file: plain });
    });
  for (const [base, last] of lastPages) await emptyFormerPages(dependencies, lease, base, last);
}

interface LastPage {
  number: number;
  file: File;
}

/**
 * After withdrawals the list may have fewer pages than before. The old ones must not keep the names of who withdrew, so
 * they are overwritten with the last page.
 */
async function emptyFormerPages(
  { siteFiles }: SiteDependencies,
  lease: Lease,
  base: string,
  { number, file }: LastPage,
): Promise<void> {
  let former = number + 1;
  do await lease.renewIfDue();
  while (await siteFiles.replace({ ...file, key: listPageKey(base, former++) }));
}
