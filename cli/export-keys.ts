import { recordKeyBackup } from '../shared/table/key-backup.ts';
import { type Command, type CommandResult, type Invocation, stageOf } from './command.ts';
import { writeKeysFile } from './keys-file.ts';
import { UsageError } from './refusal.ts';

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
  const read = await keys.read();
  await writeKeysFile(out, { stage, keys: read });
  await recordKeyBackup(store, read, environment.now());
  const text = `${out} contains the address key and the link keys of the stage ${stage}, not encrypted. Whoever has it and the table can act for every signer. Put it into your organization’s password store, and delete it here. Export again after you add a link key.`;
  return { text, json: { out, stage, linkKeys: Object.keys(read.linkKeys.keys) } };
}
