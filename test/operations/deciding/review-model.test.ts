import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countSignOns } from '../../../shared/operations/counting/count-sign-ons.ts';
import { listedSignOns } from '../../../shared/operations/listing/listed-sign-ons.ts';
import { organizationKey } from '../../../shared/organization/key.ts';
import { findClaim } from '../../../shared/table/claims.ts';
import { settingsKey } from '../../../shared/table/keys.ts';
import { allSignOns } from '../../../shared/table/sign-ons.ts';
import { aSettings, slug } from '../../support/records.ts';
import { newSigning } from '../../support/signing.ts';
import {
  freshStore,
  indexViolations,
  invariantViolations,
  seed,
  signOnsOf,
  type TestStore,
} from '../../support/store.ts';
import { isLong } from '../../support/suite.ts';

/**
 * Two places with a domain each, a second person of one, and a free address, for organizations of one name and of
 * others.
 */
const people = [
  'ana@families.example.org',
  'ben@families.example.org',
  'dan@shore.example.org',
  'families@gmail.com',
];
const placeOf = (email: string) => ({ city: email.includes('shore') ? 'Port Alder' : 'Harbor City' });
const organizations = ['Harbor Families', 'Harbour Families', 'Dock Workers', undefined];
const actions = [
  'submit',
  'confirm',
  'withdraw',
  'approve',
  'reject',
  'reinstate',
  'merge',
  'split',
  'promote',
  'rename',
  'move',
  'keep',
  'import',
  'erase',
  'notMe',
  'ask',
  'tally',
] as const;

const whose = { person: fc.constantFrom(...people), organization: fc.constantFrom(...organizations) };
const action = fc.record({ does: fc.constantFrom(...actions), of: fc.record(whose), keep: fc.record(whose) });

type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

const one = (
  does: Action['does'],
  person = '',
  organization?: string,
  keep: Partial<Action['keep']> = {},
) => [{ does, of: { person, organization }, keep: { person, organization, ...keep } }];

const [ana = '', ben = '', dan = '', free = ''] = people;

/** A name that was split off again becomes that of an organization for whose claim its signer waits already. */
const renamedInPlace = [
  one('promote', ana, 'Harbour Families'),
  one('approve', ana, 'Dock Workers'),
  one('import', dan, 'Harbour Families'),
  one('merge', ana, 'Dock Workers', { organization: 'Harbour Families' }),
  one('import', dan, 'Dock Workers'),
  one('split', ana, 'Dock Workers'),
  one('rename', dan, 'Dock Workers', { organization: 'Harbour Families' }),
];

/**
 * A name is changed to that of the organization into which its own is merged at this moment; then the merge is split.
 */
const renamedDuringMerge = [
  one('promote', free, 'Harbour Families'),
  [...one('approve', free, 'Dock Workers'), ...one('approve', ben, 'Dock Workers')],
  [
    ...one('rename', ben, 'Dock Workers', { organization: 'Harbour Families' }),
    ...one('merge', free, 'Dock Workers', { organization: 'Harbour Families' }),
  ],
  one('promote', free, 'Dock Workers'),
  one('split', free, 'Harbour Families'),
];

/** One who waits leaves the queue by another name, while a split moves that queue. */
const renamedDuringSplit = [
  [...one('import', free, 'Dock Workers'), ...one('approve', ben, 'Dock Workers')],
  [...one('approve', ana, 'Harbor Families'), ...one('approve', dan, 'Dock Workers')],
  one('merge', dan, 'Dock Workers', { person: ana, organization: 'Harbor Families' }),
  one('approve', ana, 'Harbour Families'),
  [
    ...one('split', free, 'Dock Workers'),
    ...one('rename', ben, 'Dock Workers', { organization: 'Harbour Families' }),
  ],
];

/** One who waits under a name is merged with another organization of that name, which was merged with a third. */
const mergedWithMergedNamesake = [
  one('reject', ben, 'Dock Workers'),
  one('confirm', ana, 'Dock Workers'),
  one('rename', ben, 'Harbour Families'),
  one('keep', dan, 'Dock Workers'),
  one('merge', dan, 'Dock Workers', { person: ben, organization: 'Harbour Families' }),
  one('merge', ana, 'Dock Workers', { person: dan }),
];

/** Another organization of one name is merged with one of another name, and then gets that one's name. */
const renamedToMerged = [
  [...one('submit', ana, 'Dock Workers'), ...one('submit', ana, 'Harbor Families')],
  [...one('confirm', ana, 'Dock Workers'), ...one('confirm', ana, 'Harbor Families')],
  one('approve', dan, 'Harbor Families'),
  one('merge', dan, 'Harbor Families', { person: ana, organization: 'Dock Workers' }),
  one('rename', dan, 'Harbor Families', { organization: 'Dock Workers' }),
];

