import { describe, expect, test } from '@jest/globals';
import { accessRequestsOf } from '../../../local/iam/access-requests.ts';

const request = (service: string, more: object = {}) => ({
  service,
  target: '',
  copySource: '',
  method: 'POST',
  path: '/',
  ...more,
});
const dynamodb = (action: string) => request('dynamodb', { target: `DynamoDB_20120810.${action}` });
const ask = (of: ReturnType<typeof request>, body: unknown = '') =>
  accessRequestsOf(of, typeof body === 'string' ? body : JSON.stringify(body), {
    partitionKeys: { t: 'PK' },
    identities: ['arn:aws:ses:us-east-1:000000000000:identity/example.org'],
  });
const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/t';
const key = { PK: { S: 'CAMPAIGN#a' }, SK: { S: 'GATE' } };

describe('A request to the table asks for', () => {
  test.each([
    ['GetItem', { Key: key }],
    ['UpdateItem', { Key: key }],
    ['DeleteItem', { Key: key }],
    ['PutItem', { Item: { ...key, note: { S: 'x' } } }],
    [
      'Query',
      {
        KeyConditionExpression: 'begins_with(SK, :s) AND #p = :p',
        ExpressionAttributeNames: { '#p': 'PK' },
        ExpressionAttributeValues: { ':p': { S: 'CAMPAIGN#a' }, ':s': { S: 'PRESS#' } },
      },
    ],
  ])('%s with the partition key of its item', (action, body) => {
    expect(ask(dynamodb(action), { TableName: 't', ...body })).toEqual([
      { action: `dynamodb:${action}`, resource: table, leadingKeys: ['CAMPAIGN#a'] },
    ]);
  });

  test('the actions of its items, each with its own key, if it is a transaction', () => {
    const other = { PK: { S: 'SIGNONS#a#1' }, SK: { S: 'x' } };
    const TransactItems = [
      { Update: { TableName: 't', Key: key } },
      { Put: { TableName: 't', Item: other } },
      { ConditionCheck: { TableName: 't', Key: key } },
      { Delete: { TableName: 't', Key: other } },
    ];
    expect(ask(dynamodb('TransactWriteItems'), { TransactItems })).toEqual([
      { action: 'dynamodb:UpdateItem', resource: table, leadingKeys: ['CAMPAIGN#a'] },
      { action: 'dynamodb:PutItem', resource: table, leadingKeys: ['SIGNONS#a#1'] },
      { action: 'dynamodb:ConditionCheckItem', resource: table, leadingKeys: ['CAMPAIGN#a'] },
      { action: 'dynamodb:DeleteItem', resource: table, leadingKeys: ['SIGNONS#a#1'] },
    ]);
  });

  test('its own action with the keys of all its items, if it writes a batch', () => {
    const other = { PK: { S: 'SIGNONS#a#1' }, SK: { S: 'x' } };
    const t = [{ PutRequest: { Item: { ...key, note: { S: 'x' } } } }, { DeleteRequest: { Key: other } }, {}];
    expect(ask(dynamodb('BatchWriteItem'), { RequestItems: { t } })).toEqual([
      {
        action: 'dynamodb:BatchWriteItem',
        resource: table,
        leadingKeys: ['CAMPAIGN#a', 'SIGNONS#a#1', ''],
      },
    ]);
  });

  test('a key that no pattern matches where the key cannot be told', () => {
    expect(ask(dynamodb('Query'), { TableName: 't', KeyConditionExpression: 'x' })[0]?.leadingKeys).toEqual([
      '',
    ]);
    expect(ask(dynamodb('BatchGetItem'), { RequestItems: { t: {} } })).toEqual([
      { action: 'dynamodb:BatchGetItem', resource: table, leadingKeys: [''] },
    ]);
  });

  test('no key if it is a scan', () => {
    expect(ask(dynamodb('Scan'), { TableName: 't' })[0]?.leadingKeys).toEqual([]);
  });
});

