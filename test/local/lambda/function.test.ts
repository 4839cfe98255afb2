import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Statement } from '../../../local/iam/role-policies.ts';
import { type RunningFunction, startFunction } from '../../../local/lambda/function.ts';
import type { Call } from '../../../local/lambda/messages.ts';
import { until } from '../until.ts';

/** Items of campaigns may be read, and nothing else. */
const statements: Statement[] = [
  {
    Effect: 'Allow',
    Action: ['dynamodb:GetItem'],
    Resource: ['arn:aws:dynamodb:us-east-1:000000000000:table/t'],
    Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CAMPAIGN#*'] } },
  },
];

let directory: string;
let running: RunningFunction;
let written = '';
const calls: Call[] = [];
const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
  directory = mkdtempSync(join(tmpdir(), 'undersigned-'));
  written = '';
  calls.length = 0;
});
afterEach(async () => {
  await running.stop();
  rmSync(directory, { recursive: true });
});

interface Options {
  timeoutSeconds?: number;
  concurrency?: number;
  environment?: Record<string, string>;
  idle?: { surplusMilliseconds: number; lastMilliseconds: number };
}

function start(
  source: string,
  { timeoutSeconds = 10, concurrency = 1, environment = {}, idle }: Options = {},
): void {
  const bundle = join(directory, 'index.mjs');
  writeFileSync(bundle, source);
  running = startFunction(
    {
      name: 'tally',
      arn: '',
      bundle,
      handler: 'handler',
      timeoutSeconds,
      memoryMegabytes: 64,
      environment: {},
      log: { format: 'JSON' },
      access: { role: 'arn:role', partitionKeys: { t: 'PK' }, statements },
    },
    {
      environment: { AWS_LAMBDA_FUNCTION_NAME: 'tally', ...environment },
      concurrency,
      activity: { start: () => () => {} },
      ...(idle && { idle }),
      log: (event) => logged.push(event),
      output: (chunk) => {
        written += chunk;
      },
      onCalls: (added) => calls.push(...added),
    },
  );
}
const resultOf = async (event: unknown = {}): Promise<unknown> => {
  const outcome = await running.invoke(event);
  if (!outcome.ok) throw new Error(`${outcome.error.errorType}: ${outcome.error.errorMessage}`);
  return JSON.parse(outcome.payload);
};

