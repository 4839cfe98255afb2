import type { Evidence } from './evidence.ts';

/**
 * What a flag does: the sign-on waits for an organizer, or the flag is only shown beside it. This holds with the
 * setting `review: flagged`. With `none` no sign-on waits, with `before-counting` every one does (`flagsNeedReview` in
 * review.ts). `makesSignOnWait` there counts what `waits-from-two` needs, and `needsDecisionForVacantClaim` adds what
 * `waits-if-vacant` needs.
 */
export const flagEffects = {
  waits: 'waits',
  shown: 'is shown',
  'waits-from-two': 'is shown with one other; waits with two others or more',
  'waits-if-vacant': 'is shown; waits if nobody counts',
} as const;
export type FlagEffect = keyof typeof flagEffects;

interface FlagRule {
  effect: FlagEffect;
  /** How much it speaks against a sign-on, for the order in which organizers see them. */
  weight: number;
}

/**
 * Every piece of evidence: what it does and how much it weighs. What it means is in the organizers' guide
 * (`docs/campaign.md`), in the same order.
 */
export const flagTable = {
  'disposable-mail': {
    effect: 'waits',
    weight: 10,
  },
  'protected-name': {
    effect: 'waits',
    weight: 8,
  },
  'invited-elsewhere': {
    effect: 'waits',
    weight: 8,
  },
  'not-a-name': {
    effect: 'waits',
    weight: 6,
  },
  'mixed-scripts': {
    effect: 'waits',
    weight: 6,
  },
  'rejected-before': {
    effect: 'waits',
    weight: 6,
  },
  'look-alike': {
    effect: 'waits',
    weight: 5,
  },
  form: {
    effect: 'waits',
    weight: 5,
  },
  'other-domain': {
    effect: 'waits',
    weight: 5,
  },
  'same-website': {
    effect: 'waits',
    weight: 5,
  },
  'shared-address': {
    effect: 'waits-from-two',
    weight: 4,
  },
  burst: {
    effect: 'shown',
    weight: 4,
  },
  'free-mail': {
    effect: 'waits',
    weight: 3,
  },
  'same-name': {
    effect: 'waits',
    weight: 2,
  },
  'former-name': {
    effect: 'waits',
    weight: 3,
  },
  'second-domain': {
    effect: 'waits-if-vacant',
    weight: 2,
  },
  'shared-domain': {
    effect: 'shown',
    weight: 2,
  },
  'no-website': {
    effect: 'shown',
    weight: 1,
  },
} as const satisfies Record<Evidence['flag'], FlagRule>;
