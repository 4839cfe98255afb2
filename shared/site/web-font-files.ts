import { readFile } from 'node:fs/promises';
import type { Files } from '../aws/files/files.ts';
import { packagedFile } from '../rendering/fonts/font-files.ts';
import { webFontPath, webFonts } from '../rendering/fonts/web-fonts.ts';
import { immutableFile } from './site-file.ts';

const written = new WeakSet<Files>();

/**
 * Writes the typefaces of pages to the site, once in the life of a process: their addresses have their hashes, so they
 * never change. A page whose typefaces are not there yet is read in the reader's own.
 */
export async function writeWebFonts(siteFiles: Files): Promise<void> {
  if (written.has(siteFiles)) return;
  for (const font of webFonts) {
    const body = await readFile(packagedFile(font.file));
    await siteFiles.put(immutableFile(webFontPath(font).slice(1), 'font/woff2', body));
  }
  written.add(siteFiles);
}
