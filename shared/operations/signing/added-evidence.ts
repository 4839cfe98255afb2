import { keyOfName } from '../../organization/key.ts';
import { flagsOfNames, flagsOfWebsite } from '../../sign-on/evidence.ts';
import type { Flag } from '../../sign-on/flags.ts';
import { hasReview, isSameFlag } from '../../sign-on/review.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { readSettings } from '../../table/settings.ts';
import { readSignOns } from '../../table/sign-ons.ts';
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
  /** The words with which it would count. */
  details: Details | undefined;
  /** The evidence that organizers can have seen. */
  known: readonly Flag[] | undefined;
  index: NameIndex;
  now: Date;
  newUlid: () => string;
  /** The organizer chooses among the sign-ons of the organization, and so knows of them. */
  knowsDuplicates?: boolean;
}

/**
 * The evidence that has come since a sign-on, or its change, was examined: another organization counts by now that has
 * nearly its name, or its website, or somebody else has held its claim. Whoever arrives while it waits is not compared
 * with it, so that a sign-on that waits holds nobody up. The name is in the index from here on. Without a review there
 * is no evidence.
 */
export async function addedEvidence(
  store: Store,
  { signOn, details, known = [], index, now, newUlid, knowsDuplicates = false }: AddedEvidenceInput,
): Promise<Flag[]> {
  const { slug, id, kind } = signOn;
  if (kind !== 'organization' || !details) return [];
  // Of two that are let count at the same moment, the one that reads last sees the other.
  await index.enter(signOn, details);
  const campaign = await readSettings(store, slug);
  if (!campaign || !hasReview(campaign.settings)) return [];
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
  const added = found.filter((flag) => !known.some((other) => isSameFlag(other, flag)));
  // Of a change, the other one was compared with the earlier words.
  return details === signOn.signed ? await notSeenFromOther(store, { slug, id, now }, added) : added;
}

/** Evidence without that which the other sign-on has, too: an organizer has let that one count beside this one. */
async function notSeenFromOther(
  store: Store,
  { slug, id, now }: { slug: string; id: string; now: Date },
  found: readonly Flag[],
): Promise<Flag[]> {
  const ids = new Set(found.flatMap((flag) => ('id' in flag ? [flag.id] : [])));
  const others = await readSignOns(store, { slug, ids, now });
  const isSeen = (flag: Flag): boolean => {
    const other = 'id' in flag ? others.find((row) => row.id === flag.id) : undefined;
    return other?.flags?.some((its) => its.flag === flag.flag && 'id' in its && its.id === id) === true;
  };
  return found.filter((flag) => !isSeen(flag));
}

/** Shows evidence on the row of a sign-on, or of its change, beside that which is there. */
export const showEvidence = (
  signOn: SignOn,
  added: readonly Flag[],
  attribute: 'flags' | 'proposedFlags' = 'flags',
): Update =>
  updateIfUnchanged(signOn, `SET ${attribute} = :flags`, {
    ':flags': [...(signOn[attribute] ?? []), ...added],
  });
