import { UsageError } from './refusal.ts';

/** What `--first` says: how many are listed. Undefined if it is not given. */
export function readFirst(typed: string | boolean | undefined): number | undefined {
  if (typed === undefined) return undefined;
  if (typeof typed !== 'string' || !/^[1-9]\d{0,6}$/.test(typed))
    throw new UsageError('--first must be a whole number from 1.');
  return Number(typed);
}
