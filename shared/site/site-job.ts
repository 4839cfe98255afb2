import type { Gate } from '../campaign/gate.ts';
import { type CampaignState, renderedStateOf } from '../campaign/status.ts';
import { Failure } from '../failure.ts';
import { errorFields, log } from '../log.ts';
import {
  endFailedRun,
  notifySiteFailing,
  readSiteRuns,
  toldAtFailure,
} from '../operations/health/site-failures.ts';
import {
  acquireLease,
  type Lease,
  type RenderResult,
  releaseLease,
  releaseLeaseIfClean,
} from '../operations/publishing/lease.ts';
import { markPublished } from '../operations/publishing/publication-transitions.ts';
import { readGate } from '../table/gate.ts';
import { readSettings } from '../table/settings.ts';
import { ensureClaimedSnapshot } from './claim-snapshot.ts';
import { deleteFiles } from './delete-files.ts';
import { emptyFrozenSupplement } from './freeze-supplement.ts';
import { homeFiles } from './home-file.ts';
import { progressFiles } from './progress.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { removeListing } from './stored-list/list-from-table.ts';
import { writeGoneFiles } from './taken-down-files.ts';
import { newFileWriter, writeCampaign } from './write-campaign.ts';

/** Pages with lists and counts are written at most twice a minute. */
const pagesIntervalMilliseconds = 30_000;

/** Seconds until the next run if something changed during this one. */
const rerunAfterSeconds = 1;

/** Seconds until a call looks again that came while another run was publishing, in case that run has died. */
const retryAfterSeconds = 15;

/**
 * The only job that writes a campaign's site. It publishes once the gate has opened, keeps `progress.json` fresh within
 * seconds and the pages within half a minute. The lease allows one run at a time for each campaign. An unnecessary run
 * finds nothing to do. A failed run queues the next one after a growing delay, so that it takes no time from other
 * campaigns. At the third failure in a row, people are told.
 */
export async function runSiteJob(dependencies: SiteDependencies, slug: string): Promise<void> {
  const { store, now, newUlid, requeue } = dependencies;
  const lease = await acquireLease(store, slug, now, newUlid());
  if (!lease) {
    // The holder of the lease sees what changed before it releases the lease. Only if it died while publishing must
    // somebody look again.
    if ((await readGate(store, slug))?.status === 'publishing') await requeue(slug, retryAfterSeconds);
    return;
  }
  const runs = await readSiteRuns(store, slug);
  // The run before may have been killed, and could tell nobody.
  await notifySiteFailing(store, slug, runs - 1, dependencies);
  let shown: RenderResult;
  try {
    shown = await writeSite(dependencies, lease);
  } catch (error) {
    log('error', 'site job failed', { slug, count: runs, ...errorFields(error) });
    await requeue(slug, await endFailedRun(store, lease, runs, dependencies));
    if (runs === toldAtFailure) await notifySiteFailing(store, slug, runs, dependencies);
    return;
  }
  if (await releaseLeaseIfClean(store, lease, shown)) return;
  await requeue(slug, rerunAfterSeconds);
  await releaseLease(store, lease, shown);
}

/** Writes what is due. If something changes after it was read, the new mark calls for another run. */
async function writeSite(dependencies: SiteDependencies, lease: Lease): Promise<RenderResult> {
  const { store } = dependencies;
  const campaign = await readSettings(store, lease.slug);
  const gate = await readGate(store, lease.slug);
  if (!campaign || !gate) return {};
  if (gate.deletion) {
    await deleteFiles(dependencies, lease, gate);
    return {};
  }
  const claimed =
    gate.status === 'publishing' ? await ensureClaimedSnapshot(dependencies, lease, gate) : undefined;
  if (claimed) return await publish(dependencies, lease, { ...campaign, gate: claimed });
  // The recount may have returned the campaign to `collecting`.
  const gateNow = gate.status === 'publishing' ? await readGate(store, lease.slug) : gate;
  return await refresh(dependencies, lease, { ...campaign, gate: gateNow ?? gate });
}

type CurrentCampaign = Omit<CampaignState, 'now'>;

/**
 * The pages are written first. Then the edge's copies are invalidated, and the gate says that it is published.
 * Artifacts follow. If this run dies before them, the next run writes the pages and artifacts again.
 */
async function publish(
  dependencies: SiteDependencies,
  lease: Lease,
  { gate, ...campaign }: CurrentCampaign,
): Promise<RenderResult> {
  const { store, now, newUlid } = dependencies;
  const { slug } = lease;
  const write = newFileWriter(dependencies, lease);
  // Pages show the instant of the publication, so a preview at that instant is the same bytes.
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
    await writeHome(dependencies, lease);
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
  campaign: CurrentCampaign,
): Promise<RenderResult> {
  const { now } = dependencies;
  const write = newFileWriter(dependencies, lease);
  const current: CampaignState = { ...campaign, now: now() };
  const { gate } = current;
  for (const file of progressFiles(current)) await write(file);
  await emptyFrozenSupplement(dependencies, lease, gate);
  if (gate.status === 'taken-down') {
    await writeHome(dependencies, lease);
    await writeGoneFiles(dependencies, lease, current);
    if (gate.listing !== undefined) await removeListing(dependencies, lease);
    return { pagesWrittenAt: current.now.toISOString(), renderedState: renderedStateOf(current) };
  }
  const state = renderedStateOf(current);
  const nextAt = gate.pagesWrittenAt ? Date.parse(gate.pagesWrittenAt) + pagesIntervalMilliseconds : 0;
  // A supplement is frozen from the same reading as the pages, and somebody waits for it.
  const isAsked = gate.status === 'published' && gate.supplement?.state === 'asked';
  if (gate.renderedState === state && nextAt > current.now.getTime() && !isAsked)
    return await schedulePages(dependencies, gate, nextAt);
  const { pdfKeys } = await writeCampaign(dependencies, lease, current);
  await writeHome(dependencies, lease);
  return { pagesWrittenAt: current.now.toISOString(), renderedState: state, ...(pdfKeys && { pdfKeys }) };
}

/** The site's first page, which lists the campaigns. */
async function writeHome(dependencies: SiteDependencies, lease: Lease): Promise<void> {
  const { store, siteUrl, now } = dependencies;
  const write = newFileWriter(dependencies, lease);
  for (const file of await homeFiles(store, siteUrl, now())) await write(file);
}

/** The pages were written a moment ago. One run in half a minute writes everything that changes until then. */
async function schedulePages(
  { now, requeue }: SiteDependencies,
  { slug, pagesDueAt }: Gate,
  nextAt: number,
): Promise<RenderResult> {
  if (pagesDueAt && Date.parse(pagesDueAt) > now().getTime()) return { pagesDueAt };
  await requeue(slug, Math.ceil((nextAt - now().getTime()) / 1000));
  return { pagesDueAt: new Date(nextAt).toISOString() };
}
