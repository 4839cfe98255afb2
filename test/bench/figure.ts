/** One measured number and, where the project has promised something, what it must not pass. */
export interface Figure {
  name: string;
  value: number;
  unit: 'times' | 'units' | 'reads' | 'rows' | 'dollars' | 'writes' | 'seconds' | 'MB' | 'kB' | 'score';
  /** Absent: the figure is information. */
  bound?: { atMost: number } | { atLeast: number };
}

export interface Measured {
  figures: Figure[];
  /** What the figures were made of, for whoever wants to know where they come from. */
  details?: Record<string, unknown>;
}

/** Whether a figure keeps its bound; one without a bound always does. */
export function isHeld({ value, bound }: Figure): boolean {
  if (!bound) return true;
  return 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast;
}

/** The value below which the given share (0 to 1) of the values lies, by nearest rank. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: number[]): number => percentile(values, 0.5);
