import { organizationKey } from '../../organization/key.ts';
import { mailboxHash } from '../../sign-on/ids.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { findClaim } from '../../table/claims.ts';
import { readGate } from '../../table/gate.ts';
import type { StoredMessage } from '../../table/messages.ts';
import type { Store } from '../../table/table.ts';
import type { Invited } from '../inviting/invited.ts';

/** Whether a message to signers goes to this one, as far as the row says: confirmed, and mail to it has not come back. */
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

/**
 * A message that nobody may get any more: its campaign was taken down or is being deleted, or its personal data is being
 * erased.
 */
export async function isMessageStopped(store: Store, slug: string): Promise<boolean> {
  const gate = await readGate(store, slug);
  return (
    !gate ||
    gate.status === 'taken-down' ||
    gate.deletion !== undefined ||
    gate.erasureId !== undefined ||
    gate.erasedAt !== undefined
  );
}
