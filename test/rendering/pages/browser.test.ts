import { createRequire } from 'node:module';
import type { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { languages } from '../../../shared/i18n/language.ts';
import { campaignPage } from '../../../shared/rendering/pages/campaign-page.tsx';
import { formPage } from '../../../shared/rendering/pages/form-page.tsx';
import { letterPage } from '../../../shared/rendering/pages/letter-page.tsx';
import { resultPage } from '../../../shared/rendering/pages/result-page.tsx';
import { aCampaign, aSignatory, aView } from '../../support/builders.ts';
import { findChromium, howToGetChromium, openChromium } from '../../support/chromium.ts';
import { aFullSignatoryList } from '../../support/sample-lists.ts';
import { sampleMails } from '../../support/sample-mails.ts';
import { samplePages, untranslatedPages } from '../../support/sample-pages.ts';
import { aLetter } from '../../support/sample-texts.ts';
import { sampleOf } from '../../support/suite.ts';

/**
 * axe itself, as its own package for Playwright brings it: run in the page at once, it takes a tenth of the time that
 * the builder there takes to send it in and its findings back.
 */
const require = createRequire(import.meta.url);
const axePath = createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js');
type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

const chromium = findChromium();
if (!chromium) process.stderr.write(`${howToGetChromium}\n`);
const describeInBrowser = chromium ? describe : describe.skip;

const pages = languages.flatMap((language) =>
  Object.entries({ ...samplePages(language), ...untranslatedPages(language) }).map(([name, html]) => ({
    name: `page ${name} (${language})`,
    html,
  })),
);
const mails = languages.flatMap((language) =>
  Object.entries(sampleMails(language)).map(([name, { html }]) => ({
    name: `mail ${name} (${language})`,
    html,
  })),
);

/** What people print: letters, releases, lists of names. */
const texts = ['campaign-open', 'campaign-published', 'letter', 'release', 'signatories-so-far'].map(
  (name) => ({
    name,
    html: samplePages('en')[name] ?? '',
  }),
);

let browser: Browser;
beforeAll(async () => {
  if (chromium) browser = await openChromium(chromium);
});
afterAll(async () => {
  await browser?.close();
});

const long = 'x'.repeat(200);
const strange = [
  {
    name: 'letter with names that never end',
    html: letterPage(aView(), aLetter({ subject: long, closing: [long] }), {
      ...aFullSignatoryList(),
      organizations: {
        count: 1,
        groups: [{ heading: long, signatories: [aSignatory({ name: long, city: long })] }],
      },
    }),
  },
  {
    name: 'form with an error that never ends',
    html: formPage(aView({ settings: aCampaign({ title: long, attestation: long }) }), {
      values: { name: long },
      errors: [{ field: 'name', message: long }],
    }),
  },
];

/** As wide as a page of 1280 pixels at a zoom of 400 %. */
const phone = { width: 320, height: 600 };
const desk = { width: 1280, height: 800 };
/** A sheet of A4, the narrower one of the usual two, between margins of two centimeters. */
const sheet = { width: 642, height: 900 };

/** What axe looks for that can differ by width and colors; all else is in the markup, which is the same everywhere. */
const visual = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

describeInBrowser('in a browser', () => {
  let page: Page;
  beforeAll(async () => {
    // One document is written over by the next, and would keep the first one's policy.
    page = await (await browser.newContext({ viewport: phone, bypassCSP: true })).newPage();
    await page.addInitScript({ path: axePath });
    await page.goto('about:blank');
  });

  /** What axe finds, as one line each. */
  async function problems(rules?: string[]): Promise<string[]> {
    const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
    const { violations } = (await page.evaluate(
      `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
    )) as Pick<AxeResults, 'violations'>;
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html: element }) => `${id}: ${element}`));
  }

  const shows = async (html: string): Promise<void> => {
    await page.setViewportSize(phone);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.setContent(html);
  };
  const width = (): Promise<unknown> =>
    page.evaluate('[document.documentElement.scrollWidth, getComputedStyle(document.body).marginTop]');

  /** Words that a box cuts off. */
  const cutOff = (): Promise<unknown> =>
    page.evaluate(`[...document.querySelectorAll('body *')].filter((box) => {
      const { overflowX, overflowY, contain } = getComputedStyle(box);
      const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip' || contain.includes('paint');
      return box.innerText && !box.matches('.hidden, textarea') &&
        (cuts(overflowX) && box.scrollWidth > box.clientWidth + 1 || cuts(overflowY) && box.scrollHeight > box.clientHeight + 1);
    }).map((box) => box.innerText)`);

  /** What can be pressed or filled in. It has no use on paper. */
  const controls = (): Promise<unknown> =>
    page.evaluate(
      `[...document.querySelectorAll('.button, button, input, select, nav, .skip')].filter((each) => each.checkVisibility()).map((each) => each.outerHTML)`,
    );

  /** The colors of paper and ink. */
  const paper = (): Promise<unknown> =>
    page.evaluate(`((style) => [style.backgroundColor, style.color])(getComputedStyle(document.body))`);

  test('axe does find what is wrong', async () => {
    await shows('<!DOCTYPE html><html lang="en"><title>t</title><main><h1>t</h1><input></main></html>');
    expect(await problems()).toEqual(['label: <input>']);
    await shows(
      '<!DOCTYPE html><html lang="en"><title>t</title><style>@media (min-width: 700px) and (prefers-color-scheme: dark) { p { color: #222; background: #000 } }</style><main><h1>t</h1><p>text</p></main></html>',
    );
    expect(await problems()).toEqual([]);
    await page.setViewportSize(desk);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await problems(visual)).toEqual(['color-contrast: <p>text</p>']);
  });

  test('words that a box cuts off are found', async () => {
    await shows(
      '<!DOCTYPE html><p style="width: 5em; overflow: hidden; white-space: nowrap">never seen whole</p>',
    );
    expect(await cutOff()).toEqual(['never seen whole']);
  });

  test.each([...sampleOf(pages, 11), ...strange])(
    'the $name fits 320 px and suits axe, narrow and wide, light and dark',
    async ({ html }) => {
      await shows(html);
      expect(await width()).toEqual([phone.width, '0px']);
      expect(await cutOff()).toEqual([]);
      expect(await problems()).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await problems(visual)).toEqual([]);
      await page.setViewportSize(desk);
      expect(await problems(visual)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await problems(visual)).toEqual([]);
    },
  );

  test.each([...sampleOf(pages, 6), ...strange])(
    'the $name is printed in black on white, within its margins, with nothing cut off',
    async ({ html }) => {
      await shows(html);
      await page.setViewportSize(sheet);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await width()).toEqual([sheet.width, '0px']);
      expect(await cutOff()).toEqual([]);
      expect(await paper()).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
      expect(await problems(['color-contrast'])).toEqual([]);
    },
  );

  test.each(texts)('the $name is printed without anything that one can press', async ({ html }) => {
    await shows(html);
    expect(await controls()).not.toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await controls()).toEqual([]);
  });

  test('the list of names is printed although it is folded on the screen', async () => {
    await shows(samplePages('en')['campaign-published'] ?? '');
    const names = page.locator('.fold .names li').first();
    expect(await names.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await names.isVisible()).toBe(true);
  });

  test.each(sampleOf(mails, 7))('the $name fits 320 px and suits axe, light and dark', async ({ html }) => {
    await shows(html);
    expect(await width()).toEqual([phone.width, '0px']);
    expect(await problems()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await problems(visual)).toEqual([]);
  });
});

const isFocused = (element: unknown): boolean =>
  element === Reflect.get(globalThis, 'document').activeElement;

describeInBrowser('the form in a browser', () => {
  const settings = aCampaign({ signatories: { organizations: true, individuals: true } });

  test.each([
    "=cmd|' /C calc'!A0",
    '<b>bold</b> & "quoted"',
    'مؤسسة \u202Egnp.exe',
    '  spaces  around  ',
    '👩‍👩‍👧‍👦',
  ])('holds what was typed, as it was typed: %s', async (typed) => {
    const page = await browser.newPage();
    const fields = ['organizationName', 'website', 'name', 'title', 'city', 'region'];
    const values = Object.fromEntries(fields.map((field) => [field, typed]));
    await page.setContent(formPage(aView({ settings }), { values, errors: [] }));
    for (const field of fields) expect(await page.inputValue(`[name=${field}]`)).toBe(typed);
    await page.close();
  });

  test('asks first who signs, and then shows only what the chosen kind needs', async () => {
    const page = await browser.newPage();
    await page.setContent(formPage(aView({ settings }), { values: {}, errors: [] }));
    const shown = async (): Promise<boolean[]> =>
      Promise.all(['#organizationName', '#authorized', '#publicName'].map((field) => page.isVisible(field)));
    expect(await shown()).toEqual([false, false, false]);
    await page.getByLabel('An organization').check();
    expect(await shown()).toEqual([true, true, false]);
    await page.getByLabel('Myself').check();
    expect(await shown()).toEqual([false, false, true]);
    await page.close();
  });

  test('has the focus on what is wrong as soon as it opens, without script', async () => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const errors = [{ field: 'email', message: 'Your email address: this is not one.' }];
    const html = formPage(aView({ settings }), { values: {}, errors });
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await page.goto('https://letters.example.org/');
    expect(
      await page.getByRole('heading', { name: 'There is a problem with 1 answer' }).evaluate(isFocused),
    ).toBe(true);
    await page.context().close();
  });

  test('says how long it was open, under its policy, and hides its trap from everybody', async () => {
    const page = await browser.newPage();
    const html = campaignPage(aView({ settings }), { letter: aLetter() });
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await page.goto('https://letters.example.org/');
    expect(await page.isVisible('[name=comments]')).toBe(false);
    expect(await page.getByRole('textbox', { includeHidden: false, name: 'Leave this empty' }).count()).toBe(
      0,
    );
    await page.getByLabel('An organization').check();
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST'),
      page.getByRole('button', { name: 'Sign and confirm by email' }).click(),
    ]);
    const body = new URLSearchParams(sent.postData() ?? '');
    expect([body.get('comments'), body.get('language')]).toEqual(['', 'en']);
    expect(body.get('seconds')).toMatch(/^\d+$/);
    await page.close();
  });

  test('takes nobody for a program whose page was loaded again, and shows the typed address on the next page', async () => {
    const page = await browser.newPage();
    const form = campaignPage(aView({ settings }), { letter: aLetter() });
    const inbox = resultPage(aView({ settings }), 'check-your-inbox');
    await page.route('**/*', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: route.request().method() === 'POST' ? inbox : form,
      }),
    );
    await page.goto('https://letters.example.org/');
    await page.reload();
    await page.getByLabel('Myself').check();
    await page.fill('#email', 'ana@example.org');
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST'),
      page.getByRole('button', { name: 'Sign and confirm by email' }).click(),
    ]);
    expect(new URLSearchParams(sent.postData() ?? '').get('seconds')).toBe('');
    await page.getByText('ana@example.org').waitFor();
    expect(page.url()).not.toContain('ana');
    await page.close();
  });

  test('leads from the summary to the field by keyboard, with its label in view', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 256 } });
    const errors = [{ field: 'email', message: 'Your email address: this is not one.' }];
    await page.setContent(formPage(aView({ settings }), { values: {}, errors }));
    await page.getByRole('link', { name: 'Your email address: this is not one.' }).focus();
    await page.keyboard.press('Enter');
    const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? -1;
    expect(await top('label[for=email]')).toBeGreaterThanOrEqual(0);
    expect(await top('#email')).toBeLessThan(256 - 48);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('email');
    await page.close();
  });
});
