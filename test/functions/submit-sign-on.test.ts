import { beforeEach, describe, expect, test } from '@jest/globals';
import { newHandler, type SubmitDependencies } from '../../functions/submit-sign-on.ts';
import { Failure } from '../../shared/failure.ts';
import type { Submission } from '../../shared/operations/signing/submit.ts';
import { organizationKey } from '../../shared/organization/key.ts';
import { signOnId } from '../../shared/sign-on/ids.ts';
import type { Admission } from '../../shared/table/network-limit.ts';
import type { CampaignSettings } from '../../shared/table/settings.ts';
import { aLog, aRequest, asForm, asJson, callHandler, testNow } from '../support/api.ts';
import { aSettings, slug, testAddressKey } from '../support/records.ts';

let campaign: CampaignSettings | undefined;
let stored: Submission[];
let outcome: () => Promise<unknown>;
let admission: Admission;
let networks: string[];
let salt: string;
let noSalt: Failure | undefined;
const { lines, log } = aLog();

const dependencies: SubmitDependencies = {
  readCampaign: async (asked) => (asked === slug ? campaign : undefined),
  addressKey: async () => testAddressKey,
  networkSalt: async () => {
    if (noSalt) throw noSalt;
    return salt;
  },
  admit: async (network) => {
    networks.push(network);
    return admission;
  },
  edgeKey: 'known to the edge',
  hurriedSeconds: 3,
  submit: async (submission) => {
    stored.push(submission);
    return await outcome();
  },
  newUlid: () => '01JD0000000000000000000000',
  newNonce: () => 'a-nonce',
  now: () => testNow,
  log,
};
const handler = newHandler(dependencies);

beforeEach(() => {
  campaign = { settings: aSettings(), paused: false };
  stored = [];
  outcome = async () => 'accepted';
  admission = { ok: true };
  networks = [];
  salt = 'of today';
  noSalt = undefined;
});

const aPerson = { kind: 'individual', name: 'Ana Ruiz', email: 'Ana@Example.org' };
const submitted = (body: Parameters<typeof aRequest>[0], asked = slug) =>
  callHandler(
    handler,
    aRequest({
      method: 'POST',
      path: `/api/campaigns/${asked}/sign-ons`,
      routeKey: 'POST /api/campaigns/{slug}/sign-ons',
      parameters: { slug: asked },
      ...body,
    }),
  );

