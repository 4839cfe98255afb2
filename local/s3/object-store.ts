import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const headSchema = z.object({
  key: z.string(),
  etag: z.string(),
  size: z.number(),
  /** Instant, to the second, as in S3. */
  lastModified: z.string(),
  /** Headers that are returned with the object: content type, cache control, metadata, checksum. */
  headers: z.record(z.string(), z.string()),
});

export type StoredObject = z.infer<typeof headSchema>;

/** The conditions of a write; `*` or quoted ETags. */
export interface WriteCondition {
  ifNoneMatch?: string;
  ifMatch?: string;
}

/** One bucket as a folder with one file for each object. The first line describes the object; the rest is its bytes. */
export interface ObjectStore {
  head(key: string): StoredObject | undefined;
  read(key: string): Promise<{ head: StoredObject; body: Buffer } | undefined>;
  /** Replaces the whole object in one step. Undefined if the condition does not hold. */
  write(
    key: string,
    body: Buffer,
    headers: Record<string, string>,
    condition?: WriteCondition,
  ): Promise<StoredObject | undefined>;
  remove(key: string): void;
  /** Keys, ordered by their bytes. */
  list(prefix: string): StoredObject[];
}

/** The maximum length of the first line. Keys and metadata take a few kilobytes at most. */
const headBytes = 16_384;

/** Opens a bucket, with the objects that an earlier stack stored in it. */
export function openObjectStore(directory: string): ObjectStore {
  mkdirSync(directory, { recursive: true });
  const objects = new Map<string, StoredObject>();
  for (const name of readdirSync(directory)) {
    // A file with this ending was not finished when its stack was killed.
    if (name.endsWith('.partial')) rmSync(join(directory, name));
    else {
      const head = readHead(join(directory, name));
      objects.set(head.key, head);
    }
  }
  const fileOf = (key: string): string => join(directory, fileName(key));
  return {
    head: (key) => objects.get(key),
    read: async (key) => {
      // A file is always replaced as a whole, so one read gets the first line and the bytes of the same version.
      const content = objects.has(key) ? await readFile(fileOf(key)).catch(() => undefined) : undefined;
      if (!content) return undefined;
      const end = content.indexOf('\n');
      return { head: parseHead(content.toString('utf8', 0, end)), body: content.subarray(end + 1) };
    },
    write: async (key, body, headers, condition = {}) => {
      const head: StoredObject = {
        key,
        etag: `"${createHash('md5').update(body).digest('hex')}"`,
        size: body.length,
        lastModified: new Date(Math.floor(Date.now() / 1000) * 1000).toISOString(),
        headers,
      };
      const partial = join(directory, `${randomUUID()}.partial`);
      await writeFile(partial, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]));
      // The check and the rename happen in one step of this process, so only one of two conditional writes succeeds.
      const current = existsSync(fileOf(key)) ? objects.get(key) : undefined;
      if (!holds(current, condition)) {
        rmSync(partial);
        return undefined;
      }
      renameSync(partial, fileOf(key));
      objects.set(key, head);
      return head;
    },
    remove: (key) => {
      if (objects.delete(key)) rmSync(fileOf(key), { force: true });
    },
    list: (prefix) =>
      [...objects.values()]
        .filter(({ key }) => key.startsWith(prefix))
        .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))),
  };
}

function holds(current: StoredObject | undefined, { ifNoneMatch, ifMatch }: WriteCondition): boolean {
  if (ifNoneMatch !== undefined && current && (ifNoneMatch === '*' || ifNoneMatch === current.etag))
    return false;
  return ifMatch === undefined || (current !== undefined && (ifMatch === '*' || ifMatch === current.etag));
}

/** Readable for people where a file system allows it. The file itself contains the key. */
function fileName(key: string): string {
  const name = encodeURIComponent(key);
  return name.length <= 200 ? `${name}.object` : `${createHash('sha256').update(key).digest('hex')}.object`;
}

function readHead(file: string): StoredObject {
  const bytes = Buffer.alloc(headBytes);
  const descriptor = openSync(file, 'r');
  try {
    const length = readSync(descriptor, bytes, 0, headBytes, 0);
    return parseHead(bytes.toString('utf8', 0, bytes.subarray(0, length).indexOf('\n')));
  } finally {
    closeSync(descriptor);
  }
}

function parseHead(line: string): StoredObject {
  const parsed: unknown = JSON.parse(line);
  return headSchema.parse(parsed);
}
