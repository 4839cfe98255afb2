import type { CampaignEvent } from '../../campaign/events.ts';
import type { Gate } from '../../campaign/gate.ts';
import { milestoneOf } from '../../campaign/milestones.ts';
import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

const kinds = [
  { kind: 'organizations', threshold: 'thresholdOrganizations', told: 'notifiedOrganizationsPercent' },
  { kind: 'individuals', threshold: 'thresholdIndividuals', told: 'notifiedIndividualsPercent' },
] as const;

/**
 * Tells the organizers that half, three quarters, nine tenths or all of a threshold is reached. Each is told once, in
 * the transaction that stores it on the gate; several that are reached at once are one notice. If none was reached
 * since, nothing is written.
 */
export async function notifyMilestones(
  store: Store,
  gate: Gate,
  { now, newUlid }: { now: Date; newUlid: () => string },
): Promise<void> {
  if ((gate.status !== 'collecting' && gate.status !== 'publishing') || gate.forced === 'yes') return;
  const passed = kinds.flatMap(({ kind, threshold, told }) => {
    const reached = {
      kind,
      count: gate[kind],
      threshold: gate[threshold],
      percent: milestoneOf(gate[kind], gate[threshold]),
    };
    return reached.percent > (gate[told] ?? 0) ? [{ ...reached, told }] : [];
  });
  if (passed.length === 0) return;
  const { slug } = gate;
  const campaignEvent: CampaignEvent = {
    type: 'milestone',
    reached: passed.map(({ told: _, ...reached }) => reached),
  };
  await store.transact([
    {
      key: gateKey(slug),
      update: `SET ${passed.map(({ told }) => `${told} = :${told}`).join(', ')}`,
      condition: passed
        .map(({ told }) => `(attribute_not_exists(${told}) OR ${told} < :${told})`)
        .join(' AND '),
      values: Object.fromEntries(passed.map(({ told, percent }) => [`:${told}`, percent])),
    },
    eventCreation({ slug, now, newUlid, actor: 'system', event: campaignEvent }),
  ]);
}
