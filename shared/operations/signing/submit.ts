import { detailsHash } from '../../sign-on/ids.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import type { FormSuspicion } from '../../sign-on/trap-fields.ts';
import { expiryAfterDays, pendingDays } from '../../table/expiry.ts';
import { signOnKey } from '../../table/keys.ts';
import { setOrRemove } from '../../table/set-or-remove.ts';
import type { Store } from '../../table/table.ts';

const repeatSeconds = 10;

export interface Submission {
  slug: string;
  id: string;
  kind: SignOn['kind'];
  email: string;
  details: Details;
  suspicions?: readonly FormSuspicion[] | undefined;
  /** Mark of the network that it comes from, if it is to be stored. */
  network?: string | undefined;
  /** Mark of that network for its share of the mailbox's mails of a day (`mailNetworkMark`). */
  mailNetwork?: string | undefined;
  now: Date;
  newUlid: () => string;
  newNonce: () => string;
}

/**
 * Stores a submission with one write, which is the same whether the sign-on is new, pending, confirmed or withdrawn. It
 * becomes the `submission` that waits for its owner's button, and a mail is due. Only the same words within ten seconds
 * (a double click) are not written, and answered `repeated`. `suspicions` and marks of the network are about these
 * words, so the next submission replaces them. A suspicious one also notes which words came before it without suspicion
 * (`unsuspectedHash`): a stranger can send them again, and `suspicionsOf` must not hold that against them.
 */
export async function submitSignOn(store: Store, submission: Submission): Promise<'accepted' | 'repeated'> {
  const { slug, id, kind, email, details, suspicions = [], network, mailNetwork } = submission;
  const { now, newUlid, newNonce } = submission;
  const isSuspicious = suspicions.length > 0;
  const noted = setOrRemove({
    suspicions: isSuspicious ? suspicions : undefined,
    network,
    mailNetwork,
    ...(!isSuspicious && { unsuspectedHash: undefined }),
  });
  const unsuspected =
    ', unsuspectedHash = if_not_exists(unsuspectedHash, if_not_exists(submissionHash, :noHash))';
  const written = await store.update({
    key: signOnKey(slug, id),
    update: `SET slug = :slug, id = :id, kind = :kind, email = if_not_exists(email, :email),
      submission = :details, submissionHash = :hash, requestedAt = :now, pendingMail = :pendingMail,
      #status = if_not_exists(#status, :pending), eligible = if_not_exists(eligible, :no),
      counted = if_not_exists(counted, :no), nonce = if_not_exists(nonce, :nonce),
      mailedAt = if_not_exists(mailedAt, :none), expiresAt = if_not_exists(keep, :expiry)
      ${isSuspicious ? unsuspected : ''} ${noted.set && `, ${noted.set}`} ${noted.remove && `REMOVE ${noted.remove}`}`,
    condition: 'submissionHash <> :hash OR requestedAt < :repeatableSince',
    names: { '#status': 'status' },
    values: {
      ':slug': slug,
      ':id': id,
      ':kind': kind,
      ':email': email,
      ':details': details,
      ':hash': detailsHash(details),
      ':now': now.toISOString(),
      ':pendingMail': newUlid(),
      ':pending': 'pending',
      ':no': 'no',
      ':nonce': newNonce(),
      ':none': {},
      ...noted.values,
      ...(isSuspicious && { ':noHash': 'none' }),
      ':expiry': expiryAfterDays(now, pendingDays),
      ':repeatableSince': new Date(now.getTime() - repeatSeconds * 1000).toISOString(),
    },
  });
  return written ? 'accepted' : 'repeated';
}
