import type { SignOn } from '../shared/sign-on/sign-on.ts';
import { findSignOn } from '../shared/table/find-sign-on.ts';
import type { CampaignTarget } from './connect-to-campaign.ts';
import { conflict, notFound, type Refusal, UsageError } from './refusal.ts';

/** An id, or the first digits of one, as it was typed; throws a `UsageError` for anything else. */
export function parseId(typed: string): string {
  if (!/^[0-9a-f]{1,32}$/i.test(typed))
    throw new UsageError(`${typed} is not an id: those have digits, 0 to 9 and a to f.`);
  return typed.toLowerCase();
}

/** The sign-on that an id, or its first digits, names; a refusal where it is none or more than one. */
export async function findSignOnById(
  { store, slug, now }: CampaignTarget,
  id: string,
): Promise<SignOn | Refusal> {
  const found = await findSignOn(store, { slug, idPrefix: parseId(id), now });
  if (found === 'none')
    return notFound(`There is no sign-on ${id} in ${slug}; \`campaign sign-ons ${slug}\` lists them.`);
  if (found === 'several')
    return conflict('More than one', `More than one sign-on begins with ${id}: give more of its digits.`);
  return found.signOn;
}
