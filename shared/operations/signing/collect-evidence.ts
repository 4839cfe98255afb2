import type { Settings } from '../../campaign/settings.ts';
import { foldLetters, lettersOf } from '../../organization/letters.ts';
import { evidenceOf } from '../../sign-on/evidence.ts';
import type { Flag } from '../../sign-on/flags.ts';
import { invitedId, mailboxHash, mailDomainHash, organizationMark } from '../../sign-on/ids.ts';
import { invitationUse } from '../../sign-on/invitation-use.ts';
import type { MailDomains } from '../../sign-on/mail-domains.ts';
import { mailHostOf, ownDomainOf } from '../../sign-on/own-domain.ts';
import { protectedNameUsed } from '../../sign-on/protected-use.ts';
import { hasReview, stillStands } from '../../sign-on/review.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import { suspicionsOf } from '../../sign-on/trap-fields.ts';
import type { Store, Write } from '../../table/table.ts';
import { readIfReadable } from '../health/report-unreadable-item.ts';
import { readInvited } from '../inviting/invited.ts';
import { type AddressEvidence, evidenceOfAddress } from './evidence-of-address.ts';
import { findLookAlikes } from './look-alikes.ts';
import { findSameWebsite } from './websites.ts';

export interface EvidenceQuery {
  settings: Settings;
  signOn: SignOn;
  /** The words that would be signed. */
  details: Details;
  /** For organizations: the key of `details`. */
  organizationKey?: string;
  /**
   * Key of the claim that decides. After a merge, or for another organization of the name, it is not the name's own.
   */
  claimKey?: string;
  /** The sign-on of this organization that an organizer has rejected. */
  rejected?: string | undefined;
  /** Resolves once the words are in the index, if they are put there (`whileIndexing`). */
  indexed?: Promise<void>;
  /** Whether an organizer has approved the words or their spelling. The rejection of another does not concern them. */
  isApproved?: boolean;
  now: Date;
  newUlid: () => string;
  /** The secret that hashes addresses. Read only if there is a review. */
  addressKey: () => Promise<string>;
}

export interface CollectedEvidence {
  flags: Flag[];
  /** Writes for the transaction that confirms the sign-on. Later evidence is found by them. */
  writes: Write[];
  /** The same, but only if it counts at once. */
  writesIfCounted: Write[];
  /** It is an invited organization that signs from its own domain. */
  isInvited: boolean;
}

export const nothingCollected: CollectedEvidence = {
  flags: [],
  writes: [],
  writesIfCounted: [],
  isInvited: false,
};

/**
 * Collects evidence when a sign-on is confirmed, as the campaign's review demands. Without a review nothing is read.
 */
export async function collectEvidence(store: Store, input: EvidenceQuery): Promise<CollectedEvidence> {
  const { settings, signOn, details, organizationKey, rejected } = input;
  if (!hasReview(settings)) return nothingCollected;
  const { mailDomains } = await import('../../sign-on/mail-domains.ts');
  const { kind, email } = signOn;
  const known =
    organizationKey === undefined
      ? await collectOfPerson(store, input)
      : await collectOfOrganization(store, { ...input, organizationKey }, mailDomains);
  const rejectedId = rejected ?? known.rejected;
  const typed = kind === 'organization' ? (details.organizationName ?? '') : details.name;
  const flags = evidenceOf(
    {
      kind,
      email,
      details,
      formSuspicions: suspicionsOf(signOn),
      lookAlikes: known.lookAlikes.filter(({ id }) => id !== rejectedId),
      otherOrganizations: known.others,
      othersOfDomain: known.organizationsOfDomain,
      sameWebsite: known.sameWebsite,
      invitation: known.invitation,
      rejected: rejectedId,
      protectedName: protectedNameUsed(
        { typed, email, places: [details.city, details.region] },
        settings,
        mailDomains,
      ),
    },
    mailDomains,
  );
  const isInvited = known.invitation?.from === 'own-domain';
  return { flags, writes: known.writes, writesIfCounted: known.writesIfCounted, isInvited };
}

