import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newEdge } from '../../../local/edge/server.ts';
import type { ApiRequest } from '../../../local/gateway/event.ts';
import { listen, type RunningServer } from '../../../local/http.ts';
import type { Fields } from '../../../local/log.ts';
import { openObjectStore } from '../../../local/s3/object-store.ts';
import { readAssembly } from '../../../local/template/assembly.ts';
import { readSystem } from '../../../local/template/system.ts';
import { anAssembly } from '../an-assembly.ts';

let directory: string;
let server: RunningServer;
const asked: ApiRequest[] = [];
const logged: Fields[] = [];
const get = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { redirect: 'manual', ...init });

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'undersigned-'));
  anAssembly(directory, {
    functions: {},
    resources: {
      Headers: {
        Type: 'AWS::CloudFront::ResponseHeadersPolicy',
        Properties: {
          ResponseHeadersPolicyConfig: {
            CustomHeadersConfig: { Items: [{ Header: 'X-Robots-Tag', Value: 'none', Override: true }] },
            SecurityHeadersConfig: {
              ContentTypeOptions: { Override: true },
              ReferrerPolicy: { ReferrerPolicy: 'same-origin', Override: true },
              ContentSecurityPolicy: { ContentSecurityPolicy: "frame-ancestors 'none'", Override: false },
            },
          },
        },
      },
    },
  });
  const system = readSystem(readAssembly(directory), (name) => name);
  const behavior = system.distribution.behaviors.at(-1);
  if (behavior) behavior.ResponseHeadersPolicyId = 'Headers';
  const bucket = openObjectStore(join(directory, 'bucket'));
  await bucket.write('letter/index.html', Buffer.from('<p>Letter'), {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'max-age=60',
  });
  const edge = newEdge({
    system,
    bucket: (name) => (name === 'app-sitebucket' ? bucket : undefined),
    answerApi: async (request) => {
      asked.push(request);
      return {
        status: 404,
        headers: {
          'content-type': 'text/html',
          'content-security-policy': "default-src 'none'",
          'referrer-policy': 'no-referrer',
        },
        body: Buffer.from('from the API'),
        routeKey: '$default',
      };
    },
    log: (_, fields = {}) => void logged.push(fields),
  });
  server = await listen(edge);
});
afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

describe('A page', () => {
  test('comes from the bucket with its own headers and those of the policy', async () => {
    const answer = await get('/letter/');
    expect(await answer.text()).toBe('<p>Letter');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('max-age=60');
    expect(answer.headers.get('x-robots-tag')).toBe('none');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  });

  test('is redirected by the function of the distribution', async () => {
    const answer = await get('/letter');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/letter/']);
  });

  test('is not sent again to who has it', async () => {
    const etag = (await get('/letter/')).headers.get('etag') ?? '';
    const answer = await get('/letter/', { headers: { 'if-none-match': etag } });
    expect([answer.status, await answer.text()]).toEqual([304, '']);
  });

  test('has no body for HEAD, and says how long it is', async () => {
    const answer = await get('/letter/', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      '9',
      '',
    ]);
  });

  test('takes no form', async () => {
    expect((await get('/letter/', { method: 'POST', body: 'x' })).status).toBe(403);
  });

  test('that is missing is answered by the API, which hears nothing of the viewer but where it is', async () => {
    const answer = await get('/nowhere/?x=1', { headers: { accept: 'text/html', cookie: 'a=1' } });
    expect([answer.status, await answer.text()]).toEqual([404, 'from the API']);
    const request = asked.at(-1);
    expect(request).toMatchObject({ path: '/nowhere/index.html', query: '', method: 'GET' });
    expect(request?.headers).not.toHaveProperty('accept');
    expect(request?.headers).not.toHaveProperty('cookie');
  });
});

test('A header of the origin stays unless the policy overrides it', async () => {
  const { headers } = await get('/nowhere/');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(headers.get('referrer-policy')).toBe('same-origin');
});

describe('The API', () => {
  test('hears everything of the viewer, and its own name', async () => {
    await get('/api/x?y=1', { method: 'POST', body: '{}', headers: { 'X-Forwarded-For': '198.51.100.1' } });
    expect(asked.at(-1)).toMatchObject({
      method: 'POST',
      path: '/api/x',
      query: 'y=1',
      body: Buffer.from('{}'),
    });
    expect(asked.at(-1)?.headers).toMatchObject({
      host: 'api.execute-api.us-east-1.amazonaws.com',
      'x-forwarded-for': '198.51.100.1, 127.0.0.1, 127.0.0.1',
    });
  });

  test('takes ten megabytes and no more', async () => {
    const answer = await get('/api/x', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect([answer.status, await answer.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });
});

test('The log names routes and never paths', async () => {
  await get('/api/sign-ons/secret-token');
  await get('/letter/');
  expect(JSON.stringify(logged)).not.toContain('secret-token');
  expect(logged.slice(-2).map(({ route }) => route)).toEqual(['$default', 'pages default']);
});
