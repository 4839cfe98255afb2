import { keyOfName } from '../../organization/key.ts';
import type { Flag } from '../../sign-on/flags.ts';
import { type PrintedChange, printedChange } from '../../sign-on/printed-words.ts';
import {
  flagsNeedReview,
  hasNewReasonToWait,
  hasReview,
  hasUnseenReasonToWait,
  isDoubtfulDuplicate,
  isOfOtherDomain,
  isSameFlag,
  makesSignOnWait,
  needsDecisionForVacantClaim,
  stillStands,
  withFlags,
} from '../../sign-on/review.ts';
import type { Details, SignOn } from '../../sign-on/sign-on.ts';
import {
  findClaim,
  joinClaim,
  maxNamesakes,
  nameKeyOf,
  namesakeKey,
  namesakeWrites,
  noteFormer,
  takeClaim,
  unchangedMerges,
} from '../../table/claims.ts';
import { claimKey } from '../../table/keys.ts';
import { setOrRemove, type UpdateParts } from '../../table/set-or-remove.ts';
import { readSignOn } from '../../table/sign-ons.ts';
import type { Store, Write } from '../../table/table.ts';
import {
  type CollectedEvidence,
  collectEvidence,
  type EvidenceQuery,
  nothingCollected,
} from './collect-evidence.ts';
import { type FoundOrganization, findOrganization } from './find-organization.ts';
import type { Proposal } from './proposal.ts';
import { releaseClaimWrites } from './release-claim.ts';
import { websiteIndexWrites } from './websites.ts';

export interface AllocationInput extends Omit<EvidenceQuery, 'organizationKey' | 'claimKey' | 'rejected'> {
  /**
   * Whether the signer agrees to the current letter with it, by the button or on paper. A signer who is asked to agree is
   * still asked until then.
   */
  agrees: boolean;
  /**
   * Whether another organization of the same name gets a claim of its own at once. By default if there is no review;
   * otherwise an organizer decides.
   */
  separatesNamesakes?: boolean;
}

export type AllocationAnswer =
  | 'confirmed'
  | 'corrected'
  | 'waiting-for-review'
  | 'already-signed-by-organization';

/** What a confirmed sign-on is: counted, a duplicate, in review, or asked again. */
export interface Allocation {
  eligible: SignOn['eligible'];
  organizationKey?: string | undefined;
  ownKey?: string | undefined;
  review?: SignOn['review'];
  reviewRequestedAt?: string | undefined;
  flags?: Flag[] | undefined;
  /** Stays as long as the allocation does. */
  demotedAt?: SignOn['demotedAt'];
  /** Written beside the row, in the same transaction. */
  writes: Write[];
  answer: AllocationAnswer;
}

/** How often claims are read again because others changed them between two reads. */
const maxReads = 2;

/**
 * Allocates a sign-on with `details` confirmed: for the first time, again, or as a change of what is signed. A sign-on
 * that an organizer must review holds no claim and waits for none. A change with the same organization keeps the
 * allocation; if the sign-on does not count, the new words get new evidence. With another organization, the old claim
 * is given up and the new name is examined as at first. An approval is of the words that were approved: a mended
 * spelling is examined, and keeps the approval if nothing new speaks against it. A signer who was asked to agree to a
 * changed letter has no claim, and gets one again by agreeing; an organizer reviews only what waited for review before,
 * new words, and duplicates that would have waited as the first.
 */
