import { type Gate, noTime } from './gate.ts';

/** An embargo ends at the time that is set: without one, past it, or while quotes are not approved, there is no copy. */
export const mayEmbargo = ({ status, notBefore, held, quotesApproved }: Gate, now: Date): boolean =>
  status === 'collecting' &&
  notBefore !== noTime &&
  notBefore > now.toISOString() &&
  held === 'no' &&
  quotesApproved === 'yes';
