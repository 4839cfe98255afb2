import { expect, test } from '@jest/globals';
import { countSignOns } from '../../shared/operations/counting/count-sign-ons.ts';
import { claimKey, signOnKey } from '../../shared/table/keys.ts';
import { storeWithIntruder } from '../support/intruder.ts';
import { newMemoryStore } from '../support/memory-store/memory-store.ts';
import { slug } from '../support/records.ts';
import type { Signing } from '../support/signing.ts';
import { newSigning } from '../support/signing.ts';
import type { TestStore } from '../support/store.ts';
import { invariantViolations, seed, signOnsOf } from '../support/store.ts';
import { isLong, sampleOf, sampleSeed } from '../support/suite.ts';

/**
 * Each use case on a sign-on meets each other one between any of its reads and its writes. Whatever comes of it is what
 * one of the two orders, one after the other, would have made of it: no write is lost. Counts and claims are right.
 */

type World = TestStore & { memory: ReturnType<typeof newMemoryStore> };

function newWorld(items: Record<string, unknown>[] = []): World {
  const memory = newMemoryStore();
  const put: TestStore['put'] = async (item) => memory.put(item);
  for (const item of items) memory.put({ ...item, PK: String(item.PK), SK: String(item.SK) });
  return { store: memory, memory, client: { destroy: () => {} }, put };
}

const review = 'flagged';
const [families, parents, dock] = ['Harbor Families', 'Shore Parents', 'Dock Workers'];
const signers: Record<string, [email: string, organizationName?: string]> = {
  holder: ['ana@families.example.org', families],
  queued: ['ben@families.example.org', families],
  late: ['cleo@families.example.org', families],
  reviewed: ['parents@gmail.com', parents],
  parent: ['dan@parents.example.org', parents],
  worker: ['eve@dock.example.org', dock],
  fellow: ['gus@dock.example.org', dock],
  person: ['finn@example.org'],
};
const everybody = Object.keys(signers);

const typed = (who: string): [email: string, organizationName?: string] => signers[who] ?? [''];
const idOf = (signing: Signing, who: string): string => signing.idOf(...typed(who));

/** Signers that stand in every state: holder, queue, review, pending, another organization, a person. */
async function ordinary(): Promise<World> {
  const world = newWorld();
  await seed(world, { settings: { review }, gate: { thresholdOrganizations: 100 } });
  const signing = newSigning(world, { review });
  for (const who of everybody) await signing.submit(...typed(who));
  for (const who of ['holder', 'queued', 'reviewed', 'worker', 'person'])
    await signing.confirm(idOf(signing, who));
  await count(world);
  return world;
}

async function after(...names: string[]): Promise<World> {
  const world = await ordinary();
  const signing = newSigning(world, { review });
  for (const name of names) await useCases[name]?.(signing);
  await count(world);
  return world;
}

/** As an apply leaves those who must agree to a changed letter: they have no place until they do. */
async function asked(...signersAsked: string[]): Promise<World> {
  const world = await ordinary();
  const signing = newSigning(world, { review });
  for (const who of signersAsked) {
    const { organizationKey, ...row } = await signing.read(idOf(signing, who));
    const askedAgainAt = signing.now().toISOString();
    await world.put({ ...signOnKey(slug, row.id), ...row, eligible: 'no', askedAgainAt });
    if (organizationKey) await world.put({ ...claimKey(slug, organizationKey) });
  }
  await count(world);
  return world;
}

const starts: Record<string, () => Promise<World>> = {
  ordinary,
  'with a vacant place': () => after('holder withdraws'),
  'after a merge': () => after('worker into holder'),
  'with changes that wait': () => after('holder submits other words', 'worker submits other words'),
  'while two are asked to agree again': () => asked('worker', 'person'),
  'after a split': () => after('queued is split off'),
  'after a merge of a merge': () => after('worker into holder', 'holder into parent'),
  'after a rejection': () => after('holder is rejected', 'worker is rejected'),
};

const useCases: Record<string, (signing: Signing) => Promise<unknown>> = Object.fromEntries([
  ...everybody.flatMap((who) => {
    const [email, name] = typed(who);
    const act = (does: string, perform: (signing: Signing, id: string) => Promise<unknown>) => [
      `${who} ${does}`,
      (signing: Signing) => perform(signing, idOf(signing, who)),
    ];
    return [
      act('confirms', (signing, id) => signing.confirm(id)),
      act('withdraws', (signing, id) => signing.withdraw(id)),
      act('submits other words', (signing) => signing.submit(email, name, { city: 'Port Alder' })),
      act('corrects the city', (signing, id) => signing.correct(id, { city: 'Pier Town' })),
      act('is approved', (signing, id) => signing.approve(id)),
      act('is rejected', (signing, id) => signing.reject(id)),
      act('is reinstated', (signing, id) => signing.reinstate(id)),
      act('is promoted', (signing, id) => signing.promote(id)),
      act('is split off', (signing, id) => signing.split(id)),
      act('is erased', (signing, id) => signing.erase(id)),
      ...(name === undefined
        ? []
        : [
            act('takes the name of the dock workers', (signing, id) =>
              signing.correct(id, { organizationName: dock }),
            ),
            act('takes the name of the parents', (signing, id) =>
              signing.correct(id, { organizationName: parents }),
            ),
          ]),
    ];
  }),
  ...(
    [
      ['worker', 'holder'],
      ['holder', 'worker'],
      ['reviewed', 'holder'],
      ['queued', 'worker'],
      ['worker', 'queued'],
      ['reviewed', 'worker'],
    ] as const
  ).map(([other, keep]) => [
    `${other} into ${keep}`,
    (signing: Signing) => signing.merge(idOf(signing, keep), idOf(signing, other)),
  ]),
]);

