import type { Flag } from '../../sign-on/flags.ts';
import { isDoubtfulDuplicate, stillStands, withFlags } from '../../sign-on/review.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import type { FoundOrganization } from './find-organization.ts';

/** Flags that are of the organization's claim, whatever the words are. */
const flagsOfClaim: readonly string[] = [
  'same-name',
  'former-name',
  'second-domain',
  'rejected-before',
] satisfies Flag['flag'][];
/** Whether a flag is one of those. */
export const isOfClaim = ({ flag }: Flag): boolean => flagsOfClaim.includes(flag);

/** What the claim of an organization says against a sign-on. */
export function organizationFlags(organization: FoundOrganization | undefined): Flag[] {
  const { namesakeOf, otherDomainThan, renamed } = organization ?? {};
  if (namesakeOf !== undefined) return [{ flag: 'same-name', id: namesakeOf }];
  if (renamed !== undefined) return [{ flag: 'former-name', id: renamed }];
  return otherDomainThan === undefined ? [] : [{ flag: 'second-domain', id: otherDomainThan }];
}

/**
 * What the row of a duplicate says that an organizer's decision makes. Another one may have taken the claim since its
 * evidence was seen.
 */
export function decidedDuplicate(
  known: readonly Flag[] | undefined,
  ofClaim: readonly Flag[],
  now: Date,
): Pick<SignOn, 'reviewRequestedAt'> & { flags: Flag[] | undefined } {
  const flags = withFlags(known ?? [], ofClaim);
  return {
    flags: flags.length > 0 ? flags : undefined,
    reviewRequestedAt: isDoubtfulDuplicate(flags) ? now.toISOString() : undefined,
  };
}

/** Another sign-on of the organization that an organizer has rejected, as long as none has the claim. */
export function rejectedBefore(organization: FoundOrganization | undefined, id: string): string | undefined {
  const { holder, rejected, former } = organization?.found.claim ?? {};
  // Who held the claim last has nothing to do with the rejection of another one.
  if (holder !== undefined || former === id) return undefined;
  return [...(rejected ?? [])].find((other) => other !== id) ?? organization?.rejectedFormer;
}

/** Whether a sign-on holds its organization's claim, or held it last and is asked. A person has none. */
export function isLastHolder(organization: FoundOrganization | undefined, signOn: SignOn): boolean {
  const { holder, former } = organization?.found.claim ?? {};
  return organization === undefined || ((holder ?? former) === signOn.id && stillStands(signOn));
}

/** Whether another sign-on of the same organization counts. */
export function isTakenByOther(organization: FoundOrganization | undefined, id: string): boolean {
  const holder = organization?.found.claim.holder;
  return organization?.namesakeOf === undefined && holder !== undefined && holder !== id;
}