export async function allocate(
  store: Store,
  input: AllocationInput,
  readsLeft = maxReads,
): Promise<Allocation> {
  const { settings, signOn, details, now } = input;
  const isConfirmed = signOn.status === 'confirmed';
  const key = signOn.kind === 'organization' ? keyOfName(details) : undefined;
  const same = await sameSigner(store, signOn, details.name, key);
  const isAsked = signOn.askedAgainAt !== undefined;
  const isAllocatedAnew = isAsked && input.agrees && signOn.review !== 'waiting';
  const words = compareWords(signOn, details);
  if (isConfirmed && same && !isAllocatedAnew) {
    const current = currentAllocation(signOn, key, same.merges);
    const isCounting = signOn.eligible === 'yes';
    if (isCounting || words.isExamined) return current;
    return await withNewEvidence(store, input, { current, key, isMended: words.change === 'mended' });
  }

  const left = isConfirmed ? await releaseClaimWrites(store, { ...input, signOn }) : [];
  const organization =
    key === undefined
      ? undefined
      : await findOrganization(store, { signOn, details, organizationKey: key, now });
  const isReviewed =
    signOn.review === 'approved' ? words.change !== 'other' : isAllocatedAnew && words.isExamined;
  const { examined, noted, waits } = await reviewOf(store, input, {
    keepsReview: same !== undefined && isReviewed,
    isExamined: words.isExamined,
    key,
    organization,
  });
  const writes = [...left, ...examined.writes];
  const answer = isConfirmed && !isAllocatedAnew ? 'corrected' : 'confirmed';
  // The name of whoever is asked is not found by others, so an organizer looks at another one.
  const isRenamedWhileAsked =
    isAsked && !input.agrees && hasReview(settings) && words.change === 'other' && key !== undefined;
  if (waits || isRenamedWhileAsked || (isConfirmed && signOn.review === 'waiting')) {
    const review = { review: 'waiting', reviewRequestedAt: now.toISOString() } as const;
    return { eligible: 'no', ...noted, ...review, writes, answer: 'waiting-for-review' };
  }
  if (isAsked && !input.agrees) {
    const noteOfAsked = await notedWhileAsked(store, organization, signOn, now);
    return { eligible: 'no', ...noted, writes: [...writes, ...noteOfAsked], answer: 'corrected' };
  }
  if (!organization) return { eligible: 'yes', ...noted, writes, answer };
  // After a merge it may wait for the very claim of its new name. An organizer has said that the two are one.
  const { organizationKey: root } = organization.found.reference;
  const waitsThere = signOn.eligible === 'no' && keysOf(left).includes(claimKey(signOn.slug, root).PK);
  const separates = input.separatesNamesakes ?? !hasReview(settings);
  const claimed = allocateOrganization(organization, signOn, separates && !waitsThere);
  // A merge between the two reads has made the claim to leave the claim to take. Read again.
  const isInBoth = keysOf(left).some((key) => keysOf(claimed.writes).includes(key));
  if (isInBoth && readsLeft > 0) return await allocate(store, input, readsLeft - 1);
  // After merges, the old and the new name have the same claim, so it is not left.
  const stays = keysOf(left).includes(claimKey(signOn.slug, claimed.organizationKey ?? '').PK);
  const claimWrites = [...(stays ? [] : left), ...claimed.writes, ...examined.writes];
  if (claimed.eligible === 'no') {
    const since = isDoubtfulDuplicate(noted.flags) && { reviewRequestedAt: now.toISOString() };
    return { ...noted, ...since, ...claimed, writes: claimWrites, answer: 'already-signed-by-organization' };
  }
  const websites =
    examined === nothingCollected && hasReview(settings)
      ? websiteIndexWrites({ ...signOn, signed: details })
      : examined.writesIfCounted;
  return { ...noted, ...claimed, writes: [...claimWrites, ...websites], answer };
}

interface ComparedWords {
  /** From the words last approved, so that nobody walks letter by letter by withdrawing and signing again. */
  change: PrintedChange;
  /** Whether these words were examined before: they are the ones last approved, or the signed ones. */
  isExamined: boolean;
}

function compareWords({ kind, signed, mended }: SignOn, details: Details): ComparedWords {
  if (!signed) return { change: 'other', isExamined: false };
  const change = printedChange(kind, mended?.from ?? signed, details);
  return { change, isExamined: change === 'none' || printedChange(kind, signed, details) === 'none' };
}

interface Review {
  examined: CollectedEvidence;
  /** What the row says of the review and the evidence. */
  noted: Pick<Allocation, 'review' | 'flags'>;
  /** Whether an organizer must decide before it counts. */
  waits: boolean;
}

/**
 * Examines the words, and says whether an organizer must review them. A review that was made stays (`keepsReview`)
 * unless the words have a new reason to wait.
 */
