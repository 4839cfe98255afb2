/** Shares of a threshold, in percent, that the organizers are told of. */
const milestones = [50, 75, 90, 100] as const;

/** The highest share of a threshold that `count` has reached, in percent. 0 below the first, or without a threshold. */
export const milestoneOf = (count: number, threshold: number): number =>
  threshold === 0 ? 0 : (milestones.findLast((percent) => count * 100 >= threshold * percent) ?? 0);