describe('submitting a sign-on', () => {
  test('stores the letter that the signer agrees to: the one in their language, else the campaign’s own', async () => {
    campaign = {
      settings: aSettings(),
      paused: false,
      letters: { current: { en: 'of the English', es: 'of the Spanish' }, accepted: [] },
    };
    await submitted(asJson(aPerson));
    await submitted(asJson({ ...aPerson, language: 'es' }));
    expect(stored.map(({ details }) => details.agreedTo)).toEqual(['of the English', 'of the Spanish']);
    expect((await submitted(asJson({ ...aPerson, agreedTo: 'of another' }))).status).toBe(422);
  });

  test('agrees to the letter above its form, even if the letter has changed since', async () => {
    const shown = 'x'.repeat(43);
    const letters = { current: { en: 'that stands' }, accepted: ['that stands'] };
    campaign = { settings: aSettings(), paused: false, letters };
    const answers = [
      await submitted(asForm({ ...aPerson, letter: shown })),
      await submitted(asJson({ ...aPerson, letter: shown })),
      // Nobody typed these.
      await submitted(asForm({ ...aPerson, letter: '' })),
      await submitted(asForm({ ...aPerson, letter: `${shown}x` })),
      await submitted(asForm({ ...aPerson, letter: '<script>'.repeat(1000) })),
      await submitted(asJson({ ...aPerson, letter: { of: [1] } })),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 202, 303, 303, 303, 202]);
    const stands = Array(4).fill('that stands');
    expect(stored.map(({ details }) => details.agreedTo)).toEqual([shown, shown, ...stands]);
    expect(stored.some(({ details }) => 'letter' in details)).toBe(false);
  });

  test('agrees to no letter if none is known, whatever a form says', async () => {
    await submitted(asForm({ ...aPerson, letter: 'x'.repeat(43) }));
    expect(stored.map(({ details }) => details.agreedTo)).toEqual([undefined]);
  });

  test('is answered with the next step, and stored', async () => {
    const { status, text } = await submitted(asJson(aPerson));
    expect([status, text]).toEqual([202, '{"status":"check-your-inbox"}']);
    expect(stored).toMatchObject([
      {
        slug,
        id: signOnId(testAddressKey, { kind: 'individual', email: 'ana@example.org' }),
        kind: 'individual',
        email: 'Ana@example.org',
        details: { name: 'Ana Ruiz', publicName: 'full', language: 'en' },
        now: testNow,
      },
    ]);
  });

  test('for an organization is stored under its name as well as its address', async () => {
    const organization = {
      ...aPerson,
      kind: 'organization',
      organizationName: 'Harbor Families',
      authorized: 'on',
    };
    await submitted(asForm(organization));
    await submitted(asForm({ ...organization, organizationName: 'The Harbor Families, Inc.' }));
    await submitted(asForm({ ...organization, organizationName: 'Dock Workers United' }));
    const [first, second, third] = stored.map(({ id }) => id);
    const key = organizationKey('Harbor Families');
    expect(first).toBe(
      signOnId(testAddressKey, { kind: 'organization', email: aPerson.email, organizationKey: key }),
    );
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('redirects a browser', async () => {
    const { status, headers, text } = await submitted(asForm(aPerson));
    expect([status, headers.location, text]).toEqual([303, `/${slug}/check-your-inbox/`, '']);
  });

  test('in another language is answered in it, with its refusals', async () => {
    const inSpanish = { ...aPerson, language: 'es' };
    const { headers } = await submitted(asForm(inSpanish));
    expect(headers.location).toBe(`/${slug}/es/check-your-inbox/`);
    expect(stored).toMatchObject([{ details: { language: 'es' } }]);
    const refused = await submitted(asForm({ ...inSpanish, name: '' }));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('<html lang="es"');
    expect(refused.text).toContain('name="language" value="es"');
    expect(refused.text).toContain(`<a href="/${slug}/es/" lang="en">`);
    const problem = JSON.parse((await submitted(asJson({ ...inSpanish, name: '' }))).text);
    expect(problem.errors).toEqual([{ field: 'name', message: 'Escriba su nombre.' }]);
    expect(problem.letter).toBe(`/${slug}/es/`);
  });

  test('is answered the same if the same words are stored already', async () => {
    const first = await submitted(asJson(aPerson));
    outcome = async () => 'repeated';
    expect(await submitted(asJson(aPerson))).toEqual(first);
  });

  test('writes exactly once and reads nothing but the settings', async () => {
    const calls: string[] = [];
    const counting = newHandler({
      ...dependencies,
      readCampaign: async () => {
        calls.push('settings');
        return campaign;
      },
      submit: async () => calls.push('write'),
    });
    const parameters = { slug };
    await callHandler(counting, aRequest({ method: 'POST', parameters, ...asJson(aPerson) }));
    expect(calls).toEqual(['settings', 'write']);
  });

  test('logs nothing about the signer', async () => {
    await submitted(asJson(aPerson));
    await submitted(asJson({ ...aPerson, email: 'no address' }));
    expect(JSON.stringify(lines)).not.toMatch(/ana|ruiz|no address/i);
    expect(lines.at(-1)).toMatchObject({ routeKey: 'POST /api/campaigns/{slug}/sign-ons', status: 422 });
  });
});

describe('a submission that is refused', () => {
  test('names each field and stores nothing', async () => {
    const { status, text } = await submitted(asJson({ kind: 'individual', email: 'ana', colour: 'red' }));
    expect(status).toBe(422);
    expect(JSON.parse(text)).toMatchObject({
      type: '/problems/invalid',
      errors: [{ field: 'name' }, { field: 'email' }, { field: 'colour' }],
    });
    expect(stored).toEqual([]);
  });

  test('shows a browser the form again with what was typed, a summary and the messages', async () => {
    const { status, headers, text } = await submitted(
      asForm({ ...aPerson, email: 'ana@', city: '"Harbor" <City>', title: '' }),
    );
    expect(status).toBe(422);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('href="#email"');
    expect(text).toContain('value="ana@"');
    expect(text).toContain('value="&quot;Harbor&quot; &lt;City>"');
    expect(text).toContain('enter a full email address, like name@example.org.');
    expect(stored).toEqual([]);
  });

  test('with a field given twice is refused for that field', async () => {
    const { status, text } = await submitted(
      asForm([
        ['kind', 'individual'],
        ['name', 'Ana'],
        ['name', 'Eva'],
        ['email', 'ana@example.org'],
      ]),
    );
    expect(status).toBe(422);
    expect(text).toContain('href="#name"');
    expect(text).toContain('value="Ana"');
  });

  test.each([
    ['not-open-yet', { opensAt: '2026-11-03T00:00:00.000Z' }, false],
    ['closed', { closesAt: '2026-11-02T12:00:00.000Z' }, false],
    ['paused', {}, true],
  ])('because the campaign is %s says so', async (type, changed, paused) => {
    campaign = { settings: aSettings(changed), paused };
    const { status, text } = await submitted(asJson(aPerson));
    expect(status).toBe(409);
    expect(JSON.parse(text).type).toBe(`/problems/${type}`);
    const page = await submitted(asForm(aPerson));
    expect(page.status).toBe(409);
    expect(page.text).toContain('<!DOCTYPE html>');
    if (type !== 'closed') expect(page.text).toContain('value="Ana Ruiz"');
    expect(stored).toEqual([]);
  });

  test.each(['unknown-campaign', 'Harbor-Trees', '..', '', 'a'.repeat(3000)])(
    'for %.30s is not found',
    async (asked) => {
      const { status, text } = await submitted(asJson(aPerson), asked);
      expect(status).toBe(404);
      expect(JSON.parse(text).type).toBe('/problems/not-found');
    },
  );

  test('is in the campaign’s language', async () => {
    campaign = { settings: aSettings({ language: 'es' }), paused: false };
    const { text } = await submitted(asJson({ ...aPerson, name: '' }));
    expect(JSON.parse(text).title).toBe('Hay que corregir algunas respuestas');
  });

  test('because the table is busy can be sent again', async () => {
    outcome = async () => {
      throw new Failure('throttled', 'UpdateItem', 'ThrottlingException');
    };
    const { status, headers } = await submitted(asJson(aPerson));
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('2');
  });
});

test('A campaign that was taken down accepts nothing', async () => {
  campaign = { settings: aSettings(), paused: false, takenDown: true };
  const { status, text } = await submitted(asJson(aPerson));
  expect([status, JSON.parse(text).type, stored]).toEqual([409, '/problems/closed', []]);
});

test.each([
  ['en', 'This letter was taken down'],
  ['es', 'Esta carta fue retirada'],
])(
  'A form of a campaign that was taken down gets the page that says so, and no closing time: %s',
  async (language, words) => {
    const settings = aSettings({ closesAt: '2027-12-31T12:00:00.000Z' });
    campaign = { settings, paused: false, takenDown: true };
    const { status, text } = await submitted(asForm({ ...aPerson, language }));
    expect(status).toBe(409);
    expect(text).toContain(words);
    expect(text).not.toMatch(/2027|<form|Ana Ruiz/);
    expect(stored).toEqual([]);
  },
);

describe('a form that a program filled in', () => {
  const form = { ...aPerson, comments: '', seconds: '60' };

  test.each([
    ['not at all', {}, []],
    ['into the hidden field', { comments: 'Buy now' }, ['honeypot']],
    ['into the hidden field, blanks only', { comments: ' ' }, ['honeypot']],
    ['in no time', { seconds: '2' }, ['hurried']],
    ['into both', { comments: 'x', seconds: '0' }, ['honeypot', 'hurried']],
    ['just slowly enough', { seconds: '3' }, []],
    ['without script', { seconds: '' }, []],
    ['with nonsense for a time', { seconds: '-1' }, []],
  ])('is answered as usual, and marked: %s', async (_how, typed, suspicions) => {
    const usual = await submitted(asForm(aPerson));
    expect(await submitted(asForm({ ...form, ...typed }))).toEqual(usual);
    expect(stored.map((submission) => submission.suspicions)).toEqual([[], suspicions]);
    expect(Object.keys(stored[1]?.details ?? {})).toEqual(Object.keys(stored[0]?.details ?? {}));
  });

  test('has no such fields in JSON, so a program cannot be marked by them', async () => {
    const { status, text } = await submitted(asJson({ ...aPerson, comments: 'x', seconds: '1' }));
    expect(status).toBe(422);
    expect(JSON.parse(text).errors).toMatchObject([{ field: 'comments' }, { field: 'seconds' }]);
  });
});

describe('too many submissions from one network', () => {
  beforeEach(() => {
    admission = { ok: false, retryAfterSeconds: 72 };
  });

  test('are refused with when to try again, and change nothing', async () => {
    const { status, headers, text } = await submitted(asJson(aPerson));
    expect([status, headers['retry-after'], headers['content-type']]).toEqual([
      429,
      '72',
      'application/problem+json',
    ]);
    expect(JSON.parse(text)).toMatchObject({ type: '/problems/too-many', status: 429 });
    expect(stored).toEqual([]);
  });

  test.each([
    ['en', 'Too many requests', 'Nothing has been saved yet.'],
    ['es', 'Demasiadas solicitudes', 'Todavía no se ha guardado nada.'],
  ] as const)(
    'show a browser why, and the form with all that was typed: %s',
    async (language, title, kept) => {
      campaign = { settings: aSettings({ language }), paused: false };
      const { status, headers, text } = await submitted(asForm({ ...aPerson, city: 'Harbor City' }));
      expect([status, headers['retry-after']]).toEqual([429, '72']);
      expect(text).toContain(`<html lang="${language}"`);
      for (const words of [`<title>${title} – `, kept, 'value="Harbor City"', 'value="Ana@Example.org"'])
        expect(text).toContain(words);
      expect(stored).toEqual([]);
    },
  );

  test('are refused in the same way for every address', async () => {
    const one = await submitted(asJson(aPerson));
    expect(await submitted(asJson({ ...aPerson, email: 'bo@example.org' }))).toEqual(one);
    expect(JSON.stringify(lines)).not.toMatch(/example\.org|192\.0\.2/);
  });

  test('do not include mistakes: what would not be stored is not counted', async () => {
    expect((await submitted(asForm({ ...aPerson, email: 'ana@' }))).status).toBe(422);
    expect(networks).toEqual([]);
  });

  test('are counted by the viewer’s address if the edge vouches for it, and only then', async () => {
    const said = { 'x-viewer-address': '203.0.113.7' };
    const from = async (headers: Record<string, string>) => {
      const { headers: own, body } = asJson(aPerson);
      await submitted({ headers: { ...own, ...headers }, ...(body !== undefined && { body }) });
    };
    await from({ ...said, 'x-origin-verify': 'known to the edge' });
    await from({ ...said, 'x-origin-verify': 'a guess' });
    await from(said);
    expect(networks).toEqual(['203.0.113.7', '192.0.2.1', '192.0.2.1']);
  });
});

describe('the mark of a network', () => {
  const marksOf = async (...requests: Partial<Parameters<typeof aRequest>[0]>[]) => {
    stored = [];
    for (const request of requests) await submitted({ ...asJson(aPerson), ...request });
    return stored.map(({ network }) => network);
  };
  const [here, there] = [{ sourceIp: '203.0.113.7' }, { sourceIp: '203.0.113.8' }];

  test('distinguishes networks within a day, and reveals nothing about their addresses', async () => {
    campaign = { settings: aSettings({ review: 'flagged' }), paused: false };
    const [one, again, other] = await marksOf(here, here, there);
    salt = 'of tomorrow';
    const [tomorrow] = await marksOf(here);
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(again).toBe(one);
    expect(new Set([one, other, tomorrow]).size).toBe(3);
    expect(JSON.stringify([stored, lines])).not.toContain('203.0.113');
  });

  test('is different in another campaign', async () => {
    campaign = { settings: aSettings({ review: 'before-counting' }), paused: false };
    const [one] = await marksOf(here);
    campaign = {
      settings: aSettings({ review: 'before-counting', slug: 'another-letter' }),
      paused: false,
    };
    const [other] = await marksOf(here);
    expect(other).toMatch(/^[0-9a-f]{32}$/);
    expect(other).not.toBe(one);
  });

  test('is missing if it cannot be made, and no one is refused for it', async () => {
    campaign = { settings: aSettings({ review: 'flagged' }), paused: false };
    noSalt = new Failure('throttled', 'GetItem', 'ThrottlingException');
    expect((await submitted(asJson(aPerson))).status).toBe(202);
    expect(stored.map(({ network }) => network)).toEqual([undefined]);
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'warn', slug, errorCode: 'ThrottlingException' }),
    );
  });

  test('is not made if no one looks at it', async () => {
    campaign = { settings: aSettings({ review: 'none' }), paused: false };
    expect(await marksOf(here)).toEqual([undefined]);
  });
});

