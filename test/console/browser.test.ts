import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { languages } from '../../shared/i18n/language.ts';
import { findChromium, howToGetChromium, openChromium } from '../support/chromium.ts';
import { sampleConsolePages } from '../support/sample-console.ts';
import { sampleOf } from '../support/suite.ts';

const require = createRequire(import.meta.url);
const axePath = createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');

const chromium = findChromium();
if (!chromium) process.stderr.write(`${howToGetChromium}\n`);
const describeInBrowser = chromium ? describe : describe.skip;

const pages = languages.flatMap((language) =>
  Object.entries(sampleConsolePages(language)).map(([name, html]) => ({
    name: `${name} (${language})`,
    html,
  })),
);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  if (!chromium) return;
  browser = await openChromium(chromium);
  page = await (await browser.newContext({ bypassCSP: true })).newPage();
  await page.addInitScript({ path: axePath });
  await page.goto('about:blank');
});
afterAll(async () => {
  await browser?.close();
});

async function problems(): Promise<string[]> {
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => ({ violations }))",
  )) as { violations: { id: string; nodes: { html: string }[] }[] };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describeInBrowser('the console in a browser', () => {
  test.each(sampleOf(pages, 13))(
    'the page $name fits 320 px and suits axe, narrow and wide, light and dark',
    async ({ html }) => {
      await page.setViewportSize({ width: 320, height: 600 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setContent(html);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      expect(await problems()).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await problems()).toEqual([]);
    },
  );
});
