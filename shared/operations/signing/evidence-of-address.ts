import { keyOfName } from '../../organization/key.ts';
import type { Flag } from '../../sign-on/flags.ts';
import { isSameFlag, makesSignOnWait, stillStands } from '../../sign-on/review.ts';
import type { SignOn } from '../../sign-on/sign-on.ts';
import { nameKeyOf } from '../../table/claims.ts';
import { readSignOns } from '../../table/sign-ons.ts';
import type { Store, Update } from '../../table/table.ts';
import { updateIfUnchanged } from '../../table/unchanged-condition.ts';
import {
  type AddressOrganizations,
  type AddressQuery,
  otherOrganizationsOfAddress,
} from './organizations-of-address.ts';

export interface AddressEvidence {
  /** For how many other organizations the mailbox has confirmed lately; of a person, for how many people. */
  others: number;
  /** The rows of these that are confirmed and can be read. */
  confirmed: readonly SignOn[];
  /** For how many other organizations the addresses of its domain have confirmed lately. */
  organizationsOfDomain: number;
  /** Sign-on of the mailbox, or of its own domain, whose rejection speaks against this one. */
  rejected?: string | undefined;
  /** The writes that store this one for its mailbox and its domain, and that show it beside others of its mailbox. */
  writes: Update[];
}

type AddressEvidenceQuery = AddressQuery & {
  /** Key of the claim that decides. What an organizer has rejected of this organization, the claim says itself. */
  claimKey: string | undefined;
  /** Whether an organizer has approved the words. No rejection concerns them. */
  isApproved: boolean;
  /** Whether it `stillStands`. A rejection for its domain, or of the other kind for its mailbox, no longer concerns it. */
  stands: boolean;
  newUlid: () => string;
};

/**
 * What the other sign-ons of a mailbox and of its own domain say. Rows are read only if something is stored for them. A
 * rejected sign-on speaks against every other of its mailbox, and against one of its domain for another organization
 * if more of the domain were rejected than count: a union with one rejected among many is not held up.
 */
export async function evidenceOfAddress(
  store: Store,
  { claimKey, isApproved, stands, newUlid, ...query }: AddressEvidenceQuery,
): Promise<AddressEvidence> {
  const { slug, now } = query;
  const { others, othersOfOtherKind, othersOfDomain, organizationsOfDomain, writes } =
    await otherOrganizationsOfAddress(store, query);
  const read = async (ids: readonly string[]) => await readSignOns(store, { slug, ids, now });
  const isNew = !isApproved && !stands;
  const [rows, ofOtherKind] = await Promise.all([read(others), isNew ? read(othersOfOtherKind) : []]);
  const ofMailbox = isApproved ? undefined : [...rows, ...ofOtherKind].find(isRejected);
  const ofDomain =
    isNew && !ofMailbox && (await rejectedOfDomain(read, { others: othersOfDomain, claimKey }));
  const { id: rejected } = ofMailbox || ofDomain || {};
  const confirmed = rows.filter(({ status }) => status === 'confirmed');
  const count = query.kind === 'organization' ? others.length : confirmed.length;
  return {
    others: count,
    confirmed,
    organizationsOfDomain,
    rejected,
    writes: [...writes, ...shownBesideOthers(confirmed, count, newUlid)],
  };
}

/**
 * The writes that show beside those of a mailbox that wait for review how many it has confirmed, once so many make a
 * sign-on wait. So the first shows it as well as the last.
 */
function shownBesideOthers(confirmed: readonly SignOn[], others: number, newUlid: () => string): Update[] {
  const shared: Flag = { flag: 'shared-address', others };
  if (!makesSignOnWait(shared)) return [];
  return confirmed.flatMap((row) => {
    const { review, flags = [] } = row;
    const isShown = flags.some((flag) => flag.flag === 'shared-address' && flag.others >= others);
    if (review !== 'waiting' || isShown) return [];
    const kept = flags.filter((flag) => !isSameFlag(flag, shared));
    // With the mark, a decision that has read the flags of before is made anew.
    const values = { ':flags': [...kept, shared], ':mark': newUlid() };
    return [updateIfUnchanged(row, 'SET flags = :flags, indexMark = :mark', values)];
  });
}

const isRejected = ({ status }: SignOn): boolean => status === 'rejected';

/** Rows of a domain that are read first. Only if one of these was rejected, the others are read, too. */
const maxReadFirst = 5;

async function rejectedOfDomain(
  read: (ids: readonly string[]) => Promise<SignOn[]>,
  { others, claimKey }: { others: AddressOrganizations['othersOfDomain']; claimKey: string | undefined },
): Promise<SignOn | undefined> {
  // Of one that was emptied with "It wasn't me", no name is known any more.
  const ofOthers = new Set(others.flatMap(({ id, isOfOther }) => (isOfOther ? [id] : [])));
  const isOfOther = (row: SignOn): boolean =>
    isRejected(row) && (row.signed ? isOfOtherName(row, claimKey) : ofOthers.has(row.id));
  // Ids are hashes, so nobody chooses which rows are read.
  const sorted = others.map(({ id }) => id).toSorted();
  const first = await read(sorted.slice(0, maxReadFirst));
  if (!first.some(isOfOther)) return undefined;
  const rows = [...first, ...(await read(sorted.slice(maxReadFirst)))];
  const rejected = rows.filter(isOfOther);
  return rejected.length > rows.filter(stillStands).length ? rejected[0] : undefined;
}

/**
 * Whether a sign-on is for another organization than the one whose claim has this key. One that was emptied with "It
 * wasn't me" counts as such: nobody may remove in this way that its website was rejected.
 */
export const isOfOtherName = ({ signed }: SignOn, claimKey: string | undefined): boolean =>
  claimKey !== undefined && (signed === undefined || keyOfName(signed) !== nameKeyOf(claimKey));
