import { type Gate, gateObstacles } from '../../campaign/gate.ts';
import { isInWindow } from '../../campaign/publication-window.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** The condition that nothing keeps the gate shut but counts and time. `publish` overrides those, and nothing else. */
export const onlyCountsAndTimeMissing = {
  condition: `held = :no AND quotesApproved = :yes AND (delivery <> :hand OR attribute_exists(deliveredAt))
    AND attribute_not_exists(importId) AND attribute_not_exists(askingStartedAt)`,
  values: { ':yes': 'yes', ':no': 'no', ':hand': 'hand' },
};

/**
 * Opens a gate that was read before, if it has no obstacle: one conditional update `collecting → publishing`. Many
 * callers may try at once, and one succeeds. The condition says the same as `gateObstacles`. DynamoDB cannot say
 * whether an hour is inside a window. That is computed from the window that was read, and the condition is that the
 * gate still has this window. The stream then lets `dispatch` queue the site job, which publishes.
 */
async function openUnchangedGate(store: Store, { slug, window }: Gate, now: Date): Promise<boolean> {
  const isIn = window !== undefined && isInWindow(window, now);
  return await store.update({
    key: gateKey(slug),
    update: 'SET #status = :publishing, openedAt = :now',
    condition: `#status = :collecting AND ${onlyCountsAndTimeMissing.condition}
      AND (forced = :yes OR (
        (organizations >= thresholdOrganizations OR organizations >= atNotBeforeOrganizations)
        AND (individuals >= thresholdIndividuals OR individuals >= atNotBeforeIndividuals)
        AND notBefore <= :now
        AND (attribute_not_exists(#window)${isIn ? ' OR #window = :window' : ''})))`,
    names: { '#status': 'status', '#window': 'window' },
    values: {
      ':publishing': 'publishing',
      ':collecting': 'collecting',
      ':now': now.toISOString(),
      ...onlyCountsAndTimeMissing.values,
      ...(isIn && { ':window': window }),
    },
  });
}

/** Reads a campaign's gate, and opens it if it has no obstacle. */
export async function openGate(store: Store, slug: string, now: Date): Promise<boolean> {
  const gate = await readGate(store, slug);
  return gate !== undefined && (await openUnchangedGate(store, gate, now));
}

/** Opens a gate if it had no obstacle when it was read. Otherwise nothing is written. */
export async function openGateIfDue(store: Store, gate: Gate, now: Date): Promise<void> {
  if (gate.status === 'collecting' && gateObstacles(gate, now).length === 0)
    await openUnchangedGate(store, gate, now);
}
