import type { SignOn } from './sign-on.ts';

/** Where a sign-on stands, as organizers speak of it. */
export const standings = ['pending', 'waiting', 'counted', 'duplicate', 'withdrawn', 'rejected'] as const;
export type Standing = (typeof standings)[number];

/**
 * `waiting`: confirmed, and an organizer looks at it before it counts. `duplicate`: confirmed, and another holds the
 * organization's one place, or it has fallen vacant. `counted` follows within seconds.
 */
export function standingOf({
  status,
  review,
  eligible,
}: Pick<SignOn, 'status' | 'review' | 'eligible'>): Standing {
  if (status !== 'confirmed') return status;
  if (review === 'waiting') return 'waiting';
  return eligible === 'yes' ? 'counted' : 'duplicate';
}
