import * as z from 'zod';
import { instantSchema } from '../campaign/settings.ts';
import { Failure } from '../failure.ts';
import { claimKey } from './keys.ts';
import type { Store, Update } from './table.ts';

/** Who holds an organization's claim, and which confirmed sign-ons of the same organization wait for it. */
export const claimSchema = z.object({
  holder: z.string().optional(),
  waiting: z.set(z.string()).optional(),
  /** When the log last said that the claim became vacant while others waited for it. */
  vacancyNotifiedAt: instantSchema.optional(),
  /** Key of the organization that this one was merged into, until it is split off: holder and queue are that one's. */
  alias: z.string().optional(),
  /**
   * The sign-ons that an organizer rejected of those that counted before, or would have taken the claim, until another
   * one takes it. They matter once nobody holds the claim.
   */
  rejected: z.set(z.string()).optional(),
  /**
   * The sign-on that left the claim without being rejected, until another one takes it: withdrawn, asked to agree to a
   * changed letter, or renamed.
   */
  former: z.string().optional(),
  /** Keys of the claims of other organizations of this very name. */
  namesakes: z.set(z.string()).optional(),
});
export type Claim = z.infer<typeof claimSchema>;

export interface ClaimReference {
  slug: string;
  organizationKey: string;
  /** The sign-on that takes, joins, leaves or releases. */
  id: string;
}

export interface FoundClaim {
  /** Names the claim that decides, which after a merge is another organization's. */
  reference: ClaimReference;
  claim: Claim;
  /** The keys that were followed, the first and the deciding one included. */
  chain: string[];
  /** Keys of other organizations of the same name, of all claims that were followed. */
  namesakes: string[];
  /** Those that the first claim, of the name's own key, has. */
  namesakesOfName?: Set<string> | undefined;
}

/** Merges upon merges that are followed, and splits of one sign-on; each is an organizer's decision, so there are never many. */
const maxAliases = 50;

/** Of a namesake's key, the name's own key. */
export const nameKeyOf = (organizationKey: string): string =>
  organizationKey.replace(/^(?:[0-9a-f]{32}\/)+/, '');

/**
 * Key of another organization of the same name: `<id of its first sign-on>/<key of the name>`. No name's key looks like
 * it.
 */
export const namesakeKey = (id: string, organizationKey: string): string => `${id}/${organizationKey}`;

/**
 * A namesake's key whose claim nobody has. A sign-on that was split off before may have left its claim to others, or to
 * another organization with which it was merged.
 */
export async function freeNamesakeKey(
  store: Store,
  { slug, id, organizationKey }: ClaimReference,
): Promise<string> {
  let key = namesakeKey(id, organizationKey);
  for (let tries = 0; tries < maxAliases; tries++) {
    const { alias, holder = id, waiting } = (await store.get(claimSchema, claimKey(slug, key))) ?? {};
    if (alias === undefined && holder === id && waiting === undefined) return key;
    key = namesakeKey(id, key);
  }
  throw new Failure('refused', 'find claim', 'TooManySplits');
}

/** The id in a namesake's key. Undefined: the key is a name's own. */
export const firstSignOnOf = (organizationKey: string): string | undefined =>
  /^([0-9a-f]{32})\//.exec(organizationKey)?.[1];

export const isNamesakeOf = (id: string, key: string): boolean => key.startsWith(`${id}/`);

/**
 * Other organizations of one name that get a claim without an organizer's decision, at most: each makes each write of
 * the claim dearer.
 */
export const maxNamesakes = 50;

