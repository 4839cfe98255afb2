import { Failure } from '../failure.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { readSignOn } from './sign-ons.ts';
import type { Store } from './table.ts';

/** How often a change is decided anew because others' changes made its conditions fail. */
export const maxConflicts = 20;

/**
 * Tries a change on a sign-on as it was read; `undefined` means that a condition failed because somebody else changed
 * it (or its organization's claim) meanwhile, and the change is decided anew on what stands now.
 */
export async function retryOnConflict<Outcome extends string>(
  store: Store,
  { signOn, now }: { signOn: SignOn; now: Date },
  outcomeIfMissing: Outcome,
  change: (signOn: SignOn) => Promise<Outcome | undefined>,
): Promise<Outcome> {
  let current: SignOn | undefined = signOn;
  for (let tries = 0; tries < maxConflicts; tries++) {
    if (!current) return outcomeIfMissing;
    const outcome = await change(current);
    if (outcome) return outcome;
    current = await readSignOn(store, { slug: current.slug, id: current.id, now });
  }
  throw new Failure('throttled', 'change sign-on', 'TooManyChangesAtOnce');
}