/** A mended name is changed back while another sign-on of the mailbox waits under it, so that the change waits. */
const renamedBack = [
  one('erase', ben, 'Harbor Families'),
  one('rename', ben, 'Harbor Families', { organization: 'Harbour Families' }),
  [...one('erase', ben, 'Dock Workers'), ...one('erase', ben, 'Harbour Families')],
  one('rename', ben, 'Harbor Families', { organization: 'Harbor Families' }),
];

const stories = [
  renamedInPlace,
  renamedDuringMerge,
  renamedDuringSplit,
  mergedWithMergedNamesake,
  renamedToMerged,
  renamedBack,
];

async function tally(
  { store }: TestStore,
  rows: Awaited<ReturnType<typeof signOnsOf>>,
  newUlid: () => string,
) {
  await countSignOns(store, slug, rows, { now: () => new Date(), newUlid });
}

/** Claims that two of the list stand under, and names and places that do (G8). */
async function listedTwice({ store }: TestStore): Promise<string[]> {
  const seen = new Set<string>();
  const twice: string[] = [];
  for await (const signOn of listedSignOns(allSignOns(store, slug))) {
    if (signOn.kind !== 'organization') continue;
    const { claim, reference } = await findClaim(store, {
      slug,
      id: signOn.id,
      organizationKey: signOn.organizationKey ?? '',
    });
    if (claim.holder !== signOn.id || seen.has(reference.organizationKey))
      twice.push(reference.organizationKey);
    seen.add(reference.organizationKey);
  }
  return twice;
}

test('after any mix of what signers and organizers do, counts are right and organizations hold their claims', async () => {
  const roundsOf = (each: fc.Arbitrary<Action>) =>
    fc.array(fc.array(each, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: isLong ? 30 : 14 });
  const rounds = fc.oneof(roundsOf(action), roundsOf(action.filter(({ does }) => does !== 'merge')));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('none', 'flagged', 'before-counting'),
      rounds,
      async (review, together) => {
        const database = await freshStore();
        await seed(database, { settings: { review } });
        const signing = newSigning(database, { review });
        /** Names that organizers have merged, or approved another one instead of. */
        const others = new Set<string>();
        const noteNames = async (...ids: string[]) => {
          for (const id of ids)
            others.add(organizationKey((await signing.tryToRead(id))?.signed?.organizationName ?? ''));
        };
        for (const round of together)
          await Promise.all(
            round.map(async ({ does, of: { person, organization }, keep }) => {
              if (does === 'tally') return await tally(database, await signOnsOf(database), signing.newUlid);
              const id = signing.idOf(person, organization);
              if (does === 'import') return await signing.import(person, organization, placeOf(person));
              if (does === 'submit' || !(await signing.tryToRead(id))) {
                await signing.submit(person, organization, placeOf(person));
                if (does !== 'submit') await signing.confirm(id);
                return undefined;
              }
              if (does === 'ask') {
                const letters = { current: {}, accepted: ['new'], askedAgainAt: signing.now().toISOString() };
                await database.put({
                  ...settingsKey(slug),
                  settings: aSettings({ review }),
                  paused: false,
                  letters,
                });
              }
              const keeping = signing.idOf(keep.person, keep.organization);
              if (does === 'rename')
                return await signing.correct(id, { organizationName: keep.organization ?? 'Tree Stewards' });
              // Another place and website, as another organization of the name would have.
              if (does === 'move')
                return await signing.correct(id, {
                  ...placeOf(keep.person),
                  website: `https://${keep.person.split('@')[1]}/`,
                });
              if (does === 'approve' && (await signing.read(id)).proposed) await noteNames(id);
              if (does !== 'merge') return await signing[does](id);
              if (!(await signing.tryToRead(keeping))) return undefined;
              await noteNames(keeping, id);
              const outcome = await signing.merge(keeping, id);
              // One may have been renamed while the other was read.
              await noteNames(keeping, id);
              return outcome;
            }),
          );
        await tally(database, await signOnsOf(database), signing.newUlid);
        expect(await invariantViolations(database)).toEqual([]);
        expect(await listedTwice(database)).toEqual([]);
        if (review !== 'none')
          expect(await indexViolations(database, await signOnsOf(database), { others })).toEqual([]);
        database.client.destroy();
      },
    ),
    {
      numRuns: isLong ? 2000 : 40,
      examples: stories.flatMap((story) => [
        ['none', story],
        ['flagged', story],
      ]),
    },
  );
});