/** Reads the claim that decides for an organization: its own, or that of the one it was merged into. */
export async function findClaim(store: Store, reference: ClaimReference): Promise<FoundClaim> {
  const chain: string[] = [];
  const namesakes: string[] = [];
  let namesakesOfName: Claim['namesakes'];
  let current = reference;
  for (let steps = 0; steps < maxAliases; steps++) {
    const claim = (await store.get(claimSchema, claimKey(current.slug, current.organizationKey))) ?? {};
    if (chain.length === 0) namesakesOfName = claim.namesakes;
    chain.push(current.organizationKey);
    namesakes.push(...(claim.namesakes ?? []));
    if (claim.alias === undefined) return { reference: current, claim, chain, namesakes, namesakesOfName };
    current = { ...current, organizationKey: claim.alias };
  }
  throw new Failure('refused', 'find claim', 'TooManyMerges');
}

/**
 * Takes a vacant claim, and leaves its queue if the sign-on waited there. It no longer notes who was rejected or left: where
 * there is a review, only an organizer's decision comes here after a rejection, or who held it before and agrees again.
 */
export const takeClaim = ({ slug, organizationKey, id }: ClaimReference): Update => ({
  key: claimKey(slug, organizationKey),
  update: 'SET holder = :id REMOVE rejected, former DELETE waiting :ids',
  condition: 'attribute_not_exists(alias) AND (attribute_not_exists(holder) OR holder = :id)',
  values: { ':id': id, ':ids': new Set([id]) },
});

/**
 * Names in a claim's queue, at most: an item has its limit, and each name more makes each write of it dearer. Whoever
 * comes later waits just the same, and can be promoted, but is not named when the claim becomes vacant.
 */
const maxWaiting = 50;

/**
 * Rejected sign-ons that a claim notes, at most. A transaction that ends a merge reads each, and one is enough to make
 * the next sign-on wait.
 */
const maxRejected = 20;

/** What notes a rejection in an update of the claim. */
const notingRejection = ({ rejected }: Claim): string =>
  (rejected?.size ?? 0) < maxRejected ? 'ADD rejected :ids' : '';

/** Joins the queue of a claim that somebody holds, as it was read. The rejection of this very sign-on is forgotten. */
export const joinClaim = (
  { slug, organizationKey, id }: ClaimReference,
  { holder, waiting }: Claim,
): Update => {
  const isFull = (waiting?.size ?? 0) >= maxWaiting;
  return {
    key: claimKey(slug, organizationKey),
    update: `${isFull ? '' : 'ADD waiting :ids '}DELETE rejected :ids`,
    condition: 'holder = :holder',
    values: { ':holder': holder, ':ids': new Set([id]) },
  };
};

/**
 * The writes by which a sign-on waits no longer in a queue, on condition that the merges still stand through which it
 * was found: a split moves those who wait to another claim. With `isRejected`, the claim notes the rejection.
 */
export const leaveQueue = (
  { reference: { slug, organizationKey, id }, claim, chain }: FoundClaim,
  { isRejected = false }: { isRejected?: boolean } = {},
): Update[] => [
  {
    key: claimKey(slug, organizationKey),
    update: `${isRejected ? notingRejection(claim) : ''} DELETE waiting :ids`,
    // A merge has moved the queue.
    condition: 'attribute_not_exists(alias)',
    values: { ':ids': new Set([id]) },
  },
  ...unchangedMerges(slug, chain),
];

/**
 * The writes by which a claim notes the rejection of a sign-on that has no place there, on condition that the same one
 * still holds it, or nobody.
 */
export function noteRejection(found: FoundClaim): Update[] {
  const {
    reference: { id },
    claim,
  } = found;
  const noting = notingRejection(claim);
  const [unchanged, ...merges] = unchangedClaim(found);
  if (!unchanged || !noting) return [];
  const values = { ...unchanged.values, ':ids': new Set([id]) };
  return [{ ...unchanged, update: `${unchanged.update} ${noting}`, values }, ...merges];
}

/**
 * The writes by which a claim that nobody holds notes a sign-on as the one that left it, on condition that the claim is
 * still as it was read. The rejection of this very sign-on is forgotten.
 */
