import { newUnreadableItems } from '../operations/health/report-unreadable-item.ts';
import type { Lease } from '../operations/publishing/lease.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { allSignOns, readSignOnIfReadable } from '../table/sign-ons.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/**
 * All rows of a campaign's sign-ons, listed or not. Reading all renews the lease. Organizers are told of rows that
 * cannot be read.
 */
export function signOnRows({ store, now, newUlid }: SiteDependencies, lease: Lease) {
  const { slug } = lease;
  const unreadable = newUnreadableItems(store, slug, { now, newUlid });
  return {
    /** All, in the order of ids. */
    readAll: async function* (): AsyncGenerator<SignOn> {
      for await (const signOn of allSignOns(store, slug, { onUnreadable: unreadable.add })) {
        await lease.renewIfDue();
        yield signOn;
      }
      await unreadable.report();
    },
    /** One, if it can be read. */
    readOne: async (id: string): Promise<SignOn | undefined> => {
      const signOn = await readSignOnIfReadable(store, { slug, id }, unreadable.add);
      await unreadable.report();
      return signOn;
    },
  };
}
