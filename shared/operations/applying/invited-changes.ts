import type { InvitedEntry } from '../../campaign/campaign.ts';
import { organizationKey } from '../../organization/key.ts';
import { invitedId } from '../../sign-on/ids.ts';
import { invitedKey } from '../../table/keys.ts';
import type { Write } from '../../table/table.ts';
import type { Invited } from '../inviting/invited.ts';

type InvitedListEntry = Omit<Invited, 'nonce' | 'mailFeedback'>;

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
  const isChanged = ({ id, organization, email, website }: InvitedListEntry): boolean => {
    const old = known.get(id);
    return (
      old !== undefined &&
      (old.organization !== organization || old.email !== email || old.website !== website)
    );
  };
  return {
    added: listed.filter(({ id }) => !known.has(id)),
    changed: listed.filter(isChanged),
    removed: stored.filter(({ id }) => !ids.has(id)),
  };
}

/** The writes for a list's changes. A row keeps its nonce, so that links in mails still work. */
export function invitedWrites({ added, changed, removed }: InvitedChanges, newNonce: () => string): Write[] {
  return [
    ...[...added, ...changed].map((entry): Write => listing(entry, newNonce())),
    ...removed.map(({ slug, id }): Write => ({ remove: invitedKey(slug, id) })),
  ];
}

function listing({ slug, id, organization, email, website }: InvitedListEntry, nonce: string): Write {
  const optional = { email, website };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  const removed = Object.entries(optional).filter(([, value]) => value === undefined);
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
