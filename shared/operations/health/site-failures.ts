import * as z from 'zod';
import type { Context } from '../../context.ts';
import { log } from '../../log.ts';
import { eventCreation } from '../../table/events.ts';
import { type LeaseHolder, markDirty } from '../../table/gate.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** The failure from which on the organizers and the operator are told. */
export const toldAtFailure = 3;

const maxDelaySeconds = 60;

/** Seconds until a site job is tried again: doubled after each failure, a minute at most. */
const siteRetrySeconds = (failures: number): number => Math.min(maxDelaySeconds, 2 ** Math.min(failures, 10));

/** Only the count is parsed, since the rest of the gate may be what cannot be read. */
const siteRunsSchema = z.object({ siteRuns: z.int().optional().catch(undefined) });

/**
 * How many runs of a campaign's site job have begun since the last one that succeeded, this one included. A function
 * that was killed stays in the count.
 */
export async function readSiteRuns(store: Store, slug: string): Promise<number> {
  return (await store.get(siteRunsSchema, gateKey(slug)))?.siteRuns ?? 1;
}

/**
 * Ends a failed run of the site job. Sets a new `dirty`, since the run may have written older data over newer. No new
 * run begins before the delay is over, whatever changes in the meantime.
 *
 * @returns the seconds until the next run
 */
export async function endFailedRun(
  store: Store,
  { slug, leaseId }: LeaseHolder,
  runs: number,
  { now, newUlid }: Pick<Context, 'now' | 'newUlid'>,
): Promise<number> {
  const delaySeconds = siteRetrySeconds(runs);
  const mark = newUlid();
  const isEnded = await store.update({
    key: gateKey(slug),
    update: 'SET dirty = :mark, siteRetryAt = :retryAt REMOVE lease, leaseExpiresAt, pagesDueAt',
    condition: 'lease = :lease',
    values: {
      ':mark': mark,
      ':retryAt': new Date(now().getTime() + delaySeconds * 1000).toISOString(),
      ':lease': leaseId,
    },
  });
  // Another run has the lease. The mark makes it run again.
  if (!isEnded) await markDirty(store, slug, mark);
  return delaySeconds;
}

/**
 * Tells the operator's alarm (by a log line, each time) and the organizers (once, until a run succeeds) that the pages
 * of a campaign cannot be written. `failures` is the number in a row.
 */
export async function notifySiteFailing(
  store: Store,
  slug: string,
  failures: number,
  { now, newUlid }: Pick<Context, 'now' | 'newUlid'>,
): Promise<void> {
  if (failures < toldAtFailure) return;
  log('error', 'site job keeps failing', { slug, count: failures });
  const at = now();
  await store.transact([
    {
      key: gateKey(slug),
      update: 'SET siteFailureNotifiedAt = :now',
      condition: 'attribute_exists(PK) AND attribute_not_exists(siteFailureNotifiedAt)',
      values: { ':now': at.toISOString() },
    },
    eventCreation({
      slug,
      now: at,
      newUlid,
      actor: 'system',
      event: { type: 'site-failing' },
    }),
  ]);
}
