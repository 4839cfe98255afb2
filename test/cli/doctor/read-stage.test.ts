import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readStage } from '../../../cli/doctor/read-stage.ts';

/** AWS as far as the doctor sees it, with the examples of the API references. */
const outputs = {
  TableName: 'letters',
  AddressKeySecret: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:a',
  LinkKeysSecret: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:l',
  // Nobody listens on this port.
  SiteUrl: 'https://127.0.0.1:9',
  SenderDomains: 'sender.invalid',
  ConfigurationSet: 'letters',
  AlarmTopicArn: 'arn:aws:sns:us-east-1:111122223333:alarms',
  AlarmEmails: 'operator@example.org,deputy@example.org',
  AlarmNames: 'api-failing,site-down',
  EventBusName: 'undersigned-qa',
  ShareOfSendingRate: '0.5',
};

const members = Object.entries(outputs)
  .map(([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`)
  .join('');

async function answerTo(
  request: IncomingMessage,
): Promise<[status: number, body: string, errorType?: string]> {
  const path = request.url ?? '';
  const target = String(request.headers['x-amz-target']);
  const body = await text(request);
  if (body.includes('DescribeStacks'))
    return [
      200,
      `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>undersigned-qa</StackName>
<CreationTime>2026-11-01T12:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus>
<Outputs>${members}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
    ];
  if (body.includes('ListSubscriptionsByTopic'))
    return [
      200,
      `<ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsByTopicResult>
<Subscriptions><member><TopicArn>${outputs.AlarmTopicArn}</TopicArn><Protocol>email</Protocol>
<SubscriptionArn>PendingConfirmation</SubscriptionArn><Owner>111122223333</Owner><Endpoint>operator@example.org</Endpoint></member></Subscriptions>
</ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`,
    ];
  if (path.startsWith('/v2/email/account'))
    return [
      200,
      JSON.stringify({
        ProductionAccessEnabled: true,
        SendingEnabled: true,
        EnforcementStatus: 'HEALTHY',
        SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 },
      }),
    ];
  if (path.startsWith('/v2/email/identities/'))
    return [404, JSON.stringify({ message: 'Email identity sender.invalid does not exist.' })];
  if (path.endsWith('/configuration-sets/letters'))
    return [200, JSON.stringify({ DeliveryOptions: { TlsPolicy: 'OPTIONAL' } })];
  if (body.includes('SecretId') || path.includes('/event-destinations'))
    return [403, JSON.stringify({ message: 'not for people' })];
  if (path.startsWith('/2016-08-19/account-settings'))
    return [200, JSON.stringify({ AccountLimit: { ConcurrentExecutions: 10 } })];
  const [, named] = /^\/2019-09-30\/functions\/([^/]+)\/concurrency/.exec(path) ?? [];
  if (named?.endsWith('-openapi'))
    return [404, JSON.stringify({ message: 'Function not found.' }), 'ResourceNotFoundException'];
  if (named !== undefined)
    return [200, JSON.stringify(named.endsWith('-sweep') ? { ReservedConcurrentExecutions: 0 } : {})];
  if (path.startsWith('/2015-03-31/event-source-mappings')) {
    const reader = new URL(path, 'http://aws').searchParams.get('FunctionName');
    if (reader?.endsWith('-publish'))
      return [404, JSON.stringify({ message: 'Function not found.' }), 'ResourceNotFoundException'];
    return [200, JSON.stringify({ EventSourceMappings: [{ UUID: `of ${reader}`, State: 'Enabled' }] })];
  }
  if (target.endsWith('.DescribeAlarms')) {
    const alarm = { AlarmName: `${JSON.parse(body).AlarmNamePrefix}site-down`, ActionsEnabled: true };
    return [200, JSON.stringify({ MetricAlarms: [{ ...alarm, StateValue: 'ALARM' }] })];
  }
  if (target.endsWith('.ListRules')) {
    const rule = { Name: `${JSON.parse(body).NamePrefix}MailEventsBounced`, State: 'DISABLED' };
    return [200, JSON.stringify({ Rules: [rule] })];
  }
  if (target.endsWith('.ListTargetsByRule'))
    return [200, JSON.stringify({ Targets: body.includes('MailEventsBounced') ? [{ Id: 'one' }] : [] })];
  if (target.endsWith('.DescribeEventBus'))
    return [404, JSON.stringify({ message: 'Event bus does not exist.' }), 'ResourceNotFoundException'];
  if (target.endsWith('.DescribeTable'))
    return [200, JSON.stringify({ Table: { TableName: 'letters', DeletionProtectionEnabled: true } })];
  if (target.endsWith('.DescribeTimeToLive'))
    return [200, JSON.stringify({ TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED' } })];
  if (target.endsWith('.DescribeContinuousBackups'))
    return [403, JSON.stringify({ message: 'not for people' })];
  // DynamoDB: a table with one campaign, whose settings are damaged.
  if (target.endsWith('.Query') && body.includes('"CAMPAIGNS"'))
    return [200, JSON.stringify({ Items: [{ PK: { S: 'CAMPAIGNS' }, SK: { S: 'damaged' } }], Count: 1 })];
  if (target.endsWith('.GetItem') && body.includes('CAMPAIGN#damaged'))
    return [200, JSON.stringify({ Item: { PK: { S: 'CAMPAIGN#damaged' }, SK: { S: 'SETTINGS' } } })];
  return [200, JSON.stringify({ Items: [], Count: 0 })];
}

const errorTypes: Record<number, string> = { 404: 'NotFoundException', 403: 'AccessDeniedException' };

let server: Server;
const settings: Record<string, string> = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_MAX_ATTEMPTS: '1',
};
const before = { ...process.env };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const [status, body, errorType = errorTypes[status]] = await answerTo(request);
    const type = body.startsWith('<') ? 'text/xml' : 'application/json';
    response.writeHead(status, {
      'content-type': type,
      ...(errorType && { 'x-amzn-errortype': errorType }),
    });
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  Object.assign(process.env, settings, { AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}` });
});
afterAll(() => {
  server.close();
  for (const name of [...Object.keys(settings), 'AWS_ENDPOINT_URL']) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
});

test('A stage is read with the SDK’s own clients, and what is denied or missing is recorded', async () => {
  const state = await readStage(process.env, 'qa');
  expect(state).toMatchObject({
    stage: 'qa',
    configurationSet: 'letters',
    senderDomains: ['sender.invalid'],
    account: { value: { ProductionAccessEnabled: true, SendQuota: { MaxSendRate: 14 } } },
    domains: [{ name: 'sender.invalid', identity: { value: undefined } }],
    events: {
      unread: { operation: 'ses:GetConfigurationSetEventDestinations', code: 'AccessDeniedException' },
    },
    configuration: { value: { DeliveryOptions: { TlsPolicy: 'OPTIONAL' } } },
    concurrency: { value: 10 },
    functions: {
      value: expect.arrayContaining([
        { name: 'undersigned-qa-sweep', exists: true, reserved: 0 },
        { name: 'undersigned-qa-tally', exists: true, reserved: undefined },
        { name: 'undersigned-qa-openapi', exists: false },
      ]),
    },
    shareOfSendingRate: 0.5,
    recipients: {
      value: {
        topicArn: outputs.AlarmTopicArn,
        expected: ['operator@example.org', 'deputy@example.org'],
        subscriptions: [{ SubscriptionArn: 'PendingConfirmation', Endpoint: 'operator@example.org' }],
      },
    },
    mappings: {
      value: {
        tally: [{ UUID: 'of undersigned-qa-tally', State: 'Enabled' }],
        publish: undefined,
        'send-events': [{ UUID: 'of undersigned-qa-send-events', State: 'Enabled' }],
      },
    },
    rules: { value: [{ Name: 'undersigned-qa-MailEventsBounced', State: 'DISABLED', targets: 1 }] },
    eventBus: { value: { name: 'undersigned-qa', exists: false } },
    alarms: { value: [{ AlarmName: 'undersigned-qa-site-down', ActionsEnabled: true, StateValue: 'ALARM' }] },
    alarmNames: ['api-failing', 'site-down'],
    alarmTopicArn: outputs.AlarmTopicArn,
    site: { url: 'https://127.0.0.1:9', error: 'ECONNREFUSED' },
    region: 'us-east-1',
    campaigns: {
      value: { sending: [], unreadable: [{ code: 'UnreadableItem', item: 'CAMPAIGN#damaged SETTINGS' }] },
    },
    senderIdentities: { value: [] },
    table: { unread: { operation: 'dynamodb:DescribeContinuousBackups', code: 'AccessDeniedException' } },
    keys: { unread: { operation: 'GetSecretValue', code: 'AccessDeniedException' } },
  });
});