export const noteFormer = ({
  reference: { slug, organizationKey, id },
  claim: { former },
  chain,
}: FoundClaim): Update[] => [
  {
    key: claimKey(slug, organizationKey),
    update: 'SET former = :id DELETE rejected :ids',
    condition: `attribute_not_exists(holder) AND attribute_not_exists(alias) AND ${
      former === undefined ? 'attribute_not_exists(former)' : 'former = :former'
    }`,
    values: { ':id': id, ':ids': new Set([id]), ...(former !== undefined && { ':former': former }) },
  },
  ...unchangedMerges(slug, chain),
];

/**
 * Releases a held claim, on condition that its queue is still the one that was read: whoever waits must be told of.
 * With `vacancyNotifiedAt`, the log says so in the same transaction. The claim notes who left it, or with `isRejected`
 * who was rejected.
 */
export function releaseClaim(
  { slug, organizationKey, id }: ClaimReference,
  claim: Claim,
  { vacancyNotifiedAt, isRejected = false }: { vacancyNotifiedAt?: string; isRejected?: boolean } = {},
): Update {
  const { waiting } = claim;
  const set = [
    ...(vacancyNotifiedAt ? ['vacancyNotifiedAt = :notifiedAt'] : []),
    ...(isRejected ? [] : ['former = :id']),
  ];
  const noting = isRejected ? notingRejection(claim) : '';
  return {
    key: claimKey(slug, organizationKey),
    update: `${set.length > 0 ? `SET ${set.join(', ')}` : ''} REMOVE holder ${noting}`,
    condition: waiting
      ? 'holder = :id AND waiting = :waiting'
      : 'holder = :id AND attribute_not_exists(waiting)',
    values: {
      ':id': id,
      ...(noting && { ':ids': new Set([id]) }),
      ...(waiting && { ':waiting': waiting }),
      ...(vacancyNotifiedAt && { ':notifiedAt': vacancyNotifiedAt }),
    },
  };
}

/** Takes back that a claim notes this sign-on's rejection, which it must still do. */
export const forgetRejection = ({ slug, organizationKey, id }: ClaimReference): Update => ({
  key: claimKey(slug, organizationKey),
  update: 'DELETE rejected :ids',
  condition: 'contains(rejected, :id)',
  values: { ':id': id, ':ids': new Set([id]) },
});

/**
 * Notes another organization of a name at the claim of the name's own key, on condition that the claim which decides
 * for the name is still held by the one that was read, and that no other organization of the name has come meanwhile:
 * it may be the same one.
 */
export function namesakeWrites(
  { reference: { slug, organizationKey: root }, claim, chain, namesakesOfName }: FoundClaim,
  key: string,
): Update[] {
  const [nameKey = root] = chain;
  const held = { condition: 'holder = :holder', values: { ':holder': claim.holder } };
  const recorded = recordNamesake(slug, nameKey, key);
  const noted: Update = {
    ...recorded,
    condition: namesakesOfName ? 'namesakes = :namesakes' : 'attribute_not_exists(namesakes)',
    values: { ...recorded.values, ...(namesakesOfName && { ':namesakes': namesakesOfName }) },
  };
  const [merge] = unchangedMerges(slug, chain);
  const unchanged = merge ?? held;
  const recordedAs: Update = {
    ...noted,
    condition: `${unchanged.condition} AND ${noted.condition}`,
    ...(merge && { names: merge.names }),
    values: { ...noted.values, ...unchanged.values },
  };
  return merge
    ? [recordedAs, { key: claimKey(slug, root), update: 'SET holder = :holder', ...held }]
    : [recordedAs];
}

/** Changes nothing, and fails unless the claim is still found there with the holder that was read, or with none. */
export function unchangedClaim({ reference, claim: { holder }, chain }: FoundClaim): Update[] {
  const key = claimKey(reference.slug, reference.organizationKey);
  const held: Update =
    holder === undefined
      ? {
          key,
          update: 'REMOVE holder',
          condition: 'attribute_not_exists(holder) AND attribute_not_exists(alias)',
        }
      : { key, update: 'SET holder = :holder', condition: 'holder = :holder', values: { ':holder': holder } };
  return [held, ...unchangedMerges(reference.slug, chain)];
}

