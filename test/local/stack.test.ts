import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientFor } from '../../local/aws.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { anAssembly } from './an-assembly.ts';
import { until } from './until.ts';

const root = mkdtempSync(join(tmpdir(), 'undersigned-'));
const assembly = join(root, 'cdk.out');
let written = '';
let stack: Stack;
const start = (dataDir: string, port = 0) =>
  startStack({
    port,
    inboxPort: 0,
    dataDir: join(root, dataDir),
    sample: false,
    assembly,
    output: (chunk) => {
      written += chunk;
    },
  });
/** What functions said of themselves: one JSON array per line. */
const said = () =>
  written
    .split('\n')
    .filter((line) => line.startsWith('['))
    .map((line) => JSON.parse(line) as unknown[]);

/** Sends the key of a changed row to the queue in plain HTTP, as its bundle would with the SDK. */
const dispatch = `export const handler = async ({ Records }) => {
  console.log(JSON.stringify(['dispatch', ...Records.map((r) => r.dynamodb.Keys.SK.S)]));
  for (const { dynamodb } of Records) {
    if (dynamodb.NewImage.poison) throw new Error('poison');
    await fetch(process.env.AWS_ENDPOINT_URL_SQS, { method: 'POST', headers: {
      'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
      body: JSON.stringify({ QueueUrl: process.env.WORK_QUEUE_URL, MessageBody: dynamodb.Keys.SK.S }) });
  }
};`;

beforeAll(async () => {
  mkdirSync(assembly, { recursive: true });
  anAssembly(assembly, {
    functions: {
      echo: {
        source: `export const handler = async (event) => {
          if (event.rawPath === '/api/crash') process.exit(1);
          return { statusCode: 200, headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ event, site: process.env.SITE_URL }) };
        };`,
        environment: {
          SITE_URL: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Distribution', 'DomainName'] }]] },
        },
      },
      missing: {
        source: `export const handler = async ({ rawPath }) => ({ statusCode: 404, body: 'nothing at ' + rawPath });`,
      },
      dispatch: { source: dispatch, environment: { WORK_QUEUE_URL: { Ref: 'Work' } } },
      work: {
        source: `export const handler = async ({ Records }) => {
          console.log(JSON.stringify(['work', ...Records.map((r) => r.body)]));
        };`,
      },
      sweep: {
        source: `export const handler = async ({ source }) => console.log(JSON.stringify(['sweep', source]));`,
      },
    },
    routes: { 'POST /api/echo/{name}': 'echo', 'GET /api/crash': 'echo', $default: 'missing' },
    resources: {
      ReadingStream: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
          FunctionName: { Ref: 'dispatch' },
          BatchSize: 10,
          BisectBatchOnFunctionError: true,
          MaximumRetryAttempts: 1,
          FilterCriteria: {
            Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"pendingMail":{"S":[{"exists":true}]}}}}' }],
          },
          DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['FailureBucket', 'Arn'] } } },
        },
      },
      ReadingQueue: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Work', 'Arn'] },
          FunctionName: { Ref: 'work' },
          BatchSize: 1,
          ScalingConfig: { MaximumConcurrency: 2 },
        },
      },
      Minute: {
        Type: 'AWS::Events::Rule',
        Properties: {
          ScheduleExpression: 'rate(1 minute)',
          Targets: [{ Id: 'x', Arn: { 'Fn::GetAtt': ['sweep', 'Arn'] } }],
        },
      },
    },
  });
  stack = await start('data');
});
afterAll(async () => {
  await stack.stop();
  rmSync(root, { recursive: true });
});

const put = async (SK: string, more: Record<string, string> = {}) => {
  const client = new DynamoDBClient(clientFor(stack.dynamodb));
  const attributes = Object.entries(more).map(([name, S]) => [name, { S }]);
  const Item = { PK: { S: 'x' }, SK: { S: SK }, ...Object.fromEntries(attributes) };
  await client.send(new PutItemCommand({ TableName: stack.table, Item }));
  client.destroy();
};