describe('A request to another service', () => {
  const queue = { QueueUrl: 'http://x/000000000000/mail' };
  test.each([
    [request('sqs', { target: 'AmazonSQS.SendMessageBatch' }), queue, 'sqs:SendMessage', 'mail'],
    [
      request('secretsmanager', { target: 'secretsmanager.GetSecretValue' }),
      { SecretId: 'arn:key' },
      'secretsmanager:GetSecretValue',
      'arn:key',
    ],
    [request('ses'), 'Action=GetSendQuota', 'ses:GetSendQuota', '*'],
    [request('s3', { method: 'HEAD', path: '/site/a%20b.txt' }), '', 's3:GetObject', 'site/a b.txt'],
    [
      request('s3', { method: 'PUT', path: '/site/a/b?x-id=PutObject' }),
      '',
      's3:PutObject',
      'arn:aws:s3:::site/a/b',
    ],
    [request('s3', { method: 'DELETE', path: '/site/a' }), '', 's3:DeleteObject', 'site/a'],
    [request('s3', { method: 'GET', path: '/site?list-type=2' }), '', 's3:ListBucket', 'arn:aws:s3:::site'],
    [request('s3', { path: '/site/?delete' }), '<Delete/>', 's3:DeleteObject', 'site/*'],
    [
      request('cloudfront', { path: '/2020-05-31/distribution/E1/invalidation' }),
      '<x/>',
      'cloudfront:CreateInvalidation',
      'arn:aws:cloudfront::000000000000:distribution/E1',
    ],
    [request('kms', { target: 'TrentService.Decrypt' }), {}, 'kms:Decrypt', '*'],
  ])('is named as its role names it: %#', (of, body, action, resource) => {
    const [asked, ...more] = ask(of, body);
    expect(more).toEqual([]);
    expect(asked?.action).toBe(action);
    expect(asked?.resource.endsWith(resource)).toBe(true);
  });

  test('that sends a mail needs the identity of its sender and the configuration set', () => {
    const form = new URLSearchParams({
      Action: 'SendRawEmail',
      Source: 'Shoreline Coalition <letters@Example.org>',
      ConfigurationSetName: 'c',
    });
    expect(ask(request('ses'), form.toString()).map(({ resource }) => resource)).toEqual([
      'arn:aws:ses:us-east-1:000000000000:identity/example.org',
      'arn:aws:ses:us-east-1:000000000000:configuration-set/c',
    ]);
  });

  test.each([
    ['letters@mail.example.org', 'example.org'],
    ['letters@example.com', 'example.com'],
    ['letters@notexample.org', 'notexample.org'],
  ])('that sends a mail from %s is on the identity %s', (Source, identity) => {
    const form = new URLSearchParams({ Action: 'SendRawEmail', Source });
    expect(ask(request('ses'), form.toString()).map(({ resource }) => resource)).toEqual([
      `arn:aws:ses:us-east-1:000000000000:identity/${identity}`,
    ]);
  });

  test('that copies reads, too', () => {
    const copy = request('s3', { method: 'PUT', path: '/site/a', copySource: '/private/c%2Fd' });
    expect(ask(copy).map(({ action, resource }) => `${action} ${resource}`)).toEqual([
      's3:PutObject arn:aws:s3:::site/a',
      's3:GetObject arn:aws:s3:::private/c/d',
    ]);
  });

  test('that is not signed is none to AWS', () => {
    expect(ask(request(''), 'anything')).toEqual([]);
  });
});

test('A request to EventBridge asks for each bus that it names, by name or ARN', () => {
  const bus = (name: string) => `arn:aws:events:us-east-1:000000000000:event-bus/${name}`;
  const Entries = [{ EventBusName: 'a' }, { EventBusName: bus('a') }, {}];
  expect(ask(request('events', { target: 'AWSEvents.PutEvents' }), { Entries })).toEqual([
    { action: 'events:PutEvents', resource: bus('a') },
    { action: 'events:PutEvents', resource: bus('default') },
  ]);
});
