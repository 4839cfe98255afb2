import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apiStack } from '../../shared/http/api-middleware.ts';
import { maxBodyBytes, parseBody } from '../../shared/http/body.ts';
import { jsonResponse } from '../../shared/http/response.ts';
import { aLog, aRequest, asForm, asJson, callHandler, testNow } from '../support/api.ts';

const dependencies = { ...aLog(), now: () => testNow };
const echo = apiStack(dependencies)
  .use(parseBody())
  .handler(async ({ fields }) => jsonResponse(200, fields));

const sent = (body: string | Uint8Array, type?: string, more: Record<string, string> = {}) =>
  callHandler(
    echo,
    aRequest({ method: 'POST', body, headers: { ...(type && { 'content-type': type }), ...more } }),
  );

const form = 'application/x-www-form-urlencoded';
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('a body', () => {
  test('may be JSON', async () => {
    const { status, text } = await callHandler(
      echo,
      aRequest({ method: 'POST', ...asJson({ a: 'ñ', b: [1] }) }),
    );
    expect([status, text]).toEqual([200, '{"a":"ñ","b":[1]}']);
  });

  test('may be a form', async () => {
    const { text } = await callHandler(echo, aRequest({ method: 'POST', ...asForm({ a: 'b c', d: 'ñ' }) }));
    expect(text).toBe('{"a":"b c","d":"ñ"}');
  });

  test('may be missing', async () => {
    expect((await callHandler(echo, aRequest({ method: 'POST' }))).text).toBe('{}');
    expect((await sent('')).text).toBe('{}');
  });

  test('may say that it is UTF-8, and may begin with a byte order mark', async () => {
    expect((await sent('{"a":1}', 'Application/JSON; charset="UTF-8"')).status).toBe(200);
    expect((await sent(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d), 'application/json')).status).toBe(200);
  });

  test.each([
    ['broken JSON', '{"a":', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['a text', '"a"', 'application/json'],
    ['null', 'null', 'application/json'],
    ['JSON that is not UTF-8', bytes(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), 'application/json'],
    ['JSON that the gateway could not read', '{"a":"\uFFFD"}', 'application/json'],
    ['a form that is not UTF-8', 'a=%FF', form],
    ['a form with bytes that are not UTF-8', bytes(0x61, 0x3d, 0xff), form],
    ['very deep JSON', '['.repeat(16_000), 'application/json'],
  ])('is malformed: %s', async (_, body, type) => {
    const { status, text } = await sent(body, type);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ type: '/problems/malformed', status: 400 });
  });

  test.each([
    ['plain text', 'text/plain', {}],
    ['XML', 'application/xml', {}],
    ['no type', undefined, {}],
    ['another encoding of characters', 'application/json; charset=iso-8859-1', {}],
    ['compression', 'application/json', { 'content-encoding': 'gzip' }],
    ['a name that objects have', 'constructor', {}],
    ['multipart', 'multipart/form-data; boundary=x', {}],
  ])('is unsupported: %s', async (_, type, more) => {
    const { status, text } = await sent('{}', type, more);
    expect(status).toBe(415);
    expect(JSON.parse(text)).toMatchObject({ type: '/problems/unsupported' });
  });

  test('has at most 16 KB, counted without base64', async () => {
    const fitting = JSON.stringify({ a: 'x'.repeat(maxBodyBytes - 8) });
    expect(fitting).toHaveLength(maxBodyBytes);
    expect((await sent(new TextEncoder().encode(fitting), 'application/json')).status).toBe(200);
    const { status, text } = await sent(`${fitting} `, 'application/json');
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ type: '/problems/too-large' });
    expect((await sent('é'.repeat(maxBodyBytes / 2 + 1), 'text/plain')).status).toBe(413);
  });

  test('with a field called __proto__ has this field and changes nothing else', async () => {
    const { text } = await sent('{"__proto__":{"polluted":1},"constructor":2}', 'application/json');
    expect(text).toBe('{"__proto__":{"polluted":1},"constructor":2}');
    expect({}).not.toHaveProperty('polluted');
  });

  test('of any bytes and any accepted type is read or refused, without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.constantFrom(form, 'application/json'), async (body, type) => {
        const request = aRequest({ method: 'POST', body, headers: { 'content-type': type } });
        expect([200, 400]).toContain((await callHandler(echo, request)).status);
      }),
    );
  });
});