async function count(world: World): Promise<void> {
  const { newUlid } = newSigning(world);
  await countSignOns(world.store, slug, await signOnsOf(world), { now: () => new Date(), newUlid });
}

/**
 * All that the two did, without marks and times, which differ from run to run. A place is the same under the name of a
 * claim and under one that was merged into it. Whether
 * somebody still waits for a claim when it becomes vacant depends on the moment.
 */
function stateOf({ memory }: World): string {
  const stored = memory.items();
  const claimOf = (key: unknown) => stored.find(({ PK }) => PK === `ORGANIZATION#${slug}#${String(key)}`);
  const rootOf = (key: unknown): unknown => {
    const alias = claimOf(key)?.alias;
    return alias === undefined ? key : rootOf(alias);
  };
  const items = stored.flatMap((item): object[] => {
    const { PK, SK } = item;
    if (String(SK).startsWith('SIGNON#')) {
      const { status, eligible, review: reviewed, organizationKey, ownKey = organizationKey, ...rest } = item;
      const { signedHash, submissionHash, email } = rest;
      const place = { root: rootOf(organizationKey), ownKey };
      return [{ SK, status, eligible, reviewed, ...place, signedHash, submissionHash, email }];
    }
    if (SK === 'CLAIM') {
      const { holder, alias } = item;
      const sorted = (set: unknown) => (set instanceof Set ? [...set].toSorted() : undefined);
      const [queue, others, rejected] = [item.waiting, item.namesakes, item.rejected].map(sorted);
      return holder || queue || alias || others || rejected
        ? [{ PK, holder, queue, alias, others, rejected }]
        : [];
    }
    const event = JSON.stringify(item.event);
    return String(SK).startsWith('EVENT#') && !event.includes('claim-vacated') ? [{ event }] : [];
  });
  return items
    .map((item) => JSON.stringify(item))
    .toSorted()
    .join('\n');
}

/** What comes of use cases one after the other. */
async function inOrder(items: Record<string, unknown>[], names: string[]): Promise<string> {
  const world = newWorld(items);
  const signing = newSigning(world, { review });
  for (const name of names) await useCases[name]?.(signing);
  await count(world);
  return stateOf(world);
}

/** Pairs that a condition of ours was once found to be there for. */
const known: [string, string][] = [
  ['parent confirms', 'reviewed into holder'],
  ['parent takes the name of the parents', 'reviewed into holder'],
  ['queued withdraws', 'queued is promoted'],
  ['queued is promoted', 'queued withdraws'],
  ['queued is erased', 'queued is promoted'],
  ['queued is split off', 'holder withdraws'],
  ['worker is split off', 'holder corrects the city'],
  ['worker into holder', 'queued is split off'],
  ['holder withdraws', 'late confirms'],
  ['late confirms', 'holder withdraws'],
  ['holder withdraws', 'holder into worker'],
  ['reviewed is approved', 'reviewed takes the name of the dock workers'],
  ['worker into holder', 'worker takes the name of the parents'],
  ['holder confirms', 'holder submits other words'],
  ['holder corrects the city', 'holder is erased'],
  ['holder into worker', 'holder takes the name of the parents'],
  ['worker confirms', 'worker submits other words'],
  ['person confirms', 'person submits other words'],
  ['worker into queued', 'queued takes the name of the parents'],
  ['queued is erased', 'worker into queued'],
  ['fellow confirms', 'worker is split off'],
  ['fellow confirms', 'worker into holder'],
  ['worker into holder', 'worker into queued'],
  ['worker takes the name of the parents', 'reviewed into worker'],
  ['reviewed into holder', 'reviewed is approved'],
  ['queued takes the name of the parents', 'holder is rejected'],
  ['worker is split off', 'worker is rejected'],
];

/** Pairs that are tried at every step: those and a sample of all. */
function pairs(): [string, string][] {
  const names = Object.keys(useCases);
  const all = names.flatMap((deed) => names.map((other): [string, string] => [deed, other]));
  return [...known, ...sampleOf(all, 20, 1000)];
}

async function tryPair(items: Record<string, unknown>[], deed: string, other: string): Promise<string[]> {
  const orders = [await inOrder(items, [deed, other]), await inOrder(items, [other, deed])];
  const found: string[] = [];
  for (let at = 1; ; at++) {
    const world = newWorld(items);
    const intruded = storeWithIntruder(
      world.store,
      at,
      () => useCases[other]?.(newSigning(world, { review })) ?? Promise.resolve(),
    );
    const outcome = await useCases[deed]?.(newSigning({ ...world, store: intruded.store }, { review }));
    if (!intruded.wasIntruded()) return found;
    await count(world);
    // Whoever finds other words than those that were read for a decision leaves it.
    const allowed = outcome === 'changed' ? [...orders, await inOrder(items, [other])] : orders;
    const broken = [
      ...(await invariantViolations(world)),
      ...(allowed.includes(stateOf(world)) ? [] : ['a write is lost']),
    ];
    if (broken.length > 0) found.push(`${deed}, and before step ${at} ${other}: ${broken.join('; ')}`);
  }
}

test.each(Object.keys(starts))('two use cases at once lose no write and break no rule: %s', async (start) => {
  const world = await starts[start]?.();
  const items = world?.memory.items() ?? [];
  expect(world && (await invariantViolations(world))).toEqual([]);
  const found: string[] = [];
  for (const [deed, other] of pairs()) found.push(...(await tryPair(items, deed, other)));
  expect({ seed: isLong ? 'all pairs' : sampleSeed, found }).toEqual({ seed: expect.any(String), found: [] });
});
