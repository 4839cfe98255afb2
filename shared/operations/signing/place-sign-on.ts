import { Failure } from '../../failure.ts';
import { keyOfName } from '../../organization/key.ts';
import type { Flag } from '../../sign-on/flags.ts';
import { stillStands } from '../../sign-on/review.ts';
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
import { organizationFlags } from './claim-evidence.ts';
import { type FoundOrganization, findOrganization } from './find-organization.ts';
import type { Proposal } from './proposal.ts';
import { releaseClaimWrites } from './release-claim.ts';

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

export interface ExaminedInput {
  signOn: SignOn;
  /** The words that are signed from now on. */
  details: Details;
  /** Whether another organization of the same name gets a claim of its own. Otherwise it waits for the one that counts. */
  separates: boolean;
  now: Date;
  newUlid: () => string;
}

/**
 * Allocates a sign-on with words that an organizer has seen, or that need none. One that has a place keeps it under
 * another name of the same organization. Otherwise it takes the claim of its organization, or waits for it, with what
 * the claim says against it (`flags`). While its signer is asked to agree to a changed letter, it does neither.
 */
export const allocateExamined = (store: Store, input: ExaminedInput): Promise<Allocation> =>
  untilUnmerged(async () => {
    const { signOn, details, separates, now } = input;
    const isConfirmed = signOn.status === 'confirmed';
    const key = signOn.kind === 'organization' ? keyOfName(details) : undefined;
    const hasPlace = isConfirmed && signOn.review !== 'waiting';
    const same = hasPlace ? await sameSigner(store, signOn, details.name, key) : undefined;
    if (same) return currentAllocation(signOn, key, same.merges);
    const left = isConfirmed ? await releaseClaimWrites(store, { ...input, signOn }) : [];
    const answer = hasPlace ? 'corrected' : 'confirmed';
    const organization =
      key === undefined
        ? undefined
        : await findOrganization(store, { signOn, details, organizationKey: key, now });
    if (signOn.askedAgainAt === undefined) {
      const place = placed({ signOn, organization, left, separates, answer });
      return place && { ...place, flags: organizationFlags(organization) };
    }
    const noted = await notedWhileAsked(store, organization, signOn, now);
    return { eligible: 'no', writes: [...left, ...noted], answer };
  });

/** How often claims are read again because others merged them between two reads. */
const maxReads = 3;

/** Tries again as long as there is no answer. */
export async function untilUnmerged(allocate: () => Promise<Allocation | undefined>): Promise<Allocation> {
  for (let reads = 0; reads < maxReads; reads++) {
    const allocation = await allocate();
    if (allocation) return allocation;
  }
  throw new Failure('throttled', 'allocate claim', 'MergedMeanwhile');
}

interface PlaceInput extends Pick<ExaminedInput, 'signOn' | 'separates'> {
  /** Undefined: a person, who has no claim. */
  organization: FoundOrganization | undefined;
  /** The writes by which it leaves its present place. */
  left: Write[];
  /** The answer if it counts. */
  answer: AllocationAnswer;
}

/**
 * The place of a sign-on that needs no decision. Undefined: a merge has made the claim to leave one of those to take, so
 * both must be read again.
 */
export function placed({
  signOn,
  organization,
  left,
  separates,
  answer,
}: PlaceInput): Allocation | undefined {
  if (!organization) return { eligible: 'yes', writes: left, answer };
  const leaves = (key: string): boolean => keysOf(left).includes(claimKey(signOn.slug, key).PK);
  // After a merge it may wait for the very claim of its new name. An organizer has said that the two are one.
  const waitsThere = signOn.eligible === 'no' && leaves(organization.found.reference.organizationKey);
  const claimed = allocateOrganization(organization, signOn, separates && !waitsThere);
  // After merges, the old and the new name have the same claim, so it is not left.
  const leaving = leaves(claimed.organizationKey) ? [] : left;
  const taken = keysOf(claimed.writes);
  if (keysOf(leaving).some((key) => taken.includes(key))) return undefined;
  const isCounted = claimed.eligible === 'yes';
  return {
    ...claimed,
    writes: [...leaving, ...claimed.writes],
    answer: isCounted ? answer : 'already-signed-by-organization',
  };
}

const keysOf = (writes: Write[]): string[] =>
  writes.flatMap((write) => ('key' in write ? [write.key.PK] : []));

/**
 * Takes the claim of an organization, or waits for it. If city and domains show another organization of the same name,
 * it gets a claim of its own if `separates`. Otherwise it waits, and an organizer decides.
 */
function allocateOrganization(
  { found, ownKey, namesakeOf }: FoundOrganization,
  { slug, id }: Pick<SignOn, 'slug' | 'id'>,
  separates: boolean,
): Pick<Allocation, 'eligible' | 'ownKey' | 'writes'> & { organizationKey: string } {
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
export async function sameSigner(
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

/** The allocation stays. Under another name of the same organization, its own claim is that name's. */
export function currentAllocation(signOn: SignOn, newKey: string | undefined, merges: Write[]): Allocation {
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
