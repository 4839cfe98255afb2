import * as z from 'zod';
import type { Files } from '../aws/files/files.ts';
import { logoSchema } from '../campaign/logo.ts';
import { instantSchema, settingsSchema } from '../campaign/settings.ts';
import { languageSchema } from '../i18n/language.ts';

/** A signatory's id. Snapshots of before had all that is printed of it, too. */
const idSchema = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

/**
 * What is published, frozen: numbers, texts and settings as they were when the gate had opened and everything was
 * counted again, and who was on the list. The first one that is claimed wins, and from then on everything comes from it.
 * Names are not in it: they are printed as the rows have them, so that who is erased there is gone.
 */
const snapshotSchema = z.object({
  slug: z.string(),
  publishedAt: instantSchema,
  organizations: z.int(),
  individuals: z.int(),
  thresholdOrganizations: z.int(),
  thresholdIndividuals: z.int(),
  settings: settingsSchema,
  /** Sources, as written. */
  letter: z.string(),
  release: z.string(),
  /** Beside the release, in every language; absent: none. */
  logos: z.array(logoSchema).optional(),
  /** Those of other languages; absent: none, as in snapshots of before. */
  translations: z
    .array(
      z.object({ language: languageSchema, letter: z.string().optional(), release: z.string().optional() }),
    )
    .optional(),
  /** Files with ids, one in a line: in the order of ids, they come before `signatories`. */
  parts: z.array(z.string()).default([]),
  signatories: z.array(idSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export const readSnapshot = async (files: Files, key: string): Promise<Snapshot> =>
  snapshotSchema.parse(JSON.parse(await files.read(key)));

/** Ids in one file. */
const idsPerPart = 50_000;

/** Takes down ids as they come, and writes them beside the snapshot when there are many; the rest goes in with it. */
export function newSnapshotIds(files: Files, snapshotKey: string, size = idsPerPart) {
  const parts: string[] = [];
  let signatories: string[] = [];
  return {
    add: async (id: string): Promise<void> => {
      if (signatories.length === size) {
        const key = snapshotKey.replace(/\.json$/, `-${parts.length + 1}.txt`);
        await files.put({
          key,
          body: signatories.join('\n'),
          contentType: 'text/plain',
          cacheControl: 'no-store',
        });
        parts.push(key);
        signatories = [];
      }
      signatories.push(id);
    },
    list: (): Pick<Snapshot, 'parts' | 'signatories'> => ({ parts, signatories }),
  };
}

/** Answers whether an id was on the list as released. To be asked in the order of ids, so that one part is in memory. */
export function newReleasedIdLookup(
  files: Files,
  { parts, signatories }: Pick<Snapshot, 'parts' | 'signatories'>,
): (id: string) => Promise<boolean> {
  const readers = [
    ...parts.map((key) => async () => (await files.read(key)).split('\n')),
    // In snapshots of before they are in another order.
    async () => signatories.toSorted(),
  ].values();
  let ids: string[] = [];
  let at = 0;
  return async (id) => {
    for (;;) {
      for (let current = ids[at]; current !== undefined && current <= id; current = ids[++at])
        if (current === id) return true;
      if (at < ids.length) return false;
      const { value: read } = readers.next();
      if (!read) return false;
      ids = await read();
      at = 0;
    }
  };
}
