import type { Settings } from '../../campaign/settings.ts';
import { evidenceOf, requiresReview } from '../../sign-on/evidence.ts';
import type { Flag } from '../../sign-on/flags.ts';
import { addressHash } from '../../sign-on/ids.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import type { Store, Write } from '../../table/table.ts';
import { findLookAlikes, lookAlikeIndexWrites } from './look-alikes.ts';
import { otherOrganizationsOfAddress } from './organizations-of-address.ts';

export interface ExamineInput {
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
  needsReview: boolean;
  /** For the transaction that makes the sign-on confirmed: what later evidence is found by. */
  writes: Write[];
  /** The same, but only if it counts at once. */
  writesIfCounted: Write[];
}

const noExamination: Examination = { flags: [], needsReview: false, writes: [], writesIfCounted: [] };

/** Looks at a sign-on as its button is pressed, as the campaign's review asks. Without a review nothing is read. */
export async function examine(store: Store, input: ExamineInput): Promise<Examination> {
  const { settings, signOn, details, organizationKey } = input;
  const review = settings.review ?? 'none';
  if (review === 'none') return noExamination;
  const { mailDomains } = await import('../../sign-on/mail-domains.ts');
  const { kind, email, suspicions = [] } = signOn;
  const known =
    organizationKey === undefined
      ? { lookAlikes: [], others: 0, writes: [] }
      : await examineOrganization(store, { ...input, organizationKey });
  const flags = evidenceOf(
    {
      kind,
      email,
      details,
      formSuspicions: suspicions,
      lookAlikes: known.lookAlikes,
      otherOrganizations: known.others,
    },
    mailDomains,
  );
  return {
    flags,
    needsReview: review === 'before-counting' || flags.some(requiresReview),
    writes: known.writes,
    writesIfCounted:
      organizationKey === undefined
        ? []
        : lookAlikeIndexWrites(signOn.slug, { organizationKey, name: details.organizationName ?? '' }),
  };
}

async function examineOrganization(
  store: Store,
  { signOn, details, organizationKey, now, addressKey }: ExamineInput & { organizationKey: string },
) {
  const { slug, id, email } = signOn;
  const hash = addressHash(await addressKey(), email);
  const [lookAlikes, { others, writes }] = await Promise.all([
    findLookAlikes(store, { slug, organizationKey, details, now }),
    otherOrganizationsOfAddress(store, { slug, addressHash: hash, id, now }),
  ]);
  return { lookAlikes, others, writes };
}
