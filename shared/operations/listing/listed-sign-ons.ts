import type { Settings } from '../../campaign/settings.ts';
import type { SignatoryLists } from '../../rendering/document/content.ts';
import { firstOfEachOrganization } from '../../rendering/document/signatories.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { allSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';
import { listSignatories, namesPerPage } from './list-signatories.ts';
import { newPromotionCheck } from './promotion-check.ts';

/**
 * Who is listed: eligible sign-ons, one for each organization (G8), in the order in which they were given. Page,
 * preview, letter mail, supplement, PDF and CSV all list exactly these.
 */
export async function* listedSignOns(signOns: AsyncIterable<SignOn>): AsyncGenerator<SignOn> {
  const isFirst = firstOfEachOrganization();
  for await (const signOn of signOns) if (signOn.eligible === 'yes' && isFirst(signOn)) yield signOn;
}

/** The current signatories, for a mail or a preview. Undefined if one page cannot hold them. */
export async function currentLists(
  store: Store,
  settings: Pick<Settings, 'slug' | 'list' | 'language'>,
  asOf: string,
): Promise<SignatoryLists | undefined> {
  for (;;) {
    const promotions = newPromotionCheck(store, settings.slug);
    async function* rows() {
      for await (const signOn of allSignOns(store, settings.slug)) {
        promotions.takeRow(signOn);
        yield signOn;
      }
    }
    async function* entries() {
      for await (const signOn of listedSignOns(rows())) yield { signOn, addedOn: null };
    }
    const list = await listSignatories(entries(), { ...settings, released: 0, asOf });
    if (await promotions.hasMissedOne()) continue;
    const lists = await list.all(namesPerPage);
    return lists && { ...lists, withdrawnSince: 0 };
  }
}
