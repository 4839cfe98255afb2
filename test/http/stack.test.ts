import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { Failure } from '../../shared/failure.ts';
import { apiStack } from '../../shared/http/api-middleware.ts';
import { parseBody } from '../../shared/http/body.ts';
import { Problem, type ProblemType } from '../../shared/http/problem.ts';
import { htmlResponse, jsonResponse } from '../../shared/http/response.ts';
import { validateBody } from '../../shared/http/validate-body.ts';
import { aLog, aRequest, asForm, asJson, browserHeaders, callHandler, testNow } from '../support/api.ts';

const { lines, log } = aLog();
const stack = () => apiStack({ log, now: () => testNow });
const throwing = (error: unknown) =>
  stack().handler(async () => {
    throw error;
  });
const answering = stack().handler(async () => jsonResponse(200, { ok: true }));

describe('every answer', () => {
  test('is not cached, varies by Accept, and sends no path to other sites', async () => {
    for (const handler of [answering, throwing(new Problem('closed'))]) {
      expect((await callHandler(handler, aRequest())).headers).toMatchObject({
        vary: 'Accept',
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-request-id': 'request-1',
      });
    }
  });

  test('that is a page allows its own style and no frame around it', async () => {
    const handler = stack().handler(async () => htmlResponse(200, '<p>'));
    const policy = (await callHandler(handler, aRequest())).headers['content-security-policy'];
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-.+; frame-ancestors 'none'$/);
    expect(policy).not.toContain('unsafe');
  });
});

describe('the line that each request logs', () => {
  const request = aRequest({
    path: '/api/sign-ons/secret-token',
    routeKey: 'GET /api/sign-ons/{token}',
    parameters: { token: 'secret-token' },
    headers: { accept: 'text/html' },
  });

  test('names the route, the status and the time it took', async () => {
    const ticks = [testNow, new Date(testNow.getTime() + 12)];
    const handler = apiStack({ log, now: () => ticks.shift() ?? testNow }).handler(async () =>
      jsonResponse(200, {}),
    );
    await callHandler(handler, request);
    expect(lines.at(-1)).toEqual({
      level: 'info',
      routeKey: 'GET /api/sign-ons/{token}',
      status: 200,
      durationMilliseconds: 12,
    });
  });

  test('says why a request was refused', async () => {
    await callHandler(throwing(new Problem('changed', { text: 'withdrawn' })), request);
    expect(lines.at(-1)).toMatchObject({ level: 'info', status: 409, outcome: 'withdrawn' });
  });

  test('has the class of an error, never its message', async () => {
    const error = Object.assign(new TypeError('ana@example.org is wrong'), {
      Item: { email: 'ana@example.org' },
    });
    await callHandler(throwing(error), request);
    expect(lines.at(-1)).toMatchObject({
      level: 'error',
      status: 500,
      errorKind: 'unexpected',
      errorCode: 'TypeError',
    });
    await callHandler(throwing(new Failure('throttled', 'UpdateItem', 'ThrottlingException')), request);
    expect(lines.at(-1)).toMatchObject({
      status: 503,
      errorKind: 'throttled',
      errorCode: 'ThrottlingException',
    });
    expect(JSON.stringify(lines)).not.toMatch(/ana@|secret-token/);
  });
});

describe('a problem', () => {
  test.each<[ProblemType, number]>([
    ['malformed', 400],
    ['not-found', 404],
    ['not-open-yet', 409],
    ['closed', 409],
    ['paused', 409],
    ['changed', 409],
    ['too-large', 413],
    ['unsupported', 415],
    ['invalid', 422],
    ['too-many', 429],
  ])('%s is problem+json with status %i', async (type, expected) => {
    const { status, headers, text } = await callHandler(throwing(new Problem(type)), aRequest());
    expect(status).toBe(expected);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(text)).toEqual({
      type: `/problems/${type}`,
      status: expected,
      title: expect.stringMatching(/./),
      detail: expect.stringMatching(/./),
    });
  });

  test('names each field that is refused, in words', async () => {
    const problem = new Problem('invalid', { errors: [{ field: 'email', code: 'required' }] });
    const { text } = await callHandler(throwing(problem), aRequest());
    expect(JSON.parse(text).errors).toEqual([{ field: 'email', message: 'Enter your email address.' }]);
  });

  test('is a page for a browser, with a link to the letter', async () => {
    const campaign = { slug: 'harbor-trees', language: 'en' as const };
    const { status, headers, text } = await callHandler(
      throwing(new Problem('not-found', { text: 'link', campaign })),
      aRequest(browserHeaders),
    );
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('This link does not work');
    expect(text).toContain('href="/harbor-trees/"');
  });

  test('is in the language of its campaign, or else in the requested one', async () => {
    const headers = { 'accept-language': 'es' };
    const spanish = await callHandler(throwing(new Problem('closed')), aRequest({ headers }));
    expect(JSON.parse(spanish.text).title).toBe('El plazo para firmar terminó');
    const campaign = { slug: 'harbor-trees', language: 'en' as const };
    const english = await callHandler(throwing(new Problem('closed', { campaign })), aRequest({ headers }));
    expect(JSON.parse(english.text).title).toBe('Signing has closed');
  });

  test('may have its own page for a browser', async () => {
    const problem = new Problem('invalid', { page: async () => '<form>' });
    expect((await callHandler(throwing(problem), aRequest(browserHeaders))).text).toBe('<form>');
    expect((await callHandler(throwing(problem), aRequest())).text).toContain('/problems/invalid');
  });
});

describe('an unexpected error', () => {
  test('is a 500 without details', async () => {
    for (const error of [
      new Error('secret'),
      'secret',
      undefined,
      new Failure('refused', 'GetItem', 'secret'),
    ]) {
      const { status, text } = await callHandler(throwing(error), aRequest());
      expect(status).toBe(500);
      expect(JSON.parse(text)).toMatchObject({ type: 'about:blank', status: 500 });
      expect(text).not.toContain('secret');
    }
  });

  test('that is temporary is a 503 that says when to try again', async () => {
    for (const kind of ['throttled', 'unavailable'] as const) {
      const { status, headers } = await callHandler(
        throwing(new Failure(kind, 'UpdateItem', 'x')),
        aRequest(),
      );
      expect(status).toBe(503);
      expect(headers['retry-after']).toBe('2');
    }
  });
});

describe('a validated body', () => {
  const handler = stack()
    .use(parseBody())
    .use(validateBody(z.strictObject({ shown: z.string({ error: 'not-a-string' }).optional() })))
    .handler(async ({ input }) => jsonResponse(200, input));

  test('is passed to the handler in the form that its schema gives', async () => {
    expect((await callHandler(handler, aRequest({ method: 'POST', ...asJson({ shown: 'a' }) }))).text).toBe(
      '{"shown":"a"}',
    );
    expect((await callHandler(handler, aRequest({ method: 'POST' }))).text).toBe('{}');
  });

  test('is refused with the wrong fields', async () => {
    const { status, text } = await callHandler(
      handler,
      aRequest({ method: 'POST', ...asJson({ shown: 1, other: 2 }) }),
    );
    expect(status).toBe(422);
    expect(JSON.parse(text).errors.map(({ field }: { field: string }) => field)).toEqual(['shown', 'other']);
  });

  test('is refused with a page for a browser', async () => {
    const request = aRequest({ method: 'POST', ...asForm({ other: '<script>' }) });
    const { status, text } = await callHandler(handler, request);
    expect(status).toBe(422);
    expect(text).toContain('<!DOCTYPE html>');
    expect(text).not.toContain('<script>');
  });
});
