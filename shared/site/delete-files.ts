import type { Files } from '../aws/files/files.ts';
import type { Gate } from '../campaign/gate.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import { gateKey } from '../table/keys.ts';
import { homeFiles } from './home-file.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { listingFolder } from './stored-list/listing.ts';
import { newFileWriter } from './write-campaign.ts';

const filesAtOnce = 20;

/**
 * Removes the files of a campaign that is being deleted, from the site and from the private bucket, once its sign-ons
 * are gone. First the home page is written without it. The holder of the lease is the only one who writes files of the
 * campaign, and nobody gets the lease once the gate is gone.
 */
export async function deleteFiles(
  dependencies: SiteDependencies,
  lease: Lease,
  { deletion }: Pick<Gate, 'deletion'>,
): Promise<void> {
  if (deletion?.step !== 'files') return;
  const { store, siteFiles, privateFiles, invalidate, siteUrl, now } = dependencies;
  const { slug } = lease;
  const write = newFileWriter(dependencies, lease);
  for (const file of await homeFiles(store, siteUrl, now())) await write(file);
  await removeAll(siteFiles, lease, `${slug}/`);
  await removeAll(privateFiles, lease, `snapshots/${slug}/`);
  await removeAll(privateFiles, lease, listingFolder(slug));
  await removeAll(privateFiles, lease, `supplements/${slug}/`);
  await lease.renewIfDue();
  await invalidate([`/${slug}`, `/${slug}/*`, '/']);
  await store.update({
    key: gateKey(slug),
    update: 'SET deletion.step = :rest',
    // From this step on nobody gives the deletion up, and nobody else takes the next step.
    condition: 'lease = :lease',
    values: { ':rest': 'rest', ':lease': lease.leaseId },
  });
}

async function removeAll(files: Files, lease: Lease, prefix: string): Promise<void> {
  const keys = await files.list(prefix);
  for (let at = 0; at < keys.length; at += filesAtOnce) {
    await lease.renewIfDue();
    await Promise.all(keys.slice(at, at + filesAtOnce).map((key) => files.remove(key)));
  }
}
