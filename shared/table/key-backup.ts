import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { LinkKeys } from '../sign-on/tokens.ts';
import { keyBackupKey } from './keys.ts';
import type { Store } from './table.ts';

/** Which keys were last written into a backup file. Of each key only a fingerprint is stored. */
const keyBackupSchema = z.object({
  addressKey: z.string(),
  /** By key id. */
  linkKeys: z.record(z.string(), z.string()),
  at: z.iso.datetime(),
});
export type KeyBackup = z.infer<typeof keyBackupSchema>;

/** The two secrets of a stage. */
export interface StageKeys {
  addressKey: string;
  linkKeys: LinkKeys;
}

/**
 * Tells keys apart without telling them: 64 bits of their SHA-256. A key is 64 random characters, so nobody can find it
 * by trying.
 */
const fingerprint = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16);

export const fingerprintsOf = ({ addressKey, linkKeys }: StageKeys): Omit<KeyBackup, 'at'> => ({
  addressKey: fingerprint(addressKey),
  linkKeys: Object.fromEntries(Object.entries(linkKeys.keys).map(([id, key]) => [id, fingerprint(key)])),
});

export const readKeyBackup = (store: Store): Promise<KeyBackup | undefined> =>
  store.get(keyBackupSchema, keyBackupKey);

/** Notes that a file with these keys exists. */
export async function recordKeyBackup(store: Store, keys: StageKeys, now: Date): Promise<void> {
  const { addressKey, linkKeys } = fingerprintsOf(keys);
  await store.update({
    key: keyBackupKey,
    update: 'SET addressKey = :addressKey, linkKeys = :linkKeys, #at = :at',
    names: { '#at': 'at' },
    values: { ':addressKey': addressKey, ':linkKeys': linkKeys, ':at': now.toISOString() },
  });
}
