import type { MailDomains } from '../../sign-on/mail-domains.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import {
  isFromAnotherDomain,
  isOfAnotherOrganization,
  type OrganizationTraits,
  traitsInCommon,
} from '../../sign-on/two-of-one-name.ts';
import { type FoundClaim, findClaim, firstSignOnOf, isNamesakeOf } from '../../table/claims.ts';
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
   * Who holds the claim, or left it last, if it is the same organization and signs from other domains. One of the two
   * may be false.
   */
  otherDomainThan?: string;
  /** Who left the vacant claim, and counts under another name. */
  renamed?: string;
}

/**
 * Finds the claim of a sign-on's organization: that of its name, or if there are several organizations of this name,
 * the one that is nearest by domain and then by place. If nobody has ever held the claim, nothing but claims is read.
 */
export async function findOrganization(
  store: Store,
  { signOn, details, organizationKey, now }: OrganizationQuery,
): Promise<FoundOrganization> {
  const { slug, id, email } = signOn;
  const named = await findClaim(store, { slug, id, organizationKey });
  const byName = { found: named, ownKey: organizationKey };
  const { holder } = named.claim;
  if (holder === id || (lastHolderOf(named) === undefined && named.namesakes.length === 0)) return byName;
  const organizationUnder = async (ownKey: string) => ({
    ownKey,
    found: await findClaim(store, { slug, id, organizationKey: ownKey }),
  });
  const own = named.namesakes.filter((key) => isNamesakeOf(id, key)).at(-1);
  if (own) return await organizationUnder(own);

  const { mailDomains } = await import('../../sign-on/mail-domains.ts');
  const others = await Promise.all(named.namesakes.map(organizationUnder));
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

/** Who holds a claim, or held it last; of a vacant claim that nobody has left, one who waits for it. */
function lastHolderOf({ claim, reference: { id } }: FoundClaim): string | undefined {
  const { holder, former, waiting = [] } = claim;
  if (holder !== undefined || former !== undefined) return holder ?? (former === id ? undefined : former);
  return [...waiting].find((each) => each !== id);
}

/** Joins the found organization; names the holder, or who held it last, if the domains differ. */
function asFurtherSigner(
  { found, ownKey, signers, renamed }: FoundOrganization & { signers: OrganizationTraits[] },
  traits: OrganizationTraits,
  domains: MailDomains,
): FoundOrganization {
  const last = lastHolderOf(found);
  const isOther = signers.some((signer) => isFromAnotherDomain(traits, signer, domains));
  return {
    found,
    ownKey,
    ...(last !== undefined && isOther && { otherDomainThan: last }),
    ...(renamed !== undefined && { renamed }),
  };
}

/** Who holds a claim or held it last, and the sign-on that created it, as far as their rows can be read. */
async function signersOf(
  store: Store,
  slug: string,
  { found, ownKey }: FoundOrganization,
  now: Date,
): Promise<{ signers: OrganizationTraits[]; renamed?: string }> {
  const last = lastHolderOf(found);
  const ids = new Set([last, firstSignOnOf(ownKey)].filter((id) => id !== undefined));
  const rows = await readSignOns(store, { slug, ids, now });
  const signers = rows.flatMap(({ email, signed }) => (signed ? [{ email, details: signed }] : []));
  const counts = rows.some(({ id, eligible }) => id === last && eligible === 'yes');
  return {
    signers,
    ...(last !== undefined && found.claim.holder === undefined && counts && { renamed: last }),
  };
}

const nearest = (traits: OrganizationTraits, signers: OrganizationTraits[], domains: MailDomains): number =>
  Math.max(0, ...signers.map((signer) => traitsInCommon(traits, signer, domains)));
