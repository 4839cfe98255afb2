import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { log } from '../../shared/log.ts';
import { reportSiteDown } from '../../shared/sweep/report-site-down.ts';
import { logLinesOf } from '../support/log-lines.ts';
import { freshStore, seed } from '../support/store.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** A site that answers each path with a status. */
async function siteWith(statusOf: Record<string, number>): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const site = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    response.writeHead(statusOf[path] ?? 500, { location: 'http://127.0.0.1:9/elsewhere' });
    response.end('a page');
  });
  server = site;
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
  const address = site.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}`, asked };
}

async function linesOf(siteUrl: string, { minute = 0, campaigns = 1 } = {}) {
  const database = await freshStore();
  if (campaigns > 0) await seed(database, {});
  const now = () => new Date(Date.UTC(2026, 10, 24, 12, minute));
  const lines = await logLinesOf(() =>
    reportSiteDown({ store: database.store, siteUrl, now, log, request: fetch }),
  );
  return lines
    .map(({ level, message, routeKey, status, errorCode }) => ({
      level,
      message,
      routeKey,
      status,
      errorCode,
    }))
    .toSorted((a, b) => String(a.routeKey).localeCompare(String(b.routeKey)));
}

const line = (routeKey: string, why: { status?: number; errorCode?: string }) => ({
  level: 'WARN',
  message: 'site does not answer',
  routeKey,
  status: undefined,
  errorCode: undefined,
  ...why,
});

test('A site that answers its home page and the API’s description is asked every five minutes, and nothing is logged', async () => {
  const { url, asked } = await siteWith({ '/': 200, '/api/openapi.json': 200 });
  for (let minute = 0; minute < 10; minute++) expect(await linesOf(url, { minute })).toEqual([]);
  expect(asked.toSorted()).toEqual(['/', '/', '/api/openapi.json', '/api/openapi.json']);
});

test.each([
  ['the home page is missing', { '/': 404, '/api/openapi.json': 200 }, [line('GET /', { status: 404 })]],
  [
    'the site leads elsewhere, which is not followed',
    { '/': 301, '/api/openapi.json': 200 },
    [line('GET /', { status: 301 })],
  ],
  [
    'a firewall refuses both',
    { '/': 403, '/api/openapi.json': 403 },
    [line('GET /', { status: 403 }), line('GET /api/openapi.json', { status: 403 })],
  ],
  ['the API fails', { '/': 200, '/api/openapi.json': 500 }, [line('GET /api/openapi.json', { status: 500 })]],
])('A line says it if %s', async (_, statuses, expected) => {
  const { url } = await siteWith(statuses);
  expect(await linesOf(url)).toEqual(expected);
});

test('A stage without a campaign has no home page yet', async () => {
  const { url } = await siteWith({ '/': 404, '/api/openapi.json': 200 });
  expect(await linesOf(url, { campaigns: 0 })).toEqual([]);
});

test('But a stage without a campaign answers, and has an API', async () => {
  const { url } = await siteWith({ '/': 403, '/api/openapi.json': 404 });
  expect(await linesOf(url, { campaigns: 0 })).toEqual([
    line('GET /', { status: 403 }),
    line('GET /api/openapi.json', { status: 404 }),
  ]);
});

test('A site that cannot be reached is logged with the reason, and without its address', async () => {
  const { url } = await siteWith({});
  server?.close();
  expect(await linesOf(url)).toEqual([
    line('GET /', { errorCode: 'ECONNREFUSED' }),
    line('GET /api/openapi.json', { errorCode: 'ECONNREFUSED' }),
  ]);
});

test('A site that does not answer at all is given up after a few seconds', async () => {
  const limits: number[] = [];
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (milliseconds) => {
    limits.push(milliseconds);
    return AbortSignal.abort(new DOMException('too late', 'TimeoutError'));
  };
  try {
    expect(await linesOf('http://127.0.0.1:9')).toEqual([
      line('GET /', { errorCode: 'TimeoutError' }),
      line('GET /api/openapi.json', { errorCode: 'TimeoutError' }),
    ]);
  } finally {
    AbortSignal.timeout = timeout;
  }
  expect(limits).toEqual([5000, 5000]);
});
