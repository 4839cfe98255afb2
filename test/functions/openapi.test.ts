import { beforeAll, describe, expect, test } from '@jest/globals';
import { newHandler } from '../../functions/openapi.ts';
import { aLog, aRequest, callHandler, testNow } from '../support/api.ts';

type Json = { [key: string]: Json };
let document: Json;

beforeAll(async () => {
  const handler = newHandler({ ...aLog(), now: () => testNow });
  const { status, headers, text } = await callHandler(handler, aRequest({ path: '/api/openapi.json' }));
  expect([status, headers['content-type']]).toEqual([200, 'application/json']);
  document = JSON.parse(text);
});

const at = (...path: string[]): Json | undefined =>
  path.reduce<Json | undefined>((value, key) => value?.[key], document);

describe('the description of the API', () => {
  test('is OpenAPI 3.1 and has every operation', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const operations = Object.entries(at('paths') ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(operations.sort()).toEqual([
      'GET /api/invitations/{token}',
      'GET /api/openapi.json',
      'GET /api/sign-ons/{token}',
      'GET /api/unsubscribe/{token}',
      'POST /api/campaigns/{slug}/sign-ons',
      'POST /api/sign-ons/{token}/confirm',
      'POST /api/sign-ons/{token}/correct',
      'POST /api/sign-ons/{token}/keep',
      'POST /api/sign-ons/{token}/not-me',
      'POST /api/sign-ons/{token}/withdraw',
      'POST /api/unsubscribe/{token}',
    ]);
  });

  test('resolves every reference', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(10);
    for (const [, path = ''] of references) expect(at(...path.split('/'))).toBeDefined();
  });

  test('has a submission’s fields as they are checked', () => {
    const schema = at('components', 'schemas', 'OrganizationSubmission');
    expect(schema?.required).toEqual(['organizationName', 'authorized', 'name', 'email']);
    expect(schema?.additionalProperties).toBe(false);
    expect(schema?.properties?.scope).toMatchObject({ enum: ['national', 'state', 'local'] });
    expect(schema?.properties?.website).toMatchObject({ type: 'string', description: expect.anything() });
  });

  test('describes every field of every body', () => {
    for (const name of ['OrganizationSubmission', 'IndividualSubmission', 'Confirmation'])
      for (const field of Object.values(at('components', 'schemas', name, 'properties') ?? {}))
        expect(field).toHaveProperty('description');
  });
});
