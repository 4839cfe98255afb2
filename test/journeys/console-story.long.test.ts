import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { consoleTexts } from '../../shared/i18n/console/texts.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { findChromium, openChromium } from '../support/chromium.ts';
import { type Journey, startJourney } from '../support/journey.ts';
import { anOrganization, eventually, mailsTo, progressOf, sign, textAt } from '../support/strangers.ts';

/** A campaign from its copy to a correction, by an organizer who has nothing but the address of the console. */

const require = createRequire(import.meta.url);
const axe = readFileSync(
  createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

const chromium = findChromium();
const describeInBrowser = chromium ? describe : describe.skip;

let journey: Journey;
let browser: Browser;
beforeAll(async () => {
  if (!chromium) return;
  browser = await openChromium(chromium);
  journey = await startJourney();
  await journey.apply('open-letter', { review: 'flagged' });
});
afterAll(async () => {
  await browser?.close();
  await journey?.end();
});

interface Organizer {
  language: Language;
  options: BrowserContextOptions;
  usesKeyboard: boolean;
}

const phone = { width: 360, height: 740 };
const organizers: [string, Organizer][] = [
  [
    'on a phone, in Spanish, without script',
    {
      language: 'es',
      options: { viewport: phone, locale: 'es-MX', javaScriptEnabled: false },
      usesKeyboard: false,
    },
  ],
  ['with a keyboard alone, in English', { language: 'en', options: { locale: 'en-US' }, usesKeyboard: true }],
];

/** What an organizer does on a page. Every page that appears must fit its width and, with script, suit axe. */
function handsOf(page: Page, { usesKeyboard, options }: Organizer) {
  const main = page.getByRole('main');
  const reach = async (target: Locator): Promise<void> => {
    for (let stops = 0; stops < 300; stops++) {
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${target}.`);
  };
  const activate = async (target: Locator): Promise<void> => {
    if (!usesKeyboard) return target.click();
    await reach(target);
    await page.keyboard.press('Enter');
  };
  const arrive = async (leave: () => Promise<void>): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), leave()]);
    await look(page, options.javaScriptEnabled ?? true);
  };
  return {
    main,
    open: (address: string) => arrive(async () => void (await page.goto(address))),
    press: (name: string, within: Locator = main) =>
      arrive(() => activate(within.getByRole('button', { name, exact: true }).first())),
    follow: (name: string) => arrive(() => activate(page.getByRole('link', { name, exact: true }).first())),
    type: async (label: string, text: string): Promise<void> => {
      const field = main.getByLabel(label, { exact: true });
      if (!usesKeyboard) return field.fill(text);
      await reach(field);
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
    },
  };
}

async function look(page: Page, runsScript: boolean): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  if (!runsScript) return;
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => ({ violations }))",
  )) as { violations: { id: string; nodes: { html: string }[] }[] };
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

describeInBrowser('an organizer', () => {
  test.each(organizers)(
    '%s brings a copied campaign through review and publication to a correction',
    async (_, organizer) => {
      const { language, options } = organizer;
      const { site, inbox } = journey;
      const t = consoleTexts(language);
      const slug = `river-park-${language}`;
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const { main, open, press, follow, type } = handsOf(page, organizer);

      await open(`${site}/console/`);
      await type(t.signIn.email, 'ida@example.org');
      const before = (await mailsTo(inbox, 'ida@example.org')).length;
      await press(t.signIn.button);
      const link = await eventually('the link', async () =>
        (await mailsTo(inbox, 'ida@example.org'))
          .slice(before)
          .map(({ text }) => /https?:\/\/\S+\/console\/sign-in\/\S+/.exec(text)?.[0])
          .find((found) => found !== undefined),
      );
      await open(link);
      await press(t.link.button);

      await follow(t.newCampaign.title);
      await type(t.newCampaign.slug, slug);
      await press(t.newCampaign.button);

      await open(`${site}/console/${slug}/texts`);
      const letter = t.texts.files['letter.md'] ?? '';
      const written = await main.getByLabel(letter, { exact: true }).inputValue();
      await type(letter, `${written}\n{% nonsense %}\n`);
      await press(t.texts.check);
      expect(await main.getByRole('alert').innerText()).toContain('letter.md');
      await type(letter, written.replace('trees', 'old trees'));
      await press(t.texts.apply);
      expect(await main.getByRole('status').innerText()).toContain(t.texts.applied.updated);
      await press(`${t.texts.quotes.approve} ${t.texts.quotes.nth('release.md', 1)}`);

      await follow(t.tabs.overview);
      await press(t.commands.unpause);
      await sign(journey, slug, anOrganization(1, { email: `one-${language}@example.org` }));
      await sign(journey, slug, anOrganization(2, { email: `two-${language}@example.org` }));
      await sign(
        journey,
        slug,
        anOrganization(3, { email: `three-${language}@example.org`, organizationName: 'Test' }),
      );
      await follow(t.tabs.review);
      await press(t.decisions.approve);
      expect(await main.innerText()).toContain(t.review.none);

      await follow(t.tabs.overview);
      await press(t.commands.resume);
      if (await main.getByLabel(t.commands.typeSlug(slug)).isVisible()) {
        await type(t.commands.typeSlug(slug), slug);
        await press(t.commands.again(t.commands.resume));
      }
      await eventually('the publication', async () =>
        (await progressOf(site, slug)).status === 'published' ? true : undefined,
      );
      expect(await textAt(`${site}/${slug}/release.txt`)).toContain('3');

      await open(`${site}/console/${slug}/texts`);
      const releaseLabel = t.texts.files['release.md'] ?? '';
      const published = await main.getByLabel(releaseLabel, { exact: true }).inputValue();
      await type(releaseLabel, `${published}\nThe hearing is on Friday.\n`);
      await type(t.texts.correction.note, 'The day of the hearing was missing.');
      await press(t.texts.correction.button);
      await type(t.commands.typeSlug(slug), slug);
      await press(t.texts.correction.button);
      const corrected = await eventually('the correction', async () => {
        const text = await textAt(`${site}/${slug}/release.txt`);
        return text?.includes('The hearing is on Friday.') ? text : undefined;
      });
      expect(corrected).toContain('The day of the hearing was missing.');

      await open(`${site}/console/${slug}/log`);
      await press(t.site.signOut, page.locator('body'));
      await open(`${site}/console/${slug}`);
      expect(await main.innerText()).toContain(t.signIn.title);
      await context.close();
    },
  );
});
