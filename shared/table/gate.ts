import { type Gate, gateSchema } from '../campaign/gate.ts';
import { gateKey } from './keys.ts';
import type { Store, Update } from './table.ts';

/** Who holds the lease of a campaign's site job. */
export interface LeaseHolder {
  slug: string;
  /** Identifies the holder. */
  leaseId: string;
}

/** Reads a campaign's gate consistently. */
export const readGate = (store: Store, slug: string): Promise<Gate | undefined> =>
  store.get(gateSchema, gateKey(slug));

/**
 * Part of a transaction that creates an item of a campaign. It changes nothing, and fails if the campaign was deleted
 * or is being deleted: the deletion may already have looked for items of this kind.
 */
export const notDeletedGuard = (slug: string): Update => ({
  key: gateKey(slug),
  update: 'SET slug = :slug',
  condition: 'attribute_exists(PK) AND attribute_not_exists(deletion)',
  values: { ':slug': slug },
});

/** The write that says: something shown on the site has changed. The site job is called for each new mark. */
export const dirtyUpdate = (slug: string, mark: string): Update => ({
  key: gateKey(slug),
  update: 'SET dirty = :mark',
  condition: 'attribute_exists(PK)',
  values: { ':mark': mark },
});

export async function markDirty(store: Store, slug: string, mark: string): Promise<void> {
  await store.update(dirtyUpdate(slug, mark));
}
