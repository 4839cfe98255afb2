import { errorFields, log } from '../log.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import { notifyArtifactFailed } from '../operations/publishing/notify-artifact-failed.ts';
import type { Artifact } from './artifacts.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { artifactFile } from './site-file.ts';

export interface ArtifactResult {
  /** Keys of the PDFs that were written. */
  pdfKeys: string[];
  /** Keys of the artifacts that could not be made. */
  failed: string[];
}

const isPdf = (key: string): boolean => key.endsWith('.pdf');

/** Makes and writes the artifacts. One that cannot be made stops nothing: it is logged, and the organizers are told. */
export async function writeArtifacts(
  { store, siteFiles, now, newUlid }: SiteDependencies,
  lease: Lease,
  artifacts: readonly Artifact[],
): Promise<ArtifactResult> {
  const { slug } = lease;
  const result: ArtifactResult = { pdfKeys: [], failed: [] };
  const existing = await existingBeside(siteFiles, artifacts);
  for (const artifact of artifacts) {
    if (artifact.isNamedByContent && existing.has(artifact.key)) continue;
    await lease.renewIfDue();
    const body = await artifact.render().catch((error: unknown) => {
      log('error', 'artifact failed', { slug, ...errorFields(error) });
      return undefined;
    });
    await lease.renewIfDue();
    if (body) await siteFiles.put(artifactFile(artifact, body));
    if (!body) result.failed.push(artifact.key);
    // Pages ask the gate only whether PDFs exist.
    else if (isPdf(artifact.key)) result.pdfKeys.push(artifact.key);
  }
  if (result.failed.length > 0)
    await notifyArtifactFailed(store, { slug, documents: result.failed, now: now(), newUlid });
  return result;
}

/** Empties PDFs that could not be made again, since an older one may name somebody who has withdrawn. */
export async function emptyFailedArtifacts(
  { siteFiles }: SiteDependencies,
  lease: Lease,
  keys: string[],
): Promise<void> {
  for (const key of keys.filter(isPdf)) {
    await lease.renewIfDue();
    await siteFiles.replace(
      artifactFile({ key, contentType: 'text/plain; charset=utf-8' }, Buffer.from('\n')),
    );
  }
}

/** The files that stand in the folders of what is named by its content. */
async function existingBeside(
  siteFiles: SiteDependencies['siteFiles'],
  artifacts: readonly Artifact[],
): Promise<Set<string>> {
  const named = artifacts.filter(({ isNamedByContent }) => isNamedByContent);
  const folders = new Set(named.map(({ key }) => key.slice(0, key.lastIndexOf('/') + 1)));
  return new Set((await Promise.all([...folders].map((folder) => siteFiles.list(folder)))).flat());
}