describe('a page of another site', () => {
  const open = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'retry-after',
  };
  const json = { 'content-type': 'application/json' };

  test('can read every answer, including errors, and never with credentials', async () => {
    const answers = [
      await submitted(asJson(aPerson)),
      await submitted(asForm(aPerson)),
      await submitted(asJson({ ...aPerson, email: 'no address' })),
      await submitted(asForm({ ...aPerson, email: 'no address' })),
      await submitted(asJson(aPerson), 'no-such-campaign'),
      await submitted({ headers: json, body: '{' }),
      await submitted({ headers: json, body: 'x'.repeat(16 * 1024 + 1) }),
      await submitted({ headers: { 'content-type': 'text/plain' }, body: 'x' }),
    ];
    admission = { ok: false, retryAfterSeconds: 7 };
    answers.push(await submitted(asJson(aPerson)));
    admission = { ok: true };
    outcome = async () => {
      throw new Error('something of ours');
    };
    answers.push(await submitted(asJson(aPerson)));
    expect(answers.map(({ status }) => status)).toEqual([202, 303, 422, 422, 404, 400, 413, 415, 429, 500]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject(open);
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  test('can ask first, which reads and stores nothing', async () => {
    campaign = undefined;
    const answer = await submitted({ method: 'OPTIONS', routeKey: 'OPTIONS /api/campaigns/{slug}/sign-ons' });
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      ...open,
      'access-control-allow-methods': 'POST, OPTIONS',
      'access-control-allow-headers': 'accept, content-type',
      'access-control-max-age': '86400',
    });
    expect([stored, networks]).toEqual([[], []]);
  });
});

