import type { SignOn } from '../shared/sign-on/sign-on.ts';
import { findSignOn } from '../shared/table/sign-ons.ts';
import type { CampaignTarget } from './connect-to-campaign.ts';
import { conflict, notFound, type Refusal, UsageError } from './refusal.ts';

/** A typed id or its first characters. Throws a `UsageError` for anything else, which says how to find the id. */
function parseId(typed: string, slug: string): string {
  if (!/^[0-9a-f]{1,32}$/i.test(typed)) {
    // Between quotation marks, a shell acts on these.
    const words = typed.replace(/["$`\\!]/g, ' ').trim();
    throw new UsageError(
      `${typed} is not an id. An id has the characters 0 to 9 and a to f. To find it: \`campaign sign-ons ${slug} --find "${words}"\`.`,
    );
  }
  return typed.toLowerCase();
}

/** The ids of a command's arguments, which begin with the slug. */
export const parseIds = ([slug = '', ...typed]: readonly string[]): string[] =>
  typed.map((id) => parseId(id, slug));

/** The sign-on with this id or these first characters of its id. A refusal if there is none or more than one. */
export async function findSignOnById(
  { store, slug, now }: CampaignTarget,
  id: string,
): Promise<SignOn | Refusal> {
  const found = await findSignOn(store, { slug, idPrefix: parseId(id, slug), now });
  if (found === 'none')
    return notFound(`There is no sign-on ${id} in ${slug}. To see the ids: \`campaign sign-ons ${slug}\`.`);
  if (found === 'several')
    return conflict('More than one', `More than one id begins with ${id}. Type more characters of it.`);
  return found.signOn;
}
