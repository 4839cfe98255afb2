import type { SignOn } from './sign-on.ts';

/** Where a sign-on stands, as organizers speak of it. */
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
 * `waiting`: confirmed, and an organizer looks at it before it counts. `duplicate`: confirmed, and another holds the
 * organization's one place, or it has fallen vacant. `asked`: it was confirmed for a letter that has changed since, and its
 * owner has not agreed to what it says now. `counted` follows within seconds.
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
