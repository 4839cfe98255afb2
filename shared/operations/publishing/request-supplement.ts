import type { Supplement } from '../../campaign/supplement.ts';
import {
  hasListChanges,
  isInProgress,
  type LastLetter,
  type ListChanges,
  lastLetter,
} from '../../campaign/supplement.ts';
import { eventCreation } from '../../table/events.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey } from '../../table/keys.ts';
import { readSettings } from '../../table/settings.ts';
import { allSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import type { CampaignCommand } from './campaign-commands.ts';
import { letterCorrectedSince, readCorrections } from './corrections.ts';

export type SupplementRefusal =
  | 'no-such-campaign'
  | 'not-published'
  | 'taken-down'
  | 'no-delivery'
  | 'letter-not-gone'
  | 'under-way'
  | 'nothing-new';

/** What would be sent to whom, as far as the table tells before the list is frozen. */
export interface SupplementPlan extends ListChanges {
  slug: string;
  by: 'email' | 'hand';
  to: readonly string[];
  cc: readonly string[];
  /** The letter's text was corrected since. */
  isCorrected: boolean;
  /** When the last one was mailed, if nobody knows whether that one arrived. */
  unknownSince?: string;
  /** The supplement before it, which has to be the same when this one is called for. */
  previous: Supplement | undefined;
}

export type SupplementCheck =
  | { outcome: 'ready'; plan: SupplementPlan }
  | { outcome: SupplementRefusal; last?: Supplement | undefined };

/**
 * Looks whether the recipient can get the letter again, and what has changed since they got it. A supplement of which
 * nobody knows whether it arrived is taken for one that did, unless it is to be sent `again`.
 */
export async function checkSupplement(
  store: Store,
  { slug, again }: { slug: string; again: boolean },
): Promise<SupplementCheck> {
  const gate = await readGate(store, slug);
  const campaign = await readSettings(store, slug);
  if (!gate || !campaign) return { outcome: 'no-such-campaign' };
  const { delivery } = campaign.settings;
  const last = gate.supplement;
  const had = lastLetter(gate);
  if (gate.status === 'taken-down') return { outcome: 'taken-down' };
  if (gate.status !== 'published' || !had) return { outcome: 'not-published' };
  if (!delivery) return { outcome: 'no-delivery' };
  if (gate.pendingLetterMail) return { outcome: 'letter-not-gone' };
  if (last && isInProgress(last)) return { outcome: 'under-way', last };

  const corrections = await readCorrections(store, gate);
  const whatIsNew = async (since: Pick<LastLetter, 'asOf' | 'at' | 'organizations' | 'individuals'>) => {
    const isCorrected = letterCorrectedSince(corrections, since.at) !== undefined;
    return { isCorrected, ...(await listChangesSince(store, slug, since)) };
  };
  const isNothing = (news: ListChanges & { isCorrected: boolean }) =>
    !hasListChanges(news) && !news.isCorrected;
  const unknown = last?.state === 'unknown' ? last : undefined;
  const news = await whatIsNew(had);
  if (isNothing(news)) return { outcome: 'nothing-new', last };
  if (
    unknown?.changes &&
    !again &&
    isNothing(await whatIsNew({ ...unknown.changes, at: unknown.changes.asOf }))
  )
    return { outcome: 'nothing-new', last };
  return {
    outcome: 'ready',
    plan: {
      slug,
      by: delivery.by,
      to: delivery.to,
      cc: delivery.cc,
      ...news,
      ...(unknown && { unknownSince: unknown.at }),
      previous: last,
    },
  };
}

/**
 * What the rows tell without the list of before: who confirmed since, or how many more there are, whichever is more; an
 * approval may be of somebody who confirmed before. What is mailed is counted again, exactly.
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
 * Calls for a supplement: one transaction of the gate and the event, on condition that nobody has called for another one
 * meanwhile. The site job freezes it with the pages that it writes then, and the mail follows from that.
 *
 * @returns false where the campaign has changed meanwhile; nothing is called for then
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
      isNotice: false,
    }),
  ]);
  return failed.length === 0;
}

/** Ids of those on a supplement's list, as a snapshot has them; the next one is compared with it. */
export const supplementListKey = (slug: string, id: string): string => `snapshots/${slug}/${id}.json`;

/** The mail as it was frozen, names and all; emptied once it is over. */
export const frozenSupplementKey = (slug: string, id: string): string => `supplements/${slug}/${id}.json`;
