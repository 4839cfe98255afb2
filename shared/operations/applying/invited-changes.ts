import type { InvitedEntry } from '../../campaign/campaign.ts';
import { organizationKey } from '../../organization/key.ts';
import { invitedId } from '../../sign-on/ids.ts';
import { invitedKey } from '../../table/keys.ts';
import type { Write } from '../../table/table.ts';
import type { Invited } from '../inviting/invited.ts';

interface InvitedListEntry extends Omit<Invited, 'nonce' | 'mailFeedback'> {
  /** The stored row has another address, or none. What came back from that one says nothing about this one. */
  hasNewAddress?: boolean;
}

/** What a list of invited organizations changes about the stored one. */
export interface InvitedChanges {
  added: InvitedListEntry[];
  changed: InvitedListEntry[];
  removed: Invited[];
}

export const hasInvitedChanges = ({ added, changed, removed }: InvitedChanges): boolean =>
  added.length + changed.length + removed.length > 0;

/** Compares a list with the stored one. Two spellings of one organization's name are the same row. */
export function invitedChanges(
  slug: string,
  entries: InvitedEntry[],
  stored: Invited[],
  addressKey: string,
): InvitedChanges {
  const known = new Map(stored.map((invited) => [invited.id, invited]));
  const listed = entries.map(
    (entry): InvitedListEntry => ({
      slug,
      id: invitedId(addressKey, organizationKey(entry.organization)),
      ...entry,
    }),
  );
  const ids = new Set(listed.map(({ id }) => id));
  const changesOf = (entry: InvitedListEntry): InvitedListEntry[] => {
    const old = known.get(entry.id);
    if (!old) return [];
    const hasNewAddress = old.email !== entry.email;
    const isSame = !hasNewAddress && old.organization === entry.organization && old.website === entry.website;
    return isSame ? [] : [{ ...entry, hasNewAddress }];
  };
  return {
    added: listed.filter(({ id }) => !known.has(id)),
    changed: listed.flatMap(changesOf),
    removed: stored.filter(({ id }) => !ids.has(id)),
  };
}

/** The writes for a list's changes. A row keeps its nonce, so that personal links still work. */
export function invitedWrites({ added, changed, removed }: InvitedChanges, newNonce: () => string): Write[] {
  return [
    ...[...added, ...changed].map((entry): Write => listing(entry, newNonce())),
    ...removed.map(({ slug, id }): Write => ({ remove: invitedKey(slug, id) })),
  ];
}

function listing(entry: InvitedListEntry, nonce: string): Write {
  const { slug, id, organization, email, website, hasNewAddress = false } = entry;
  const optional = { email, website };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  const removed = Object.entries({ ...optional, ...(hasNewAddress && { mailFeedback: undefined }) }).filter(
    ([, value]) => value === undefined,
  );
  const sets = given.map(([name]) => `, ${name} = :${name}`).join('');
  const removes = removed.length > 0 ? ` REMOVE ${removed.map(([name]) => name).join(', ')}` : '';
  return {
    key: invitedKey(slug, id),
    update: `SET slug = :slug, id = :id, organization = :organization, nonce = if_not_exists(nonce, :nonce)${sets}${removes}`,
    values: {
      ':slug': slug,
      ':id': id,
      ':organization': organization,
      ':nonce': nonce,
      ...Object.fromEntries(given.map(([name, value]) => [`:${name}`, value])),
    },
  };
}
