import type { Settings } from '../../campaign/settings.ts';
import { evidenceOf, makesWait } from '../../sign-on/evidence.ts';
import type { Flag } from '../../sign-on/flags.ts';
import { addressHash } from '../../sign-on/ids.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { findLookAlikes, indexingWrites } from '../review/look-alikes.ts';
import type { Store, Write } from '../table.ts';
import { addressOrganizations } from './address-organizations.ts';

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

const unlooked: Examination = { flags: [], waits: false, writes: [], writesIfCounted: [] };

/** Looks at a sign-on as its button is pressed, as the campaign's review asks. Without a review nothing is read. */
export async function examine(store: Store, examining: Examining): Promise<Examination> {
  const { settings, signOn, details, organizationKey } = examining;
  const review = settings.review ?? 'none';
  if (review === 'none') return unlooked;
  const { mailDomains } = await import('../../sign-on/mail-domains.ts');
  const { kind, email, suspicions = [] } = signOn;
  const known =
    organizationKey === undefined
      ? { lookAlikes: [], others: 0, writes: [] }
      : await ofOrganization(store, { ...examining, organizationKey });
  const flags = evidenceOf(
    { kind, email, details, suspicions, lookAlikes: known.lookAlikes, otherOrganizations: known.others },
    mailDomains,
  );
  return {
    flags,
    waits: review === 'before-counting' || flags.some(makesWait),
    writes: known.writes,
    writesIfCounted:
      organizationKey === undefined
        ? []
        : indexingWrites(signOn.slug, { organizationKey, name: details.organizationName ?? '' }),
  };
}

async function ofOrganization(
  store: Store,
  { signOn, details, organizationKey, now, addressKey }: Examining & { organizationKey: string },
) {
  const { slug, id, email } = signOn;
  const hash = addressHash(await addressKey(), email);
  const [lookAlikes, { others, writes }] = await Promise.all([
    findLookAlikes(store, { slug, organizationKey, details, now }),
    addressOrganizations(store, { slug, addressHash: hash, id, now }),
  ]);
  return { lookAlikes, others, writes };
}
