import { rm } from 'node:fs/promises';
import { recordKeyBackup } from '../../shared/table/key-backup.ts';
import { type Command, type CommandResult, type Invocation, stageOf } from '../command.ts';
import { writeKeysFile } from '../keys-file.ts';
import { conflict, UsageError } from '../refusal.ts';

export const exportKeys: Command = {
  name: 'export-keys',
  positionals: [],
  optionsUsage: '--out <file>',
  summary: 'write the keys of a stage into a file, as a backup; whoever has it can act for every signer',
  options: { out: { type: 'string' } },
  run: runExportKeys,
};

async function runExportKeys({ options, environment }: Invocation): Promise<CommandResult> {
  const out = String(options.out ?? '');
  if (out === '') throw new UsageError('--out needs the name of a new file.');
  const { store, keys } = await environment.connect(stageOf(options));
  const stage = stageOf(options) ?? 'local';
  const { addressKey, linkKeys } = await keys.read();
  if (addressKey === undefined || !linkKeys) throw unreadable(addressKey === undefined);
  const read = { addressKey, linkKeys };
  await writeKeysFile(out, { stage, keys: read });
  await recordKeyBackup(store, read, environment.now()).catch(async (error: unknown) => {
    // Nobody keeps a file that this command refused, and the next try needs its name.
    await rm(out);
    throw error;
  });
  const text = `${out} contains the address key and the link keys of the stage ${stage}, not encrypted. Whoever has it and the table can act for every signer. Put it into your organization’s password store, and delete it here. Export again after you add a link key.`;
  return { text, json: { out, stage, linkKeys: Object.keys(linkKeys.keys) } };
}

const unreadable = (isAddressKey: boolean) =>
  conflict(
    'The keys cannot be read',
    `The secret of the ${isAddressKey ? 'address key' : 'link keys'} cannot be read, so there is nothing to back up. Restore it first: “Restore the keys” in docs/runbook.md.`,
  );
