import { describe, expect, test } from '@jest/globals';
import { type ApiRequest, toEvent } from '../../../local/gateway/event.ts';

const match = {
  route: { routeKey: 'POST /api/sign-ons/{token}/confirm', functionArn: '' },
  pathParameters: { token: 'abc' },
};
const eventOf = (request: Partial<ApiRequest>) =>
  toEvent(
    {
      method: 'POST',
      path: '/api/sign-ons/abc/confirm',
      query: '',
      headers: {},
      body: Buffer.alloc(0),
      sourceIp: '192.0.2.7',
      ...request,
    },
    match,
    { id: 'api', host: 'api.example.org' },
    new Date('2026-11-24T10:00:00Z'),
  );

describe('The event of a request', () => {
  test('names route, path, query, method and address', () => {
    const event = eventOf({
      query: 'a=1&a=2&b=%C3%A9',
      headers: { 'user-agent': 'test', accept: 'text/html' },
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: match.route.routeKey,
      rawPath: '/api/sign-ons/abc/confirm',
      rawQueryString: 'a=1&a=2&b=%C3%A9',
      queryStringParameters: { a: '1,2', b: 'é' },
      pathParameters: { token: 'abc' },
      headers: { accept: 'text/html' },
      requestContext: {
        routeKey: match.route.routeKey,
        timeEpoch: Date.parse('2026-11-24T10:00:00Z'),
        http: { method: 'POST', path: '/api/sign-ons/abc/confirm', sourceIp: '192.0.2.7', userAgent: 'test' },
      },
    });
  });

  test('has cookies in their own list and not among the headers', () => {
    const event = eventOf({ headers: { cookie: 'a=1; b=2' } });
    expect(event.cookies).toEqual(['a=1', 'b=2']);
    expect(event.headers).toEqual({});
  });

  test('leaves out what a request does not have', () => {
    const event = eventOf({});
    for (const absent of ['body', 'cookies', 'queryStringParameters'])
      expect(event).not.toHaveProperty(absent);
    expect(event.isBase64Encoded).toBe(false);
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'text/plain', 'application/xml'])(
    'has a body of type %s as text',
    (type) => {
      const event = eventOf({ headers: { 'content-type': type }, body: Buffer.from('{"é":1}') });
      expect(event).toMatchObject({ body: '{"é":1}', isBase64Encoded: false });
    },
  );

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'image/png', ''])(
    'has a body of type "%s" as base64, as on AWS',
    (type) => {
      const event = eventOf({ headers: { 'content-type': type }, body: Buffer.from('a=b') });
      expect(event).toMatchObject({ body: Buffer.from('a=b').toString('base64'), isBase64Encoded: true });
    },
  );
});
