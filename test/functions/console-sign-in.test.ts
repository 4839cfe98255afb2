import { beforeEach, describe, expect, test } from '@jest/globals';
import { takeLink } from '../../shared/operations/signing-in/request-link.ts';
import { endAllSessions, sessionHashOf, startSession } from '../../shared/operations/signing-in/sessions.ts';
import { addressHash } from '../../shared/sign-on/ids.ts';
import { settingsKey, signInLinksKey } from '../../shared/table/keys.ts';
import type { Store } from '../../shared/table/table.ts';
import { type Desk, linkPathIn, newDesk, type RequestOptions } from '../support/console.ts';
import { aSettings, slug, testAddressKey } from '../support/records.ts';
import { seed } from '../support/store.ts';

const ida = 'ida@example.org';
const minute = 60_000;
const hour = 60 * minute;

let desk: Desk;
beforeEach(async () => {
  desk = newDesk();
  await seed(desk.test, {});
});

const askForLink = (email: string, asked: RequestOptions = {}) =>
  desk.ask('/console/sign-in', { body: { email }, ...asked });

/** Asks for a link, and answers the path of the one that was mailed. */
async function aLink(email = ida): Promise<string> {
  await askForLink(email);
  await desk.deliver();
  return linkPathIn(desk.mailbox);
}

const isSignedIn = async (cookie: string): Promise<boolean> =>
  (await desk.ask('/console/', { cookie })).status === 200;

describe('asking for a link', () => {
  test('gets the same answer, with the same write, for every address', async () => {
    const answers = [];
    const writes = [];
    for (const email of [ida, 'stranger@example.org', 'IDA@Example.org']) {
      const before = desk.store.changes.length;
      const { status, headers, text } = await askForLink(email);
      answers.push({ status, text, names: Object.keys(headers).sort() });
      writes.push(
        desk.store.changes.slice(before).map(({ newImage }) => ({
          names: Object.keys(newImage ?? {}).sort(),
          bytes: JSON.stringify(newImage).length,
        })),
      );
    }
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(answers[0]).toMatchObject({ status: 202, text: JSON.stringify({ status: 'check-your-inbox' }) });
    expect(writes[0]).toHaveLength(1);
    expect(writes).toEqual([writes[0], writes[0], writes[0]]);
  });

  test('sends email only to an organizer, from a campaign of theirs, with any spelling of the address', async () => {
    for (const email of ['stranger@example.org', 'letters@example.org', ' Ida@EXAMPLE.org '])
      await askForLink(email);
    await desk.deliver();
    expect(desk.mailbox.sent.map(({ to, sender }) => [to, sender.address])).toEqual([
      [ida, 'letters@example.org'],
    ]);
  });

  test('stores no address, and no part of a link without the key', async () => {
    const path = await aLink();
    const stored = JSON.stringify(desk.store.items().filter(({ PK }) => !String(PK).startsWith('CAMPAIGN')));
    expect(stored).not.toContain(ida);
    expect(stored).not.toContain(path.split('.').at(-1));
  });

  test('redirects a browser to the next page, or shows it the form again with the mistake', async () => {
    const done = await desk.ask('/console/sign-in', { form: { email: ida }, isBrowser: true });
    expect([done.status, done.headers.location]).toEqual([303, '/console/check-your-inbox']);
    const wrong = await desk.ask('/console/sign-in', { form: { email: 'ida"@' }, isBrowser: true });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="ida&quot;@"');
    expect(wrong.text).toContain('id="email-problem"');
    expect((await askForLink('nobody')).json.errors).toEqual([expect.objectContaining({ field: 'email' })]);
    expect((await desk.ask('/console/sign-in', { body: [] })).status).toBe(400);
  });

  test('gives an address five links an hour, two of them to one network', async () => {
    for (const sourceIp of [
      '192.0.2.1',
      '192.0.2.1',
      '192.0.2.1',
      '192.0.2.2',
      '192.0.2.3',
      '192.0.2.4',
      '192.0.2.5',
    ])
      await askForLink(ida, { sourceIp });
    await desk.deliver();
    expect(desk.mailbox.sent).toHaveLength(5);
    desk.later(hour + minute);
    await askForLink(ida, { sourceIp: '192.0.2.1' });
    await desk.deliver();
    expect(desk.mailbox.sent).toHaveLength(6);
  });

  test.each([[{}], [{ links: 7 }], [{ links: [{ id: 7 }] }]])(
    'is sent although what is noted of earlier links was damaged: %j',
    async (damage) => {
      desk.store.put({ ...signInLinksKey(addressHash(testAddressKey, ida)), ...damage });
      await aLink();
      expect(desk.mailbox.sent).toHaveLength(1);
    },
  );

  test('is not stopped by unsubscribing or by a full cap', async () => {
    const key = { PK: `ADDRESS#${addressHash(testAddressKey, ida)}`, SK: 'ADDRESS' };
    desk.store.put({ ...key, suppressed: 'yes', 'answers-2026-11-24': 5 });
    expect(await aLink()).toMatch(/^\/console\/sign-in\/k1\.c\.console\./);
  });

  test('sends the same link again if SES did not accept the email at first', async () => {
    desk.mailbox.answers.push('too-fast');
    await askForLink(ida);
    await desk.deliver();
    const [request] = desk.store.items().filter(({ SK }) => SK === 'SIGNIN');
    await desk.mailbox.deliver([{ task: 'pending', PK: String(request?.PK), SK: 'SIGNIN', attempt: 2 }]);
    await desk.mailbox.deliver([{ task: 'pending', PK: String(request?.PK), SK: 'SIGNIN', attempt: 3 }]);
    expect(desk.mailbox.sent).toHaveLength(1);
  });
});

