import type { SignOn } from '../../sign-on/sign-on.ts';
import { readSignOnIfReadable } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';

/**
 * Notices when a reading of all rows has left an organization out. While rows are read, `promote` or `merge` can let
 * another sign-on of an organization count. Example: B is read while A counts; then B is promoted; then A is read.
 * Neither was read as eligible.
 */
export function newPromotionCheck(store: Store, slug: string) {
  const listed = new Set<string>();
  const unlisted: { id: string; organizationKey: string }[] = [];
  return {
    /** Takes each row that is read. */
    takeRow: ({ id, organizationKey, status, eligible, review }: SignOn): void => {
      if (organizationKey === undefined) return;
      if (eligible === 'yes') listed.add(organizationKey);
      else if (status === 'confirmed' && review !== 'waiting') unlisted.push({ id, organizationKey });
    },
    /** Whether one was left out: rows of organizations that are not listed are read again. */
    hasMissedOne: async (): Promise<boolean> => {
      for (const { id, organizationKey } of unlisted) {
        if (listed.has(organizationKey)) continue;
        const signOn = await readSignOnIfReadable(store, { slug, id });
        if (signOn?.eligible === 'yes') return true;
      }
      return false;
    },
  };
}
