import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { type Gate, gateSchema } from '../../shared/campaign/gate.ts';
import type { Logo } from '../../shared/campaign/logo.ts';
import type { Settings } from '../../shared/campaign/settings.ts';
import { lookAlikeKeys } from '../../shared/operations/signing/name-index.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { type Claim, claimSchema, findClaim, nameKeyOf } from '../../shared/table/claims.ts';
import {
  campaignListKey,
  claimKey,
  gateKey,
  type Key,
  lookAlikePartition,
  settingsKey,
  signOnKey,
  textKey,
} from '../../shared/table/keys.ts';
import { allSignOns } from '../../shared/table/sign-ons.ts';
import { openStore, type Store } from '../../shared/table/table.ts';
import { openTableKeys } from '../../shared/table/table-keys.ts';
import { freshTable } from './dynamodb.ts';
import { newMemoryStore } from './memory-store/memory-store.ts';
import { aGate, aSettings, slug } from './records.ts';
import { usesDynamoDb } from './suite.ts';

export interface TestStore {
  store: Store;
  /** Closes what the store holds open. */
  client: { destroy(): void };
  /** Writes an item, even over an existing one. */
  put(item: Key & Record<string, unknown>): Promise<void>;
}

export interface KeyedTestStore extends TestStore {
  /** The keys of every item. */
  tableKeys(): Promise<Key[]>;
}

export interface DynamoDbTestStore extends TestStore {
  client: DynamoDBClient;
  tableName: string;
}

/** An empty store: in memory, or in DynamoDB Local with `UNDERSIGNED_TEST_STORE=dynamodb`. */
export async function freshStore(): Promise<KeyedTestStore> {
  if (usesDynamoDb) return await freshDynamoDbStore();
  const store = newMemoryStore();
  const client = { destroy: () => {} };
  const tableKeys = async () => store.items().map(({ PK, SK }) => ({ PK: String(PK), SK: String(SK) }));
  return { store, client, put: async (item) => store.put(item), tableKeys };
}

/**
 * A store on its own table in DynamoDB Local, for tests of what the database itself does. Conflicts are retried
 * without waiting.
 */
export async function freshDynamoDbStore(): Promise<DynamoDbTestStore & KeyedTestStore> {
  const { client, tableName } = await freshTable({ hasStream: false });
  const store = openStore(tableName, { client, pause: () => Promise.resolve() });
  const put: TestStore['put'] = async (item) => {
    await client.send(
      new PutItemCommand({ TableName: tableName, Item: marshall(item, { removeUndefinedValues: true }) }),
    );
  };
  const readKeys = openTableKeys(tableName, client);
  const tableKeys: KeyedTestStore['tableKeys'] = async () => {
    const all: Key[] = [];
    let after: Key | undefined;
    do {
      const page = await readKeys(after);
      all.push(...page.keys);
      after = page.next;
    } while (after);
    return all;
  };
  return { store, client, tableName, put, tableKeys };
}

export interface Seed {
  settings?: Partial<Settings>;
  gate?: Partial<Gate>;
  signOns?: SignOn[];
  letter?: string;
  release?: string;
  logos?: Logo[] | undefined;
  /** Texts in Spanish. */
  translation?: { letter?: string; release?: string };
}

/** A campaign as after `apply`, with the given sign-ons and the claims of their organizations. */
export async function seed(
  { put }: TestStore,
  { settings, gate, signOns = [], letter, release, logos, translation = {} }: Seed,
): Promise<void> {
  const of = settings?.slug ?? slug;
  await put({ ...campaignListKey(of), slug: of });
  await put({ ...settingsKey(of), settings: aSettings(settings), paused: false });
  await put({ ...gateKey(of), ...aGate({ slug: of, ...gate }) });
  const text = (source: string) => ({ source, sha256: 'for tests' });
  if (letter) await put({ ...textKey(of, 'en', 'letter'), ...text(letter) });
  if (release) await put({ ...textKey(of, 'en', 'release'), ...text(release), logos });
  for (const document of ['letter', 'release'] as const) {
    const source = translation[document];
    if (source) await put({ ...textKey(of, 'es', document), ...text(source) });
  }
  await Promise.all(
    signOns.map(async (signOn) => {
      await put({ ...signOnKey(of, signOn.id), ...signOn });
      if (signOn.organizationKey && signOn.eligible === 'yes')
        await put({ ...claimKey(of, signOn.organizationKey), holder: signOn.id });
    }),
  );
}

