import { differInPlace, isSamePlace } from '../organization/same-place.ts';
import type { MailDomains } from './mail-domains.ts';
import { mailHostOf, ownDomainOf } from './own-domain.ts';
import type { Details } from './sign-on.ts';

/** What distinguishes two organizations of one name: the address that signs, its website and its place. */
export interface OrganizationTraits {
  email: string;
  details: Details;
}

/**
 * Whether a new sign-on is of another organization than one of the same name: place and own domains both differ. A free
 * or throwaway address, or a page on a platform, is no own domain, and anybody can type another organization's website.
 * So the new one needs an address at a domain of its own. Without a domain or a place, nothing shows that there are
 * two.
 */
export function isOfAnotherOrganization(
  added: OrganizationTraits,
  other: OrganizationTraits,
  domains: MailDomains,
): boolean {
  if (ownDomainOf(mailHostOf(added.email), domains) === undefined) return false;
  const [a, b] = [ownDomains(added, domains), ownDomains(other, domains)];
  return differInPlace(added.details, other.details) && b.size > 0 && !haveCommon(a, b);
}

/**
 * Whether a new sign-on of the same organization comes from another domain than one that stands: the addresses are not
 * at one own domain, of which free mail has none, or it has domains of its own and none in common. One of the two may
 * be false. Two free addresses are no reason: a small organization has nothing else. Behind one that counts, another
 * place is a reason, too (`findOrganization`).
 */
export function isFromAnotherDomain(
  added: OrganizationTraits,
  other: OrganizationTraits,
  domains: MailDomains,
): boolean {
  const [a, b] = [ownDomains(added, domains), ownDomains(other, domains)];
  const [mail, otherMail] = [added, other].map(({ email }) => ownDomainOf(mailHostOf(email), domains));
  return mail !== otherMail || (a.size > 0 && !haveCommon(a, b));
}

/**
 * How near two sign-ons under one name are: 4 with a common own domain in the same place, 3 with a common domain, 2 in
 * the same place, 1 with a common domain in a place that is certainly another, as of two churches of one diocese, else 0.
 */
export function traitsInCommon(
  one: OrganizationTraits,
  other: OrganizationTraits,
  domains: MailDomains,
): number {
  const hasCommonDomain = haveCommon(ownDomains(one, domains), ownDomains(other, domains));
  if (isSamePlace(one.details, other.details)) return hasCommonDomain ? 4 : 2;
  if (!hasCommonDomain) return 0;
  return differInPlace(one.details, other.details) ? 1 : 3;
}

const haveCommon = (one: Set<string>, other: Set<string>): boolean =>
  [...one].some((domain) => other.has(domain));

function ownDomains({ email, details }: OrganizationTraits, domains: MailDomains): Set<string> {
  const { website = '' } = details;
  const host = URL.canParse(website) ? new URL(website).hostname : '';
  const found = [mailHostOf(email), host.replace(/^www\./, '')].map((each) => ownDomainOf(each, domains));
  return new Set(found.filter((domain) => domain !== undefined));
}
