import type { SignOn } from '../../sign-on/sign-on.ts';
import type { Update } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';

/** The row's part of taking a claim after waiting for it. With `decidedAt`: by an organizer's decision. */
export const promotedUpdate = (
  signOn: SignOn,
  { root, pendingMail, decidedAt }: { root: string; pendingMail: string; decidedAt?: string },
): Update => {
  const ownKey = signOn.ownKey ?? signOn.organizationKey;
  const isMerged = ownKey !== root;
  return updateIfUnchanged(
    signOn,
    `SET eligible = :yes, pendingMail = :pendingMail, organizationKey = :root
      ${isMerged ? ', ownKey = :ownKey' : ''}${decidedAt ? ', decidedAt = :decidedAt, review = :approved' : ''} REMOVE demotedAt, reviewRequestedAt`,
    {
      ':yes': 'yes',
      ':pendingMail': pendingMail,
      ':root': root,
      ...(isMerged && { ':ownKey': ownKey }),
      ...(decidedAt && { ':decidedAt': decidedAt, ':approved': 'approved' }),
    },
  );
};
