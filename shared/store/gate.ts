import { type Gate, gateSchema } from '../campaign/gate.ts';
import { gateKey } from './keys.ts';
import type { Store } from './table.ts';

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