describe('a link', () => {
  test('opens a page that names the address, and signs no one in when it is opened', async () => {
    const path = await aLink();
    const before = desk.store.changes.length;
    for (const method of ['GET', 'HEAD'] as const) {
      const page = await desk.ask(path, { method, isBrowser: true });
      expect([page.status, page.cookies]).toEqual([200, []]);
      expect(page.text).toContain(ida);
    }
    expect((await desk.ask(path)).json).toEqual({ email: ida, actions: ['sign-in'] });
    expect(desk.store.changes).toHaveLength(before);
  });

  test('signs in once, with a cookie that no script and no other site gets', async () => {
    const path = await aLink();
    const first = await desk.ask(path, { method: 'POST' });
    expect([first.status, first.headers.location]).toEqual([303, '/console/']);
    expect(first.cookies).toEqual([
      expect.stringMatching(
        /^__Host-session=[0-9a-f]{32}\.[\w-]{43}; Secure; HttpOnly; SameSite=Lax; Path=\/$/,
      ),
    ]);
    const again = await desk.ask(path, { method: 'POST' });
    expect([again.status, again.cookies]).toEqual([404, []]);
    expect((await desk.ask(path, { isBrowser: true })).text).toContain('href="/console/sign-in"');
  });

  test('works once even if its button is pressed twice at the same moment', async () => {
    const path = await aLink();
    const answers = await Promise.all([1, 2, 3].map(() => desk.ask(path, { method: 'POST' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404]);
  });

  test('works for thirty minutes after it was sent', async () => {
    await askForLink(ida);
    desk.later(20 * minute);
    await desk.deliver();
    const path = linkPathIn(desk.mailbox);
    desk.later(30 * minute - 1);
    expect((await desk.ask(path)).status).toBe(200);
    desk.later(1);
    expect((await desk.ask(path)).status).toBe(404);
    expect((await desk.ask(path, { method: 'POST' })).status).toBe(404);
  });

  test('does not work for an organizer who was removed from the campaign', async () => {
    const path = await aLink();
    desk.store.put({
      ...settingsKey(slug),
      settings: aSettings({ organizers: [{ name: 'Ben', email: 'ben@example.org' }] }),
      paused: false,
    });
    expect((await desk.ask(path, { method: 'POST' })).status).toBe(404);
  });

  test('cannot be forged, shortened, or taken from a signer', async () => {
    const path = await aLink();
    const token = path.split('/').at(-1) ?? '';
    const swapped = token.replace('.c.', '.s.');
    const other = token.replace(/a(\d+)\./, (_, digits) => `b${digits}.`);
    for (const wrong of [token.slice(0, -1), swapped, other, `${token}.`, 'x', 'k9.c.console.'])
      expect(
        (await desk.ask(`/console/sign-in/${encodeURIComponent(wrong)}`, { method: 'POST' })).status,
      ).toBe(404);
  });
});

describe('a session', () => {
  test('is in the table only by its hash', async () => {
    const cookie = await desk.signIn(ida);
    const secret = cookie.split('.').at(-1) ?? 'none';
    expect(JSON.stringify(desk.store.items())).not.toContain(secret);
    expect((await desk.ask('/console/', { cookie })).json).toEqual({
      campaigns: [
        {
          slug,
          title: aSettings().title,
          status: 'collecting',
          role: 'owner',
          counts: { organizations: 0, individuals: 0 },
          threshold: { organizations: 3, individuals: null },
          held: false,
          paused: false,
          waiting: 0,
        },
      ],
    });
  });

  test('ends after twelve idle hours, and after seven days in any case', async () => {
    const cookie = await desk.signIn(ida);
    desk.later(12 * hour - 1);
    expect(await isSignedIn(cookie)).toBe(true);
    desk.later(12 * hour);
    expect(await isSignedIn(cookie)).toBe(false);
    const busy = await desk.signIn(ida);
    for (let hours = 0; hours < 160; hours += 10) {
      desk.later(10 * hour);
      expect(await isSignedIn(busy)).toBe(true);
    }
    desk.later(9 * hour);
    expect(await isSignedIn(busy)).toBe(false);
  });

  test('ends with the sign-out, and all of them with “everywhere” and with the command', async () => {
    const [one, two] = [await desk.signIn(ida), await desk.signIn(ida)];
    const out = await desk.ask('/console/sign-out', { method: 'POST', cookie: one });
    expect([out.status, out.cookies[0]]).toEqual([200, expect.stringContaining('Max-Age=0')]);
    expect([await isSignedIn(one), await isSignedIn(two)]).toEqual([false, true]);
    const three = await desk.signIn(ida);
    await desk.ask('/console/sign-out', { form: { everywhere: 'yes' }, isBrowser: true, cookie: three });
    expect([await isSignedIn(two), await isSignedIn(three)]).toEqual([false, false]);
    desk.later(2 * hour);
    const four = await desk.signIn(ida);
    expect(await endAllSessions(desk.store, addressHash(testAddressKey, ida))).toBe(1);
    expect(await isSignedIn(four)).toBe(false);
  });

  test('ends when the organizer is removed from campaign.yaml', async () => {
    const cookie = await desk.signIn(ida);
    desk.store.put({
      ...settingsKey(slug),
      settings: aSettings({ organizers: [{ name: 'Ben', email: 'ben@example.org' }] }),
      paused: false,
    });
    expect(await isSignedIn(cookie)).toBe(false);
    expect(desk.store.items().some(({ SK }) => String(SK).startsWith('SESSION#'))).toBe(false);
  });

  test('cannot be forged or taken from another organizer', async () => {
    const cookie = await desk.signIn(ida);
    const [name, secret] = cookie.split('.');
    const wrong = [
      `${name}.${'x'.repeat(43)}`,
      `__Host-session=${'0'.repeat(32)}.${secret}`,
      `${name}`,
      '__Host-session=',
    ];
    for (const one of wrong) expect(await isSignedIn(one)).toBe(false);
    const page = await desk.ask('/console/', { cookie: wrong[0], isBrowser: true });
    expect([page.status, page.headers.location]).toEqual([303, '/console/sign-in']);
    expect((await desk.ask('/console/')).json).toMatchObject({ type: '/problems/sign-in', status: 401 });
  });

  test('from a new browser is reported to the organizer, once for each browser', async () => {
    await desk.signIn(ida, 'Mozilla/5.0 (Windows) Firefox/140.0');
    await desk.signIn(ida, 'Mozilla/5.0 (Windows) Firefox/140.0');
    await desk.signIn(ida, 'Mozilla/5.0 (iPhone) Safari/605.1');
    const told = desk.mailbox.sent.filter(({ message }) => message.subject.startsWith('New sign-in'));
    expect(told.map(({ to, message }) => [to, /Browser: (.*)/.exec(message.text)?.[1]])).toEqual([
      [ida, 'Firefox, Windows'],
      [ida, 'Safari, iOS'],
    ]);
  });
});

describe('a request from another site', () => {
  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://letters.example.org' }],
  ])('is refused with the headers %j, and changes nothing', async (headers) => {
    const path = await aLink();
    const cookie = await desk.signIn(ida);
    const before = desk.store.changes.length;
    const answers = [
      await askForLink(ida, { headers }),
      await desk.ask(path, { method: 'POST', headers }),
      await desk.ask('/console/sign-out', { method: 'POST', cookie, headers }),
    ];
    expect(answers.map(({ status, json }) => [status, json.type])).toEqual(
      Array.from({ length: 3 }, () => [403, '/problems/not-allowed']),
    );
    expect(desk.store.changes).toHaveLength(before);
  });

  test.each([
    [{}],
    [{ origin: 'https://letters.example.org', 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'none' }],
  ])('is not one with the headers %j', async (headers) => {
    expect((await askForLink(ida, { headers })).status).toBe(202);
  });
});

