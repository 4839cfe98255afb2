/** Decisions that can be made about several sign-ons at once, each with the one that undoes it. */
export const undoOfMany = { approve: 'reject', reject: 'reinstate', reinstate: 'reject' } as const;
export type DecisionOnMany = keyof typeof undoOfMany;

export const decisionsOnMany = ['approve', 'reject', 'reinstate'] as const satisfies DecisionOnMany[];

/** Several sign-ons about which an organizer has just decided. */
export interface DecidedSignOns {
  decision: DecisionOnMany;
  /** Those that the decision has changed, which can be undone. */
  ids: readonly string[];
  /** How many others were selected. */
  others: number;
}
