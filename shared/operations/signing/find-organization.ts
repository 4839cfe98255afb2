import { keyOfName } from '../../organization/key.ts';
import { differInPlace } from '../../organization/same-place.ts';
import type { MailDomains } from '../../sign-on/mail-domains.ts';
import { stillStands } from '../../sign-on/review.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import {
  isFromAnotherDomain,
  isOfAnotherOrganization,
  type OrganizationTraits,
  traitsInCommon,
} from '../../sign-on/two-of-one-name.ts';
import { type FoundClaim, findClaim, firstSignOnOf, isNamesakeOf, nameKeyOf } from '../../table/claims.ts';
import { readSignOns } from '../../table/sign-ons.ts';
import type { Store } from '../../table/table.ts';

export interface OrganizationQuery {
  signOn: SignOn;
  /** The words that are signed, or would be. */
  details: Details;
  /** Key of the name in `details`. */
  organizationKey: string;
  now: Date;
}

export interface FoundOrganization {
  found: FoundClaim;
  /** Key of its own claim, before merges are followed. */
  ownKey: string;
  /**
   * The holder, if place and domain show that this is another organization of the same name. `found` is then the
   * holder's claim.
   */
  namesakeOf?: string;
  /**
   * Who holds the claim, or left it last, if it is the same organization and signs from other domains; who holds it,
   * also if it signs from another place. One of the two may be false, or they are two organizations.
   */
  otherDomainThan?: string;
  /** Who left the vacant claim, and counts under another name. */
  renamed?: string;
  /** Who left the claim, and was rejected afterwards. */
  rejectedFormer?: string;
}

/**
 * Finds the claim of a sign-on's organization: that of its name, or if there are several organizations of this name,
 * the one that it left, or that is nearest by domain and place (`traitsInCommon`). If nobody has ever held the claim, nothing but claims
 * is read.
 */
export async function findOrganization(
  store: Store,
  { signOn, details, organizationKey, now }: OrganizationQuery,
): Promise<FoundOrganization> {
  const { slug, id, email } = signOn;
  const named = await findClaim(store, { slug, id, organizationKey });
  const byName = { found: named, ownKey: organizationKey };
  const { holder } = named.claim;
  if (holder === id || isLeftBy(named, id)) return byName;
  if (lastHoldersOf(named).length === 0 && named.namesakes.length === 0) return byName;
  const organizationUnder = async (ownKey: string) => ({
    ownKey,
    found: await findClaim(store, { slug, id, organizationKey: ownKey }),
  });
  const others = await Promise.all(named.namesakes.map(organizationUnder));
  const left = others.find(({ found }) => isLeftBy(found, id));
  const own = left ?? others.findLast(({ ownKey }) => isNamesakeOf(id, ownKey));
  if (own) return own;
  const { mailDomains } = await import('../../sign-on/mail-domains.ts');
  const organizations = await Promise.all(
    [byName, ...others].map(async (organization) => ({
      ...organization,
      ...(await signersOf(store, slug, organization, now)),
    })),
  );
  const traits = { email, details };
  const near = organizations
    .map((organization) => ({ organization, near: nearest(traits, organization.signers, mailDomains) }))
    .toSorted((one, other) => other.near - one.near);
  const [best] = near;
  if (best && best.near > 0) return asFurtherSigner(best.organization, traits, mailDomains);
  const held = organizations.filter(({ found }) => found.claim.holder !== undefined);
  const unclear = held.find(
    ({ signers }) => !signers.some((signer) => isOfAnotherOrganization(traits, signer, mailDomains)),
  );
  if (unclear) return asFurtherSigner(unclear, traits, mailDomains);
  if (holder !== undefined) return { ...byName, namesakeOf: holder };
  return organizations[0] ? asFurtherSigner(organizations[0], traits, mailDomains) : byName;
}

/**
 * Whether a sign-on held a vacant claim last, or its rejection is noted there and nobody held it since. If it comes back,
 * it is to that claim.
 */
