import { EPOCH, type Gate } from './gate.ts';

/** An embargo ends at the time that is set: without one, past it, or while quotes are not approved, there is no copy. */
export const canEmbargo = ({ status, notBefore, held, quotesApproved }: Gate, now: Date): boolean =>
  status === 'collecting' &&
  notBefore !== EPOCH &&
  notBefore > now.toISOString() &&
  held === 'no' &&
  quotesApproved === 'yes';