export const gateOf = async ({ store }: TestStore): Promise<Gate> => {
  const gate = await store.get(gateSchema, gateKey(slug));
  if (!gate) throw new Error('no gate');
  return gate;
};

export const claimOf = async ({ store }: TestStore, organizationKey: string): Promise<Claim> =>
  (await store.get(claimSchema, claimKey(slug, organizationKey))) ?? {};

export async function signOnsOf({ store }: TestStore): Promise<SignOn[]> {
  const all: SignOn[] = [];
  for await (const signOn of allSignOns(store, slug)) all.push(signOn);
  return all;
}

/** What must be true at rest: counts equal the eligible sign-ons (G2), and organizations hold their claims (G8). */
export async function invariantViolations(test: TestStore): Promise<string[]> {
  const [gate, signOns] = [await gateOf(test), await signOnsOf(test)];
  const found: string[] = [];
  for (const kind of ['organization', 'individual'] as const) {
    const eligible = signOns.filter((signOn) => signOn.kind === kind && signOn.eligible === 'yes').length;
    const counted = kind === 'organization' ? gate.organizations : gate.individuals;
    if (eligible !== counted) found.push(`${eligible} eligible of kind ${kind}, counted ${counted}`);
  }
  for (const { id, counted, eligible } of signOns)
    if (counted !== eligible) found.push(`${id} is not counted right`);
  return [...found, ...(await claimViolations(test, signOns))];
}

/**
 * Checks that every eligible row of an organization holds its claim, that every holder is eligible, and that every
 * waiting sign-on is in the claim's queue. Sign-ons that wait for review, are asked to agree to a changed letter, or
 * are withdrawn or rejected must not be in any claim.
 */
export async function claimViolations(test: TestStore, signOns: SignOn[]): Promise<string[]> {
  const found: string[] = [];
  const organizations = signOns.filter(({ kind }) => kind === 'organization');
  const placed = new Map<string, SignOn[]>();
  for (const signOn of organizations) {
    const { id, organizationKey: key, review, status, eligible, askedAgainAt, demotedAt } = signOn;
    const stands = status === 'confirmed' && review !== 'waiting' && askedAgainAt === undefined;
    if (stands !== (key !== undefined)) found.push(`${id} is ${status}, ${review}, and has the key ${key}`);
    if (!stands && eligible === 'yes') found.push(`${id} is ${status}, ${review}, and eligible`);
    if (eligible === 'yes' && demotedAt !== undefined) found.push(`${id} counts, and is noted as demoted`);
    if (key === undefined) continue;
    const root = await rootOf(test, key);
    const name = organizationKey(signOn.signed?.organizationName ?? '');
    const own = signOn.ownKey ?? key;
    if (root !== (await rootOf(test, own)))
      found.push(`${id} has the place of ${key}, and its own is ${own}`);
    if (root !== (await rootOf(test, name)) && nameKeyOf(own) === own)
      found.push(`${id} has the place of ${key}, and another name`);
    placed.set(root, [...(placed.get(root) ?? []), signOn]);
  }
  const names = organizations.map(({ signed }) => organizationKey(signed?.organizationName ?? ''));
  for (const key of new Set([
    ...placed.keys(),
    ...(await Promise.all(names.map((name) => rootOf(test, name)))),
  ])) {
    const claim = await claimOf(test, key);
    const rows = placed.get(key) ?? [];
    const eligible = rows.filter(({ eligible }) => eligible === 'yes').map(({ id }) => id);
    if (eligible.length > 1) found.push(`${key} is signed for ${eligible.length} times`);
    for (const id of claim.rejected ?? []) {
      const rejected = signOns.find((signOn) => signOn.id === id);
      const hasCounted = rejected?.status === 'rejected' && rejected.demotedAt !== undefined;
      if (claim.holder !== undefined && !hasCounted)
        found.push(`${key} is held, and notes the rejection of ${id}`);
    }
    if (eligible[0] !== claim.holder)
      found.push(`${key} is held by ${claim.holder}, signed for by ${eligible[0]}`);
    const waiting = rows.filter(({ eligible }) => eligible === 'no').map(({ id }) => id);
    if (waiting.toSorted().join() !== [...(claim.waiting ?? [])].toSorted().join())
      found.push(`${key}: the queue is wrong`);
  }
  return found;
}

