import type { MailReference } from '../aws/mailer.ts';
import { invitedMailTag, readInvited, unsubscribeNonce } from '../operations/inviting/invited.ts';
import { hasInvitedSigned, isInvitedDue, isSignerDue } from '../operations/mailing/message-due.ts';
import { unsubscribedFrom } from '../operations/mailing/unsubscribing.ts';
import { ownersLanguage } from '../sign-on/confirmation.ts';
import { mailboxHash } from '../sign-on/ids.ts';
import type { LinkKeys } from '../sign-on/tokens.ts';
import { type Key, parseItemKey } from '../table/keys.ts';
import type { StoredMessage } from '../table/messages.ts';
import { readSignOn } from '../table/sign-ons.ts';
import { invitationLink, signOnLink, unsubscribeLink } from './links.ts';
import type { MailDependencies } from './task-outcome.ts';

/** Somebody to whom a message is due, with the links that the mail has. */
export interface MessageAddressee {
  /** Of its sign-on or its invited organization. */
  id: string;
  email: string;
  /** A signer's own; an invited organization has none. */
  language: ReturnType<typeof ownersLanguage>;
  organization?: string;
  item: MailReference['item'];
  /** Names the mail in SES's events. */
  tag: string;
  links: (keys: LinkKeys) => { link: string; unsubscribeLink: string };
}

/** Whom the row behind a key names, if the message is still due to it. The row is read when the mail is sent. */
export async function dueAddressee(
  dependencies: MailDependencies,
  key: Key,
  message: StoredMessage,
): Promise<MessageAddressee | undefined> {
  const { store, now, addressKey, siteUrl } = dependencies;
  const item = parseItemKey(key);
  if (!item) return undefined;
  const { kind, slug, id } = item;
  const isStopped = async (email: string): Promise<boolean> =>
    (await unsubscribedFrom(store, mailboxHash(await addressKey(), email), slug)) !== undefined;

  if (kind === 'invited' && message.audience === 'invited') {
    const row = await readInvited(store, slug, id);
    const { email } = row ?? {};
    const isDue =
      row !== undefined &&
      email !== undefined &&
      isInvitedDue(row, message) &&
      !(await isStopped(email)) &&
      !(await hasInvitedSigned(store, row));
    if (!isDue) return undefined;
    const { nonce, organization } = row;
    const links: MessageAddressee['links'] = (keys) => ({
      link: invitationLink({ siteUrl, keys }, { slug, id, nonce }),
      unsubscribeLink: unsubscribeLink(
        { siteUrl, keys },
        { purpose: 'invited', slug, id, nonce: unsubscribeNonce(row) },
      ),
    });
    const tag = invitedMailTag(mailboxHash(await addressKey(), email));
    return { id, email, language: undefined, organization, item: 'invited', tag, links };
  }
  if (kind !== 'sign-on' || message.audience !== 'signers') return undefined;
  const row = await readSignOn(store, { slug, id, now: now() });
  if (!row || !isSignerDue(row) || (await isStopped(row.email))) return undefined;
  const { nonce, email } = row;
  const links: MessageAddressee['links'] = (keys) => ({
    link: signOnLink({ siteUrl, keys }, { slug, id, nonce }),
    unsubscribeLink: unsubscribeLink({ siteUrl, keys }, { purpose: 'unsubscribe', slug, id, nonce }),
  });
  return { id, email, language: ownersLanguage(row), item: 'sign-on', tag: 'message', links };
}