const isLeftBy = ({ claim: { holder, former, rejected } }: FoundClaim, id: string): boolean =>
  holder === undefined && (former === undefined ? rejected?.has(id) === true : former === id);

/**
 * Who holds a claim. Of a vacant one: who left it, or if that one's words are deleted or nobody has left it, one who
 * waits for it.
 */
function lastHoldersOf({ claim, reference: { id } }: FoundClaim): string[] {
  const { holder, former, waiting = [] } = claim;
  if (holder !== undefined) return [holder];
  if (former === id) return [];
  return [former, [...waiting].find((each) => each !== id)].filter((each) => each !== undefined);
}

interface Signers {
  /** Who holds the claim or held it last, and the sign-on that created it, as far as their rows can be read. */
  signers: OrganizationTraits[];
  /** Who holds the claim, or held it last. */
  last?: string;
  /** From whom the signer that is compared differs in domain or place. */
  lastDiffersFrom?: string;
  renamed?: string;
  rejectedFormer?: string;
}

/**
 * Joins the found organization; names the holder, or who held it last, if the domains differ, or the holder's place. What
 * speaks against one that waits for the vacant claim, speaks against whoever is like it.
 */
function asFurtherSigner(
  { found, ownKey, signers, last, lastDiffersFrom, renamed, rejectedFormer }: FoundOrganization & Signers,
  traits: OrganizationTraits,
  domains: MailDomains,
): FoundOrganization {
  const { holder } = found.claim;
  const isHeld = holder !== undefined && holder !== found.reference.id;
  const isOther = signers.some(
    (signer) =>
      isFromAnotherDomain(traits, signer, domains) ||
      (isHeld && differInPlace(traits.details, signer.details)),
  );
  const otherDomainThan = isOther ? last : lastDiffersFrom;
  return {
    found,
    ownKey,
    ...(otherDomainThan !== undefined && { otherDomainThan }),
    ...(renamed !== undefined && { renamed }),
    ...(rejectedFormer !== undefined && { rejectedFormer }),
  };
}

async function signersOf(
  store: Store,
  slug: string,
  { found, ownKey }: FoundOrganization,
  now: Date,
): Promise<Signers> {
  const holders = lastHoldersOf(found);
  const first = firstSignOnOf(ownKey);
  const ids = new Set([...holders, ...(first === undefined ? [] : [first])]);
  const rows = await readSignOns(store, { slug, ids, now });
  const rowOf = (id: string | undefined) => rows.find((row) => row.id === id && row.signed !== undefined);
  const last = holders.map(rowOf).find((row) => row !== undefined);
  const signers = [...new Set([last, rowOf(first)])].flatMap((row) =>
    row?.signed ? [{ email: row.email, details: row.signed }] : [],
  );
  const isRenamed =
    last !== undefined && found.claim.holder === undefined && (await isOfOtherClaim(store, last, found));
  // Of one that waits, nobody has decided yet whether it is the true one.
  const waits = last !== undefined && found.claim.waiting?.has(last.id);
  const doubt = waits ? last.flags?.find((flag) => flag.flag === 'second-domain') : undefined;
  return {
    signers,
    ...(last && { last: last.id }),
    ...(doubt && { lastDiffersFrom: doubt.id }),
    ...(isRenamed && { renamed: last.id }),
    ...(last?.status === 'rejected' && { rejectedFormer: last.id }),
  };
}

/** Whether a sign-on that does not hold a claim counts under another name, or will by agreeing to a changed letter. */
async function isOfOtherClaim(store: Store, signOn: SignOn, { reference }: FoundClaim): Promise<boolean> {
  const { slug, id, eligible, signed } = signOn;
  if (!stillStands(signOn)) return false;
  if (eligible === 'yes') return true;
  const own = await findClaim(store, { slug, id, organizationKey: keyOfName(signed) });
  return nameKeyOf(own.reference.organizationKey) !== nameKeyOf(reference.organizationKey);
}

const nearest = (traits: OrganizationTraits, signers: OrganizationTraits[], domains: MailDomains): number =>
  Math.max(0, ...signers.map((signer) => traitsInCommon(traits, signer, domains)));
