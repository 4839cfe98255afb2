import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Claim,
  claimSchema,
  forgetRejection,
  joinClaim,
  leaveQueue,
  namesakeWrites,
  noteFormer,
  noteRejection,
  recordNamesake,
  releaseClaim,
  replaceClaim,
  takeClaim,
  unchangedClaim,
  unchangedMerges,
} from '../../shared/table/claims.ts';
import { claimKey } from '../../shared/table/keys.ts';
import type { Update } from '../../shared/table/table.ts';
import { slug } from '../support/records.ts';
import { freshStore, type TestStore } from '../support/store.ts';

const reference = { slug, organizationKey: 'harbor families', id: 'one' };
const found = {
  reference,
  claim: { holder: 'two' },
  chain: ['harbour families', reference.organizationKey],
  namesakes: [],
};
const queue = (...ids: string[]) => new Set(ids);

let table: TestStore;
beforeEach(async () => {
  table = await freshStore();
});

async function isWritten(update: Update | undefined, stored: Claim): Promise<boolean> {
  if (!update) throw new Error('There is nothing to write.');
  await table.put({ ...update.key, ...stored });
  const before = await table.store.get(claimSchema, update.key);
  const written = await table.store.update(update);
  if (!written) expect(await table.store.get(claimSchema, update.key)).toEqual(before);
  return written;
}

