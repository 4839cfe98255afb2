import * as z from 'zod';
import type { Files } from '../aws/files/files.ts';
import { logoSchema } from '../campaign/logo.ts';
import { instantSchema, settingsSchema } from '../campaign/settings.ts';
import { languageSchema } from '../i18n/language.ts';

/** A signatory's id. Older snapshots also had what is printed. */
const idSchema = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

/**
 * What is published, frozen: numbers, texts and settings when the gate had opened and everything was counted again, and
 * the ids of who was on the list. The first claimed snapshot wins, and everything is made from it. It has no names:
 * they are printed from the rows, so whoever is erased there is gone.
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
  /** Logos of the release, for every language. Absent: none. */
  logos: z.array(logoSchema).optional(),
  /** Texts in other languages. Absent: none, as in older snapshots. */
  translations: z
    .array(
      z.object({ language: languageSchema, letter: z.string().optional(), release: z.string().optional() }),
    )
    .optional(),
  /** Files with ids, one in a line. In the order of ids, they come before `signatories`. */
  parts: z.array(z.string()).default([]),
  signatories: z.array(idSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export const readSnapshot = async (files: Files, key: string): Promise<Snapshot> =>
  snapshotSchema.parse(JSON.parse(await files.read(key)));

/** Ids in one file: few enough to look one up without reading much. */
const idsPerPart = 5000;

/** Records ids as they come. Many are written to files beside the snapshot; the rest is in it. */
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

/**
 * Says whether an id was on the list as released. Must be asked in the order of ids, so that only one part is in
 * memory.
 */
export function newReleasedIdLookup(
  files: Files,
  { parts, signatories }: Pick<Snapshot, 'parts' | 'signatories'>,
): (id: string) => Promise<boolean> {
  const readers = [
    ...parts.map((key) => async () => (await files.read(key)).split('\n')),
    // Older snapshots have another order.
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

/** Says whether an id was on the list as released. Reads the files that may have it. */
export function newReleasedIdSearch(
  files: Files,
  { parts, signatories }: Pick<Snapshot, 'parts' | 'signatories'>,
): (id: string) => Promise<boolean> {
  const rest = new Set(signatories);
  const read = new Map<number, Promise<string[]>>();
  const idsOf = async (part: number): Promise<string[]> => {
    const ids = read.get(part) ?? files.read(parts[part] ?? '').then((text) => text.split('\n'));
    read.set(part, ids);
    return await ids;
  };
  return async (id) => {
    if (rest.has(id)) return true;
    let [low, high] = [0, parts.length - 1];
    // Ids are hashes, so the digits of one say where it is among the others.
    let next = Math.floor((Number.parseInt(id.slice(0, 8), 16) / 2 ** 32) * parts.length);
    while (low <= high) {
      const part = next >= low && next <= high ? next : Math.floor((low + high) / 2);
      const ids = await idsOf(part);
      if (id < (ids[0] ?? '')) high = part - 1;
      else if (id > (ids.at(-1) ?? '')) low = part + 1;
      else return ids.includes(id);
      next = id < (ids[0] ?? '') ? part - 1 : part + 1;
    }
    return false;
  };
}