/** A person is compared with the other people of the mailbox. */
async function collectOfPerson(
  store: Store,
  { signOn, details, isApproved = false, now, newUlid, addressKey }: EvidenceQuery,
) {
  const { slug, id, kind, email } = signOn;
  const ifReadable = <T>(read: Promise<T>) => readIfReadable(read, { store, slug, now: () => now, newUlid });
  const mailbox = { mailboxHash: mailboxHash(await addressKey(), email), domain: undefined };
  const isKnown = { claimKey: undefined, isApproved, stands: stillStands(signOn) };
  const { others, confirmed, organizationsOfDomain, rejected, writes } =
    (await ifReadable(evidenceOfAddress(store, { slug, id, kind, ...mailbox, ...isKnown, now, newUlid }))) ??
    nothingOfAddress;
  const isSameName = ({ signed }: SignOn): boolean =>
    signed !== undefined && lettersOf(foldLetters(signed.name)) === lettersOf(foldLetters(details.name));
  return {
    lookAlikes: confirmed.filter(isSameName).map((row) => ({ organizationKey: '', id: row.id, score: 100 })),
    others,
    organizationsOfDomain,
    rejected,
    writes,
    sameWebsite: undefined,
    invitation: undefined,
    writesIfCounted: [],
  };
}

const nothingOfAddress: AddressEvidence = { others: 0, confirmed: [], organizationsOfDomain: 0, writes: [] };

/** Evidence that cannot be read is missing, and is reported. Nobody is kept from signing by it. */
async function collectOfOrganization(
  store: Store,
  {
    signOn,
    details,
    organizationKey,
    claimKey = organizationKey,
    indexed,
    isApproved = false,
    now,
    newUlid,
    addressKey,
  }: EvidenceQuery & { organizationKey: string },
  domains: MailDomains,
) {
  const { slug, id, kind, email } = signOn;
  const stands = stillStands(signOn);
  const key = await addressKey();
  const domain = ownDomainOf(mailHostOf(email), domains);
  const ifReadable = <T>(read: Promise<T>) => readIfReadable(read, { store, slug, now: () => now, newUlid });
  // Of two that do this at the same moment, the one that reads last sees the other.
  const lookAlikesOnceIndexed = async () => {
    await indexed;
    return await ifReadable(findLookAlikes(store, { slug, id, organizationKey, details, now, ifReadable }));
  };
  const [lookAlikes = [], ofAddress = nothingOfAddress, website, invited] = await Promise.all([
    lookAlikesOnceIndexed(),
    ifReadable(
      evidenceOfAddress(store, {
        slug,
        id,
        kind,
        mailboxHash: mailboxHash(key, email),
        domain:
          domain === undefined
            ? undefined
            : { hash: mailDomainHash(key, domain), organization: organizationMark(key, claimKey) },
        claimKey,
        isApproved,
        stands,
        now,
        newUlid,
      }),
    ),
    ifReadable(
      findSameWebsite(store, { slug, id, website: details.website, claimKey, now, ifReadable }, domains),
    ),
    ifReadable(readInvited(store, slug, invitedId(key, organizationKey))),
  ]);
  const { others, organizationsOfDomain, writes } = ofAddress;
  const invitation = invited && invitationUse(invited, email, domains);
  // Anybody can type the website of another organization. An address at its domain answers that.
  const { website: typed = '' } = details;
  const isAtWebsite =
    domain !== undefined && URL.canParse(typed) && ownDomainOf(new URL(typed).hostname, domains) === domain;
  const isKnown = isApproved || stands || isAtWebsite || invitation?.from === 'own-domain';
  return {
    lookAlikes,
    others,
    organizationsOfDomain,
    rejected: ofAddress.rejected ?? (isKnown ? undefined : website?.rejected),
    writes,
    sameWebsite: website?.sameAs,
    invitation,
    writesIfCounted: website?.writesIfCounted ?? [],
  };
}
