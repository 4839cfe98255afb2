import { createServer, type Server } from 'node:http';
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientFor } from '../../../local/aws.ts';
import { denialOf } from '../../../local/iam/denial.ts';

let server: Server;
let denied = '';
let address = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    const { status, headers, body } = denialOf(denied, 'User: arn:role is not authorized to perform: x');
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const listening = server.address();
  address = `http://127.0.0.1:${typeof listening === 'object' ? listening?.port : ''}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const settings = () => ({ ...clientFor(address), maxAttempts: 1 });
const batch = { CallerReference: 'x', Paths: { Quantity: 1, Items: ['/*'] } };

test.each([
  [
    'dynamodb',
    'AccessDeniedException',
    () => new DynamoDBClient(settings()).send(new GetItemCommand({ TableName: 't', Key: {} })),
  ],
  [
    'secretsmanager',
    'AccessDeniedException',
    () => new SecretsManagerClient(settings()).send(new GetSecretValueCommand({ SecretId: 's' })),
  ],
  [
    'sqs',
    'AccessDenied',
    () => new SQSClient(settings()).send(new SendMessageCommand({ QueueUrl: address, MessageBody: 'x' })),
  ],
  [
    's3',
    'AccessDenied',
    () =>
      new S3Client({ ...settings(), forcePathStyle: true }).send(
        new GetObjectCommand({ Bucket: 'b', Key: 'k' }),
      ),
  ],
  ['ses', 'AccessDenied', () => new SESClient(settings()).send(new GetSendQuotaCommand({}))],
  [
    'cloudfront',
    'AccessDenied',
    () =>
      new CloudFrontClient(settings()).send(
        new CreateInvalidationCommand({ DistributionId: 'd', InvalidationBatch: batch }),
      ),
  ],
])('The SDK reads a denial of %s as %s', async (service, name, call) => {
  denied = service;
  await expect(call()).rejects.toMatchObject({
    name,
    message: 'User: arn:role is not authorized to perform: x',
  });
});
