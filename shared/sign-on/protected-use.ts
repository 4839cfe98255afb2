import type { Settings } from '../campaign/settings.ts';
import { compareNames } from '../organization/compare.ts';
import { protectedNameLike } from '../organization/protected-names.ts';
import type { MailDomains } from './mail-domains.ts';
import { mailHostOf, ownDomainOf } from './own-domain.ts';

/** A name that only its own organization may use, with the host of that organization's address if it is known. */
interface OwnedName {
  name: string;
  host?: string | undefined;
}

/** The leads, the sender, the organizations of the release's contacts, and the recipient. */
const ownedNames = ({ list, sender, protectedNames = [] }: Settings): OwnedName[] => [
  ...list.leads.map((name) => ({ name })),
  { name: sender.name, host: mailHostOf(sender.address) },
  ...protectedNames.map(({ name, domain }) => ({ name, host: domain })),
];

/**
 * The campaign's protected name that a typed name is or nearly is, unless the address is at that name's own domain. A
 * domain where anybody can have an address is nobody's own. So a lead whose domain is not known is protected from
 * everybody.
 */
export function protectedNameUsed(
  { typed, email }: { typed: string; email: string },
  settings: Settings,
  domains: MailDomains,
): string | undefined {
  const owned = ownedNames(settings);
  const own = ownDomainOf(mailHostOf(email), domains);
  const isExempt = (name: string): boolean =>
    own !== undefined &&
    owned.some(
      (each) =>
        each.host !== undefined &&
        ownDomainOf(each.host, domains) === own &&
        compareNames(each.name, name).same,
    );
  const closed = [...new Set(owned.map(({ name }) => name))].filter((name) => !isExempt(name));
  return protectedNameLike(typed, closed)?.name;
}
