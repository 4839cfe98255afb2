import { beforeEach, describe, expect, test } from '@jest/globals';
import { newHandler, type SubmitDependencies } from '../../functions/submit-sign-on.ts';
import { Failure } from '../../shared/failure.ts';
import { signOnId } from '../../shared/sign-on/ids.ts';
import { organizationKey } from '../../shared/sign-on/organization-key.ts';
import type { CampaignSettings } from '../../shared/store/settings.ts';
import type { Submission } from '../../shared/store/submit.ts';
import { aLog, aRequest, asForm, asJson, call, testNow } from '../support/api.ts';
import { aSettings, slug, testAddressKey } from '../support/records.ts';

let campaign: CampaignSettings | undefined;
let stored: Submission[];
let outcome: () => Promise<unknown>;
const { lines, log } = aLog();

const dependencies: SubmitDependencies = {
  readCampaign: async (asked) => (asked === slug ? campaign : undefined),
  addressKey: async () => testAddressKey,
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
});

const aPerson = { kind: 'individual', name: 'Ana Ruiz', email: 'Ana@Example.org' };
const submitted = (body: Parameters<typeof aRequest>[0], asked = slug) =>
  call(
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
  test('keeps to which letter it agrees: that of the signer’s language, else the campaign’s own', async () => {
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

  test('is answered with the way to the inbox, and stored', async () => {
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

  test('sends a browser on', async () => {
    const { status, headers, text } = await submitted(asForm(aPerson));
    expect([status, headers.location, text]).toEqual([303, `/${slug}/check-your-inbox/`, '']);
  });

  test('in another language goes on in it, its refusals too', async () => {
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

  test('is answered the same when the write found the same words there', async () => {
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
    await call(counting, aRequest({ method: 'POST', parameters, ...asJson(aPerson) }));
    expect(calls).toEqual(['settings', 'write']);
  });

  test('logs nothing of who signs', async () => {
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

  test('shows a browser the form again with all that was typed, a summary and the messages', async () => {
    const { status, headers, text } = await submitted(
      asForm({ ...aPerson, email: 'ana@', city: '"Harbor" <City>', title: '' }),
    );
    expect(status).toBe(422);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('href="#email"');
    expect(text).toContain('value="ana@"');
    expect(text).toContain('value="&quot;Harbor&quot; &lt;City>"');
    expect(text).toContain('It should look like name@example.org.');
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

  test('speaks the campaign’s language', async () => {
    campaign = { settings: aSettings({ language: 'es' }), paused: false };
    const { text } = await submitted(asJson({ ...aPerson, name: '' }));
    expect(JSON.parse(text).title).toBe('Algunas respuestas necesitan una corrección');
  });

  test('because the table is busy may be sent again', async () => {
    outcome = async () => {
      throw new Failure('throttled', 'UpdateItem', 'ThrottlingException');
    };
    const { status, headers } = await submitted(asJson(aPerson));
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('2');
  });
});

test('A campaign that was taken down takes nothing', async () => {
  campaign = { settings: aSettings(), paused: false, takenDown: true };
  const { status, text } = await submitted(asJson(aPerson));
  expect([status, JSON.parse(text).type, stored]).toEqual([409, '/problems/closed', []]);
});
