import { closestMatch } from '../shared/edit-distance.ts';
import { campaignSlugs } from '../shared/table/campaign-slugs.ts';
import type { Store } from '../shared/table/table.ts';
import { notFound, type Refusal } from './refusal.ts';

/** The refusal for a campaign that does not exist, with the slug that was probably meant. */
export async function campaignNotFound({ slug, store }: { slug: string; store: Store }): Promise<Refusal> {
  const meant = closestMatch(slug, await campaignSlugs(store));
  return notFound(
    `There is no campaign ${slug}. ${
      meant ? `Did you mean ${meant}?` : `To create it from its folder: \`campaign apply campaigns/${slug}\`.`
    }`,
  );
}
