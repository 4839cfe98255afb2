import { EPOCH, type Gate } from './gate.ts';

/**
 * Whether embargoed copies may be sent. An embargo ends at `notBefore`: without it, after it, on hold, or with an
 * unapproved quote there are no copies.
 */
export const canEmbargo = ({ status, notBefore, held, quotesApproved }: Gate, now: Date): boolean =>
  status === 'collecting' &&
  notBefore !== EPOCH &&
  notBefore > now.toISOString() &&
  held === 'no' &&
  quotesApproved === 'yes';
