import { createServer, type Server } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { clientFor } from '../local/aws.ts';
import { answerLimits } from '../shared/aws/answer-limits.ts';
import { openQueue } from '../shared/aws/queues.ts';
import { openStore } from '../shared/table/table.ts';

let server: Server;
let client: DynamoDBClient;
/** What the service says; nothing if it stays silent. */
let says: { status: number; body: string } | undefined;
let settings: ReturnType<typeof clientFor>;

beforeEach(async () => {
  says = undefined;
  server = createServer((_, response) => {
    if (says)
      response.writeHead(says.status, { 'content-type': 'application/x-amz-json-1.0' }).end(says.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  settings = clientFor(`http://127.0.0.1:${address.port}`);
  client = new DynamoDBClient({
    ...settings,
    maxAttempts: 1,
    requestHandler: { ...answerLimits, requestTimeout: 100 },
  });
});
afterEach(async () => {
  client.destroy();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const read = () => openStore('table', { client }).get(z.object({}), { PK: 'a', SK: 'b' });

describe('A call of a service fails as', () => {
  test('unavailable, if there is no answer in time', async () => {
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable', code: 'TimeoutError' });
    const sqs = new SQSClient({
      ...settings,
      maxAttempts: 1,
      requestHandler: { ...answerLimits, requestTimeout: 100 },
    });
    await expect(openQueue('http://127.0.0.1/queue', sqs).send({})).rejects.toMatchObject({
      kind: 'unavailable',
    });
    sqs.destroy();
  });

  test('unavailable, if the answer cannot be read', async () => {
    says = { status: 200, body: '{"Item":' };
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('unavailable, if the service has a fault', async () => {
    says = { status: 500, body: '{"__type":"InternalServerError"}' };
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('throttled or refused, as the service says', async () => {
    says = { status: 400, body: '{"__type":"ThrottlingException"}' };
    await expect(read()).rejects.toMatchObject({ kind: 'throttled' });
    says = { status: 400, body: '{"__type":"AccessDeniedException"}' };
    await expect(read()).rejects.toMatchObject({ kind: 'refused', code: 'AccessDeniedException' });
  });

  test('what it is, if the code has a mistake', async () => {
    const store = openStore('table', { client });
    const mistake = (): never => {
      throw new TypeError('a mistake');
    };
    says = { status: 200, body: '{"Items":[{"PK":{"S":"a"},"SK":{"S":"b"}}]}' };
    await expect(store.query(z.object({}), { PK: 'a', where: mistake })).rejects.toThrow(TypeError);
    const values = {
      get ':a'(): never {
        return mistake();
      },
    };
    const update = { key: { PK: 'a', SK: 'b' }, update: 'SET a = :a', values };
    await expect(store.update(update)).rejects.toThrow(TypeError);
  });
});