describe('an answer to the campaign’s own questions', () => {
  const asking = () => ({
    settings: aSettings({
      questions: [
        { id: 'members', label: 'How many members?', type: 'number', for: 'both', required: false },
      ],
      newsletter: 'Send me news.',
      translations: { es: { questions: { members: { label: '¿Cuántos miembros?' } } } },
    }),
    paused: false,
  });

  test('is stored with the words, and the answer about news with its time', async () => {
    campaign = asking();
    await submitted(asJson({ ...aPerson, answers: { members: 12 }, newsletter: true, source: 'flyer' }));
    await submitted(asForm({ ...aPerson, 'answers.members': '12', newsletter: 'on', source: 'flyer' }));
    await submitted(asForm({ ...aPerson, 'answers.members': '', source: '' }));
    const kept = {
      answers: { members: 12 },
      newsletter: true,
      newsletterAt: testNow.toISOString(),
      source: 'flyer',
    };
    expect(stored.map(({ details }) => details)).toEqual([
      expect.objectContaining(kept),
      expect.objectContaining(kept),
      expect.not.objectContaining({ newsletterAt: expect.anything() }),
    ]);
  });

  test('is refused in the words of the question, and returned with what was typed', async () => {
    campaign = asking();
    const wrong = { ...aPerson, 'answers.members': 'many', newsletter: 'on', source: 'flyer' };
    const { errors } = JSON.parse((await submitted(asJson(wrong))).text);
    expect(errors).toEqual([
      { field: 'answers.members', message: expect.stringContaining('“How many members?”') },
    ]);
    const { text, status } = await submitted(asForm({ ...wrong, language: 'es' }));
    expect(status).toBe(422);
    for (const words of [
      '“¿Cuántos miembros?”',
      'value="many"',
      'name="source" value="flyer"',
      'href="#answers-members"',
    ])
      expect(text).toContain(words);
    expect(stored).toEqual([]);
  });

  test('of 10 KB is refused, and an invalid source is dropped', async () => {
    campaign = asking();
    const large = await submitted(asJson({ ...aPerson, answers: { members: '1'.repeat(10_240) } }));
    expect(large.status).toBe(422);
    await submitted(asJson({ ...aPerson, source: '"><script>alert(1)</script>' }));
    expect(stored.map(({ details }) => details.source)).toEqual([undefined]);
  });
});

