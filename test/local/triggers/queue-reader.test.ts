import { GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../../local/lambda/execution-environment.ts';
import { type Sqs, startSqs } from '../../../local/sqs.ts';
import { readQueue } from '../../../local/triggers/queue-reader.ts';
import { until } from '../until.ts';

const done: Outcome = { ok: true, payload: 'null' };
const queue = (name: string, more: object = {}) => ({
  logicalId: name,
  name,
  arn: `arn:aws:sqs:us-east-1:000000000000:${name}`,
  url: '',
  ...more,
});

let sqs: Sqs;
let stop: AbortController;
let reading: Promise<void>;
beforeEach(async () => {
  sqs = await startSqs();
  stop = new AbortController();
  await sqs.createQueues([
    queue('dead'),
    queue('work', {
      VisibilityTimeout: 1,
      RedrivePolicy: { deadLetterTargetArn: queue('dead').arn, maxReceiveCount: 2 },
    }),
  ]);
});
afterEach(async () => {
  stop.abort();
  await reading;
  await sqs.stop();
});

interface Handed {
  Records: { messageId: string; body: string; attributes: { ApproximateReceiveCount: string } }[];
}

function read(invoke: (event: Handed) => Promise<Outcome>, concurrency = 1): void {
  reading = readQueue({
    client: sqs.client,
    queueUrl: sqs.queueUrl('work'),
    trigger: {
      logicalId: 'Reading',
      functionName: 'send-mail',
      sourceArn: queue('work').arn,
      batchSize: 10,
      windowSeconds: 0,
      filters: [],
      partialFailures: true,
      concurrency,
    },
    invoke: (event) => invoke(event as Handed),
    log: () => {},
    signal: stop.signal,
  });
}

const send = (body: string) =>
  sqs.client.send(new SendMessageCommand({ QueueUrl: sqs.queueUrl('work'), MessageBody: body }));

async function lengthOf(name: string): Promise<number> {
  const { Attributes = {} } = await sqs.client.send(
    new GetQueueAttributesCommand({
      QueueUrl: sqs.queueUrl(name),
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
}

describe('A message in a queue', () => {
  test('is handed over as Lambda does, and deleted when it is done', async () => {
    const events: Handed[] = [];
    read(async (event) => {
      events.push(event);
      return done;
    });
    await send('{"key":"x"}');
    await until(async () => events.length > 0 && (await lengthOf('work')) === 0);
    expect(events[0]?.Records).toMatchObject([
      {
        body: '{"key":"x"}',
        eventSource: 'aws:sqs',
        eventSourceARN: queue('work').arn,
        attributes: { ApproximateReceiveCount: '1' },
      },
    ]);
  });

  test('comes again alone when only it failed, and in the end is a dead letter', async () => {
    await send('good');
    await send('bad');
    const batches: string[][] = [];
    read(async ({ Records }) => {
      batches.push(Records.map(({ body }) => body).sort());
      const failures = Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({
        itemIdentifier: messageId,
      }));
      return { ok: true, payload: JSON.stringify({ batchItemFailures: failures }) };
    });
    await until(async () => (await lengthOf('dead')) === 1);
    expect(batches).toEqual([['bad', 'good'], ['bad']]);
  });

  test('is not deleted when the function fails', async () => {
    let invocations = 0;
    read(async () => {
      invocations += 1;
      return { ok: false, error: { errorType: 'Error', errorMessage: '' } };
    });
    await send('x');
    await until(async () => invocations > 0);
    expect(await lengthOf('work')).toBe(1);
  });

  test('is worked on beside others, up to the concurrency of the trigger', async () => {
    let inHand = 0;
    let most = 0;
    const release: (() => void)[] = [];
    read(async () => {
      inHand += 1;
      most = Math.max(most, inHand);
      await new Promise<void>((resolve) => release.push(resolve));
      inHand -= 1;
      return done;
    }, 2);
    for (const body of ['a', 'b', 'c']) await send(body);
    await until(async () => inHand === 2);
    expect(most).toBe(2);
    stop.abort();
    while (inHand > 0) {
      for (const go of release.splice(0)) go();
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
});
