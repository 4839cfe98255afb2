import type { SubmissionOrigin } from '../../sign-on/bursts.ts';
import type { ReviewReason } from '../../sign-on/review-reasons.ts';
import type { ReviewState } from '../../sign-on/review-state.ts';
import { hasExpired } from '../../table/expiry.ts';
import type { StoredItem } from '../../table/table.ts';
import { areWordsIn } from './words.ts';

/** What a list of sign-ons is restricted to. */
export interface SignOnFilter {
  state?: ReviewState | undefined;
  because?: ReviewReason | undefined;
  /** Words that the names, the address and the website contain, in any order. */
  words?: string | undefined;
}

/** The attributes that `mayFit` and `originOfStored` look at. */
export const searchedAttributes: readonly string[] = [
  ...['id', 'email', 'status', 'eligible', 'review', 'askedAgainAt', 'proposed', 'flags', 'proposedFlags'],
  ...['signed', 'submission'].flatMap((details) =>
    ['organizationName', 'name', 'website'].map((field) => `${details}.${field}`),
  ),
  ...['signedOrigin', 'network', 'requestedAt', 'expiresAt'],
];

/**
 * Whether a sign-on, as it is stored, may fit a filter. To parse a row takes ten times as long as to look at it, so a
 * search among many parses only what may fit. The filter itself decides about the rest.
 */
export function mayFit(item: StoredItem, { state, because, words }: SignOnFilter): boolean {
  return (
    (state === undefined || mayBeIn(state, item)) &&
    (because === undefined || mayBeBecause(because, item)) &&
    (words === undefined || areWordsIn(textsOf(item), words))
  );
}

function mayBeIn(state: ReviewState, item: StoredItem): boolean {
  switch (state) {
    case 'pending':
    case 'withdrawn':
    case 'rejected':
      return textAt(item, 'status') === state;
    case 'waiting':
      return textAt(item, 'review') === 'waiting' || item.proposed !== undefined;
    case 'counted':
      return textAt(item, 'eligible') === 'yes';
    case 'duplicate':
      return textAt(item, 'eligible') === 'no' && textAt(item, 'status') === 'confirmed';
    case 'asked':
      return item.askedAgainAt !== undefined;
  }
}

function mayBeBecause(because: ReviewReason, item: StoredItem): boolean {
  // Whether a sign-on is in a burst shows only among all.
  if (because === 'burst') return true;
  if (because === 'change') return item.proposed !== undefined;
  const flags = [...(item.flags?.L ?? []), ...(item.proposedFlags?.L ?? [])];
  return flags.some((flag) => flag.M?.flag?.S === because);
}

const textsOf = (item: StoredItem): (string | undefined)[] => [
  textAt(item, 'id'),
  textAt(item, 'email'),
  ...['signed', 'submission'].flatMap((details) =>
    ['organizationName', 'name', 'website'].map((field) => textAt(item, details, field)),
  ),
];

/** The origin of a stored sign-on, as `originOf` says. Undefined if it has expired. */
export function originOfStored(item: StoredItem, now: Date): SubmissionOrigin | undefined {
  const expiresAt = item.expiresAt?.N;
  if (expiresAt !== undefined && hasExpired(Number(expiresAt), now)) return undefined;
  const [network, at] = item.signed
    ? [textAt(item, 'signedOrigin', 'network'), textAt(item, 'signedOrigin', 'at')]
    : [textAt(item, 'network'), textAt(item, 'requestedAt')];
  return network === undefined || at === undefined ? undefined : { network, at };
}

const textAt = (item: StoredItem, name: string, inner?: string): string | undefined =>
  inner === undefined ? item[name]?.S : item[name]?.M?.[inner]?.S;