/**
 * Checks that the index of names has an entry for each sign-on that counts and for both names of each merge, and no
 * others than those of sign-ons that count or are asked to agree, and those apart of rejected ones and of other names of
 * organizations. For a campaign with a review, in which all rows were confirmed.
 */
export async function indexViolations(
  test: KeyedTestStore,
  signOns: SignOn[],
  /** Keys of other names of organizations: that organizers have merged, or approved another name instead of. */
  { others = new Set<string>() } = {},
): Promise<string[]> {
  const entry = z.object({ id: z.string().optional(), organizationKey: z.string() });
  const nameOf = ({ PK, SK }: Key): string => `${PK} ${SK}`;
  const tableKeys = await test.tableKeys();
  const keys = tableKeys.filter(({ PK }) => PK.startsWith(lookAlikePartition(slug, '')));
  const indexed = await Promise.all(
    keys.map(async (key) => ({ key: nameOf(key), ...(await test.store.get(entry, key)) })),
  );
  const allowed = new Set(
    signOns.flatMap(({ id, status, review, eligible, askedAgainAt, signed }) => {
      const isAsked = askedAgainAt !== undefined && review !== 'waiting';
      const stands = status === 'confirmed' && (eligible === 'yes' || isAsked);
      const isRejected = status === 'rejected';
      return stands || isRejected ? lookAlikeKeys({ slug, id }, signed, isRejected).map(nameOf) : [];
    }),
  );
  const found: string[] = [];
  for (const { key, id, organizationKey: named = '' } of indexed)
    if (id === undefined ? !others.has(named) : !allowed.has(key))
      found.push(`${named} is indexed for ${id}: ${key}`);
  const otherNames = new Set(
    indexed.filter(({ id }) => id === undefined).map(({ organizationKey: named }) => named),
  );
  const claims = claimKey(slug, '').PK;
  for (const { PK } of tableKeys.filter(({ PK }) => PK.startsWith(claims))) {
    const key = PK.slice(claims.length);
    const { alias = key } = await claimOf(test, key);
    const names = new Set([key, alias].map(nameKeyOf));
    for (const name of names)
      if (names.size > 1 && !otherNames.has(name)) found.push(`${name} is merged, and not indexed`);
  }
  const isStored = new Set(indexed.map(({ key }) => key));
  for (const { id, kind, eligible, signed } of signOns) {
    if (kind !== 'organization' || eligible === 'no') continue;
    if (!lookAlikeKeys({ slug, id }, signed).every((key) => isStored.has(nameOf(key))))
      found.push(`${id} counts as ${signed?.organizationName}, and is not indexed`);
  }
  return found;
}

/** The key of the organization, or of the one into which it was merged. */
export const rootOf = async (test: TestStore, key: string): Promise<string> =>
  (await findClaim(test.store, { slug, organizationKey: key, id: '' })).reference.organizationKey;
