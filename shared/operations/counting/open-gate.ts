import { type Gate, gateObstacles } from '../../campaign/gate.ts';
import { isInWindow } from '../../campaign/publication-window.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey } from '../../table/keys.ts';
import type { Store } from '../../table/table.ts';

/** A letter that is delivered by hand must have been; wants `:hand`. Nothing skips this, nor a hold, nor a quote. */
export const deliveryCondition =
  '(attribute_not_exists(delivery) OR delivery <> :hand OR attribute_exists(deliveredAt))';

/**
 * Opens a gate that was read before, if everything it waits for is there: one conditional update `collecting →
 * publishing`, which a hundred callers at once can try and one succeeds in. The condition says the same as `waitingFor` of
 * the gate. Whether hours lie in a window DynamoDB cannot say: that is computed from the window that was read, and the
 * condition is that it is still the gate's.
 */
async function openUnchangedGate(store: Store, { slug, window }: Gate, now: Date): Promise<boolean> {
  const isIn = window !== undefined && isInWindow(window, now);
  return await store.update({
    key: gateKey(slug),
    update: 'SET #status = :publishing, openedAt = :now',
    condition: `#status = :collecting AND held = :no AND quotesApproved = :yes AND ${deliveryCondition}
      AND attribute_not_exists(importId) AND attribute_not_exists(askingStartedAt)
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
      ':yes': 'yes',
      ':no': 'no',
      ':hand': 'hand',
      ...(isIn && { ':window': window }),
    },
  });
}

/** Opens a campaign's gate, as it stands, if everything it waits for is there. */
export async function openGate(store: Store, slug: string, now: Date): Promise<boolean> {
  const gate = await readGate(store, slug);
  return gate !== undefined && (await openUnchangedGate(store, gate, now));
}

/** Opens a gate that, as it was read, waits for nothing more; one that does wait costs no write. */
export async function openGateIfDue(store: Store, gate: Gate, now: Date): Promise<void> {
  if (gate.status === 'collecting' && gateObstacles(gate, now).length === 0)
    await openUnchangedGate(store, gate, now);
}
