import { createHash } from 'node:crypto';
import type { SignOn } from '../../shared/sign-on/sign-on.ts';
import { allShards, signOnKey, signOnsPartition } from '../../shared/table/keys.ts';
import type { Store } from '../../shared/table/table.ts';
import { aConfirmedSignOn, organizationDetails, slug, someDetails } from '../support/records.ts';

/** Rows of a real table's page: a megabyte of them. */
const rowsOnAPage = 1500;

/**
 * A store in which a campaign has as many sign-ons as asked for, every second one an organization's, made when they are
 * read: neither they nor the emulator's reading of them is what is measured. All else is the real store's.
 */
export function withCrowd(store: Store, size: number, hasWithdrawn: (index: number) => boolean): Store {
  const partitions = new Map(allShards.map((shard) => [signOnsPartition(slug, shard), shard]));
  return {
    ...store,
    query: async (schema, options) => {
      const shard = partitions.get(options.PK);
      if (shard === undefined) return await store.query(schema, options);
      if (options.prefix) {
        const at = Number.parseInt(options.prefix.slice(-8), 16);
        return { items: [schema.parse(signOnAt(shard, at, hasWithdrawn))] };
      }
      const from = options.after ? Number.parseInt(options.after.SK.slice(-8), 16) + 1 : 0;
      const ofShard = countOfShard(size, shard);
      const to = Math.min(ofShard, from + Math.min(options.limit ?? rowsOnAPage, rowsOnAPage));
      const items = Array.from({ length: Math.max(0, to - from) }, (_, at) =>
        schema.parse(signOnAt(shard, from + at, hasWithdrawn)),
      );
      const last = signOnKey(slug, idAt(shard, to - 1));
      return { items, ...(to < ofShard && { next: last }) };
    },
  };
}

/** The id of the sign-on at a place of a shard. */
export const idAt = (shard: number, at: number): string =>
  `${shard.toString(16)}${'0'.repeat(23)}${at.toString(16).padStart(8, '0')}`;

/** How many sign-ons of a shard have ids that begin alike but for two hexadecimal digits. */
const sizeOfPart = 256;

/**
 * Reads a shard of a stored crowd in parts, by the beginnings of ids. DynamoDB Local looks at every row that follows
 * for each page of a query, so a long partition takes it the square of its length.
 */
export function readInParts(store: Store, size: number): Store {
  const partitions = new Map(allShards.map((shard) => [signOnsPartition(slug, shard), shard]));
  return {
    ...store,
    query: async (schema, options) => {
      const shard = partitions.get(options.PK);
      if (shard === undefined || options.prefix) return await store.query(schema, options);
      const { after, ...others } = options;
      const from = after ? Number.parseInt(after.SK.slice(-8), 16) + 1 : 0;
      const { SK } = signOnKey(slug, idAt(shard, from));
      const { items } = await store.query(schema, { ...others, prefix: SK.slice(0, -2) });
      const to = from + sizeOfPart;
      return { items, ...(to < countOfShard(size, shard) && { next: signOnKey(slug, idAt(shard, to - 1)) }) };
    },
  };
}

/** How many of a crowd are in a shard. */
export const countOfShard = (size: number, shard: number): number =>
  Math.ceil((size - shard) / allShards.length);

/** The sign-on at a place of a shard. */
export function signOnAt(shard: number, at: number, hasWithdrawn: (index: number) => boolean): SignOn {
  const index = at * allShards.length + shard;
  // Names in no order, as they come.
  const word = createHash('md5').update(String(index)).digest('hex').slice(0, 10);
  const isOrganization = at % 2 === 0;
  const name = `${word} ${isOrganization ? 'Tenants Association' : 'Okafor'}`;
  const signed = isOrganization
    ? organizationDetails(name, { city: 'Harbor City', region: 'New York', country: 'US' })
    : someDetails({ name });
  return aConfirmedSignOn({
    id: idAt(shard, at),
    kind: isOrganization ? 'organization' : 'individual',
    email: `${word}@example.org`,
    signed,
    submission: signed,
    ...(hasWithdrawn(index) && { status: 'withdrawn', eligible: 'no', counted: 'no' }),
  });
}
