import { organizationKey } from '../shared/organization/key.ts';
import { signOnId } from '../shared/sign-on/ids.ts';
import type { SignOn } from '../shared/sign-on/sign-on.ts';
import { campaignSlugs } from '../shared/table/campaign-slugs.ts';
import { allSignOns } from '../shared/table/sign-ons.ts';
import type { Store } from '../shared/table/table.ts';

/**
 * Returns the address key that a table's sign-ons were made with, by computing their ids again. Undefined if no
 * sign-on allows this, because there is none or each was corrected or erased.
 */
export async function tableBelongsTo(store: Store, addressKeys: string[]): Promise<string | undefined> {
  for (const slug of await campaignSlugs(store))
    for await (const signOn of allSignOns(store, slug)) {
      const found = addressKeys.find((key) => isIdUnder(key, signOn));
      if (found !== undefined) return found;
    }
  return undefined;
}

function isIdUnder(addressKey: string, { id, kind, email, signed, submission }: SignOn): boolean {
  if (email === '') return false;
  const name = (signed ?? submission)?.organizationName;
  const key = name === undefined ? undefined : organizationKey(name);
  return signOnId(addressKey, { kind, email, ...(key !== undefined && { organizationKey: key }) }) === id;
}
