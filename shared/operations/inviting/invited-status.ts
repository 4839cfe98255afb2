import { organizationKey } from '../../organization/key.ts';
import { ownDomainsOf } from '../../sign-on/invitation-use.ts';
import { mailHostOf, ownDomainOf } from '../../sign-on/own-domain.ts';
import { type ReviewState, reviewStateOf, reviewStates } from '../../sign-on/review-state.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { invitedBySource } from '../../sign-on/sources.ts';
import { findClaim } from '../../table/claims.ts';
import { allShards } from '../../table/keys.ts';
import { allSignOns } from '../../table/sign-ons.ts';
import { type Store, undefinedIfUnreadable } from '../../table/table.ts';
import { type Invited, readAllInvited } from './invited.ts';

/** Whether an invited organization has signed, in the order in which organizers see them. */
const invitedStates = ['not-signed', 'other-name', 'signed'] as const;
export type InvitedState = (typeof invitedStates)[number];

export interface InvitedStatus {
  invited: Invited;
  state: InvitedState;
  /** The signature, if there is one. */
  signOn?: { id: string; name: string; state: ReviewState };
  /**
   * Whether the invitation has its answer. A signature that waits for review may be anybody's, so it is none, unless it
   * came from the organization's own domain or by its link.
   */
  isAnswered: boolean;
}

/** How many invited organizations there are, and in which state. */
export type InvitedCounts = Record<'invited' | InvitedState, number>;

export const countInvited = (statuses: readonly InvitedStatus[]): InvitedCounts => ({
  invited: statuses.length,
  'not-signed': statuses.filter(({ state }) => state === 'not-signed').length,
  'other-name': statuses.filter(({ state }) => state === 'other-name').length,
  signed: statuses.filter(({ state }) => state === 'signed').length,
});

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Which of a campaign's invited organizations have signed. One has signed under another name if it was merged with the
 * invited one, came by the personal link, or signed from the invited one's own domain, and is not itself invited. Only
 * confirmed sign-ons are looked at. Reads all of them: for organizers who ask.
 */
export async function readInvitedStatuses(store: Store, slug: string): Promise<InvitedStatus[]> {
  const all = await readAllInvited(store, slug);
  if (all.length === 0) return [];
  const signed = (await Promise.all(allShards.map((shard) => signedOfShard(store, slug, shard)))).flat();
  const keys = new Set(all.map(({ organization }) => organizationKey(organization)));
  const others = signed.filter(({ key }) => !keys.has(key));
  const { mailDomains } = await import('../../sign-on/mail-domains.ts');
  const named = bestBy(signed, ({ key }) => [key]);
  const allOfName = Map.groupBy(signed, ({ key }) => key);
  const byLink = bestBy(others, ({ invitedId }) => (invitedId === undefined ? [] : [invitedId]));
  const byDomain = bestBy(others, ({ email }) => ownDomainOf(mailHostOf(email), mailDomains) ?? []);
  const statusOf = async (invited: Invited): Promise<InvitedStatus> => {
    const key = organizationKey(invited.organization);
    const domains = ownDomainsOf(invited, mailDomains);
    const isAnswer = ({ isInReview, invitedId, email }: SignedOrganization): boolean =>
      !isInReview ||
      invitedId === invited.id ||
      domains.includes(ownDomainOf(mailHostOf(email), mailDomains) ?? '');
    const own = named.get(key);
    if (own && allOfName.get(key)?.some(isAnswer))
      return { invited, state: 'signed', signOn: shown(own), isAnswered: true };
    const other =
      byLink.get(invited.id) ??
      domains.flatMap((domain) => byDomain.get(domain) ?? [])[0] ??
      (await mergedWith(store, { slug, key, others }));
    const isAnswered = other !== undefined;
    if (own) return { invited, state: 'signed', signOn: shown(own), isAnswered };
    return other
      ? { invited, state: 'other-name', signOn: shown(other), isAnswered }
      : { invited, state: 'not-signed', isAnswered };
  };
  const statuses: InvitedStatus[] = [];
  for (let at = 0; at < all.length; at += claimsAtOnce)
    statuses.push(...(await Promise.all(all.slice(at, at + claimsAtOnce).map(statusOf))));
  return statuses.toSorted(
    (one, other) =>
      invitedStates.indexOf(one.state) - invitedStates.indexOf(other.state) ||
      byName.compare(one.invited.organization, other.invited.organization),
  );
}

/** Claims that are read at the same time. */
const claimsAtOnce = 50;

/** Another organization's sign-on that holds the claim of an invited name, or waits for it: the two were merged. */
async function mergedWith(
  store: Store,
  { slug, key, others }: { slug: string; key: string; others: readonly SignedOrganization[] },
): Promise<SignedOrganization | undefined> {
  const found = await undefinedIfUnreadable(findClaim(store, { slug, organizationKey: key, id: '' }));
  const { holder, waiting = [] } = found?.claim ?? {};
  const ids = [holder, ...waiting].filter((id) => id !== undefined);
  if (ids.length === 0) return undefined;
  return bestBy(others, ({ id }) => (ids.includes(id) ? [key] : [])).get(key);
}

interface SignedOrganization extends Pick<SignOn, 'id' | 'email'> {
  name: string;
  /** Key of the name that it signed with. */
  key: string;
  /** The invited organization whose personal link brought it. */
  invitedId: string | undefined;
  state: ReviewState;
  isInReview: boolean;
}

const shown = ({ id, name, state }: SignedOrganization) => ({ id, name, state });

async function signedOfShard(store: Store, slug: string, shard: number): Promise<SignedOrganization[]> {
  const found: SignedOrganization[] = [];
  for await (const signOn of allSignOns(store, slug, { shards: [shard] })) {
    const { id, email, status, signed } = signOn;
    if (status !== 'confirmed' || signed?.organizationName === undefined) continue;
    found.push({
      id,
      email,
      name: signed.organizationName,
      key: organizationKey(signed.organizationName),
      invitedId: invitedBySource(signed.source),
      state: reviewStateOf(signOn),
      isInReview: signOn.review === 'waiting',
    });
  }
  return found;
}

const rank = ({ state }: SignedOrganization): number =>
  state === 'counted' ? 0 : 1 + reviewStates.indexOf(state);

/** For each key the sign-on that counts, or else the next best. */
function bestBy(
  signed: readonly SignedOrganization[],
  keysOf: (one: SignedOrganization) => string | readonly string[],
): Map<string, SignedOrganization> {
  const best = new Map<string, SignedOrganization>();
  for (const one of signed)
    for (const key of [keysOf(one)].flat()) {
      const known = best.get(key);
      if (!known || rank(one) < rank(known)) best.set(key, one);
    }
  return best;
}
