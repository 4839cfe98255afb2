import { closestMatch } from '../shared/edit-distance.ts';
import { campaignSlugs } from '../shared/table/campaign-slugs.ts';
import type { Store } from '../shared/table/table.ts';
import type { ReadTableKeys } from '../shared/table/table-keys.ts';
import { type Invocation, stageOf } from './command.ts';
import { notFound, type Refusal } from './refusal.ts';

/** The campaign that a command's first argument names, and what its writes need. */
export interface CampaignTarget {
  slug: string;
  store: Store;
  /** The address of the site, if it is known. */
  site: string | undefined;
  readTableKeys: ReadTableKeys;
  /** The key that hashes addresses. */
  readAddressKey: () => Promise<string>;
  now: Date;
  newUlid: () => string;
}

/** Opens the stack that a command's options name, for the campaign of its first argument. */
export async function connectToCampaign({
  positionals: [slug = ''],
  options,
  environment,
}: Invocation): Promise<CampaignTarget> {
  const { store, site, readTableKeys, readAddressKey } = await environment.connect(stageOf(options));
  const { now, newUlid } = environment;
  return { slug, store, site, readTableKeys, readAddressKey, now: now(), newUlid };
}

/** The refusal for a campaign that does not exist, with the slug that was probably meant. */
export async function campaignNotFound({
  slug,
  store,
}: Pick<CampaignTarget, 'slug' | 'store'>): Promise<Refusal> {
  const meant = closestMatch(slug, await campaignSlugs(store));
  return notFound(
    `There is no campaign ${slug}. ${
      meant ? `Did you mean ${meant}?` : `To create it from its folder: \`campaign apply campaigns/${slug}\`.`
    }`,
  );
}
