import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { inLanguage } from '../../../shared/campaign/localized-settings.ts';
import { languages } from '../../../shared/i18n/language.ts';
import { embedScript } from '../../../shared/rendering/pages/embed.ts';
import { aCampaign, aProgress, aView, siteUrl } from '../../support/builders.ts';
import { findChromium, howToGetChromium, openChromium } from '../../support/chromium.ts';

const path = findChromium();
if (!path) process.stderr.write(`${howToGetChromium}\n`);
const describeInBrowser = path ? describe : describe.skip;

describe('embed.js', () => {
  test.each(languages)('is 3.2 KB at most, with the longest title (%s)', (language) => {
    const settings = aCampaign({ language, title: '界'.repeat(200), slug: 'x'.repeat(60) });
    const script = embedScript(aView({ settings, progress: aProgress({ thresholdIndividuals: 1_000_000 }) }));
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(3200);
  });

  test('keeps nothing and reads nothing of the page that it is on', () => {
    expect(embedScript(aView())).not.toMatch(/cookie|Storage|indexedDB|innerHTML|eval|setAttribute/);
  });
});

describeInBrowser('embed.js on somebody else’s page', () => {
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let progress: object | undefined;
  const policy = `default-src 'none'; script-src ${siteUrl}; connect-src ${siteUrl}; require-trusted-types-for 'script'`;

  beforeAll(async () => {
    if (path) browser = await openChromium(path);
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 320, height: 600 } });
    errors = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    progress = {
      status: 'collecting',
      open: true,
      organizations: 1112,
      individuals: null,
      threshold: {},
    };
  });

  const hidden = aView({
    settings: aCampaign({ slug: 'hidden', title: 'Second <b>letter</b>', showProgress: false }),
  });
  const spanish = aView({
    settings: inLanguage(aCampaign({ translations: { es: { title: 'Carta' } } }), 'es'),
    progress: aProgress({ thresholdOrganizations: 0 }),
  });
  const french = aView({
    settings: inLanguage(aCampaign({ translations: { fr: { title: 'Lettre' } } }), 'fr'),
    progress: aProgress({ thresholdOrganizations: 1700 }),
  });
  const scripts: Record<string, string> = {
    '/harbor-trees/embed.js': embedScript(aView({ progress: aProgress({ thresholdOrganizations: 1700 }) })),
    '/harbor-trees/es/embed.js': embedScript(spanish),
    '/harbor-trees/fr/embed.js': embedScript(french),
    '/hidden/embed.js': embedScript(hidden),
  };

  /** What a reader sees of each script at its place, once all requests are answered. */
  async function shown(...sources: string[]): Promise<string[]> {
    await page.route('https://host.example.com/', (route) =>
      route.fulfill({
        headers: { 'content-security-policy': policy, 'content-type': 'text/html; charset=utf-8' },
        body: `<!DOCTYPE html><title>Host</title><main>${sources
          .map((source) => `<div class="place"><script src="${siteUrl}${source}" async></script></div>`)
          .join('')}</main>`,
      }),
    );
    await page.route(`${siteUrl}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const headers = { 'access-control-allow-origin': '*' };
      if (scripts[pathname])
        return route.fulfill({ contentType: 'text/javascript', body: scripts[pathname] });
      if (!progress) return route.fulfill({ status: 404, headers, body: 'none' });
      const of = pathname.startsWith('/hidden/') ? { ...progress, organizations: null } : progress;
      return route.fulfill({ headers, json: of });
    });
    await page.goto('https://host.example.com/', { waitUntil: 'networkidle' });
    return (await page.evaluate(
      `[...document.querySelectorAll('.place')].map((place) => [...(place.lastElementChild.shadowRoot?.querySelectorAll('p') ?? [])].map((p) => p.textContent).join(' | '))`,
    )) as string[];
  }

  test('shows count, title and way, several on one page, each in its language', async () => {
    expect(await shown('/harbor-trees/embed.js', '/hidden/embed.js', '/harbor-trees/es/embed.js')).toEqual([
      'Letter to the Harbor Commission on the Shoreline Trees | 1,112 of 1,700 organizations have signed | Sign this letter',
      'Second <b>letter</b> | Sign this letter',
      'Carta | 1112 organizaciones han firmado | Firmar esta carta',
    ]);
    expect(errors).toEqual([]);
    const looks = `(() => {
      const box = document.querySelector('.place').lastElementChild;
      return [getComputedStyle(box).borderTopStyle, box.lang, box.getAttribute('style'), document.documentElement.scrollWidth,
        box.shadowRoot.querySelector('a').href, box.shadowRoot.querySelector('progress').value, document.cookie, localStorage.length];
    })()`;
    expect(await page.evaluate(looks)).toEqual([
      'solid',
      'en',
      null,
      320,
      `${siteUrl}/harbor-trees/`,
      1112,
      '',
      0,
    ]);
  });

  test('leads to the letter once it is published, and says so in the words for one or many', async () => {
    progress = { status: 'published', open: false, organizations: 1, individuals: 1_000_000 };
    expect(await shown('/harbor-trees/es/embed.js')).toEqual([
      'Carta | 1 organización ha firmado | 1.000.000 de personas han firmado | Leer la carta',
    ]);
  });

  test.each([
    ['closed', '40 of 1,700 organizations have signed | Signing has closed | Read the letter'],
    ['scheduled', '40 of 1,700 organizations have signed | Signing is not open yet | Read the letter'],
    // Paused, or ended while publication waits for its time.
    ['collecting', '40 of 1,700 organizations have signed | Read the letter'],
  ])('leads to the letter, and says why, while nobody can sign it: %s', async (status, words) => {
    progress = { status, open: false, organizations: 40, individuals: null };
    expect(await shown('/harbor-trees/embed.js')).toEqual([
      `Letter to the Harbor Commission on the Shoreline Trees | ${words}`,
    ]);
  });

  test('chooses the word for one or many also where a number is needed', async () => {
    const before = progress;
    progress = { ...before, organizations: 1 };
    expect(await shown('/harbor-trees/fr/embed.js')).toEqual([
      'Lettre | 1 organisation sur 1 700 a signé | Signer cette lettre',
    ]);
    progress = { ...before, organizations: 1112 };
    expect(await shown('/harbor-trees/fr/embed.js')).toEqual([
      'Lettre | 1 112 organisations sur 1 700 ont signé | Signer cette lettre',
    ]);
  });

  test('has the title and the way to the letter where the numbers cannot be had, and says so', async () => {
    progress = undefined;
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    expect(await shown('/harbor-trees/embed.js')).toEqual([
      'Letter to the Harbor Commission on the Shoreline Trees | The number of signatures cannot be shown here right now.',
    ]);
    expect(warnings).toEqual([expect.stringContaining('connect-src')]);
  });

  test('is gone when the letter was taken down', async () => {
    progress = { status: 'taken-down', open: false, organizations: null, individuals: null };
    expect(await shown('/harbor-trees/embed.js')).toEqual(['']);
  });
});