describe('the source', () => {
  const from = async (referer: string, fields: Record<string, string> = {}) => {
    stored = [];
    const { headers, ...form } = asForm({ ...aPerson, ...fields });
    await submitted({ ...form, headers: { ...headers, referer } });
    return stored[0]?.details.source;
  };

  test('is that of the page with the form, without script', async () => {
    const page = 'https://letters.example.org/harbor-trees/?source=flyer';
    expect(await from(page, { source: '' })).toBe('flyer');
    expect(await from(`${page}&x=1#sign`)).toBe('flyer');
    expect(await from(page, { source: 'website' })).toBe('website');
  });

  test.each([
    'https://letters.example.org/harbor-trees/',
    'https://letters.example.org/harbor-trees/?source=%3Cscript%3E',
    'https://letters.example.org/harbor-trees/?source=',
    'no address',
    '',
  ])('is none for %s', async (referer) => {
    expect(await from(referer)).toBeUndefined();
  });
});

test('a signer who signs while names are shown before publication keeps that promise with the sign-on', async () => {
  await submitted(asJson(aPerson));
  campaign = { settings: aSettings({ showSignatories: 'always' }), paused: false };
  await submitted(asJson(aPerson));
  expect(stored.map(({ details }) => details.showSignatories)).toEqual([undefined, 'always']);
  expect((await submitted(asJson({ ...aPerson, showSignatories: 'always' }))).status).toBe(422);
});
