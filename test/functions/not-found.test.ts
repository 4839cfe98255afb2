import { describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/not-found.ts';
import { aLog, aRequest, browserHeaders, callHandler, testNow } from '../support/api.ts';

const handler = newHandler({ ...aLog(), now: () => testNow });

describe('what no route takes', () => {
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

  test('speaks the language that is asked for', async () => {
    const { text } = await callHandler(
      handler,
      aRequest({ path: '/x/', headers: { 'accept-language': 'es-MX' } }),
    );
    expect(text).toContain('Página no encontrada');
    const below = await callHandler(handler, aRequest({ path: '/harbor-trees/es/release/' }));
    expect(below.text).toContain('Página no encontrada');
  });
});
