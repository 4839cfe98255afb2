import { closest } from '../shared/edit-distance.ts';
import { campaignSlugs } from '../shared/store/campaign-slugs.ts';
import type { Store } from '../shared/store/table.ts';
import { notFound, type Refusal } from './refusal.ts';

/** The refusal where a command names a campaign that is not there, with the one that was probably meant. */
export async function missingCampaign({ slug, store }: { slug: string; store: Store }): Promise<Refusal> {
  const meant = closest(slug, await campaignSlugs(store));
  return notFound(
    `There is no campaign ${slug} here. ${
      meant ? `Did you mean ${meant}?` : `\`campaign apply campaigns/${slug}\` creates it from its folder.`
    }`,
  );
}
