import { type ExportedSignOn, exportedSignOn } from '../../sign-on/exported-sign-on.ts';
import { hasExpired } from '../../table/expiry.ts';
import { allSignOns, leaveOut } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';

/** Every sign-on of a campaign as organizers may see it, read page by page, in no particular order. */
export async function* exportSignOns(
  store: Store,
  { slug, now }: { slug: string; now: Date },
): AsyncGenerator<ExportedSignOn> {
  for await (const signOn of allSignOns(store, slug, { onUnreadable: leaveOut }))
    if (!hasExpired(signOn.expiresAt, now)) yield exportedSignOn(signOn);
}
