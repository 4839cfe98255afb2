import type { LinkKeys } from '../../shared/sign-on/tokens.ts';
import {
  fingerprintsOf,
  readKeyBackup,
  recordKeyBackup,
  type StageKeys,
} from '../../shared/table/key-backup.ts';
import { type Command, type CommandResult, type Invocation, stageOf } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { readKeysFile } from '../keys-file.ts';
import { conflict } from '../refusal.ts';
import { tableBelongsTo } from '../table-belongs-to.ts';

export const restoreKeys: Command = {
  name: 'restore-keys',
  positionals: [{ name: 'file' }],
  optionsUsage: '[--yes]',
  summary: 'put the keys of a backup file into a stage that lost its keys, or whose table was restored',
  run: runRestoreKeys,
};

async function runRestoreKeys(invocation: Invocation): Promise<CommandResult> {
  const { positionals, options, environment } = invocation;
  const [path = ''] = positionals;
  const { keys: backup, stage } = await readKeysFile(path);
  const connected = await environment.connect(stageOf(options));
  const present = await connected.keys.read();
  const restored = {
    addressKey: backup.addressKey,
    linkKeys: mergedLinkKeys(present.linkKeys, backup.linkKeys),
  };
  if (isSame(present, restored))
    return {
      text: 'The stage has these keys already. Nothing was changed.',
      json: { outcome: 'unchanged', stage },
    };
  if (present.addressKey !== undefined && present.addressKey !== backup.addressKey) {
    const belongs = await tableBelongsTo(connected.store, [backup.addressKey, present.addressKey]);
    if (belongs === present.addressKey)
      throw conflict(
        'The table has another key',
        `The sign-ons of this stage were made with the address key that it has now, not with the one of ${path} (exported from the stage ${stage}). With that key it would recognize no signer. Nothing was changed. Use the file of this stage. If its table was restored from a backup, deploy the stage with that table first (docs/runbook.md, “Restore the table”).`,
      );
  }
  const noted = await readKeyBackup(connected.store);
  const isNotedKey = !noted || noted.addressKey === fingerprintsOf(backup).addressKey;
  if (!(await confirmAction(invocation, questionOf(present, { backup, isNotedKey }))))
    return { text: 'Nothing was restored.', json: { outcome: 'declined', stage } };
  // Recorded first, so that a try that fails between the two can be repeated.
  await recordKeyBackup(connected.store, backup, environment.now());
  await connected.keys.write(restored);
  return {
    text: 'The keys are restored. Functions that are running still use the keys that they have read: replace them now (docs/runbook.md, “Restore the keys”). Restart a local stack. Secrets Manager keeps the previous values as version AWSPREVIOUS.',
    json: { outcome: 'restored', stage, linkKeys: Object.keys(restored.linkKeys.keys) },
  };
}

/**
 * All link keys of both sets, so that every link still works. If both have a key with the same id, the backup's is
 * used.
 */
function mergedLinkKeys(present: LinkKeys | undefined, backup: LinkKeys): LinkKeys {
  if (!present) return backup;
  const isNewer = !Object.hasOwn(backup.keys, present.current);
  return {
    current: isNewer ? present.current : backup.current,
    keys: { ...present.keys, ...backup.keys },
  };
}

function isSame({ addressKey, linkKeys }: Partial<StageKeys>, other: StageKeys): boolean {
  if (addressKey === undefined || !linkKeys) return false;
  return (
    JSON.stringify([fingerprintsOf({ addressKey, linkKeys }), linkKeys.current]) ===
    JSON.stringify([fingerprintsOf(other), other.linkKeys.current])
  );
}

function questionOf(
  { addressKey, linkKeys }: Partial<StageKeys>,
  { backup, isNotedKey }: { backup: StageKeys; isNotedKey: boolean },
): string {
  const lost = Object.entries(backup.linkKeys.keys)
    .filter(([id, key]) => linkKeys && id in linkKeys.keys && linkKeys.keys[id] !== key)
    .map(([id]) => id);
  const sentences = [
    ...(addressKey === undefined
      ? [
          'The secret of the address key cannot be read.',
          ...(isNotedKey
            ? []
            : [
                'The last backup of this stage had another address key than the file: it may be of another stage.',
              ]),
        ]
      : addressKey === backup.addressKey
        ? []
        : ['It replaces the address key: people who signed with the current key are no longer recognized.']),
    ...(linkKeys
      ? []
      : [
          'The secret of the link keys cannot be read. Links that were signed with a key that is not in the file stop working.',
        ]),
    ...(lost.length === 0
      ? []
      : [
          `Links that were emailed with the current key ${lost.join(', ')} stop working, and those of the backup work again.`,
        ]),
  ];
  return [...sentences, 'Restore the keys?'].join(' ');
}
