import { Failure } from '../failure.ts';
import { log } from '../log.ts';
import type { File } from '../store/files.ts';
import { readGate } from '../store/gate.ts';
import { dropLease, type Lease, returnLease, type Shown, takeLease } from '../store/lease.ts';
import { markPublished } from '../store/publication.ts';
import { readSettings } from '../store/settings.ts';
import { campaignFiles } from './campaign-files.ts';
import { claimedGate } from './claim.ts';
import { homeFile } from './home-file.ts';
import { type CampaignNow, progressFile, shownState } from './progress.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** Pages with lists and counts follow what changes at most twice a minute. */
const pagesEvery = 30_000;

/** Seconds before the job looks again when something changed while it ran. */
const againAfter = 1;

/**
 * The one job that writes a campaign's site: publishes once the gate has opened, keeps `progress.json` fresh within
 * seconds and the pages within half a minute. One at a time for each campaign, by the lease; called once too often it
 * finds nothing to do.
 */
export async function runSiteJob(dependencies: SiteDependencies, slug: string): Promise<void> {
  const { store, now, newUlid, callAgain } = dependencies;
  const lease = await takeLease(store, slug, now(), newUlid());
  if (!lease) return; // held by another, who will see what changed before giving it back
  const shown = await writeSite(dependencies, lease);
  if (await returnLease(store, lease, shown)) return;
  await callAgain(slug, againAfter);
  await dropLease(store, lease, shown);
}

/** Writes what is due. What was read before a change came is caught by the mark that the change sets. */
async function writeSite(dependencies: SiteDependencies, lease: Lease): Promise<Shown> {
  const { store, now, newUlid, siteUrl } = dependencies;
  const { slug } = lease;
  const campaign = await readSettings(store, slug);
  let gate = await readGate(store, slug);
  if (!campaign || !gate) return {};
  const put = leased(dependencies, lease);

  if (gate.status === 'publishing') {
    const claimed = await claimedGate(dependencies, lease, gate);
    if (claimed) {
      const published: CampaignNow = { ...campaign, gate: { ...claimed, status: 'published' }, now: now() };
      await putAll(put, await campaignFiles(dependencies, published));
      await put(progress(published));
      await dependencies.invalidate([`/${slug}`, `/${slug}/*`, '/']);
      await markPublished(store, lease, {
        organizations: claimed.releasedOrganizations ?? 0,
        individuals: claimed.releasedIndividuals ?? 0,
        now: now(),
        newUlid,
      });
      log('info', 'published', { slug, count: claimed.releasedOrganizations ?? 0 });
      await put(await homeFile(store, siteUrl, now()));
      return { pagesAt: published.now.toISOString(), shown: shownState(published) };
    }
    gate = (await readGate(store, slug)) ?? gate;
  }

  const current: CampaignNow = { ...campaign, gate, now: now() };
  await put(progress(current));
  const state = shownState(current);
  const nextAt = gate.pagesAt ? Date.parse(gate.pagesAt) + pagesEvery : 0;
  if (gate.shown === state && nextAt > current.now.getTime())
    return await pagesLater(dependencies, slug, gate.pagesDueAt, nextAt);
  await putAll(put, await campaignFiles(dependencies, current));
  if (gate.shown !== state) await put(await homeFile(store, siteUrl, now()));
  return { pagesAt: current.now.toISOString(), shown: state };
}

/** The pages were written a moment ago: one call in half a minute serves everything that changes until then. */
async function pagesLater(
  { now, callAgain }: SiteDependencies,
  slug: string,
  pagesDueAt: string | undefined,
  nextAt: number,
): Promise<Shown> {
  if (pagesDueAt && Date.parse(pagesDueAt) > now().getTime()) return { pagesDueAt };
  await callAgain(slug, Math.ceil((nextAt - now().getTime()) / 1000));
  return { pagesDueAt: new Date(nextAt).toISOString() };
}

/** Refuses to write once the lease has run out: somebody else may hold it, with newer pages. */
const leased =
  ({ siteFiles, now }: SiteDependencies, { until }: Lease) =>
  async (file: File): Promise<void> => {
    if (now() >= until) throw new Failure('unavailable', 'write site', 'LeaseRanOut');
    await siteFiles.put(file);
  };

/** In order, a few at a time: pages that link to others come last. */
async function putAll(put: (file: File) => Promise<void>, stages: File[][]): Promise<void> {
  for (const files of stages) await Promise.all(files.map(put));
}

const progress = (campaign: CampaignNow): File => ({
  key: `${campaign.settings.slug}/progress.json`,
  body: JSON.stringify(progressFile(campaign)),
  contentType: 'application/json; charset=utf-8',
  cacheControl: 'public, max-age=2, s-maxage=2',
});
