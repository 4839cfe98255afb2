import type { Gate } from '../../campaign/gate.ts';
import { organizationKey } from '../../organization/key.ts';
import { mailboxHash } from '../../sign-on/ids.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import { readGate } from '../../table/gate.ts';
import { gateKey } from '../../table/keys.ts';
import type { StoredMessage } from '../../table/messages.ts';
import type { Store, Update } from '../../table/table.ts';
import type { Invited } from '../inviting/invited.ts';

/**
 * Whether a message to signers goes to this one, as far as the row says: confirmed, and mail to it has not come back.
 */
export const isSignerDue = ({ status, email, mailFeedback, signed, unsubscribed }: SignOn): boolean =>
  status === 'confirmed' &&
  email !== '' &&
  signed !== undefined &&
  mailFeedback === undefined &&
  unsubscribed === undefined;

/** Whether an invitation can go to this organization, as far as its row and the message say. */
export const isInvitedDue = (
  { id, email, mailFeedback }: Invited,
  { leftOut = [] }: Pick<StoredMessage, 'leftOut'>,
): boolean => email !== undefined && mailFeedback === undefined && !leftOut.includes(id);

/** Who gets a message at most once: a signer's mailbox, however many sign-ons it has, or an invited organization. */
export const recipientOf = (row: SignOn | Invited, addressKey: string): string =>
  'organization' in row ? row.id : mailboxHash(addressKey, row.email);

/** Whether somebody counts for an invited organization by now, or waits to: its claim says so. */
export async function hasInvitedSigned(store: Store, { slug, organization }: Invited): Promise<boolean> {
  const key = organizationKey(organization);
  const { claim } = await findClaim(store, { slug, organizationKey: key, id: '' });
  return claim.holder !== undefined || (claim.waiting?.size ?? 0) > 0;
}

export type MessageStop = 'taken-down' | 'deleted' | 'erased';

/** Why nobody may get a message about a campaign any more. `deleted`: its deletion has begun. `erased` likewise. */
export function messageStop({ status, deletion, erasureId, erasedAt }: Gate): MessageStop | undefined {
  if (deletion !== undefined) return 'deleted';
  if (status === 'taken-down') return 'taken-down';
  return erasureId !== undefined || erasedAt !== undefined ? 'erased' : undefined;
}

/** Changes nothing, and fails where there is a `messageStop` or no campaign. It is part of what asks for a message. */
export const messageAllowed = (slug: string): Update => ({
  key: gateKey(slug),
  update: 'SET slug = :slug',
  condition: `#status <> :takenDown AND attribute_exists(PK) AND attribute_not_exists(deletion)
    AND attribute_not_exists(erasureId) AND attribute_not_exists(erasedAt)`,
  names: { '#status': 'status' },
  values: { ':slug': slug, ':takenDown': 'taken-down' },
});

/** Whether nobody may get a message any more, or the campaign is gone. */
export async function isMessageStopped(store: Store, slug: string): Promise<boolean> {
  const gate = await readGate(store, slug);
  return !gate || messageStop(gate) !== undefined;
}