describe('A running stack', () => {
  test('answers the API through a function that knows the site’s address', async () => {
    const answer = await fetch(`${stack.site}/api/echo/a%20b?q=1`, {
      method: 'POST',
      body: 'name=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(await answer.json()).toMatchObject({
      site: stack.site,
      event: {
        routeKey: 'POST /api/echo/{name}',
        pathParameters: { name: 'a b' },
        rawQueryString: 'q=1',
        body: Buffer.from('name=x').toString('base64'),
        isBase64Encoded: true,
      },
    });
  });

  test('answers 500 when a function crashes, and goes on', async () => {
    expect((await fetch(`${stack.site}/api/crash`)).status).toBe(500);
    expect((await fetch(`${stack.site}/api/nothing`)).status).toBe(404);
  });

  test('has the API answer for a page that the bucket lacks', async () => {
    const answer = await fetch(`${stack.site}/nowhere/`);
    expect([answer.status, await answer.text()]).toEqual([404, 'nothing at /nowhere/index.html']);
  });

  test('hands changes that a filter lets through from the stream to the queue, each once', async () => {
    await put('quiet');
    await put('loud', { pendingMail: '01J' });
    await until(() => said().some(([name, key]) => name === 'work' && key === 'loud'));
    expect(said().filter(([, key]) => key === 'quiet')).toEqual([]);
    expect(said().filter(([name, key]) => name === 'dispatch' && key === 'loud')).toHaveLength(1);
  });

  test('puts a poison record away, whole, and goes on with those behind it', async () => {
    await put('poison', { pendingMail: '01J', poison: 'yes' });
    await put('behind', { pendingMail: '01J' });
    await until(() => said().some(([name, key]) => name === 'work' && key === 'behind'));
    const list = await (await fetch(`${stack.s3}/${stack.buckets.failureBucket}?list-type=2`)).text();
    const [, key = ''] = /<Key>([^<]*)<\/Key>/.exec(list) ?? [];
    expect(key).toMatch(/^aws\/lambda\/ReadingStream\/shardId-/);
    const object = (await (await fetch(`${stack.s3}/${stack.buckets.failureBucket}/${key}`)).json()) as {
      payload: string;
    };
    expect(JSON.parse(object.payload)).toMatchObject({
      Records: [{ dynamodb: { Keys: { SK: { S: 'poison' } } } }],
    });
  });

  test('runs its schedule soon', async () => {
    await until(() => said().some(([name, source]) => name === 'sweep' && source === 'aws.events'));
  });

  test('tells other programs where everything is', () => {
    const file: unknown = JSON.parse(readFileSync(join(root, 'data', 'stack.json'), 'utf8'));
    expect(file).toEqual({
      site: stack.site,
      inbox: stack.inbox,
      dynamodb: stack.dynamodb,
      s3: stack.s3,
      sqs: stack.sqs,
      secrets: stack.secrets,
      secretIds: stack.secretIds,
      table: 'undersigned-test',
      buckets: { siteBucket: 'app-sitebucket', failureBucket: 'app-failurebucket' },
      queues: { work: `${stack.sqs}/000000000000/work`, dead: `${stack.sqs}/000000000000/dead` },
      senderDomains: [],
      pids: [process.pid, expect.any(Number)],
    });
  });

  test('has its data directory to itself, while another one runs beside it', async () => {
    await expect(start('data')).rejects.toThrow('Another stack runs on');
    const other = await start('other');
    expect(other.site).not.toBe(stack.site);
    expect((await fetch(`${other.site}/api/nothing`)).status).toBe(404);
    await other.stop();
  });

  test('is refused a port that is taken, in one sentence that names the setting', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const { port } = busy.address() as { port: number };
    await expect(start('third', port)).rejects.toThrow(`Port ${port} is in use`);
    await expect(start('third', port)).rejects.toThrow('UNDERSIGNED_PORT=');
    busy.close();
  });
});

test('A stack that starts again has what was stored and does not do again what is done', async () => {
  await until(() => JSON.stringify(said()).includes('"work","behind"'));
  await stack.stop();
  expect(() => readFileSync(join(root, 'data', 'stack.json'))).toThrow('ENOENT');
  written = '';
  stack = await start('data');
  await put('later', { pendingMail: '01J' });
  await until(() => said().some(([name, key]) => name === 'work' && key === 'later'));
  expect(said().filter(([name]) => name === 'dispatch')).toEqual([['dispatch', 'later']]);
});
