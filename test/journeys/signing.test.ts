import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Journey, startJourney } from '../support/journey.ts';
import {
  anOrganization,
  aPerson,
  eventually,
  linkOf,
  mail,
  mailsTo,
  press,
  progressOf,
  sign,
  submitForm,
  submitJson,
  textAt,
  unsubscribeLinkOf,
} from '../support/strangers.ts';

const slug = 'open-letter';
const asProgram = { accept: 'application/json' };
const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
  await journey.apply(slug, { publication: ['threshold: { individuals: 1000 }'] });
  await journey.apply('not-yet', { lines: ['opens: 2999-01-01T09:00'] });
  await journey.apply('long-over', { lines: ['closes: 2020-01-01T09:00'] });
  await journey.apply('on-pause');
  await journey.campaign('pause', 'on-pause');
});
afterAll(() => journey.end());

const shown = async (link: string) => await (await fetch(link, { headers: asProgram })).json();
const counted = async () => (await progressOf(journey.site, slug)).individuals;

describe('the link in the email', () => {
  test('shows what would be signed, and opening it any number of times signs nothing', async () => {
    await submitForm(journey.site, slug, aPerson('Scanned Person'));
    const link = linkOf(await mail(journey.inbox, 'scanned.person@example.org'));
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD']) await fetch(link, { method, headers: asBrowser });
    for (const action of ['confirm', 'withdraw', 'not-me']) {
      expect((await fetch(`${link}/${action}`)).status).toBe(404);
      expect((await fetch(`${link}/${action}`, { method: 'HEAD' })).status).toBe(404);
    }
    expect(await shown(link)).toMatchObject({ status: 'pending', signOn: { name: 'Scanned Person' } });
    const page = await (await fetch(link, { headers: asBrowser })).text();
    expect(page).toContain('Scanned Person');
    expect(page).toContain('method="post"');
  });

  test('with one wrong letter is a page that says how to sign again', async () => {
    const link = linkOf(await mail(journey.inbox, 'scanned.person@example.org'));
    const wrong = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    const answer = await fetch(wrong, { headers: asBrowser });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(`/${slug}/`);
    expect((await press(wrong, 'confirm')).status).toBe(404);
  });

  test('withdraws the sign-on with “It wasn’t me”, and a repeat gets the same answer', async () => {
    const { link } = await sign(journey, slug, aPerson('Regretful Person'));
    for (let time = 0; time < 2; time++)
      expect(await (await press(link, 'not-me')).json()).toEqual({ status: 'withdrawn' });
    expect((await press(link, 'confirm')).status).toBe(409);
  });

  test('works for a signer who signs again after withdrawing', async () => {
    const person = aPerson('Returning Person');
    const { link } = await sign(journey, slug, person);
    await press(link, 'withdraw');
    await submitForm(journey.site, slug, { ...person, city: 'Harbor City' });
    await eventually('the new words', async () =>
      (await shown(link)).actions.includes('confirm') ? true : undefined,
    );
    expect(await (await press(link, 'confirm')).json()).toEqual({ status: 'confirmed' });
    expect(await shown(link)).toMatchObject({ status: 'confirmed', signOn: { city: 'Harbor City' } });
  });

  test('offers a change to its owner when someone sends the form again, and changes nothing by itself', async () => {
    const person = aPerson('Steady Person');
    const { link } = await sign(journey, slug, person);
    await submitForm(journey.site, slug, { ...person, name: 'Unsteady Person' });
    await eventually('the offer', async () =>
      (await mailsTo(journey.inbox, person.email)).find(({ text }) => text.includes('Unsteady Person')),
    );
    expect((await shown(link)).status).toBe('confirmed');
    const before = await shown(link);
    expect(await (await press(link, 'confirm', { shown: before.shown })).json()).toEqual({
      status: 'corrected',
    });
    expect(await (await press(link, 'confirm', { shown: 'of something else' })).json()).toMatchObject({
      status: 409,
    });
  });
});

