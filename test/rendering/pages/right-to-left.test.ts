import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { consoleStylesheet } from '../../../shared/console/pages/console-style.ts';
import { campaignPage } from '../../../shared/rendering/pages/campaign-page.tsx';
import { stylesheet } from '../../../shared/rendering/pages/stylesheet.ts';
import { aCampaign, aView } from '../../support/builders.ts';
import { findChromium, openChromium } from '../../support/chromium.ts';
import { inPseudoLanguage, pseudo } from '../../support/pseudo-language.ts';
import { sampleConsolePages } from '../../support/sample-console.ts';
import { sampleMails } from '../../support/sample-mails.ts';
import { samplePages } from '../../support/sample-pages.ts';
import { aLetter } from '../../support/sample-texts.ts';
import { sampleOf } from '../../support/suite.ts';
import { visibleText } from './html.ts';

/** Declarations that name the left or the right, and four values of which the right one is not the left one. */
function sidesIn(style: string): string[] {
  const declarations = style.split(/[{};]/).map((part) => part.trim());
  return declarations.filter((declaration) => {
    const [, property = '', value = ''] = /^([a-z-]+):\s*(.*)$/s.exec(declaration) ?? [];
    if (/(^|-)(left|right)(-|$)/.test(property)) return true;
    if (/^(text-align|float|clear|transform-origin|background-position|object-position)$/.test(property))
      return /\b(left|right)\b/.test(value);
    if (!/^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/.test(property))
      return false;
    const [, right, , left] = value.split(/\s+(?![^(]*\))/);
    return left !== undefined && left !== right;
  });
}

describe('the stylesheets', () => {
  test.each([
    ['pages', stylesheet],
    ['console', consoleStylesheet],
  ])('name no side that would not turn round: %s', (_name, style) => {
    expect(sidesIn(style)).toEqual([]);
  });

  test('would be caught otherwise', () => {
    const turns = 'p{margin:0 1rem;padding:1px 2px 3px 2px;inset-inline-start:0;text-align:start}';
    const stays = [
      'padding-left:1px',
      'left:0',
      'text-align: right',
      'margin:0 1px 0 2px',
      'float:left',
      'border-right:0',
    ];
    expect(sidesIn(turns)).toEqual([]);
    expect(sidesIn(`a{${stays.join(';')}}`)).toEqual(stays);
  });
});

describe('in a language from right to left', () => {
  const pages = inPseudoLanguage(() => ({
    ...samplePages('en'),
    ...Object.fromEntries(
      Object.entries(sampleConsolePages('en')).map(([name, html]) => [`console ${name}`, html]),
    ),
  }));

  test('every page and mail says so, and is again from left to right afterwards', () => {
    const mails = Object.values(inPseudoLanguage(() => sampleMails('en'))).map(({ html }) => html);
    for (const html of [...Object.values(pages), ...mails])
      expect(html).toContain('<html lang="en" dir="rtl">');
    expect(campaignPage(aView(), { letter: aLetter() })).toContain('<html lang="en" dir="ltr">');
  });

  test('a text in a language of the other direction says so', () => {
    const page = inPseudoLanguage(() => campaignPage(aView(), { letter: aLetter({}, 'es') }));
    expect(page).toContain('id="letter" lang="es" dir="ltr"');
    expect(page).toMatch(/<a [^>]*hreflang="es" lang="es" dir="ltr">Español/);
  });

  test('what was typed has its own direction', () => {
    const typed = [
      ...(pages['campaign-open'] ?? '').matchAll(/<input type="(?:text|email)"[^>]*name="(\w+)"[^>]*>/g),
    ];
    expect(typed.length).toBeGreaterThan(4);
    for (const [input, name] of typed) if (name !== 'comments') expect(input).toContain('dir="auto"');
  });

  test('the pseudo-language keeps addresses, and what was given', () => {
    expect(pseudo('Write to ana@example.org, or see https://example.org/letter/.')).toBe(
      'גצטרה רס ana@example.org, סצ קהה https://example.org/letter/.',
    );
    expect(visibleText(pages['campaign-open'] ?? '')).toContain('Shoreline Coalition');
  });

  const chromium = findChromium();
  const describeInBrowser = chromium ? describe : describe.skip;

  describeInBrowser('in a browser', () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      if (chromium) browser = await openChromium(chromium);
      page = await (
        await browser.newContext({ viewport: { width: 320, height: 600 }, bypassCSP: true })
      ).newPage();
    });
    afterAll(async () => {
      await browser?.close();
    });

    test.each(sampleOf(Object.entries(pages), 3))('the page %s fits 320 px', async (_name, html) => {
      await page.setContent(html);
      expect(await page.evaluate('[document.documentElement.scrollWidth, scrollX]')).toEqual([320, 0]);
    });

    test('a line begins on the right, and what stands beside it on the left', async () => {
      await page.setViewportSize({ width: 1200, height: 800 });
      const settings = aCampaign();
      await page.setContent(inPseudoLanguage(() => campaignPage(aView({ settings }), { letter: aLetter() })));
      const edge = (selector: string, side: string): Promise<unknown> =>
        page.evaluate(`document.querySelector('${selector}').getBoundingClientRect().${side}`);
      expect(await edge('.opening h1', 'right')).toBeGreaterThan(1000);
      expect(await edge('.beside', 'left')).toBeLessThan(200);
      expect(await edge('.masthead nav', 'left')).toBeLessThan(200);
      await page.setContent(pages.letter ?? '');
      expect(await page.evaluate("getComputedStyle(document.querySelector('.names .quiet')).textAlign")).toBe(
        'right',
      );
    });
  });
});
