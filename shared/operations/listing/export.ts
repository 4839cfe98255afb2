import { type ExportChoice, everything, isExported } from '../../sign-on/export-choice.ts';
import { type ExportedSignOn, exportedSignOn } from '../../sign-on/exported-sign-on.ts';
import { hasExpired } from '../../table/expiry.ts';
import { allSignOns, leaveOut } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';

/** The sign-ons of a campaign that somebody chose, as organizers may see them, read page by page, in no particular order. */
export async function* exportSignOns(
  store: Store,
  { slug, now, choice = everything }: { slug: string; now: Date; choice?: ExportChoice },
): AsyncGenerator<ExportedSignOn> {
  for await (const signOn of allSignOns(store, slug, { onUnreadable: leaveOut }))
    if (!hasExpired(signOn.expiresAt, now) && isExported(signOn, choice)) yield exportedSignOn(signOn);
}