/** Notes another organization of a name at the claim of the name's own key. */
export const recordNamesake = (slug: string, nameKey: string, key: string): Update => ({
  key: claimKey(slug, nameKey),
  update: 'ADD namesakes :keys',
  condition: 'attribute_exists(PK)',
  values: { ':keys': new Set([key]) },
});

/** Changes nothing, and fails unless every merge that was followed still stands. */
export const unchangedMerges = (slug: string, chain: readonly string[]): Update[] =>
  chain.slice(0, -1).map((key, at) => ({
    key: claimKey(slug, key),
    update: 'SET #alias = :alias',
    condition: '#alias = :alias',
    names: { '#alias': 'alias' },
    values: { ':alias': chain[at + 1] },
  }));

const replaced = ['holder', 'waiting', 'alias'] as const;

export interface ReplacedNotes {
  /** Key of another organization of the name, which the claim names from now on. */
  namesake?: string | undefined;
  /** The sign-ons whose rejection the claim notes from now on. */
  rejected?: ReadonlySet<string>;
  /** Those whose rejection it no longer notes. */
  forgotten?: ReadonlySet<string>;
}

/**
 * A claim's holder, queue and merge anew, on condition that they are still those that were read. A new holder ends
 * what was noted of those before.
 */
export function replaceClaim(
  { slug, organizationKey }: Omit<ClaimReference, 'id'>,
  before: Claim,
  after: Pick<Claim, (typeof replaced)[number]>,
  { namesake, rejected = new Set(), forgotten = new Set() }: ReplacedNotes = {},
): Update {
  const given = (name: (typeof replaced)[number]) => {
    const value = after[name];
    return value instanceof Set && value.size === 0 ? undefined : value;
  };
  const set = replaced.filter((name) => given(name) !== undefined).map((name) => `#${name} = :${name}`);
  if (rejected.size > 0) set.push('rejected = :rejected');
  // An organizer's decision lets another one have the claim, which ends what was noted of those before.
  const hasNewHolder = after.holder !== undefined && after.holder !== before.holder;
  const isTaken = hasNewHolder || after.alias !== undefined;
  const remove = [
    ...replaced.filter((name) => given(name) === undefined).map((name) => `#${name}`),
    ...(isTaken && rejected.size === 0 ? ['rejected'] : []),
    ...(isTaken ? ['former'] : []),
  ];
  const forgets = !isTaken && rejected.size === 0 && forgotten.size > 0;
  const parts = [
    ...(set.length > 0 ? [`SET ${set.join(', ')}`] : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.join(', ')}`] : []),
    ...(namesake === undefined ? [] : ['ADD namesakes :namesakes']),
    ...(forgets ? ['DELETE rejected :forgotten'] : []),
  ];
  const values = {
    ...Object.fromEntries(
      replaced.flatMap((name) => (given(name) === undefined ? [] : [[`:${name}`, given(name)]])),
    ),
    ...(rejected.size > 0 && { ':rejected': rejected }),
    ...(forgets && { ':forgotten': forgotten }),
    ...(namesake !== undefined && { ':namesakes': new Set([namesake]) }),
    ...Object.fromEntries(
      replaced.flatMap((name) => (before[name] === undefined ? [] : [[`:before_${name}`, before[name]]])),
    ),
  };
  return {
    key: claimKey(slug, organizationKey),
    update: parts.join(' '),
    condition: replaced
      .map((name) =>
        before[name] === undefined ? `attribute_not_exists(#${name})` : `#${name} = :before_${name}`,
      )
      .join(' AND '),
    names: Object.fromEntries(replaced.map((name) => [`#${name}`, name])),
    // DynamoDB refuses an empty list.
    ...(Object.keys(values).length > 0 && { values }),
  };
}
