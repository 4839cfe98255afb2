import { type Gate, isThresholdReached } from '../../campaign/gate.ts';
import { eventCreation } from '../../table/events.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/**
 * Tells the organizers, once, that withdrawals took a published campaign below its threshold. Nothing is unpublished.
 * A campaign that was published below its threshold on purpose has nothing to tell.
 */
export async function noticeFallBelow(
  store: Store,
  gate: Gate,
  { now, newUlid }: { now: Date; newUlid: () => string },
): Promise<void> {
  const { slug, organizations, individuals } = gate;
  if (
    gate.status !== 'published' ||
    gate.forced === 'yes' ||
    gate.fellBelowAt ||
    isThresholdReached(gate, now)
  )
    return;
  const happening = { type: 'fell-below' as const, organizations, individuals };
  await store.transact([
    {
      key: gateKey(slug),
      update: 'SET fellBelowAt = :now',
      condition: 'attribute_not_exists(fellBelowAt)',
      values: { ':now': now.toISOString() },
    },
    eventCreation({ slug, now, newUlid, actor: 'system', happening, isNotice: true }),
  ]);
}
