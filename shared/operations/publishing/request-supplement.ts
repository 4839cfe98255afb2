import type { Supplement } from '../../campaign/supplement.ts';
import { hasListChanges, isInProgress, type ListChanges, lastLetter } from '../../campaign/supplement.ts';
import { type CampaignCommand, eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey } from '../../table/keys.ts';
import { readSettings } from '../../table/settings.ts';
import { allSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import { letterCorrectedSince, readCorrections } from './corrections.ts';

export type SupplementRefusal =
  | 'no-such-campaign'
  | 'not-published'
  | 'taken-down'
  | 'no-delivery'
  | 'letter-not-gone'
  | 'under-way'
  | 'nothing-new';

/** What would be sent, and to whom. Numbers are from the table, before the list is frozen. */
export interface SupplementPlan extends ListChanges {
  slug: string;
  by: 'email' | 'hand';
  to: readonly string[];
  cc: readonly string[];
  /** The letter's text was corrected since. */
  isCorrected: boolean;
  /** The supplement before it. It must still be the same when this one is asked for. */
  previous: Supplement | undefined;
}

export type SupplementCheck = { outcome: 'ready'; plan: SupplementPlan } | { outcome: SupplementRefusal };

/** Says whether the letter can be sent to its recipient again, and what has changed since they got it. */
export async function checkSupplement(store: Store, { slug }: { slug: string }): Promise<SupplementCheck> {
  const gate = await readGate(store, slug);
  const campaign = await readSettings(store, slug);
  if (!gate || !campaign) return { outcome: 'no-such-campaign' };
  const { delivery } = campaign.settings;
  const last = gate.supplement;
  const previousLetter = lastLetter(gate);
  if (gate.status === 'taken-down') return { outcome: 'taken-down' };
  if (gate.status !== 'published' || !previousLetter) return { outcome: 'not-published' };
  if (!delivery) return { outcome: 'no-delivery' };
  if (gate.pendingLetterMail) return { outcome: 'letter-not-gone' };
  if (last && isInProgress(last)) return { outcome: 'under-way' };

  const corrections = await readCorrections(store, gate);
  const isCorrected = letterCorrectedSince(corrections, previousLetter.at) !== undefined;
  const changes = await listChangesSince(store, slug, previousLetter);
  if (!hasListChanges(changes) && !isCorrected) return { outcome: 'nothing-new' };
  return {
    outcome: 'ready',
    plan: {
      slug,
      by: delivery.by,
      to: delivery.to,
      cc: delivery.cc,
      ...changes,
      isCorrected,
      previous: last,
    },
  };
}

/**
 * Estimates the changes from the rows, without the list of the letter before: who has confirmed since, or how many more
 * there are, whichever is more, since an approval can be of somebody who confirmed before. The mail counts exactly.
 */
async function listChangesSince(
  store: Store,
  slug: string,
  had: { asOf: string; organizations: number; individuals: number },
): Promise<ListChanges> {
  const now = { organizations: 0, individuals: 0 };
  const joined = { organizations: 0, individuals: 0 };
  for await (const { kind, eligible, confirmedAt = '' } of allSignOns(store, slug)) {
    if (eligible === 'no') continue;
    const which = kind === 'organization' ? 'organizations' : 'individuals';
    now[which]++;
    if (confirmedAt > had.asOf) joined[which]++;
  }
  const added = (which: keyof typeof now) => Math.max(joined[which], now[which] - had[which]);
  const gone = (which: keyof typeof now) => had[which] + added(which) - now[which];
  return {
    ...now,
    addedOrganizations: added('organizations'),
    addedIndividuals: added('individuals'),
    withdrawn: gone('organizations') + gone('individuals'),
  };
}

/**
 * Asks for a supplement, in one transaction of gate and event. The site job then freezes it together with the pages,
 * and the mail follows.
 *
 * @returns false if the campaign has changed in the meantime; then nothing is asked for
 */
export async function requestSupplement(
  store: Store,
  { slug, by, previous }: SupplementPlan,
  { now, newUlid, actor = 'organizer' }: CampaignCommand,
): Promise<boolean> {
  const asked: Supplement = { id: newUlid(), state: 'asked', at: now.toISOString() };
  const failed = await store.transact([
    {
      key: gateKey(slug),
      update: 'SET supplement = :asked, dirty = :mark',
      condition: `#status = :published AND attribute_not_exists(pendingLetterMail) AND ${
        previous ? 'supplement = :was' : 'attribute_not_exists(supplement)'
      }`,
      names: { '#status': 'status' },
      values: {
        ':asked': asked,
        ':mark': newUlid(),
        ':published': 'published',
        ...(previous && { ':was': previous }),
      },
    },
    eventCreation({
      slug,
      now,
      newUlid,
      actor,
      event: { type: 'supplement-asked', by },
    }),
  ]);
  return failed.length === 0;
}

/** File with the ids on a supplement's list. The next supplement is compared with it. */
export const supplementListKey = (slug: string, id: string): string => `snapshots/${slug}/${id}.json`;

/** File with the frozen mail, names included. It is emptied when the supplement is final. */
export const frozenSupplementKey = (slug: string, id: string): string => `supplements/${slug}/${id}.json`;