async function reviewOf(
  store: Store,
  input: AllocationInput,
  {
    keepsReview,
    isExamined,
    key,
    organization,
  }: {
    keepsReview: boolean;
    isExamined: boolean;
    key: string | undefined;
    organization: FoundOrganization | undefined;
  },
): Promise<Review> {
  const { settings, signOn } = input;
  // Whom an organizer has approved, the rejection of another sign-on does not concern.
  const isApproved = keepsReview && signOn.review === 'approved';
  const rejected = isApproved ? undefined : rejectedBefore(organization, signOn.id);
  const isTaken = isTakenByOther(organization, signOn.id);
  // While it does not count, whoever signs is not compared with it, except with the one that counted last.
  // Others have been compared with one who is asked, and not with one who has withdrawn.
  const isCompared = isTaken || isLastHolder(organization, signOn);
  const examined =
    keepsReview && isExamined && rejected === undefined && isCompared
      ? nothingCollected
      : await collectEvidence(store, {
          ...input,
          isApproved,
          ...(key !== undefined && { organizationKey: key }),
          ...(organization && {
            claimKey: organization.found.reference.organizationKey,
            rejected,
          }),
        });
  const ofClaim = organizationFlags(organization);
  if (keepsReview && !hasNewReasonToWait(examined.flags, signOn, input.details)) {
    const { review } = signOn;
    const { flags: known = [] } = signOn;
    const flags = withFlags(known, ofClaim);
    // Another one may have held the claim since the approval.
    const isUnseen = isApproved
      ? ofClaim.some((flag) => needsDecision(flag) && !known.some((other) => isSameFlag(other, flag)))
      : hasUnseenReasonToWait({ review, flags }) ||
        isOfOtherDomain(ofClaim) ||
        // It was a duplicate from another domain or place before all were asked to agree.
        (isOfOtherDomain(known) && !isLastHolder(organization, signOn));
    const waits = !isTaken && hasReview(settings) && isUnseen;
    return { examined, noted: { review, ...(flags.length > 0 && { flags }) }, waits };
  }
  const flags = [...examined.flags, ...ofClaim];
  const noted = { ...(flags.length > 0 && { flags }) };
  // The second sign-on of an organization does not count in any case, so there is nothing to review.
  if (isTaken)
    return { examined, noted, waits: signOn.status === 'confirmed' && flagsNeedReview(settings, flags) };
  // An invited organization that signs from its own domain is the true one of two that sign from different domains.
  const waits = examined.isInvited
    ? flagsNeedReview(settings, flags)
    : needsDecisionForVacantClaim({ flags }, settings);
  return { examined, noted, waits };
}

const keysOf = (writes: Write[]): string[] =>
  writes.flatMap((write) => ('key' in write ? [write.key.PK] : []));

/** Flags that are of the organization's claim, whatever the words are. */
const flagsOfClaim: readonly string[] = [
  'same-name',
  'former-name',
  'second-domain',
  'rejected-before',
] satisfies Flag['flag'][];
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
): Pick<Allocation, 'flags' | 'reviewRequestedAt'> {
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
  return rejected !== undefined && rejected !== id ? rejected : organization?.rejectedFormer;
}

const needsDecision = (flag: Flag): boolean => makesSignOnWait(flag) || isOfOtherDomain([flag]);

/** Whether a sign-on holds its organization's claim, or held it last and is asked. A person has none. */
function isLastHolder(organization: FoundOrganization | undefined, signOn: SignOn): boolean {
  const { holder, former } = organization?.found.claim ?? {};
  return organization === undefined || ((holder ?? former) === signOn.id && stillStands(signOn));
}

/** Whether another sign-on of the same organization counts. */
function isTakenByOther(organization: FoundOrganization | undefined, id: string): boolean {
  const holder = organization?.found.claim.holder;
  return organization?.namesakeOf === undefined && holder !== undefined && holder !== id;
}

/**
 * Takes the claim of an organization, or waits for it. If city and domains show another organization of the same name,
 * it gets a claim of its own if `separates`. Otherwise it waits, and an organizer decides.
 */
export function allocateOrganization(
  { found, ownKey, namesakeOf }: FoundOrganization,
  { slug, id }: Pick<SignOn, 'slug' | 'id'>,
  separates: boolean,
): Pick<Allocation, 'eligible' | 'organizationKey' | 'ownKey' | 'writes'> {
  const { claim, reference } = found;
  if (namesakeOf !== undefined && separates && found.namesakes.length < maxNamesakes) {
    const key = namesakeKey(id, ownKey);
    const writes = [...namesakeWrites(found, key), takeClaim({ slug, id, organizationKey: key })];
    return { eligible: 'yes', organizationKey: key, writes };
  }
  const root = reference.organizationKey;
  const keys = { organizationKey: root, ...(ownKey !== root && { ownKey }) };
  // Somebody may split the name off meanwhile. Then it has a claim of its own.
  const merges = unchangedMerges(slug, found.chain);
  const isVacant = claim.holder === undefined || claim.holder === id;
  if (isVacant) return { ...keys, eligible: 'yes', writes: [takeClaim(reference), ...merges] };
  return { ...keys, eligible: 'no', writes: [joinClaim(reference, claim), ...merges] };
}

/**
 * The writes by which the vacant claim of an organization notes a sign-on that is asked to agree to a changed letter,
 * as if it had held the claim before. Whoever signs meanwhile is compared with it. Another one that is asked, too, and
 * held the claim stays noted.
 */
