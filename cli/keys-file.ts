import { open, readFile } from 'node:fs/promises';
import * as z from 'zod';
import { readLinkKeys } from '../shared/sign-on/tokens.ts';
import type { StageKeys } from '../shared/table/key-backup.ts';
import { conflict, notFound, Refusal } from './refusal.ts';

const keysFileSchema = z.object({
  format: z.literal(1),
  stage: z.string(),
  addressKey: z.string().min(16),
  linkKeys: z.record(z.string(), z.string()),
});

/**
 * Writes a new file that only the user can read. An existing file is refused. So no backup is overwritten, and the
 * keys cannot be printed to a terminal, because `/dev/stdout` exists.
 */
export async function writeKeysFile(
  path: string,
  { stage, keys: { addressKey, linkKeys } }: { stage: string; keys: StageKeys },
): Promise<void> {
  const content = { format: 1, stage, addressKey, linkKeys: { current: linkKeys.current, ...linkKeys.keys } };
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw conflict('The file exists', `${path} exists. Nothing was written. Name a new file with --out.`);
    throw notFound(
      `${path} cannot be written. Check that the folder exists and that you have permission to write in it.`,
    );
  });
  try {
    await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Reads such a file. Errors say what is wrong and never quote the file. */
export async function readKeysFile(path: string): Promise<{ stage: string; keys: StageKeys }> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw notFound(`${path} cannot be read. Name the file that \`campaign export-keys\` wrote.`);
  });
  try {
    const { stage, addressKey, linkKeys } = keysFileSchema.parse(JSON.parse(text));
    return { stage, keys: { addressKey, linkKeys: readLinkKeys(JSON.stringify(linkKeys)) } };
  } catch {
    throw new Refusal({
      type: '/problems/invalid',
      title: 'Not a file of keys',
      status: 422,
      detail: `${path} is not a file that \`campaign export-keys\` wrote, or it was changed. Nothing was restored. Take it from the password store again.`,
    });
  }
}
