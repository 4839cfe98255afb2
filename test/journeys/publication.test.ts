import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Journey, startJourney } from '../support/journey.ts';
import { readPdf } from '../support/read-pdf.ts';
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
  textAt,
} from '../support/strangers.ts';

const slug = 'harbor-trees';
const release = () => textAt(`${journey.site}/${slug}/release.txt`);
const status = async () => JSON.parse((await journey.campaign('status', slug, '--json')).stdout);
let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
  const applied = await journey.apply(slug, {
    publication: ['threshold: { organizations: 3, individuals: 1 }'],
    press: [
      'desk@example.com,Pat Novak,Harbor Courier,',
      'news@example.com,,Coast Radio,no',
      'DESK@example.com,Pat Novak,Harbor Courier,',
    ],
  });
  expect(applied.stderr).toBe('');
  expect(applied.status).toBe(0);
});
afterAll(() => journey.end());

test('a letter goes from its form to its publication, its emails and its growing list', async () => {
  // Given a campaign that anybody can read before they sign
  const page = await eventually('the page', () => textAt(`${journey.site}/${slug}/`));
  expect(page).toContain('We, the undersigned, ask the Commission to keep the shoreline trees.');
  expect(page).toContain(`action="/api/campaigns/${slug}/sign-ons"`);
  expect((await fetch(`${journey.site}/${slug}`, { redirect: 'manual' })).status).toBe(301);
  expect((await fetch(`${journey.site}/${slug}/letter/`)).status).toBe(404);

  // When enough sign, of whom one organization signs twice
  const first = await sign(journey, slug, anOrganization(1));
  expect(first.status).toBe('confirmed');
  const twin = anOrganization(1, { organizationName: 'The SHORE GROUP 1, Inc.', email: 'twin@example.org' });
  expect((await sign(journey, slug, twin)).status).toBe('already-signed-by-organization');
  const person = await sign(journey, slug, aPerson('Ana Ruiz', { publicName: 'initials' }));
  expect((await sign(journey, slug, anOrganization(2))).status).toBe('confirmed');
  await eventually('the count', async () =>
    (await progressOf(journey.site, slug)).organizations === 2 ? true : undefined,
  );
  expect(await release()).toBeUndefined();
  expect((await status()).gate.waitingFor).toEqual(['threshold']);
  await sign(journey, slug, anOrganization(3));

  // Then letter and release are there, with the right number and list
  expect(await eventually('the release', release)).toContain('3 Organizations Urge Harbor Commission');
  const letter = (await textAt(`${journey.site}/${slug}/letter/`)) ?? '';
  for (const index of [1, 2, 3]) expect(letter).toContain(`Shore Group ${index}`);
  expect(letter).not.toContain('SHORE GROUP');
  expect(letter).toContain('A. R.');
  expect(letter).not.toContain('Ana Ruiz');
  await eventually('progress.json', async () =>
    (await progressOf(journey.site, slug)).status === 'published' ? true : undefined,
  );
  for (const document of ['letter', 'release']) {
    const linking = await eventually(`the ${document}’s PDF and the link to it`, async () => {
      const text = (await textAt(`${journey.site}/${slug}/${document}/`)) ?? '';
      return text.includes(`href="/${slug}/${document}.pdf"`) ? text : undefined;
    });
    expect(linking).toContain(document);
    const pdf = await fetch(`${journey.site}/${slug}/${document}.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { pages, title } = readPdf(Buffer.from(await pdf.arrayBuffer()));
    expect(title).toBe(
      document === 'letter'
        ? 'Letter to the Harbor Commission on the Shoreline Trees'
        : '3 Organizations Urge Harbor Commission to Keep the Trees',
    );
    expect(pages.map((each) => each.text).join('\n')).toContain('Page 1 of');
  }
  const published = await eventually('the status', async () => {
    const found = await status();
    return found.status === 'published' ? found : undefined;
  });
  expect(published.counts).toEqual({ organizations: 3, individuals: 1 });

  // And each journalist, signer and organizer is told, once
  await Promise.all([
    mail(journey.inbox, 'desk@example.com'),
    mail(journey.inbox, 'news@example.com'),
    mail(journey.inbox, 'ida@example.org'),
    ...[1, 2, 3].map((index) => mail(journey.inbox, `group-${index}@example.org`, 3)),
  ]);
  const [toDesk, ...again] = await mailsTo(journey.inbox, 'desk@example.com');
  expect(again).toEqual([]);
  expect(toDesk?.subject).toContain('3 Organizations Urge Harbor Commission');
  expect(toDesk?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  expect(await mailsTo(journey.inbox, 'twin@example.org')).toHaveLength(2);

  // When one takes the name off and another joins late
  expect(await (await press(first.link, 'withdraw')).json()).toEqual({ status: 'withdrawn' });
  await sign(journey, slug, anOrganization(4));
  const living = await eventually('the living letter', async () => {
    const text = (await textAt(`${journey.site}/${slug}/letter.txt`)) ?? '';
    return text.includes('Shore Group 4') && !text.includes('Shore Group 1') ? text : undefined;
  });
  expect(living).toContain('Shore Group 2');
  const list = await eventually('the list for programs', async () => {
    const found = JSON.parse((await textAt(`${journey.site}/${slug}/signatories.json`)) ?? '{}');
    return found.withdrawnSince === 1 ? found : undefined;
  });
  expect(list.organizations.map(({ name }: { name: string }) => name)).toEqual([
    'Shore Group 2',
    'Shore Group 3',
    'Shore Group 4',
  ]);
  // Pages that link to others are written last.
  for (const path of ['', 'letter/', 'letter.txt', 'release/', 'release.txt', 'signatories.csv'])
    await eventually(`${path} without the name`, async () =>
      (await textAt(`${journey.site}/${slug}/${path}`))?.includes('Shore Group 1') === false
        ? true
        : undefined,
    );

  // And the organizer hears of the vacant place, and promotes whoever waits for it
  const notice = await eventually('the notice', async () =>
    (await mailsTo(journey.inbox, 'ida@example.org')).find(({ text }) => text.includes('promote')),
  );
  const [, id = ''] = /promote harbor-trees (\w+)/.exec(notice.text) ?? [];
  expect((await journey.campaign('promote', slug, id)).status).toBe(0);
  await eventually('the promoted one', async () =>
    (await progressOf(journey.site, slug)).organizations === 4 ? true : undefined,
  );
  expect((await press(person.link, 'confirm')).status).toBe(200);
  expect(await (await press(person.link, 'confirm')).json()).toEqual({ status: 'already-confirmed' });
});

test('its logs contain no address, token or name', async () => {
  await submitForm(journey.site, slug, aPerson('Marked Person', { email: 'marked.address@example.org' }));
  const link = linkOf(await mail(journey.inbox, 'marked.address@example.org'));
  await fetch(link);
  await press(link, 'not-me');
  const logs = journey.logs();
  const token = link.split('/').at(-1) ?? '';
  const { emails }: { emails: { to: string[] }[] } = await (await fetch(`${journey.inbox}/store`)).json();
  expect(logs.length).toBeGreaterThan(1000);
  for (const marked of [
    token,
    token.slice(-20),
    'Marked Person',
    'Ana Ruiz',
    'Shore Group',
    ...emails.flatMap(({ to }) => to),
  ])
    expect([marked, logs.includes(marked)]).toEqual([marked, false]);
});
