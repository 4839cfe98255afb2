import * as z from 'zod';
import { instantSchema } from '../../campaign/settings.ts';
import { type Language, languageSchema, languages } from '../../i18n/language.ts';
import { listCountsSchema } from '../../operations/listing/list-counts.ts';
import type { ListRow } from '../../operations/listing/list-order.ts';
import { scopes, signOnKinds } from '../../sign-on/sign-on.ts';

/** A row of the list as it is stored. */
export const rowSchema: z.ZodType<ListRow> = z.object({
  section: z.int(),
  heading: z.string(),
  signedAt: z.string(),
  organizationKey: z.string().optional(),
  signatory: z.object({
    id: z.string(),
    kind: z.enum(signOnKinds),
    name: z.string().optional(),
    city: z.string().optional(),
    region: z.string().optional(),
    country: z.string().optional(),
    scope: z.enum(scopes).optional(),
    website: z.string().optional(),
    isRemoved: z.boolean().optional(),
    addedOn: z.string().nullable(),
  }),
});

/** A page of the list, in the order of one language. */
const pageSchema = z.object({
  /** Of the file with its rows. */
  generation: z.int(),
  count: z.int(),
  /** Its first row, with what decides the order. Absent on the only page of an empty list. */
  first: rowSchema.optional(),
  last: z.object({ section: z.int(), heading: z.string() }).optional(),
});
export type StoredPage = z.infer<typeof pageSchema>;

/** The name of an organization's key in `holders`, which no property of an object has. */
export const holderName = (organizationKey: string): string => `=${organizationKey}`;

/** Those whose ids, or the keys of whose organizations, have the same hash: the rows by id, and ids by key. */
export const bucketSchema = z.object({
  rows: z.record(z.string(), rowSchema),
  holders: z.record(z.string(), z.string()),
});
export type Bucket = z.infer<typeof bucketSchema>;

/**
 * The stored list of a campaign, without its rows. It is replaced as a whole, and names the files that belong to it, so
 * a job that dies in between leaves the list as it was.
 */
export const listingSchema = z.object({
  /** The same as on the gate, else it is not the list that the pages show. */
  id: z.string(),
  /** Hash of everything that a page shows beside the list. */
  inputs: z.string(),
  builtAt: instantSchema,
  /** Grows with each change. */
  generation: z.int(),
  counts: listCountsSchema,
  /** Generation of each bucket's file. */
  buckets: z.array(z.int()),
  orders: z.partialRecord(languageSchema, z.array(pageSchema)),
  /** Pages that may not be written yet, in each order. */
  unwritten: z.partialRecord(languageSchema, z.array(z.int())),
  /** Of each text in the site's bucket: its digest, and how many bytes each piece has (`ListText`). */
  texts: z.record(z.string(), z.object({ digest: z.string(), pieces: z.array(z.int()) })),
});
export type Listing = z.infer<typeof listingSchema>;

/** Entries in one bucket, on average, when a list is built. */
const perBucket = 1000;

export const bucketCount = (entries: number): number => Math.max(1, Math.ceil(entries / perBucket));

export const listingFolder = (slug: string): string => `listings/${slug}/`;
export const listingKey = (slug: string): string => `${listingFolder(slug)}listing.json`;

/** `number`: of the page, counted from 1. */
export const pageRowsKey = (
  slug: string,
  { id }: Pick<Listing, 'id'>,
  { language, number, generation }: { language: Language; number: number; generation: number },
): string => `${listingFolder(slug)}${id}/${language}-${number}-${generation}.json`;

export const bucketKey = (
  slug: string,
  { id }: Pick<Listing, 'id'>,
  { bucket, generation }: { bucket: number; generation: number },
): string => `${listingFolder(slug)}${id}/ids-${bucket}-${generation}.json`;

/** The keys of all files of a list. */
export const keysOf = (slug: string, listing: Listing): string[] => [
  listingKey(slug),
  ...listing.buckets.map((generation, bucket) => bucketKey(slug, listing, { bucket, generation })),
  ...languages.flatMap((language) =>
    (listing.orders[language] ?? []).map(({ generation }, index) =>
      pageRowsKey(slug, listing, { language, number: index + 1, generation }),
    ),
  ),
];
