import { closestMatch } from '../shared/edit-distance.ts';
import { campaignSlugs } from '../shared/table/campaign-slugs.ts';
import type { Store } from '../shared/table/table.ts';
import { notFound, type Refusal } from './refusal.ts';

/** The refusal where a command names a campaign that is not there, with the one that was probably meant. */
export async function campaignNotFound({ slug, store }: { slug: string; store: Store }): Promise<Refusal> {
  const meant = closestMatch(slug, await campaignSlugs(store));
  return notFound(
    `There is no campaign ${slug} here. ${
      meant ? `Did you mean ${meant}?` : `\`campaign apply campaigns/${slug}\` creates it from its folder.`
    }`,
  );
}
