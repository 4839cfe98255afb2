import { describe, expect, test } from '@jest/globals';
import { newRouter } from '../../../local/gateway/routes.ts';

const routeKeys = [
  '$default',
  'GET /api/{proxy+}',
  'GET /api/sign-ons/{token}',
  'POST /api/sign-ons/{token}/confirm',
  'GET /api/sign-ons/new',
  'ANY /api/health',
];
const match = newRouter(routeKeys.map((routeKey) => ({ routeKey, functionArn: routeKey })));
const chosen = (method: string, path: string) => match(method, path)?.route.routeKey;

describe('A request goes to the route', () => {
  test.each([
    ['GET', '/api/sign-ons/abc', 'GET /api/sign-ons/{token}'],
    ['POST', '/api/sign-ons/abc/confirm', 'POST /api/sign-ons/{token}/confirm'],
    ['GET', '/api/sign-ons/new', 'GET /api/sign-ons/new'],
    ['GET', '/api/something/else', 'GET /api/{proxy+}'],
    ['DELETE', '/api/health', 'ANY /api/health'],
    ['HEAD', '/api/sign-ons/abc', '$default'],
    ['POST', '/api/sign-ons/abc', '$default'],
    ['GET', '/', '$default'],
  ])('%s %s to %s', (method, path, expected) => {
    expect(chosen(method, path)).toBe(expected);
  });

  test('with its path parameters decoded, and left as they are where they cannot be', () => {
    expect(match('GET', '/api/sign-ons/a%20b')?.pathParameters).toEqual({ token: 'a b' });
    expect(match('GET', '/api/sign-ons/%E0%A4%A')?.pathParameters).toEqual({ token: '%E0%A4%A' });
    expect(match('GET', '/api/x/y')?.pathParameters).toEqual({ proxy: 'x/y' });
  });
});
