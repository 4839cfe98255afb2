import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { packagedFile } from '../../../shared/rendering/fonts/font-files.ts';
import { preloadedFonts, webFontPath, webFonts } from '../../../shared/rendering/fonts/web-fonts.ts';
import { campaignPage } from '../../../shared/rendering/pages/campaign-page.tsx';
import { writeWebFonts } from '../../../shared/site/web-font-files.ts';
import { aView } from '../../support/builders.ts';
import { aLetter } from '../../support/sample-texts.ts';

const sizeOf = (file: string): number => readFileSync(packagedFile(file)).length;

describe('the typefaces of pages', () => {
  test.each(webFonts)('$file has the hash that its address has', ({ file, hash }) => {
    const digest = createHash('sha256')
      .update(readFileSync(packagedFile(file)))
      .digest('hex');
    expect(digest.slice(0, 12)).toBe(hash);
  });

  test('make the form’s page 120 KB at most', () => {
    const page = campaignPage(aView(), { letter: aLetter({ body: [] }) });
    const loaded = preloadedFonts(false).reduce((sum, { file }) => sum + sizeOf(file), 0);
    expect(Buffer.byteLength(page) + loaded).toBeLessThanOrEqual(120 * 1024);
    for (const font of preloadedFonts(false))
      expect(page).toContain(`<link rel="preload" href="${webFontPath(font)}"`);
  });

  test('are preloaded with italics only where a page has some', () => {
    const italic = webFonts.find(({ isItalic }) => isItalic);
    const preload = `<link rel="preload" href="${italic && webFontPath(italic)}"`;
    expect(campaignPage(aView(), { letter: aLetter() })).toContain(preload);
    expect(campaignPage(aView(), { letter: aLetter({ body: [] }) })).not.toContain(preload);
  });

  test('are written to the site once in a process, as files that never change', async () => {
    const written: { key: string; cacheControl: string }[] = [];
    const files = {
      put: async (file: { key: string; cacheControl: string }) => {
        written.push(file);
        return '';
      },
      replace: async () => false,
      open: async () => undefined,
      remove: async () => {},
      list: async () => [],
      read: async () => '',
    };
    await writeWebFonts(files);
    await writeWebFonts(files);
    expect(written.map(({ key }) => `/${key}`)).toEqual(webFonts.map(webFontPath));
    for (const { cacheControl } of written) expect(cacheControl).toContain('immutable');
  });
});
