import { describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/not-found.ts';
import { aLog, aRequest, browserHeaders, callHandler, testNow } from '../support/api.ts';

const handler = newHandler({ ...aLog(), now: () => testNow });

describe('a request that no route handles', () => {
  test('is a problem for a program and a page for a browser', async () => {
    const { status, text } = await callHandler(handler, aRequest({ path: '/api/nothing' }));
    expect(status).toBe(404);
    expect(JSON.parse(text)).toMatchObject({ type: '/problems/not-found', status: 404 });
    const page = await callHandler(handler, aRequest({ path: '/api/nothing', ...browserHeaders }));
    expect(page.status).toBe(404);
    expect(page.text).toContain('Page not found');
  });

  test.each(['/', '/harbor-trees/release/', '/apiary/', '/harbor-trees/release.pdf'])(
    'is always a page outside the API: %s',
    async (path) => {
      const { status, headers } = await callHandler(handler, aRequest({ path }));
      expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    },
  );

  test.each([
    ['/harbor-trees/release/', 'public, max-age=0, s-maxage=10'],
    ['/apiary/', 'public, max-age=0, s-maxage=10'],
    ['/api/nothing', 'no-store'],
    ['/console/harbor-trees/nothing', 'no-store'],
    ['/console', 'no-store'],
  ])(
    'is cached at the edge for ten seconds where it is a missing page, and never otherwise: %s',
    async (path, expected) => {
      for (const headers of [{}, { accept: 'application/json' }, browserHeaders.headers])
        expect((await callHandler(handler, aRequest({ path, headers }))).headers['cache-control']).toBe(
          expected,
        );
    },
  );

  test.each([
    ['/api/campaigns/harbor-trees/sign-ons', '/harbor-trees/'],
    ['/api/campaigns/harbor-trees/sign-ons/', '/harbor-trees/'],
    ['/api/sign-ons/k1.s.harbor-trees.0a.b-_c/confirm', '/api/sign-ons/k1.s.harbor-trees.0a.b-_c'],
    ['/api/sign-ons/k1.s.harbor-trees.0a.b-_c/not-me', '/api/sign-ons/k1.s.harbor-trees.0a.b-_c'],
    [
      `/console/harbor-trees/sign-ons/${'0a'.repeat(16)}/merge`,
      `/console/harbor-trees/sign-ons/${'0a'.repeat(16)}`,
    ],
    ['/console/harbor-trees/resume', '/console/harbor-trees'],
  ])('leads from the address of a button to its page: %s', async (path, page) => {
    const { status, headers } = await callHandler(
      handler,
      aRequest({ path, method: 'GET', ...browserHeaders }),
    );
    expect([status, headers.location]).toEqual([303, page]);
    expect((await callHandler(handler, aRequest({ path, method: 'PUT', ...browserHeaders }))).status).toBe(
      404,
    );
  });

  test.each(['/api/campaigns//x.org/sign-ons', '/api/sign-ons//x.org/confirm', '/console//x.org/resume'])(
    'leads to no other site: %s',
    async (path) => {
      const request = aRequest({ path, method: 'GET', ...browserHeaders });
      expect((await callHandler(handler, request)).status).toBe(404);
    },
  );

  test('leads a program from the address of a button nowhere', async () => {
    const path = '/api/sign-ons/k1.s.harbor-trees.0a.b-_c/confirm';
    expect((await callHandler(handler, aRequest({ path, method: 'GET' }))).status).toBe(404);
  });

  test('is never JSON for a missing page, which the cache would give to the next reader', async () => {
    const program = { accept: 'application/json' };
    const missing = await callHandler(
      handler,
      aRequest({ path: '/harbor-trees/progress.json', headers: program }),
    );
    expect(missing.headers['content-type']).toBe('text/html; charset=utf-8');
    const console = await callHandler(handler, aRequest({ path: '/console/nothing', headers: program }));
    expect(console.headers['content-type']).toBe('application/problem+json');
  });

  test('is in the requested language', async () => {
    const { text } = await callHandler(
      handler,
      aRequest({ path: '/x/', headers: { 'accept-language': 'es-MX' } }),
    );
    expect(text).toContain('Página no encontrada');
    const below = await callHandler(handler, aRequest({ path: '/harbor-trees/es/release/' }));
    expect(below.text).toContain('Página no encontrada');
  });
});