export async function notedWhileAsked(
  store: Store,
  organization: FoundOrganization | undefined,
  { slug, id }: SignOn,
  now: Date,
): Promise<Write[]> {
  const { holder, former } = organization?.found.claim ?? {};
  if (!organization || organization.namesakeOf !== undefined || holder !== undefined || former === id)
    return [];
  const noted = former === undefined ? undefined : await readSignOn(store, { slug, id: former, now });
  return noted && stillStands(noted) ? [] : noteFormer(organization.found);
}

const referenceOf = ({ slug, id }: SignOn, key: string) => ({ slug, id, organizationKey: key });

/**
 * Whether the new words are of the same organization as the signed ones, and on which merges that depends. For people:
 * the same name.
 */
async function sameSigner(
  store: Store,
  signOn: SignOn,
  name: string,
  newKey: string | undefined,
): Promise<{ merges: Write[] } | undefined> {
  const { slug, signed } = signOn;
  if (!signed) return undefined;
  if (newKey === undefined) return signed.name === name ? { merges: [] } : undefined;
  const signedKey = keyOfName(signed);
  if (signedKey === newKey) return { merges: [] };
  const [one, other] = await Promise.all([
    findClaim(store, referenceOf(signOn, signedKey)),
    findClaim(store, referenceOf(signOn, newKey)),
  ]);
  if (one.reference.organizationKey !== other.reference.organizationKey) return undefined;
  const byKey = new Map(
    [one, other].flatMap(({ chain }) => unchangedMerges(slug, chain)).map((write) => [write.key.PK, write]),
  );
  return { merges: [...byKey.values()] };
}

/**
 * The allocation of a sign-on that does not count and has new words: it stays, with the evidence of the new words. An
 * approval was of the old ones, and stays only for a mended spelling without new evidence.
 */
async function withNewEvidence(
  store: Store,
  input: AllocationInput,
  { current, key, isMended }: { current: Allocation; key: string | undefined; isMended: boolean },
): Promise<Allocation> {
  const { settings, signOn, now } = input;
  if (!hasReview(settings)) return current;
  const { flags, writes } = await collectEvidence(store, {
    ...input,
    isApproved: isMended && signOn.review === 'approved',
    ...(key !== undefined && { organizationKey: key }),
    ...(current.organizationKey !== undefined && { claimKey: current.organizationKey }),
  });
  const keepsApproval = isMended && !hasNewReasonToWait(flags, signOn, input.details);
  const kept = (signOn.flags ?? []).filter(isOfClaim);
  const all = withFlags(flags, kept);
  // Whoever agrees to the changed letter next would count with words that nobody has reviewed.
  const waits = signOn.askedAgainAt !== undefined && !keepsApproval && flagsNeedReview(settings, all);
  return {
    ...current,
    flags: all.length > 0 ? all : undefined,
    ...(waits
      ? {
          review: 'waiting',
          reviewRequestedAt: current.review === 'waiting' ? current.reviewRequestedAt : now.toISOString(),
          answer: 'waiting-for-review',
        }
      : { review: current.review === 'waiting' || keepsApproval ? current.review : undefined }),
    writes: [...current.writes, ...writes],
  };
}

/** The allocation stays. Under another name of the same organization, its own claim is that name's. */
function currentAllocation(signOn: SignOn, newKey: string | undefined, merges: Write[]): Allocation {
  const { eligible, organizationKey: key, review, reviewRequestedAt, flags, demotedAt } = signOn;
  const isRenamed = merges.length > 0 && key !== undefined && nameKeyOf(key) === key;
  const ownKey = isRenamed ? newKey : signOn.ownKey;
  const answer =
    review === 'waiting'
      ? 'waiting-for-review'
      : eligible === 'yes'
        ? 'corrected'
        : 'already-signed-by-organization';
  return {
    eligible,
    organizationKey: key,
    ownKey: ownKey === key ? undefined : ownKey,
    review,
    reviewRequestedAt,
    flags,
    demotedAt,
    writes: isRenamed ? merges : [],
    answer,
  };
}

/** The attributes of an allocation, with others to set or remove. */
export const allocationAttributes = (
  { eligible, organizationKey: key, ownKey, review, reviewRequestedAt, flags, demotedAt }: Allocation,
  others: Partial<Pick<SignOn, 'signedOrigin' | 'mended'> & Proposal> = {},
): UpdateParts =>
  setOrRemove({
    eligible,
    organizationKey: key,
    ownKey,
    review,
    reviewRequestedAt,
    flags,
    demotedAt,
    ...others,
  });
