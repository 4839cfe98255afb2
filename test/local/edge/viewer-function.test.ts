import { describe, expect, test } from '@jest/globals';
import { newViewerRequestFunction, newViewerResponseFunction } from '../../../local/edge/viewer-function.ts';

const request = {
  method: 'GET',
  path: '/a/',
  query: 'x=1&x=%20',
  headers: { accept: 'text/html', cookie: 'a=1' },
};

describe('A CloudFront Function', () => {
  test('changes where the request goes and nothing else', async () => {
    const run = newViewerRequestFunction(
      'function handler(event) { event.request.uri += "index.html"; return event.request; }',
    );
    expect(await run(request)).toEqual({ request: { ...request, path: '/a/index.html' } });
  });

  test('answers at once', async () => {
    const run = newViewerRequestFunction(
      'function handler() { return { statusCode: 301, headers: { Location: { value: "/b/" } }, body: "gone" }; }',
    );
    expect(await run(request)).toEqual({
      answer: { status: 301, headers: { location: '/b/' }, body: Buffer.from('gone') },
    });
  });

  test('may be asynchronous, and sees method, headers and query', async () => {
    const run = newViewerRequestFunction(`async function handler({ request }) {
      request.headers['x-seen'] = { value: [request.method, request.headers.accept.value, request.querystring.y.value].join(' ') };
      return request;
    }`);
    const result = await run({ ...request, query: 'y=2' });
    expect(result).toMatchObject({ request: { query: 'y=2', headers: { 'x-seen': 'GET text/html 2' } } });
  });

  test('has nothing of Node', async () => {
    const run = newViewerRequestFunction(
      'function handler() { return { statusCode: 200, body: [typeof process, typeof require, typeof fetch].join() }; }',
    );
    expect(await run(request)).toMatchObject({
      answer: { body: Buffer.from('undefined,undefined,undefined') },
    });
  });

  test('before an answer changes its status and headers, but not an error of the origin', async () => {
    const run = newViewerResponseFunction(`function handler({ request, response }) {
      response.statusCode = 410;
      response.headers['x-seen'] = { value: request.uri + response.headers.etag.value };
      delete response.headers.etag;
      return response;
    }`);
    const answer = { status: 200, headers: { etag: '"1"' } };
    expect(await run(request, answer)).toEqual({ status: 410, headers: { 'x-seen': '/a/"1"' } });
    expect(await run(request, { ...answer, status: 404 })).toEqual({ ...answer, status: 404 });
  });
});
