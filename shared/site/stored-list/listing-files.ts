import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { File, Files } from '../../aws/files/files.ts';
import { forEachConcurrently } from '../../concurrently.ts';
import { Failure } from '../../failure.ts';
import type { Language } from '../../i18n/language.ts';
import { errorFields, log } from '../../log.ts';
import type { ListRow } from '../../operations/listing/list-order.ts';
import type { Lease } from '../../operations/publishing/lease.ts';
import {
  type Bucket,
  bucketKey,
  bucketSchema,
  keysOf,
  type Listing,
  listingFolder,
  listingKey,
  listingSchema,
  pageRowsKey,
  rowSchema,
} from './listing.ts';

/** The files of a campaign's stored list. Each is written under a new key, and read as what it must be. */
export interface ListingFiles {
  /** The list, if one is stored and can be read. */
  read(): Promise<Listing | undefined>;
  /** Replaces the list. From then on its files are those that it names. */
  commit(listing: Listing): Promise<void>;
  readPage(listing: Listing, language: Language, number: number): Promise<ListRow[]>;
  writePage(listing: Listing, language: Language, number: number, rows: readonly ListRow[]): Promise<void>;
  readBucket(listing: Listing, bucket: number): Promise<Bucket>;
  writeBucket(listing: Listing, bucket: number, content: Bucket): Promise<void>;
  /** Removes every file that the list does not name: of lists before it, and of runs that died. Without a list: all. */
  removeOthers(listing?: Listing): Promise<void>;
}

const operation = 'read listing';

/** Thrown where a stored list is not what it should be: it has to be built again. */
export const spoiled = (what: string): Failure => new Failure('refused', operation, what);

export const isSpoiled = (error: unknown): boolean =>
  error instanceof Failure && error.operation === operation;

export function openListingFiles(files: Files, lease: Lease): ListingFiles {
  const { slug } = lease;
  const put = async (key: string, value: unknown): Promise<void> => {
    await lease.renewIfDue();
    await files.put(privateFile(key, JSON.stringify(value)));
  };
  const get = async <T>(schema: z.ZodType<T>, key: string): Promise<T> => {
    await lease.renewIfDue();
    try {
      return schema.parse(JSON.parse(await files.read(key)));
    } catch (error) {
      // Whatever is not there, or is no list, will not become one. Only a service that did not answer is asked again.
      if (error instanceof Failure && error.kind !== 'refused') throw error;
      throw spoiled(error instanceof Failure ? error.code : 'Unreadable');
    }
  };
  const generationOf = (listing: Listing, language: Language, number: number): number => {
    const page = listing.orders[language]?.[number - 1];
    if (!page) throw spoiled('NoSuchPage');
    return page.generation;
  };
  const pageKey = (listing: Listing, language: Language, number: number): string =>
    pageRowsKey(slug, listing, { language, number, generation: generationOf(listing, language, number) });
  const keyOfBucket = (listing: Listing, bucket: number): string =>
    bucketKey(slug, listing, { bucket, generation: listing.buckets[bucket] ?? 0 });
  return {
    read: () =>
      get(listingSchema, listingKey(slug)).catch((error: unknown) => {
        if (!isSpoiled(error)) throw error;
        log('warn', 'listing not read', { slug, ...errorFields(error) });
        return undefined;
      }),
    commit: (listing) => put(listingKey(slug), listing),
    readPage: (listing, language, number) => get(z.array(rowSchema), pageKey(listing, language, number)),
    writePage: (listing, language, number, rows) => put(pageKey(listing, language, number), rows),
    readBucket: (listing, bucket) => get(bucketSchema, keyOfBucket(listing, bucket)),
    writeBucket: (listing, bucket, content) => put(keyOfBucket(listing, bucket), content),
    removeOthers: async (listing) => {
      const named = new Set(listing ? keysOf(slug, listing) : []);
      const others = (await files.list(listingFolder(slug))).filter((key) => !named.has(key));
      await forEachConcurrently(others, async (key) => {
        await lease.renewIfDue();
        await files.remove(key);
      });
    },
  };
}

const privateFile = (key: string, body: string): File => ({
  key,
  body,
  contentType: 'application/json',
  cacheControl: 'no-store',
});

/** The bucket of a sign-on's id or of an organization's key. */
export const bucketOf = (name: string, { buckets }: Pick<Listing, 'buckets'>): number =>
  createHash('sha256').update(name).digest().readUInt32BE() % buckets.length;
