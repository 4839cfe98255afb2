import { keyOfName } from '../../organization/key.ts';
import { flagsOfNames, flagsOfWebsite } from '../../sign-on/evidence.ts';
import { isSameFlag } from '../../sign-on/review.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import type { Store, Update } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import { readIfReadable } from '../health/report-unreadable-item.ts';
import { organizationFlags } from './claim-evidence.ts';
import { findOrganization } from './find-organization.ts';
import { findLookAlikes } from './look-alikes.ts';
import type { NameIndex } from './name-index.ts';
import { findSameWebsite } from './websites.ts';

interface AddedEvidenceInput {
  signOn: SignOn;
  index: NameIndex;
  now: Date;
  newUlid: () => string;
  /** The organizer chooses among the sign-ons of the organization, and so knows of them. */
  knowsDuplicates?: boolean;
}

/**
 * The write that adds the evidence which has come since a sign-on, or its change, began to wait: another organization
 * counts by now that has nearly its name, or its website, or somebody else has held its claim. Undefined if there is
 * none. Whoever arrives while it waits is not compared with it, so that a sign-on that waits holds nobody up. The name
 * is in the index from here on.
 */
export async function addedEvidence(
  store: Store,
  { signOn, index, now, newUlid, knowsDuplicates = false }: AddedEvidenceInput,
): Promise<Update | undefined> {
  const { slug, id, kind, signed, proposed, proposedFlags = [] } = signOn;
  const details = proposed ?? signed;
  if (kind !== 'organization' || !details) return undefined;
  // Of two that are let count at the same moment, the one that reads last sees the other.
  await index.enter(signOn, details);
  const ifReadable = <T>(read: Promise<T>) => readIfReadable(read, { store, slug, now: () => now, newUlid });
  const organizationKey = keyOfName(details);
  const { mailDomains } = await import('../../sign-on/mail-domains.ts');
  const organization = await ifReadable(findOrganization(store, { signOn, details, organizationKey, now }));
  const claimKey = organization?.found.reference.organizationKey ?? organizationKey;
  const [lookAlikes = [], website] = await Promise.all([
    ifReadable(findLookAlikes(store, { slug, id, organizationKey, details, now, ifReadable })),
    ifReadable(
      findSameWebsite(store, { slug, id, website: details.website, claimKey, now, ifReadable }, mailDomains),
    ),
  ]);
  // While another one holds the claim, this one waits behind it.
  const isVacant = organization?.found.claim.holder === undefined;
  const found = [
    ...flagsOfNames(lookAlikes),
    ...flagsOfWebsite(details.website, website?.sameAs),
    ...(isVacant && !knowsDuplicates ? organizationFlags(organization) : []),
    // Who was rejected meanwhile, an organizer knows.
  ].filter(({ flag }) => flag !== 'rejected-before');
  const known = proposed ? proposedFlags : (signOn.flags ?? []);
  const added = found.filter((flag) => !known.some((other) => isSameFlag(other, flag)));
  if (added.length === 0) return undefined;
  return updateIfUnchanged(signOn, `SET ${proposed ? 'proposedFlags' : 'flags'} = :flags`, {
    ':flags': [...known, ...added],
  });
}
