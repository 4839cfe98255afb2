import type { Gate } from '../campaign/gate.ts';
import { type CampaignNow, shownState } from '../campaign/status.ts';
import { Failure } from '../failure.ts';
import { log } from '../log.ts';
import { dropLease, type Lease, returnLease, type Shown, takeLease } from '../operations/publishing/lease.ts';
import { markPublished } from '../operations/publishing/publication.ts';
import { markDirty, readGate } from '../table/gate.ts';
import { readSettings } from '../table/settings.ts';
import { claimedGate } from './claim-snapshot.ts';
import { emptyFrozen } from './freeze-supplement.ts';
import { homeFile } from './home-file.ts';
import { progressFiles } from './progress.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { writeGone } from './taken-down-files.ts';
import { writeCampaign, writer } from './write-campaign.ts';

/** Pages with lists and counts follow what changes at most twice a minute. */
const pagesEvery = 30_000;

/** Seconds before the job looks again when something changed while it ran. */
const againAfter = 1;

/** Seconds before somebody who came while another was publishing looks whether that one has lived. */
const lookAgainAfter = 15;

/**
 * The one job that writes a campaign's site: publishes once the gate has opened, keeps `progress.json` fresh within
 * seconds and the pages within half a minute. One at a time for each campaign, by the lease; called once too often it
 * finds nothing to do.
 */
export async function runSiteJob(dependencies: SiteDependencies, slug: string): Promise<void> {
  const { store, now, newUlid, callAgain } = dependencies;
  const lease = await takeLease(store, slug, now, newUlid());
  if (!lease) {
    // Its holder sees what changed before giving it back; only if it died while publishing must somebody look again.
    if ((await readGate(store, slug))?.status === 'publishing') await callAgain(slug, lookAgainAfter);
    return;
  }
  const shown = await writeSite(dependencies, lease).catch(async (error: unknown) => {
    // Whatever was written by then may be older than what somebody else wrote: the next one writes all of it again.
    await markDirty(store, slug, newUlid());
    await dropLease(store, lease, {});
    throw error;
  });
  if (await returnLease(store, lease, shown)) return;
  await callAgain(slug, againAfter);
  await dropLease(store, lease, shown);
}

/** Writes what is due. What was read before a change came is caught by the mark that the change sets. */
async function writeSite(dependencies: SiteDependencies, lease: Lease): Promise<Shown> {
  const { store } = dependencies;
  const campaign = await readSettings(store, lease.slug);
  const gate = await readGate(store, lease.slug);
  if (!campaign || !gate) return {};
  const claimed = gate.status === 'publishing' ? await claimedGate(dependencies, lease, gate) : undefined;
  if (claimed) return await publish(dependencies, lease, { ...campaign, gate: claimed });
  const standing = gate.status === 'publishing' ? await readGate(store, lease.slug) : gate;
  return await refresh(dependencies, lease, { ...campaign, gate: standing ?? gate });
}

type Campaign = Omit<CampaignNow, 'now'>;

/**
 * The pages are written first, then the edge forgets what it has, and then the gate says that it is published. What takes
 * longer to be made follows; should this run die before, the next one finds that the pages are to be written.
 */
async function publish(
  dependencies: SiteDependencies,
  lease: Lease,
  { gate, ...campaign }: Campaign,
): Promise<Shown> {
  const { store, now, newUlid, siteUrl } = dependencies;
  const { slug } = lease;
  const write = writer(dependencies, lease);
  // The instant of the publication: whoever previews it at that instant sees the very bytes.
  const at = gate.publishedAt ? new Date(gate.publishedAt) : now();
  const published: CampaignNow = { ...campaign, gate: { ...gate, status: 'published' }, now: at };
  const { printed } = await writeCampaign(dependencies, lease, published, async ({ namesWithoutGlyphs }) => {
    for (const file of progressFiles(published)) await write(file);
    await dependencies.invalidate([`/${slug}`, `/${slug}/*`, '/']);
    const { releasedOrganizations: organizations = 0, releasedIndividuals: individuals = 0 } = gate;
    const withoutGlyphs = await namesWithoutGlyphs();
    const released = { organizations, individuals, ...(withoutGlyphs.length > 0 && { withoutGlyphs }) };
    const isLetterMailed = gate.delivery === 'email';
    if (!(await markPublished(store, lease, { ...released, isLetterMailed, now: now(), newUlid })))
      throw new Failure('unavailable', 'publish', 'LeaseRanOut');
    log('info', 'published', { slug, count: organizations + individuals });
    await write(await homeFile(store, siteUrl, now()));
  });
  return { pagesAt: now().toISOString(), shown: shownState(published), ...(printed && { printed }) };
}

/** Counts each time; pages when they are due, and at once when the campaign's state has changed. */
async function refresh(dependencies: SiteDependencies, lease: Lease, campaign: Campaign): Promise<Shown> {
  const { store, now, siteUrl } = dependencies;
  const write = writer(dependencies, lease);
  const current: CampaignNow = { ...campaign, now: now() };
  const { gate } = current;
  for (const file of progressFiles(current)) await write(file);
  await emptyFrozen(dependencies, lease, gate);
  if (gate.status === 'taken-down') {
    await write(await homeFile(store, siteUrl, now()));
    await writeGone(dependencies, lease, current);
    return { pagesAt: current.now.toISOString(), shown: shownState(current) };
  }
  const state = shownState(current);
  const nextAt = gate.pagesAt ? Date.parse(gate.pagesAt) + pagesEvery : 0;
  // A supplement is frozen from the same reading as the pages, and somebody waits for it.
  const isAsked = gate.status === 'published' && gate.supplement?.state === 'asked';
  if (gate.shown === state && nextAt > current.now.getTime() && !isAsked)
    return await pagesLater(dependencies, gate, nextAt);
  const { printed } = await writeCampaign(dependencies, lease, current);
  await write(await homeFile(store, siteUrl, now()));
  return { pagesAt: current.now.toISOString(), shown: state, ...(printed && { printed }) };
}

/** The pages were written a moment ago: one call in half a minute serves everything that changes until then. */
async function pagesLater(
  { now, callAgain }: SiteDependencies,
  { slug, pagesDueAt }: Gate,
  nextAt: number,
): Promise<Shown> {
  if (pagesDueAt && Date.parse(pagesDueAt) > now().getTime()) return { pagesDueAt };
  await callAgain(slug, Math.ceil((nextAt - now().getTime()) / 1000));
  return { pagesDueAt: new Date(nextAt).toISOString() };
}
