import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { markDirty } from '../../table/gate.ts';
import { gateKey, signOnKey } from '../../table/keys.ts';
import { maxConflicts } from '../../table/retry-on-conflict.ts';
import type { Store, Update } from '../../table/table.ts';
import { reportUnreadableItem } from '../health/report-unreadable-item.ts';
import { type CountChange, historyUpdate } from './history.ts';

/**
 * A sign-on whose `counted` differs from its `eligible`. Nothing else of a stream record's image is used.
 */
export type UncountedSignOn = Pick<SignOn, 'slug' | 'id' | 'kind' | 'eligible' | 'counted'>;

/** A DynamoDB transaction has 100 actions at most. The last two change the gate's counts and the hour's history. */
const rowsAtOnce = 98;

/**
 * Counts sign-ons of one campaign exactly. One transaction changes `counted` of up to 98 rows, and changes the gate's
 * counts and the hour's history by the same number. A row that was counted before, or has changed since, fails its
 * condition and is left out; its change has a stream record of its own. So batches may come twice, late, split or out
 * of order.
 *
 * The last write of a batch also announces the counts, from which follows at most one event `Counted` a batch.
 *
 * @returns how many rows were changed
 */
export async function countSignOns(
  store: Store,
  slug: string,
  uncounted: Iterable<UncountedSignOn>,
  context: Pick<Context, 'now' | 'newUlid'>,
): Promise<number> {
  const rows = [...latestOfEach(uncounted)];
  let changed = 0;
  let isAnnounced = false;
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const isLast = at + rowsAtOnce >= rows.length;
    const count = await countTogether(store, slug, rows.slice(at, at + rowsAtOnce), { ...context, isLast });
    changed += count;
    isAnnounced = isLast && count > 0;
  }
  if (changed === rows.length) return changed;
  // Whoever withdrew before being counted may be on a page. No count has changed, so no other write marks the pages.
  const mark = context.newUlid();
  if (isAnnounced || !(await announceCounts(store, slug, mark))) await markDirty(store, slug, mark);
  return changed;
}

/**
 * Announces counts that differ from those announced last. It is for a batch whose last transaction changed no row: the
 * batch before it may have ended without an announcement, when its function died.
 */
const announceCounts = (store: Store, slug: string, mark: string): Promise<boolean> =>
  store.update({
    key: gateKey(slug),
    update: 'SET dirty = :mark, announcedOrganizations = organizations, announcedIndividuals = individuals',
    condition: `attribute_exists(PK)
      AND (announcedOrganizations <> organizations OR announcedIndividuals <> individuals)`,
    values: { ':mark': mark },
  });

/** The latest record of each row that is not counted right; a transaction may name a row once. */
function latestOfEach(uncounted: Iterable<UncountedSignOn>): Iterable<UncountedSignOn> {
  const byId = new Map<string, UncountedSignOn>();
  for (const row of uncounted) if (row.eligible !== row.counted) byId.set(row.id, row);
  return byId.values();
}

async function countTogether(
  store: Store,
  slug: string,
  rows: UncountedSignOn[],
  { now, newUlid, isLast }: Pick<Context, 'now' | 'newUlid'> & { isLast: boolean },
): Promise<number> {
  let left = rows;
  let hasHistory = true;
  for (let tries = 0; left.length > 0 && tries < maxConflicts; tries++) {
    const change = changeOf(left);
    const gateAction = left.length;
    const history = historyUpdate(slug, change, now());
    const failed = new Set(
      await store.transact([
        ...left.map(setCounted),
        changeCounts(slug, change, newUlid(), isLast),
        ...(hasHistory ? [history] : []),
      ]),
    );
    if (failed.size === 0) return left.length;
    if (failed.has(gateAction)) return 0; // No gate: the campaign was deleted.
    if (failed.has(gateAction + 1)) {
      // The hour is shown in a chart. Nobody's signature waits for it.
      await reportUnreadableItem(store, slug, history.key, { now, newUlid });
      hasHistory = false;
    }
    left = left.filter((_, index) => !failed.has(index));
  }
  if (left.length > 0) throw new Failure('throttled', 'tally', 'TooManyChangesAtOnce');
  return 0;
}

const setCounted = ({ slug, id, eligible, counted }: UncountedSignOn): Update => ({
  key: signOnKey(slug, id),
  update: 'SET counted = :eligible',
  condition: 'eligible = :eligible AND counted = :counted',
  values: { ':eligible': eligible, ':counted': counted },
});

function changeOf(rows: UncountedSignOn[]): CountChange {
  const change = { organizations: 0, individuals: 0 };
  for (const { kind, eligible } of rows)
    change[kind === 'organization' ? 'organizations' : 'individuals'] += eligible === 'yes' ? 1 : -1;
  return change;
}

/** With `isAnnounced` the counts are also stored as the announced ones. */
function changeCounts(
  slug: string,
  { organizations, individuals }: CountChange,
  mark: string,
  isAnnounced: boolean,
): Update {
  const announced =
    ', announcedOrganizations = organizations + :organizations, announcedIndividuals = individuals + :individuals';
  return {
    key: gateKey(slug),
    update: `SET dirty = :mark${isAnnounced ? announced : ''} ADD organizations :organizations, individuals :individuals`,
    condition: 'attribute_exists(PK)',
    values: { ':mark': mark, ':organizations': organizations, ':individuals': individuals },
  };
}
