import { type Gate, gateSchema, waitingFor } from '../campaign/gate.ts';
import { gateKey } from './keys.ts';
import type { Store, Update } from './table.ts';

/** Reads a campaign's gate consistently. */
export const readGate = (store: Store, slug: string): Promise<Gate | undefined> =>
  store.get(gateSchema, gateKey(slug));

/**
 * Opens the gate if everything it waits for is there: one conditional update `collecting → publishing`, which a
 * hundred callers at once can try and one succeeds in. The condition says the same as `waitingFor` of the gate.
 */
export const openGate = (store: Store, slug: string, now: Date): Promise<boolean> =>
  store.update({
    key: gateKey(slug),
    update: 'SET #status = :publishing, openedAt = :now',
    condition: [
      '#status = :collecting AND held = :no AND quotesApproved = :yes AND (forced = :yes OR (',
      'organizations >= thresholdOrganizations AND individuals >= thresholdIndividuals AND notBefore <= :now))',
    ].join(' '),
    names: { '#status': 'status' },
    values: {
      ':publishing': 'publishing',
      ':collecting': 'collecting',
      ':now': now.toISOString(),
      ':yes': 'yes',
      ':no': 'no',
    },
  });

/** Opens a gate that, as it was read, waits for nothing more; one that does wait costs no write. */
export async function openGateIfDue(store: Store, gate: Gate, now: Date): Promise<void> {
  if (gate.status === 'collecting' && waitingFor(gate, now).length === 0)
    await openGate(store, gate.slug, now);
}

/** The write that says: something shown on the site has changed. The site job is called for each new mark. */
export const dirtyMark = (slug: string, mark: string): Update => ({
  key: gateKey(slug),
  update: 'SET dirty = :mark',
  condition: 'attribute_exists(PK)',
  values: { ':mark': mark },
});

export async function markDirty(store: Store, slug: string, mark: string): Promise<void> {
  await store.update(dirtyMark(slug, mark));
}
