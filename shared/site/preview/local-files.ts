import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { File, Files } from '../../aws/files/files.ts';

/** Files in a local folder, with the same keys as in a bucket. `written` gets the key of each. */
export function localFiles(folder: string, written: Set<string>): Files {
  const write = async ({ key, body }: File): Promise<void> => {
    const path = join(folder, key);
    await mkdir(dirname(path), { recursive: true });
    if (typeof body === 'string' || body instanceof Uint8Array) await writeFile(path, body);
    else {
      const file = await open(path, 'w');
      try {
        for await (const piece of body) await file.write(piece);
      } finally {
        await file.close();
      }
    }
    written.add(key);
  };
  const isThere = (key: string): Promise<boolean> =>
    stat(join(folder, key)).then(
      () => true,
      () => false,
    );
  return {
    put: async (file) => {
      await write(file);
      return '';
    },
    open: async () => undefined,
    remove: (key) => rm(join(folder, key), { force: true }),
    replace: async (file) => {
      const exists = await isThere(file.key);
      if (exists) await write(file);
      return exists;
    },
    list: async (prefix) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const keys = entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
      return keys.filter((key) => key.startsWith(prefix));
    },
    read: (key) => readFile(join(folder, key), 'utf8'),
  };
}
