import { errorFields, log } from '../log.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import { notifyPdfFailed } from '../operations/publishing/notify-pdf-failed.ts';
import type { Artifact } from './artifacts.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { artifactFile } from './site-file.ts';

/** Keys of the artifacts that were written, and of those that could not be made. */
export interface ArtifactResult {
  written: string[];
  failed: string[];
}

/** Makes and writes the artifacts. One that cannot be made stops nothing: it is logged, and the organizers are told. */
export async function writeArtifacts(
  { store, siteFiles, now, newUlid }: SiteDependencies,
  lease: Lease,
  artifacts: readonly Artifact[],
): Promise<ArtifactResult> {
  const { slug } = lease;
  const result: ArtifactResult = { written: [], failed: [] };
  for (const artifact of artifacts) {
    await lease.renewIfDue();
    const body = await artifact.render().catch((error: unknown) => {
      log('error', 'artifact failed', { slug, ...errorFields(error) });
      return undefined;
    });
    await lease.renewIfDue();
    if (body) await siteFiles.put(artifactFile(artifact, body));
    result[body ? 'written' : 'failed'].push(artifact.key);
  }
  if (result.failed.length > 0)
    await notifyPdfFailed(store, { slug, documents: result.failed, now: now(), newUlid });
  return result;
}

/** Empties PDFs that could not be made again, since an older one may name somebody who has withdrawn. */
export async function emptyFailedArtifacts(
  { siteFiles }: SiteDependencies,
  lease: Lease,
  keys: string[],
): Promise<void> {
  for (const key of keys.filter((each) => each.endsWith('.pdf'))) {
    await lease.renewIfDue();
    await siteFiles.replace(
      artifactFile({ key, contentType: 'text/plain; charset=utf-8' }, Buffer.from('\n')),
    );
  }
}
