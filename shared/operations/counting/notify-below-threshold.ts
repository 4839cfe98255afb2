import { type Gate, isThresholdReached } from '../../campaign/gate.ts';
import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/**
 * Tells the organizers, once, that withdrawals took a published campaign below its threshold. Nothing is unpublished. A
 * campaign that was published below its threshold on purpose is not reported.
 */
export async function notifyBelowThreshold(
  store: Store,
  gate: Gate,
  { now, newUlid }: { now: Date; newUlid: () => string },
): Promise<void> {
  const { slug, organizations, individuals } = gate;
  if (
    gate.status !== 'published' ||
    gate.forced === 'yes' ||
    gate.belowThresholdNotifiedAt ||
    isThresholdReached(gate, now)
  )
    return;
  const campaignEvent = { type: 'fell-below' as const, organizations, individuals };
  await store.transact([
    {
      key: gateKey(slug),
      update: 'SET belowThresholdNotifiedAt = :now',
      condition: 'attribute_exists(PK) AND attribute_not_exists(belowThresholdNotifiedAt)',
      values: { ':now': now.toISOString() },
    },
    eventCreation({ slug, now, newUlid, actor: 'system', event: campaignEvent }),
  ]);
}
