import { describe, expect, test } from '@jest/globals';
import { callsOf } from '../../../local/lambda/aws-calls.ts';

const request = (service: string, more: object = {}) => ({
  service,
  target: '',
  copySource: '',
  method: 'POST',
  path: '/',
  ...more,
});
const dynamodb = (action: string) => request('dynamodb', { target: `DynamoDB_20120810.${action}` });

describe('A request of a function’s code', () => {
  test('to the table is told by its action and the table or index', () => {
    expect(callsOf(dynamodb('UpdateItem'), '{"TableName":"t","Key":{"PK":{"S":"secret"}}}')).toEqual([
      { service: 'dynamodb', action: 'UpdateItem', resource: 't' },
    ]);
    expect(callsOf(dynamodb('Query'), '{"TableName":"t","IndexName":"i"}')).toEqual([
      { service: 'dynamodb', action: 'Query', resource: 't/index/i' },
    ]);
  });

  test('that is a transaction is told by what is in it, as roles have it', () => {
    const TransactItems = [
      { Update: { TableName: 't' } },
      { Put: { TableName: 't' } },
      { ConditionCheck: { TableName: 't' } },
      { Delete: { TableName: 't' } },
    ];
    expect(
      callsOf(dynamodb('TransactWriteItems'), JSON.stringify({ TransactItems })).map(({ action }) => action),
    ).toEqual(['UpdateItem', 'PutItem', 'ConditionCheckItem', 'DeleteItem']);
  });

  test.each([
    [
      request('sqs', { target: 'AmazonSQS.SendMessage' }),
      '{"QueueUrl":"http://x/1/mail"}',
      'SendMessage',
      'mail',
    ],
    [
      request('secretsmanager', { target: 'secretsmanager.GetSecretValue' }),
      '{"SecretId":"key"}',
      'GetSecretValue',
      'key',
    ],
    [request('ses'), 'Action=SendRawEmail&ConfigurationSetName=c&RawMessage.Data=eA', 'SendRawEmail', 'c'],
    [request('ses'), 'Action=GetSendQuota', 'GetSendQuota', '*'],
    [
      request('s3', { method: 'PUT', path: '/private/snapshots/harbor/1.json?x-id=PutObject' }),
      '',
      'PutObject',
      'private/snapshots/*',
    ],
    [request('s3', { method: 'GET', path: '/site/index.html' }), '', 'GetObject', 'site/index.html'],
    [request('s3', { method: 'GET', path: '/site?list-type=2' }), '', 'ListObjectsV2', 'site'],
    [request('s3', { path: '/site/?delete' }), '', 'DeleteObjects', 'site'],
    [
      request('cloudfront', { path: '/2020-05-31/distribution/E1/invalidation' }),
      '<x/>',
      'CreateInvalidation',
      'E1',
    ],
    [request('kms', { target: 'TrentService.Decrypt' }), '{}', 'Decrypt', '*'],
  ])('to another service %#', (request, body, action, resource) => {
    expect(callsOf(request, body)).toEqual([{ service: request.service, action, resource }]);
  });

  test('that copies reads, too', () => {
    const copy = request('s3', { method: 'PUT', path: '/site/a/b', copySource: '/private/c%2Fd' });
    expect(callsOf(copy, '')).toEqual([
      { service: 's3', action: 'PutObject', resource: 'site/a/*' },
      { service: 's3', action: 'GetObject', resource: 'private/c/*' },
    ]);
  });

  test('that is not signed is none to AWS', () => {
    expect(callsOf(request(''), 'anything')).toEqual([]);
  });
});
