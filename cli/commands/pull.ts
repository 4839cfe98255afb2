import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readStoredCampaign } from '../../shared/operations/applying/stored-campaign.ts';
import { storedFolder } from '../../shared/operations/applying/stored-folder.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { conflict, UsageError } from '../refusal.ts';

export const pull: Command = {
  name: 'pull',
  positionals: [{ name: 'slug' }],
  optionsUsage: '--out <dir>',
  summary: 'write the campaign’s folder as it is now into a new or empty folder',
  options: { out: { type: 'string' } },
  run: runPull,
};

async function runPull(invocation: Invocation): Promise<CommandResult> {
  const { out } = invocation.options;
  if (typeof out !== 'string' || out === '') throw new UsageError('--out is missing: --out <dir>.');
  const target = await connectToCampaign(invocation);
  const { slug, store } = target;
  const stored = await readStoredCampaign(store, slug);
  if (!stored) throw await campaignNotFound(target);
  const present = await readdir(out).catch(() => []);
  if (present.length > 0)
    throw conflict(
      'Not empty',
      `${out} is not empty. Nothing was written. Name a new folder, so that no file of yours is replaced.`,
    );
  const files = new Map<string, string | Buffer>(storedFolder(stored));
  for (const { file, png } of stored.logos) files.set(basename(file), Buffer.from(png, 'base64'));
  await mkdir(out, { recursive: true });
  // Only the user may read it, because the press list is personal data.
  for (const [name, content] of files)
    await writeFile(join(out, name), content, { flag: 'wx', mode: name.endsWith('.csv') ? 0o600 : 0o644 });
  const names = [...files.keys()];
  const notes = [
    ...(basename(out) === slug ? [] : [`Rename the folder to ${slug} before you apply it.`]),
    ...(stored.logos.length > 0 ? ['Pictures are the published ones, not the original files.'] : []),
  ];
  return {
    text: [`${out} has ${names.join(', ')}.`, ...notes].join('\n'),
    json: { slug, out, files: names },
  };
}