describe('A function', () => {
  test('gets the event and a context, and its answer comes back as JSON', async () => {
    start(`export const handler = async (event, context) =>
      ({ event, name: context.functionName, left: context.getRemainingTimeInMillis() > 9000, id: context.awsRequestId.length, nothing: undefined });`);
    expect(await resultOf({ a: ['é', 1] })).toEqual({
      event: { a: ['é', 1] },
      name: 'tally',
      left: true,
      id: 36,
    });
  });

  test('sees its own environment and none of ours', async () => {
    start('export const handler = async () => process.env;', { environment: { TABLE_NAME: 't' } });
    expect(await resultOf()).toEqual({ AWS_LAMBDA_FUNCTION_NAME: 'tally', TABLE_NAME: 't' });
  });

  test('keeps what it has loaded from one invocation to the next', async () => {
    start('let count = 0; export const handler = async () => ++count;');
    await resultOf();
    expect(await resultOf()).toBe(2);
  });

  test('has what it writes passed on as it is', async () => {
    start('export const handler = async () => { console.log("to stdout"); console.error("to stderr"); };');
    await resultOf();
    await until(() => written.includes('to stdout\n') && written.includes('to stderr\n'));
  });

  test('that throws has failed, and goes on with the next', async () => {
    start(
      'let count = 0; export const handler = async () => { if (++count === 1) throw new TypeError("no"); return count; };',
    );
    await expect(resultOf()).rejects.toThrow('TypeError: no');
    expect(await resultOf()).toBe(2);
  });

  test.each([
    ['ends its own process', 'process.exit(1)'],
    [
      'throws outside of the invocation',
      'setTimeout(() => { throw new Error("later"); }); return new Promise(() => {});',
    ],
    ['leaves a rejection unhandled', 'Promise.reject(new Error("lost")); return new Promise(() => {});'],
    [
      'takes more memory than it has',
      'const all = []; for (;;) all.push(new Array(100_000).fill(all.length));',
    ],
  ])('that %s has failed, and starts anew', async (_, crash) => {
    start(
      `let count = 0; export const handler = async ({ isToCrash }) => { count += 1; if (isToCrash) { ${crash} } return count; };`,
    );
    await resultOf();
    await expect(resultOf({ isToCrash: true })).rejects.toThrow();
    expect(await resultOf()).toBe(1);
  });

  test('whose time is up is ended, even in the middle of a loop', async () => {
    start('export const handler = async ({ isToLoop }) => { while (isToLoop); return 1; };', {
      timeoutSeconds: 1,
    });
    await expect(resultOf({ isToLoop: true })).rejects.toThrow('Task timed out');
    expect(await resultOf()).toBe(1);
  });

  test('that cannot be loaded fails each invocation, and says why in its log', async () => {
    start('import "no-such-package"; export const handler = 1;');
    await expect(resultOf()).rejects.toThrow('no-such-package');
    await expect(resultOf()).rejects.toThrow('no-such-package');
    await until(() => written.includes('no-such-package'));
  });

  test('has one invocation at a time in each environment, and as many of those as it may', async () => {
    start(
      'let busy = 0; export const handler = async () => { const before = busy++; await new Promise((r) => setTimeout(r, 30)); busy--; return before; };',
      { concurrency: 3 },
    );
    expect(await Promise.all(Array.from({ length: 12 }, () => resultOf()))).toEqual(Array(12).fill(0));
  });

  test('ends its thread when it is idle for long, and starts another one when it is needed', async () => {
    start('let count = 0; export const handler = async () => ++count;', {
      idle: { surplusMilliseconds: 5, lastMilliseconds: 10 },
    });
    expect(await resultOf()).toBe(1);
    await until(() => logged.includes('function-idle'));
    expect(await resultOf()).toBe(1);
  });

  test('answers each invocation while its threads end and start', async () => {
    start('export const handler = async ({ index }) => index;', {
      concurrency: 3,
      idle: { surplusMilliseconds: 0, lastMilliseconds: 0 },
    });
    for (let index = 0; index < 60; index += 1) expect(await resultOf({ index })).toBe(index);
    const all = Array.from({ length: 60 }, (_, index) => index);
    expect(await Promise.all(all.map((index) => resultOf({ index })))).toEqual(all);
  });

  test('has the grants told that its calls to AWS use, each once, and not what was in them', async () => {
    start(`${caller}
      export const handler = async () => [
        await call('GetItem', JSON.stringify({ TableName: 't', Key: { PK: { S: 'CAMPAIGN#secret' } } })),
        await call('GetItem', Buffer.from(JSON.stringify({ TableName: 't', Key: { PK: { S: 'CAMPAIGN#other' } } }))),
      ];`);
    expect(await resultOf()).toEqual(['ECONNREFUSED', 'ECONNREFUSED']);
    expect(calls).toEqual([
      {
        action: 'dynamodb:GetItem',
        resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/t',
        leadingKeys: 'CAMPAIGN#*',
      },
    ]);
  });

  test('is denied what its role does not allow, as AWS denies it, and nothing leaves the thread', async () => {
    start(`${caller}
      export const handler = async () => [
        await call('GetItem', JSON.stringify({ TableName: 't', Key: { PK: { S: 'NETWORK#1' } } })),
        await call('PutItem', JSON.stringify({ TableName: 't', Item: { PK: { S: 'CAMPAIGN#1' } } })),
        await call('GetItem', JSON.stringify({ TableName: 't', Key: { PK: { S: 'CAMPAIGN#1' } } })),
      ];`);
    const denied = (action: string) => ({
      status: 400,
      error: 'com.amazon.coral.service#AccessDeniedException',
      message: `User: arn:role is not authorized to perform: dynamodb:${action} on resource: arn:aws:dynamodb:us-east-1:000000000000:table/t because no identity-based policy allows the dynamodb:${action} action`,
    });
    expect(await resultOf()).toEqual([denied('GetItem'), denied('PutItem'), 'ECONNREFUSED']);
    expect(calls.filter(({ isDenied }) => isDenied).map(({ action }) => action)).toEqual([
      'dynamodb:GetItem',
      'dynamodb:PutItem',
    ]);
  });
});

/** Source of `call`, which sends a signed request to DynamoDB at a port where nobody listens. */
const caller = `import { request } from 'node:http';
  const call = (action, body) => new Promise((resolve) => {
    const sent = request('http://127.0.0.1:9', { method: 'POST', headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=local/20261124/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=x',
      'x-amz-target': 'DynamoDB_20120810.' + action } });
    sent.on('error', ({ code }) => resolve(code));
    sent.on('response', async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      const { __type, message } = JSON.parse(text);
      resolve({ status: response.statusCode, error: __type, message });
    });
    sent.end(body);
  });`;
