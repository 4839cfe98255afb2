/** Shares of a threshold, in percent, of which the organizers are told. */
const milestones = [50, 75, 90, 100] as const;

/** The highest share that `count` has reached of a threshold, in percent; 0 below the first, or without a threshold. */
export const milestoneOf = (count: number, threshold: number): number =>
  threshold === 0 ? 0 : (milestones.findLast((percent) => count * 100 >= threshold * percent) ?? 0);
