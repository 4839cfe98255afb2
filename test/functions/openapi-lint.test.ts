import { expect, test } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { newHandler } from '../../functions/openapi.ts';
import { aLog, aRequest, callHandler, testNow } from '../support/api.ts';

test('the description of the API passes a linter’s recommended rules', async () => {
  const handler = newHandler({ ...aLog(), now: () => testNow });
  const { text } = await callHandler(handler, aRequest({ path: '/api/openapi.json' }));
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: text, config });
  const told = problems.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer}`);
  // The description itself refuses nothing.
  const alone = 'operation-4xx-response #/paths/~1api~1openapi.json/get/responses';
  expect(told).toEqual([alone]);
  const broken = await lintFromString({ source: text.replace('"summary":"', '"summery":"'), config });
  expect(broken.length).toBeGreaterThan(1);
});