describe('a name that is compared with others', () => {
  test('is indexed when an organization confirms, and when it corrects its name', async () => {
    await journey.apply('reviewed', { review: 'flagged' });
    await eventually('the page', () => textAt(`${journey.site}/reviewed/`));
    const form = anOrganization(1, { organizationName: 'Lighthouse Keepers Society' });
    const { link, status } = await sign(journey, 'reviewed', form);
    expect(status).toBe('confirmed');
    // A mended spelling takes effect at once.
    const mended = { organizationName: 'Lighthouse Keeper Society' };
    expect((await press(link, 'correct', mended)).status).toBe(200);
    for (const [name, calls] of Object.entries(journey.stack.calls()))
      if (/-(confirm|correct)-sign-on$/.test(name))
        expect([name, calls.filter(({ action }) => action === 'dynamodb:BatchWriteItem')]).toEqual([
          name,
          [expect.objectContaining({ leadingKeys: 'LOOKALIKE#*' })],
        ]);
  });
});

describe('the same answer for every address', () => {
  test('is given to a new one, a pending one, a confirmed one, a withdrawn one and an unsubscribed one', async () => {
    const { link } = await sign(journey, slug, aPerson('Signed Person'));
    const withdrawn = await sign(journey, slug, aPerson('Withdrawn Person'));
    await press(withdrawn.link, 'withdraw');
    const unsubscribe = unsubscribeLinkOf(await mail(journey.inbox, 'signed.person@example.org'));
    const answers = [];
    for (const name of ['New Person', 'New Person', 'Signed Person', 'Withdrawn Person']) {
      const answer = await submitJson(journey.site, slug, aPerson(name, { city: 'Elsewhere' }));
      answers.push(`${answer.status} ${await answer.text()}`);
    }
    await fetch(unsubscribe, { method: 'POST' });
    const answer = await submitJson(journey.site, slug, aPerson('Signed Person', { city: 'Third' }));
    answers.push(`${answer.status} ${await answer.text()}`);
    expect(new Set(answers)).toEqual(new Set([`202 ${JSON.stringify({ status: 'check-your-inbox' })}`]));
    expect((await shown(link)).status).toBe('confirmed');
  });
});

describe('unsubscribing', () => {
  test('needs a button or the mail program’s one click, not only an opened link, and stops the emails about the letter', async () => {
    const person = aPerson('Quiet Person');
    const { link } = await sign(journey, slug, person);
    const unsubscribe = unsubscribeLinkOf(await mail(journey.inbox, person.email ?? '', 2));
    const before = (await mailsTo(journey.inbox, person.email)).length;
    const opened = await fetch(unsubscribe, { headers: asBrowser });
    expect(opened.status).toBe(200);
    await submitForm(journey.site, slug, { ...person, city: 'Elsewhere' });
    await mail(journey.inbox, person.email ?? '', before + 1);
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(unsubscribe, { method: 'POST', body })).status).toBe(200);
    await submitForm(journey.site, slug, { ...person, city: 'Third' });
    await submitForm(journey.site, slug, aPerson('Next Person'));
    await mail(journey.inbox, 'next.person@example.org');
    expect(await mailsTo(journey.inbox, person.email)).toHaveLength(before + 1);
    expect((await shown(link)).status).toBe('confirmed');
  });
});

