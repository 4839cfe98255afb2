import type { Settings } from '../campaign/settings.ts';
import { compareNames } from '../organization/compare.ts';
import { foldLetters } from '../organization/letters.ts';
import { protectedNameLike } from '../organization/protected-names.ts';
import type { MailDomains } from './mail-domains.ts';
import { mailHostOf, ownDomainOf } from './own-domain.ts';

/** A name that only its own organization may use, with the host of that organization's address if it is known. */
interface OwnedName {
  name: string;
  host?: string | undefined;
}

/** The leads, the sender, the organizations of the release's contacts, and the recipient. */
export const ownedNames = ({ list, sender, protectedNames = [] }: Settings): OwnedName[] => [
  ...list.leads.map((name) => ({ name })),
  { name: sender.name, host: mailHostOf(sender.address) },
  ...protectedNames.map(({ name, domain }) => ({ name, host: domain })),
];

/**
 * The campaign's protected name that a typed name is or nearly is, or that stands in the city or region beside it, unless
 * the address is at that name's own domain. Its title is protected like one. A domain where anybody can have an address
 * is nobody's own. So a lead whose domain is not known is protected from everybody.
 */
export function protectedNameUsed(
  { typed, email, places = [] }: { typed: string; email: string; places?: readonly (string | undefined)[] },
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
  return (
    protectedNameLike(typed, closed)?.name ??
    titlesOf(settings).find(
      (title) => isTitle(typed, title) && !owned.some(({ name }) => isTitle(name, title)),
    ) ??
    closed.find((name) => places.some((place = '') => containsName(place, name)))
  );
}

/** The letter's title in each language. Whoever types it has taken the form's question for another one. */
const titlesOf = ({ title, translations = {} }: Settings): string[] => [
  title,
  ...Object.values(translations).flatMap(({ title: translated = [] }) => translated),
];

const isTitle = (name: string, title: string): boolean => compareNames(name, title).similar;

/** Names that are those of places, too. One word alone may be one, as well. */
const nameOfPlace =
  /^(?:the )?(?:city|town|village|township|county|state) of |^(?:the )?(?:\S+ ){1,2}(?:county|city|town|village|township|parish|borough|district|shore|island|beach|valley|bay|hills?)$/;

/** Whether the text of a place is, nearly is, or contains a name that is no place itself. */
function containsName(text: string, name: string): boolean {
  const [within = [], words = []] = [text, name].map(
    (each) => foldLetters(each).match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  const plain = words[0] === 'the' ? words.slice(1) : words;
  const isPlace = nameOfPlace.test(plain.join(' ')) && within.join(' ') === words.join(' ');
  if (plain.length < 2 || isPlace) return false;
  // "Shoreline" alone is a town beside the Shoreline Coalition.
  const isAsLong = text.length >= name.length - 1 && protectedNameLike(text, [name]) !== undefined;
  return isAsLong || ` ${within.join(' ')} `.includes(` ${plain.join(' ')} `);
}
