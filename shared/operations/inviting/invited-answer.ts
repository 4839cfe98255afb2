import { countInvited, type InvitedStatus } from './invited-status.ts';

/** The invited organizations for programs, without the nonces, which make links. */
export function invitedAnswer(statuses: readonly InvitedStatus[]) {
  const counts = countInvited(statuses);
  return {
    counts: {
      invited: counts.invited,
      signed: counts.signed,
      otherName: counts['other-name'],
      notSigned: counts['not-signed'],
    },
    invited: statuses.map(({ invited: { id, organization, email, website }, state, signOn }) => ({
      id,
      organization,
      email: email ?? null,
      website: website ?? null,
      status: state,
      signOn: signOn ?? null,
    })),
  };
}
