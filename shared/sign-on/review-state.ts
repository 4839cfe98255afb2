import type { SignOn } from './sign-on.ts';

/** A sign-on's state in organizers' words. */
export const reviewStates = [
  'pending',
  'waiting',
  'counted',
  'duplicate',
  'asked',
  'withdrawn',
  'rejected',
] as const;
export type ReviewState = (typeof reviewStates)[number];

/**
 * `waiting`: confirmed, and an organizer must review it before it counts. `duplicate`: confirmed, and another holds the
 * organization's claim, or the claim is vacant. `asked`: it was confirmed for a letter that has changed since, and its
 * signer has not agreed to the current one. `counted` follows within seconds.
 */
export function reviewStateOf({
  status,
  review,
  eligible,
  askedAgainAt,
}: Pick<SignOn, 'status' | 'review' | 'eligible' | 'askedAgainAt'>): ReviewState {
  if (status !== 'confirmed') return status;
  if (askedAgainAt !== undefined) return 'asked';
  if (review === 'waiting') return 'waiting';
  return eligible === 'yes' ? 'counted' : 'duplicate';
}
