import type { Gate } from '../campaign/gate.ts';
import { type CampaignState, renderedStateOf } from '../campaign/status.ts';
import { Failure } from '../failure.ts';
import { errorFields, log } from '../log.ts';
import { endFailedRun, notifySiteFailing, readSiteRuns } from '../operations/health/site-failures.ts';
import { markPublished } from '../operations/publishing/gate-transitions.ts';
import {
  acquireLease,
  type Lease,
  type RenderResult,
  releaseLease,
  releaseLeaseIfClean,
} from '../operations/publishing/lease.ts';
import { readGate } from '../table/gate.ts';
import { readSettings } from '../table/settings.ts';
import { ensureClaimedSnapshot } from './claim-snapshot.ts';
import { emptyFrozenSupplement } from './freeze-supplement.ts';
import { homeFile } from './home-file.ts';
import { progressFiles } from './progress.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { writeGoneFiles } from './taken-down-files.ts';
import { newFileWriter, writeCampaign } from './write-campaign.ts';

/** Pages with lists and counts follow what changes at most twice a minute. */
const pagesIntervalMilliseconds = 30_000;

/** Seconds before the job looks again when something changed while it ran. */
const rerunAfterSeconds = 1;

/** Seconds before somebody who came while another was publishing looks whether that one has lived. */
const retryAfterSeconds = 15;

/**
 * The one job that writes a campaign's site: publishes once the gate has opened, keeps `progress.json` fresh within
 * seconds and the pages within half a minute. One at a time for each campaign, by the lease; called once too often it
 * finds nothing to do. A run that fails queues the next one after a delay that grows, so that a campaign that cannot be
 * written takes no time from the others; at the third failure in a row people are told.
 */
export async function runSiteJob(dependencies: SiteDependencies, slug: string): Promise<void> {
  const { store, now, newUlid, requeue } = dependencies;
  const lease = await acquireLease(store, slug, now, newUlid());
  if (!lease) {
    // Its holder sees what changed before giving it back; only if it died while publishing must somebody look again.
    if ((await readGate(store, slug))?.status === 'publishing') await requeue(slug, retryAfterSeconds);
    return;
  }
  const runs = await readSiteRuns(store, slug);
  // Runs before this one that did not come to their end: they failed, or their function was killed.
  await notifySiteFailing(store, slug, runs - 1, dependencies);
  let shown: RenderResult;
  try {
    shown = await writeSite(dependencies, lease);
  } catch (error) {
    log('error', 'site job failed', { slug, count: runs, ...errorFields(error) });
    await requeue(slug, await endFailedRun(store, lease, runs, dependencies));
    await notifySiteFailing(store, slug, runs, dependencies);
    return;
  }
  if (await releaseLeaseIfClean(store, lease, shown)) return;
  await requeue(slug, rerunAfterSeconds);
  await releaseLease(store, lease, shown);
}

/** Writes what is due. What was read before a change came is caught by the mark that the change sets. */
async function writeSite(dependencies: SiteDependencies, lease: Lease): Promise<RenderResult> {
  const { store } = dependencies;
  const campaign = await readSettings(store, lease.slug);
  const gate = await readGate(store, lease.slug);
  if (!campaign || !gate) return {};
  const claimed =
    gate.status === 'publishing' ? await ensureClaimedSnapshot(dependencies, lease, gate) : undefined;
  if (claimed) return await publish(dependencies, lease, { ...campaign, gate: claimed });
  const standing = gate.status === 'publishing' ? await readGate(store, lease.slug) : gate;
  return await refresh(dependencies, lease, { ...campaign, gate: standing ?? gate });
}

type Campaign = Omit<CampaignState, 'now'>;

/**
 * The pages are written first, then the edge forgets what it has, and then the gate says that it is published. What takes
 * longer to be made follows; should this run die before, the next one finds that the pages are to be written.
 */
async function publish(
  dependencies: SiteDependencies,
  lease: Lease,
  { gate, ...campaign }: Campaign,
): Promise<RenderResult> {
  const { store, now, newUlid, siteUrl } = dependencies;
  const { slug } = lease;
  const write = newFileWriter(dependencies, lease);
  // The instant of the publication: whoever previews it at that instant sees the very bytes.
  const at = gate.publishedAt ? new Date(gate.publishedAt) : now();
  const published: CampaignState = { ...campaign, gate: { ...gate, status: 'published' }, now: at };
  const { pdfKeys } = await writeCampaign(dependencies, lease, published, async ({ namesWithoutGlyphs }) => {
    for (const file of progressFiles(published)) await write(file);
    await dependencies.invalidate([`/${slug}`, `/${slug}/*`, '/']);
    const { releasedOrganizations: organizations = 0, releasedIndividuals: individuals = 0 } = gate;
    const withoutGlyphs = await namesWithoutGlyphs();
    const released = { organizations, individuals, ...(withoutGlyphs.length > 0 && { withoutGlyphs }) };
    const isLetterMailed = gate.delivery === 'email';
    if (!(await markPublished(store, lease, { ...released, isLetterMailed, now: now(), newUlid })))
      throw new Failure('unavailable', 'publish', 'LeaseRanOut');
    log('info', 'published', {
      slug,
      count: organizations + individuals,
      ...(gate.openedAt && { openedToPublishedMilliseconds: now().getTime() - Date.parse(gate.openedAt) }),
    });
    await write(await homeFile(store, siteUrl, now()));
  });
  return {
    pagesWrittenAt: now().toISOString(),
    renderedState: renderedStateOf(published),
    ...(pdfKeys && { pdfKeys }),
  };
}

/** Counts each time; pages when they are due, and at once when the campaign's state has changed. */
async function refresh(
  dependencies: SiteDependencies,
  lease: Lease,
  campaign: Campaign,
): Promise<RenderResult> {
  const { store, now, siteUrl } = dependencies;
  const write = newFileWriter(dependencies, lease);
  const current: CampaignState = { ...campaign, now: now() };
  const { gate } = current;
  for (const file of progressFiles(current)) await write(file);
  await emptyFrozenSupplement(dependencies, lease, gate);
  if (gate.status === 'taken-down') {
    await write(await homeFile(store, siteUrl, now()));
    await writeGoneFiles(dependencies, lease, current);
    return { pagesWrittenAt: current.now.toISOString(), renderedState: renderedStateOf(current) };
  }
  const state = renderedStateOf(current);
  const nextAt = gate.pagesWrittenAt ? Date.parse(gate.pagesWrittenAt) + pagesIntervalMilliseconds : 0;
  // A supplement is frozen from the same reading as the pages, and somebody waits for it.
  const isAsked = gate.status === 'published' && gate.supplement?.state === 'asked';
  if (gate.renderedState === state && nextAt > current.now.getTime() && !isAsked)
    return await schedulePages(dependencies, gate, nextAt);
  const { pdfKeys } = await writeCampaign(dependencies, lease, current);
  await write(await homeFile(store, siteUrl, now()));
  return { pagesWrittenAt: current.now.toISOString(), renderedState: state, ...(pdfKeys && { pdfKeys }) };
}

/** The pages were written a moment ago: one call in half a minute serves everything that changes until then. */
async function schedulePages(
  { now, requeue }: SiteDependencies,
  { slug, pagesDueAt }: Gate,
  nextAt: number,
): Promise<RenderResult> {
  if (pagesDueAt && Date.parse(pagesDueAt) > now().getTime()) return { pagesDueAt };
  await requeue(slug, Math.ceil((nextAt - now().getTime()) / 1000));
  return { pagesDueAt: new Date(nextAt).toISOString() };
}
