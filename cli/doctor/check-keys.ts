import type { KeyBackup } from '../../shared/table/key-backup.ts';
import { type Finding, ok, stops, warning } from './finding.ts';

export interface KeyState {
  /** Fingerprints of the keys that the stage has. Undefined if one of its secrets cannot be read. */
  present: Omit<KeyBackup, 'at'> | undefined;
  /** Fingerprints of the keys in the last backup file. Undefined if there is none. */
  backup: KeyBackup | undefined;
}

export function checkKeys({ present, backup }: KeyState, stage: string): Finding {
  const cure = `\`campaign export-keys --out ${stage}-keys.json --stage ${stage}\`, then put the file into your password store.`;
  if (!present)
    return stops(
      'keys',
      'A secret has no value that can be used: nobody can sign, or links in emails do not work.',
      '“Restore the keys” in docs/runbook.md.',
    );
  if (!backup)
    return warning(
      'keys',
      'The keys have no backup. If the address key is lost, no signer is recognized any more.',
      cure,
    );
  if (backup.addressKey !== present.addressKey)
    return stops(
      'keys',
      'The address key is not the one that was backed up. With another key, everyone could sign a second time.',
      `\`campaign restore-keys <file> --stage ${stage}\` with the file of ${backup.at.slice(0, 10)}.`,
    );
  const missing = Object.entries(present.linkKeys).filter(([id, key]) => backup.linkKeys[id] !== key);
  if (missing.length > 0)
    return warning(
      'keys',
      `The backup lacks the link key ${missing.map(([id]) => id).join(', ')}: after a loss, links signed with it would not work.`,
      cure,
    );
  return ok('keys', `The keys were backed up on ${backup.at.slice(0, 10)}.`);
}
