import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findChromium, openChromium } from '../support/chromium.ts';
import { type Journey, startJourney } from '../support/journey.ts';
import {
  anOrganization,
  aPerson,
  eventually,
  linkOf,
  mail,
  press,
  sign,
  textAt,
} from '../support/strangers.ts';

const path = findChromium();
const slug = 'open-letter';
let journey: Journey;
let browser: Browser;
/** Somebody else's site, on another origin; it serves one page. */
let host: Server;
let hostPage = '';
const hostUrl = () => `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;

beforeAll(async () => {
  journey = await startJourney();
  await journey.apply(slug, {
    review: 'flagged',
    publication: ['threshold: { organizations: 2 }'],
    lines: [
      'showSignatories: always',
      'questions: [{ id: members, label: How many members do you have?, type: number, required: true, for: organizations }]',
      'newsletter: Send me news.',
    ],
  });
  if (path) browser = await openChromium(path);
  host = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(hostPage);
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser?.close();
  host.close();
  await journey.end();
});

const signedBy = async (email: string) => {
  const { stdout } = await journey.campaign('sign-ons', slug, '--json');
  return JSON.parse(stdout).find((signOn: { email: string }) => signOn.email === email);
};

(path ? describe : describe.skip)('a coalition’s own page', () => {
  test('sends sign-ons by script and reads what was wrong', async () => {
    hostPage = '<!DOCTYPE html><title>Coalition</title>';
    const page = await browser.newPage();
    await page.goto(hostUrl());
    const send = (body: object): Promise<unknown> =>
      page.evaluate(
        `fetch(${JSON.stringify(`${journey.site}/api/campaigns/${slug}/sign-ons`)}, { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(body))} }).then(async (answer) => [answer.status, await answer.json()])`,
      );
    expect(await send(aPerson('Fetched Person', { source: 'own-page' }))).toEqual([
      202,
      { status: 'check-your-inbox' },
    ]);
    expect(await send({ kind: 'individual' })).toEqual([422, expect.objectContaining({ status: 422 })]);
    await mail(journey.inbox, 'fetched.person@example.org');
    await page.close();
  });

  test('holds the form of the share kit, which works without script and comes back to the letter’s site', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${journey.site}/${slug}/share/`);
    hostPage = `<!DOCTYPE html><title>Coalition</title>${await page.locator('#form-organization').inputValue()}`;
    await page.goto(hostUrl());
    const fields = {
      organizationName: 'Pasted Fund',
      name: 'Ana Ruiz',
      email: 'pasted@pasted-fund.org',
      website: 'pasted-fund.org',
    };
    for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
    await page.locator('[name="answers.members"]').fill('many');
    await page.locator('[name=authorized]').check();
    await page.locator('[name=newsletter]').check();
    await page.locator('button').click();
    expect(page.url()).toBe(`${journey.site}/api/campaigns/${slug}/sign-ons`);
    expect(await page.locator('#organizationName').inputValue()).toBe('Pasted Fund');
    await page.locator('[name="answers.members"]').fill('12');
    await page.locator('form button[type=submit]').click();
    expect(page.url()).toBe(`${journey.site}/${slug}/check-your-inbox/`);
    await press(linkOf(await mail(journey.inbox, 'pasted@pasted-fund.org')), 'confirm');
    expect((await signedBy('pasted@pasted-fund.org')).signOn).toMatchObject({
      answers: { members: 12 },
      newsletter: true,
      newsletterAt: expect.any(String),
      source: 'website',
    });
    await context.close();
  });
});

(path ? test : test.skip)(
  'the page’s own address says which link brought somebody, without script',
  async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${journey.site}/${slug}/?source=flyer`);
    await page.locator('input[value=individual]').check();
    await page.locator('#name').fill('Flyer Reader');
    await page.locator('#email').fill('flyer.reader@example.org');
    await page.locator('form button[type=submit]').click();
    expect(page.url()).toBe(`${journey.site}/${slug}/check-your-inbox/`);
    await press(linkOf(await mail(journey.inbox, 'flyer.reader@example.org')), 'confirm');
    expect((await signedBy('flyer.reader@example.org')).signOn.source).toBe('flyer');
    await context.close();
  },
);

test('counted signatories are listed until the letter is published, and then the list is 404', async () => {
  const early = `${journey.site}/${slug}/signatories/`;
  await eventually(
    'the name',
    async () => ((await textAt(early))?.includes('Pasted Fund') ? true : undefined),
    90,
  );
  const { status } = await sign(
    journey,
    slug,
    anOrganization(1, { email: 'ana@shore-group.org', website: 'shore-group.org', 'answers.members': '3' }),
  );
  expect(status).toBe('confirmed');
  await eventually('the publication', async () => await textAt(`${journey.site}/${slug}/letter/`), 90);
  for (const list of [early, `${journey.site}/${slug}/es/signatories/`])
    await eventually('404', async () => ((await fetch(list)).status === 404 ? true : undefined));
});
