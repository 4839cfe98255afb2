import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { languages } from '../../shared/campaign/settings.ts';
import { formPage } from '../../shared/pages/form-page.tsx';
import { letterPage } from '../../shared/pages/letter-page.tsx';
import { aCampaign, aFullSignatoryList, aSignatory, aView } from '../support/builders.ts';
import { findChromium, howToGetChromium, openChromium } from '../support/chromium.ts';
import { sampleMails } from '../support/sample-mails.ts';
import { samplePages } from '../support/sample-pages.ts';
import { aLetter } from '../support/sample-texts.ts';

const chromium = findChromium();
if (!chromium) console.log(howToGetChromium);
const describeInBrowser = chromium ? describe : describe.skip;

const documents = languages.flatMap((language) => [
  ...Object.entries(samplePages(language)).map(([name, html]) => ({
    name: `page ${name} (${language})`,
    html,
  })),
  ...Object.entries(sampleMails(language)).map(([name, { html }]) => ({
    name: `mail ${name} (${language})`,
    html,
  })),
]);

let browser: Browser;
beforeAll(async () => {
  if (chromium) browser = await openChromium(chromium);
});
afterAll(async () => {
  await browser?.close();
});

/** What axe finds, as one line each. */
async function problemsOf(context: BrowserContext, html: string, rules?: string[]): Promise<string[]> {
  const page = await context.newPage();
  await page.setContent(html);
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  await page.close();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html: element }) => `${id}: ${element}`));
}

describeInBrowser('axe finds nothing on', () => {
  let light: BrowserContext;
  let dark: BrowserContext;
  beforeAll(async () => {
    light = await browser.newContext({ viewport: { width: 375, height: 800 }, colorScheme: 'light' });
    dark = await browser.newContext({ viewport: { width: 375, height: 800 }, colorScheme: 'dark' });
  });

  test.each(documents)('the $name, light and dark', async ({ html }) => {
    expect(await problemsOf(light, html)).toEqual([]);
    // Colors are all that differs in the dark.
    expect(await problemsOf(dark, html, ['color-contrast'])).toEqual([]);
  });
});

describeInBrowser('on a phone of 320 px', () => {
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

  test.each([...documents, ...strange])('nothing needs to be scrolled sideways: $name', async ({ html }) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 600 } });
    await page.setContent(html);
    const [needed, family] = (await page.evaluate(
      '[document.documentElement.scrollWidth, getComputedStyle(document.body).marginTop]',
    )) as [number, string];
    await page.close();
    expect(needed).toBeLessThanOrEqual(320);
    expect(family).toBe('0px');
  });
});

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

  test('leaves only what the chosen kind needs, and shows both before', async () => {
    const page = await browser.newPage();
    await page.setContent(formPage(aView({ settings }), { values: {}, errors: [] }));
    const shown = async (): Promise<boolean[]> =>
      Promise.all(['#organizationName', '#authorized', '#publicName'].map((field) => page.isVisible(field)));
    expect(await shown()).toEqual([true, true, true]);
    await page.getByLabel('For an organization').check();
    expect(await shown()).toEqual([true, true, false]);
    await page.getByLabel('For myself').check();
    expect(await shown()).toEqual([false, false, true]);
    await page.close();
  });

  test('leads from the summary to the field by keyboard', async () => {
    const page = await browser.newPage();
    const errors = [{ field: 'email', message: 'Your email address: this is not one.' }];
    await page.setContent(formPage(aView({ settings }), { values: {}, errors }));
    await page.getByRole('link', { name: 'Your email address: this is not one.' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('email');
    await page.close();
  });
});
