import { describe, expect, test } from '@jest/globals';
import { toResponse } from '../../../local/gateway/response.ts';

const answerOf = (result: unknown) => {
  const { body, ...rest } = toResponse(JSON.stringify(result));
  return { ...rest, body: body.toString() };
};

describe('What a function returns', () => {
  test('is taken at its word if it has a status code', () => {
    expect(
      answerOf({ statusCode: 303, headers: { Location: '/x/', 'X-Number': 5 }, cookies: ['a=1', 'b=2'] }),
    ).toEqual({
      status: 303,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        location: '/x/',
        'x-number': '5',
        'set-cookie': ['a=1', 'b=2'],
      },
      body: '',
    });
  });

  test('is decoded if it says that it is base64', () => {
    const body = Buffer.from('é').toString('base64');
    expect(answerOf({ statusCode: 200, body, isBase64Encoded: true }).body).toBe('é');
  });

  test('is the body of a 200 in JSON otherwise, a string as it is', () => {
    expect(answerOf('plain')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: 'plain',
    });
    expect(answerOf({ a: 1 })).toMatchObject({ status: 200, body: '{"a":1}' });
  });

  test('is an error of the function if the status code is none', () => {
    expect(answerOf({ statusCode: 'ok' })).toMatchObject({
      status: 500,
      body: '{"message":"Internal Server Error"}',
    });
  });
});
