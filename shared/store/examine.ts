import type { Settings } from '../campaign/settings.ts';
import { evidenceOf, makesWait } from '../sign-on/evidence.ts';
import type { Flag } from '../sign-on/flags.ts';
import type { Details, SignOn } from '../sign-on/sign-on.ts';
import type { Store, Write } from './table.ts';

export interface Examining {
  settings: Settings;
  signOn: SignOn;
  /** What would be signed. */
  details: Details;
  /** For organizations: of `details`. */
  organizationKey?: string;
  now: Date;
  /** The secret that hashes addresses; asked for only where there is a review. */
  addressKey: () => Promise<string>;
}

export interface Examination {
  flags: Flag[];
  /** Whether an organizer is to look at it before it counts. */
  waits: boolean;
  /** For the transaction that makes the sign-on confirmed: what later evidence is found by. */
  writes: Write[];
  /** The same, but only if it counts at once. */
  writesIfCounted: Write[];
}

/** Looks at a sign-on as its button is pressed, as the campaign's review asks. Without a review nothing is read. */
export async function examine(_store: Store, examining: Examining): Promise<Examination> {
  const { settings, signOn, details } = examining;
  const review = settings.review ?? 'none';
  if (review === 'none') return { flags: [], waits: false, writes: [], writesIfCounted: [] };
  const { mailDomains } = await import('../sign-on/mail-domains.ts');
  const { kind, email, suspicions = [] } = signOn;
  const flags = evidenceOf(
    { kind, email, details, suspicions, lookAlikes: [], otherOrganizations: 0 },
    mailDomains,
  );
  const waits = review === 'before-counting' || flags.some(makesWait);
  return { flags, waits, writes: [], writesIfCounted: [] };
}