/** What was read, and what is stored by the time of the write. */
const cases: [string, Update | undefined, { succeeds: Claim[]; fails: Claim[] }][] = [
  [
    'Taking a claim',
    takeClaim(reference),
    {
      succeeds: [
        {},
        { holder: 'one' },
        { holder: 'one', waiting: queue('two') },
        { waiting: queue('one', 'two') },
      ],
      fails: [{ holder: 'two' }, { alias: 'other' }, { alias: 'other', holder: 'one' }],
    },
  ],
  [
    'Joining the queue',
    joinClaim(reference, { holder: 'two' }),
    {
      succeeds: [{ holder: 'two' }, { holder: 'two', waiting: queue('three') }],
      fails: [{}, { holder: 'three' }],
    },
  ],
  [
    'Leaving the queue',
    leaveQueue({ ...found, reference, chain: [reference.organizationKey] })[0],
    { succeeds: [{ holder: 'two', waiting: queue('one') }, {}], fails: [{ alias: 'other' }] },
  ],
  [
    'Noting a rejection',
    noteRejection({ ...found, reference, claim: {}, chain: [reference.organizationKey] })[0],
    {
      succeeds: [{}, { waiting: queue('two') }, { rejected: queue('two') }],
      fails: [{ holder: 'two' }, { alias: 'other' }],
    },
  ],
  [
    'Noting a rejection at a held claim',
    noteRejection({ ...found, reference, claim: { holder: 'two' }, chain: [reference.organizationKey] })[0],
    { succeeds: [{ holder: 'two' }], fails: [{}, { holder: 'three' }, { alias: 'other' }] },
  ],
  [
    'Leaving a queue after a rejection',
    leaveQueue({ ...found, reference, chain: [reference.organizationKey] }, { isRejected: true })[0],
    {
      succeeds: [{ holder: 'two', waiting: queue('one') }, { rejected: queue('two') }],
      fails: [{ alias: 'other' }],
    },
  ],
  [
    'Noting a rejection at a merged claim',
    noteRejection(found)[1],
    { succeeds: [{ alias: 'harbor families' }], fails: [{}, { alias: 'other' }] },
  ],
  [
    'Noting who is asked to agree',
    noteFormer({ ...found, reference, claim: {}, chain: [reference.organizationKey] })[0],
    {
      succeeds: [{}, { rejected: queue('two') }],
      fails: [{ holder: 'two' }, { alias: 'other' }, { former: 'two' }],
    },
  ],
  [
    'Noting who is asked to agree, instead of one that has withdrawn',
    noteFormer({ ...found, reference, claim: { former: 'two' }, chain: [reference.organizationKey] })[0],
    { succeeds: [{ former: 'two' }], fails: [{}, { former: 'three' }, { former: 'two', holder: 'two' }] },
  ],
  [
    'Forgetting a rejection',
    forgetRejection(reference),
    { succeeds: [{ rejected: queue('one') }], fails: [{}, { rejected: queue('two') }] },
  ],
  [
    'Leaving the queue of a merged claim',
    leaveQueue(found)[1],
    { succeeds: [{ alias: 'harbor families' }], fails: [{}, { alias: 'other' }] },
  ],
  [
    'Releasing a claim for which nobody waited',
    releaseClaim(reference, { holder: 'one' }),
    {
      succeeds: [{ holder: 'one' }],
      fails: [{}, { holder: 'two' }, { holder: 'one', waiting: queue('two') }],
    },
  ],
  [
    'Releasing a claim for which others waited',
    releaseClaim(
      reference,
      { holder: 'one', waiting: queue('two') },
      { vacancyNotifiedAt: '2026-11-29T12:00:00.000Z' },
    ),
    {
      succeeds: [{ holder: 'one', waiting: queue('two') }],
      fails: [
        { holder: 'one' },
        { holder: 'one', waiting: queue('two', 'three') },
        { holder: 'two', waiting: queue('two') },
      ],
    },
  ],
  [
    'Noting another organization of a name',
    namesakeWrites({ ...found, chain: [reference.organizationKey] }, 'one/harbor families')[0],
    { succeeds: [{ holder: 'two' }], fails: [{}, { holder: 'three' }] },
  ],
  [
    'Holding that the other organization still holds its claim',
    namesakeWrites(found, 'one/harbor families')[1],
    { succeeds: [{ holder: 'two' }], fails: [{}, { holder: 'three' }] },
  ],
  [
    'Holding that a claim is held as it was read',
    unchangedClaim(found)[0],
    { succeeds: [{ holder: 'two' }], fails: [{}, { holder: 'three' }] },
  ],
  [
    'Holding that a claim is vacant as it was read',
    unchangedClaim({ ...found, claim: {} })[0],
    { succeeds: [{}], fails: [{ holder: 'three' }, { alias: 'other' }] },
  ],
  [
    'Holding that a merge still stands',
    unchangedMerges(slug, found.chain)[0],
    { succeeds: [{ alias: 'harbor families' }], fails: [{}, { alias: 'other' }] },
  ],
  [
    'Replacing what was read of a held claim',
    replaceClaim(reference, { holder: 'two', waiting: queue('three') }, { holder: 'one' }),
    {
      succeeds: [{ holder: 'two', waiting: queue('three') }],
      fails: [
        { waiting: queue('three') },
        { holder: 'one', waiting: queue('three') },
        { holder: 'two' },
        { holder: 'two', waiting: queue('three', 'four') },
        { holder: 'two', waiting: queue('three'), alias: 'other' },
      ],
    },
  ],
  [
    'Replacing what was read of an empty claim',
    replaceClaim(reference, {}, { alias: 'other' }),
    { succeeds: [{}], fails: [{ holder: 'two' }, { waiting: queue('two') }, { alias: 'third' }] },
  ],
  [
    'Replacing what was read of a merged claim',
    replaceClaim(reference, { alias: 'other' }, { holder: 'one' }),
    { succeeds: [{ alias: 'other' }], fails: [{}, { alias: 'third' }, { alias: 'other', holder: 'two' }] },
  ],
];

describe.each(cases)('%s', (_, update, { succeeds, fails }) => {
  test('succeeds on the claim as it was read', async () => {
    for (const stored of succeeds) expect([stored, await isWritten(update, stored)]).toEqual([stored, true]);
  });

  test('fails and changes nothing if the claim has changed since', async () => {
    for (const stored of fails) expect([stored, await isWritten(update, stored)]).toEqual([stored, false]);
  });
});

test('The other organization of a name is noted only where the name has a claim', async () => {
  const noted = recordNamesake(slug, 'nobody', 'one/nobody');
  expect(await table.store.update(noted)).toBe(false);
  expect(await table.store.get(claimSchema, claimKey(slug, 'nobody'))).toBeUndefined();
});
