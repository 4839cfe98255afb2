import type { PressEntry } from '../../campaign/campaign.ts';
import { addressHash } from '../../sign-on/ids.ts';
import { pressContactKey } from '../../table/keys.ts';
import type { Write } from '../../table/table.ts';
import type { PressContact } from '../mailing/press-contacts.ts';

type PressListEntry = Pick<PressContact, 'slug' | 'addressHash' | 'email' | 'name' | 'outlet' | 'embargoed'>;

/** What a press list changes about the stored one. */
export interface PressChanges {
  added: PressListEntry[];
  changed: PressListEntry[];
  /**
   * Only contacts that have not got the release; the others are still told of corrections. The state of an embargoed
   * copy is kept without name and address, so that nobody who is listed again gets it twice.
   */
  removed: PressContact[];
}

/** Compares a press list with the stored one. Addresses are compared by their hash. */
export function pressChanges(
  slug: string,
  entries: PressEntry[],
  stored: PressContact[],
  addressKey: string,
): PressChanges {
  const known = new Map(stored.map((contact) => [contact.addressHash, contact]));
  const listed = entries.map(
    (entry): PressListEntry => ({ slug, addressHash: addressHash(addressKey, entry.email), ...entry }),
  );
  const hashes = new Set(listed.map((contact) => contact.addressHash));
  const isChanged = (contact: PressListEntry) => {
    const old = known.get(contact.addressHash);
    if (!old) return false;
    return (
      old.email !== contact.email ||
      old.name !== contact.name ||
      old.outlet !== contact.outlet ||
      (old.embargoed ?? false) !== (contact.embargoed ?? false)
    );
  };
  return {
    added: listed.filter((contact) => !known.has(contact.addressHash)),
    changed: listed.filter(isChanged),
    removed: stored.filter((contact) => !hashes.has(contact.addressHash) && isRemovable(contact)),
  };
}

const isRemovable = ({ embargo, release, email }: PressContact): boolean =>
  release === undefined && (embargo === undefined || email !== '');

/** The writes for a press list's changes. They never touch a contact's nonce and the state of its mails. */
export function pressWrites({ added, changed, removed }: PressChanges, newNonce: () => string): Write[] {
  return [
    ...[...added, ...changed].map((contact): Write => listing(contact, newNonce())),
    ...removed.map(removal),
  ];
}

const removal = ({ slug, addressHash, embargo }: PressContact): Write => {
  const key = pressContactKey(slug, addressHash);
  const condition = `attribute_not_exists(#release) AND attribute${embargo ? '' : '_not'}_exists(embargo)`;
  const names = { '#release': 'release' };
  if (!embargo) return { remove: key, condition, names };
  return {
    key,
    update: 'REMOVE email, #name, outlet, embargoed, mailFeedback',
    condition,
    names: { ...names, '#name': 'name' },
  };
};

function listing(
  { slug, addressHash, email, name, outlet, embargoed }: PressListEntry,
  nonce: string,
): Write {
  const sets = [
    'slug = :slug',
    'addressHash = :hash',
    'email = :email',
    'nonce = if_not_exists(nonce, :nonce)',
  ];
  const removes: string[] = [];
  (name === undefined ? removes : sets).push(name === undefined ? '#name' : '#name = :name');
  (outlet === undefined ? removes : sets).push(outlet === undefined ? 'outlet' : 'outlet = :outlet');
  (embargoed ? sets : removes).push(embargoed ? 'embargoed = :embargoed' : 'embargoed');
  return {
    key: pressContactKey(slug, addressHash),
    update: `SET ${sets.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
    names: { '#name': 'name' },
    values: {
      ':slug': slug,
      ':hash': addressHash,
      ':email': email,
      ':nonce': nonce,
      ...(name !== undefined && { ':name': name }),
      ...(outlet !== undefined && { ':outlet': outlet }),
      ...(embargoed && { ':embargoed': true }),
    },
  };
}