describe('a sign-on that cannot be accepted', () => {
  test.each([
    ['not-yet', 409, '/problems/not-open-yet'],
    ['long-over', 409, '/problems/closed'],
    ['on-pause', 409, '/problems/paused'],
    ['never-was', 404, '/problems/not-found'],
  ])('is refused: campaign %s answers %i %s', async (campaign, status, type) => {
    const answer = await submitJson(journey.site, campaign, aPerson('Late Person'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({ type, status });
  });

  test('because of its fields names each one, and returns the form with what was typed', async () => {
    const wrong = {
      ...anOrganization(9),
      email: 'not an address',
      authorized: '',
      website: 'javascript:alert(1)',
    };
    const problem = await (await submitJson(journey.site, slug, wrong)).json();
    expect(problem).toMatchObject({ type: '/problems/invalid', status: 422 });
    const fields = problem.errors.map(({ field }: { field: string }) => field);
    expect(fields.toSorted()).toEqual(['authorized', 'email', 'website']);
    const page = await submitForm(journey.site, slug, wrong);
    expect(page.status).toBe(422);
    const html = await page.text();
    for (const kept of ['Shore Group 9', 'not an address', 'javascript:alert(1)'])
      expect(html).toContain(kept);
  });

  test.each([
    ['broken JSON', '{"kind":', 'application/json', 400],
    ['another type', '<xml/>', 'application/xml', 415],
    ['too much', JSON.stringify({ name: 'x'.repeat(17_000) }), 'application/json', 413],
    [
      'an unknown field',
      '{"kind":"individual","name":"A","email":"a@example.org","admin":true}',
      'application/json',
      422,
    ],
  ])('because of %s', async (_what, body, type, status) => {
    const answer = await fetch(`${journey.site}/api/campaigns/${slug}/sign-ons`, {
      method: 'POST',
      headers: { 'content-type': type, accept: 'application/json' },
      body,
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  });

  test('stores nothing and sends no email', async () => {
    await submitForm(journey.site, slug, aPerson('Last Person'));
    await mail(journey.inbox, 'last.person@example.org');
    for (const name of ['late.person', 'group-9', 'a'])
      expect(await mailsTo(journey.inbox, `${name}@example.org`)).toEqual([]);
  });
});

test('pages of other sites can send sign-ons and read every answer, but nothing else', async () => {
  const address = `${journey.site}/api/campaigns/${slug}/sign-ons`;
  const fromElsewhere = {
    origin: 'https://coalition.example.org',
    'sec-fetch-site': 'cross-site',
    'content-type': 'application/json',
  };
  const send = (url: string, body: string, method = 'POST') =>
    fetch(url, { method, headers: fromElsewhere, ...(method === 'POST' && { body }) });
  const preflight = await send(address, '', 'OPTIONS');
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
  const answers = [
    preflight,
    await send(address, JSON.stringify(aPerson('Person Elsewhere'))),
    await send(address, '{}'),
    await send(address, '{'),
    await send(address, 'x'.repeat(17_000)),
    // The gateway refuses this before any function is asked.
    await send(address, 'x'.repeat(10 * 1024 * 1024 + 1)),
    await send(`${journey.site}/api/campaigns/no-such-letter/sign-ons`, '{}'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([204, 202, 422, 400, 413, 413, 404]);
  for (const { headers } of answers) {
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  }
  const link = linkOf(await mail(journey.inbox, 'person.elsewhere@example.org'));
  const closed = [link, `${link}/confirm`, `${journey.site}/api/openapi.json`, `${journey.site}/${slug}/`];
  for (const other of [...closed, `${journey.site}/console/sign-in`])
    expect((await send(other, '{}', 'OPTIONS')).headers.get('access-control-allow-origin')).toBeNull();
  expect(
    (await fetch(link, { headers: fromElsewhere })).headers.get('access-control-allow-origin'),
  ).toBeNull();
});

test('the page of a closed or paused campaign says so and has no form', async () => {
  for (const campaign of ['long-over', 'on-pause', 'not-yet']) {
    const page = await eventually(`the page of ${campaign}`, () => textAt(`${journey.site}/${campaign}/`));
    expect([campaign, page.includes('<form')]).toEqual([campaign, false]);
  }
  expect(await progressOf(journey.site, 'on-pause')).toMatchObject({ open: false, status: 'collecting' });
});

test('everyone who is confirmed and has not withdrawn is counted in the end', async () => {
  await eventually('the count', async () => ((await counted()) === 4 ? true : undefined));
});
