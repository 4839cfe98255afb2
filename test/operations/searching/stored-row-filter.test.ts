import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from '@jest/globals';
import {
  findSignOns,
  matchesWords,
  type SignOnQuery,
} from '../../../shared/operations/searching/find-sign-ons.ts';
import { reviewEntries } from '../../../shared/operations/searching/review-list.ts';
import { mayFit, originOfStored } from '../../../shared/operations/searching/stored-row-filter.ts';
import { originOf } from '../../../shared/sign-on/bursts.ts';
import { reviewReasons, reviewReasonsOf } from '../../../shared/sign-on/review-reasons.ts';
import { reviewStates } from '../../../shared/sign-on/review-state.ts';
import type { SignOn } from '../../../shared/sign-on/sign-on.ts';
import { signOnKey } from '../../../shared/table/keys.ts';
import { aConfirmedSignOn, aSignOn, organizationDetails, slug } from '../../support/records.ts';
import { freshStore } from '../../support/store.ts';

const now = new Date('2026-12-01T12:00:00.000Z');
const origin = { network: 'a'.repeat(32), at: '2026-11-20T12:00:00.000Z' };
const notCounted = { eligible: 'no', counted: 'no' } as const;
const signOns: SignOn[] = [
  aSignOn({ network: origin.network }),
  aSignOn({ expiresAt: 1, network: origin.network }),
  aConfirmedSignOn({ signedOrigin: origin, signed: organizationDetails('Unión del Muelle') }),
  aConfirmedSignOn({ ...notCounted, review: 'waiting', flags: [{ flag: 'no-website' }] }),
  aConfirmedSignOn({ ...notCounted, organizationKey: '2:dock' }),
  aConfirmedSignOn({ ...notCounted, askedAgainAt: origin.at }),
  aConfirmedSignOn({
    proposed: organizationDetails('Pier Club'),
    proposedFlags: [{ flag: 'free-mail', domain: 'gmail.com' }],
  }),
  aConfirmedSignOn({ ...notCounted, status: 'withdrawn' }),
  aConfirmedSignOn({ ...notCounted, status: 'rejected', review: 'waiting' }),
];
const stored = (signOn: SignOn) => marshall(signOn, { removeUndefinedValues: true });

test('a sign-on that fits a filter is never left out before it is parsed', () => {
  for (const signOn of signOns) {
    for (const state of reviewStates)
      for (const entry of reviewEntries([signOn], { now, state })) {
        expect(mayFit(stored(entry.signOn), { state })).toBe(true);
      }
    for (const because of reviewReasons)
      for (const entry of reviewEntries([signOn], { now }))
        if (reviewReasonsOf(entry).includes(because)) expect(mayFit(stored(signOn), { because })).toBe(true);
    for (const words of [
      'union',
      'UNIÓN',
      'muelle ana union',
      'example.org',
      signOn.id,
      'union nobody',
      'https://',
    ])
      expect(mayFit(stored(signOn), { words })).toBe(matchesWords(signOn, words));
  }
});

test('most of what does not fit is left out', () => {
  const left = (filter: Parameters<typeof mayFit>[1]) =>
    signOns.filter((signOn) => mayFit(stored(signOn), filter)).length;
  expect(left({ state: 'waiting' })).toBe(3);
  expect(left({ because: 'no-website' })).toBe(1);
  expect(left({ words: 'union' })).toBe(1);
  expect(left({ state: 'rejected', words: 'union' })).toBe(0);
});

test('a burst counts those that are left out, too, unless they have expired', () => {
  for (const signOn of signOns)
    expect(originOfStored(stored(signOn), now)).toEqual(
      signOn.expiresAt === 1 ? undefined : originOf(signOn),
    );
  const others = Array.from({ length: 9 }, () => origin);
  const [counted] = reviewEntries(signOns.slice(2, 3), { now, others });
  expect(counted?.evidence).toEqual([{ flag: 'burst', signOns: 10 }]);
});

test('a search among many finds the same with a part of each row as with whole rows', async () => {
  const { store, put } = await freshStore();
  // More than the first page of their shard, which is read whole.
  const many = Array.from({ length: 140 }, (_, index) => ({
    ...aConfirmedSignOn({ email: `reader-${index}@example.org` }),
    id: `a${String(index).padStart(31, '0')}`,
  }));
  const last = signOns.map((signOn, index) => ({
    ...signOn,
    id: `af${String(index).padStart(30, '0')}`,
    expiresAt: undefined,
  }));
  for (const row of [...many, ...last]) await put({ ...signOnKey(slug, row.id), ...row });
  const idsOf = async (query: Partial<SignOnQuery>) =>
    (await findSignOns(store, { slug, now, ...query })).entries.map(({ signOn }) => signOn.id).toSorted();
  for (const state of reviewStates.filter((each) => each !== 'counted'))
    expect(await idsOf({ state })).toEqual(
      reviewEntries(last, { now, state })
        .map(({ signOn }) => signOn.id)
        .toSorted(),
    );
  expect(await idsOf({ words: 'union' })).toEqual([last[2]?.id]);
  expect(await idsOf({ because: 'free-mail' })).toEqual([last[6]?.id]);
});
