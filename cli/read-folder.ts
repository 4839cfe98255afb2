import type { Dirent } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Campaign } from '../shared/campaign/campaign.ts';
import { mistakesIn, warningsIn } from '../shared/campaign-folder/in-words.ts';
import { type CheckedCampaign, readCampaign } from '../shared/campaign-folder/read-campaign.ts';
import { readLogos } from '../shared/campaign-folder/read-logos.ts';
import { decodeText } from '../shared/decode-text.ts';
import { maxPictureBytes } from '../shared/rendering/logo/draw-logo.ts';
import { notFound, Refusal } from './refusal.ts';

/** Reads a campaign's folder from the disk. Throws a `Refusal` that lists every mistake. */
export async function readFolder(folder: string): Promise<{ campaign: Campaign; warnings: string[] }> {
  const { campaign, mistakes, warnings } = await read(folder);
  if (campaign) return { campaign, warnings: warningsIn('en', warnings) };
  throw new Refusal({
    type: '/problems/invalid',
    title: 'The folder has mistakes',
    status: 422,
    detail: `${folder} has ${mistakes.length === 1 ? 'one mistake' : `${mistakes.length} mistakes`}.`,
    errors: mistakesIn('en', mistakes),
  });
}

async function read(folder: string): Promise<CheckedCampaign> {
  const path = resolve(folder);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile())
    throw notFound(`${folder} is a file. Give the folder that it is in: ${dirname(folder)}`);
  if (!found?.isDirectory())
    throw notFound(`There is no folder ${folder}. To start, copy campaigns/harbor-trees.`);
  const files = new Map<string, string>();
  const names = new Set<string>();
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || (await isFolder(entry, path))) continue;
    names.add(entry.name);
    const isText = /\.(yaml|md|csv)$/.test(entry.name);
    files.set(entry.name, isText ? await readText(join(path, entry.name)) : '');
  }
  const logos = await readLogos(files, async (file) =>
    names.has(file) ? await firstBytes(join(path, file), maxPictureBytes + 1) : undefined,
  );
  return readCampaign(files, basename(path), logos);
}

/** Also a link that leads to a folder. */
async function isFolder(entry: Dirent, parent: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return await stat(join(parent, entry.name)).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Reads UTF-8 or UTF-16. Anything else is read as UTF-8, so that the check can name the line of a wrong character. */
async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  return decodeText(bytes) ?? bytes.toString('utf8');
}

async function firstBytes(path: string, max: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(max), 0, max, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