describe('every answer', () => {
  test('is not cached, not framed, and does not send its address to other sites', async () => {
    const cookie = await desk.signIn(ida);
    for (const [path, asked] of [
      ['/console/sign-in', {}],
      ['/console/', { cookie }],
      ['/console/', {}],
    ] as const) {
      const { headers } = await desk.ask(path, { ...asked, isBrowser: true });
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        vary: 'Accept',
      });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
    }
  });

  test('leaves neither address nor token in the log', async () => {
    const path = await aLink();
    await desk.signIn(ida);
    await desk.ask(path, { method: 'POST' });
    const log = JSON.stringify(desk.lines);
    for (const secret of [ida, path.split('/').at(-1) ?? '', 'nonce-']) expect(log).not.toContain(secret);
  });
});

describe('a write whose answer is lost, and that the client repeats', () => {
  const repeating = (): Store => ({
    ...desk.store,
    update: async (update) => {
      await desk.store.update(update);
      return await desk.store.update(update);
    },
  });

  test('uses up a link for the session that took it, and for no other', async () => {
    await askForLink(ida);
    const [item] = desk.store.items().filter(({ PK }) => String(PK).startsWith('SIGNIN#'));
    const id = String(item?.id);
    const now = desk.now();
    expect(await takeLink(repeating(), id, { sessionHash: 'one', now })).toBe(true);
    expect(await takeLink(repeating(), id, { sessionHash: 'two', now })).toBe(false);
  });

  test('still has the organizer told of a new browser', async () => {
    const session = {
      addressHash: 'a',
      email: ida,
      browser: 'Firefox',
      browserHash: 'b',
      newUlid: () => 'due',
    };
    for (const secret of ['first', 'second'])
      await startSession(repeating(), { ...session, secret, now: desk.now() });
    const due = desk.store.items().filter(({ pendingMail }) => pendingMail === 'due');
    expect(due.map(({ sessionHash }) => sessionHash)).toEqual([sessionHashOf('first')]);
  });
});
