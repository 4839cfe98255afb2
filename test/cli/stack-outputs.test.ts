import { createServer, type Server } from 'node:http';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { afterEach, expect, test } from '@jest/globals';
import { outputsOf } from '../../cli/stack-outputs.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** CloudFormation as far as the SDK sees it: one answer in its own XML. */
async function cloudFormation(status: number, body: string): Promise<CloudFormationClient> {
  const listening = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
  });
  server = listening;
  await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return new CloudFormationClient({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
}

const stack = (
  outputs: Record<string, string>,
) => `<DescribeStacksResponse><DescribeStacksResult><Stacks><member>
  <StackName>undersigned-qa</StackName><CreationTime>2026-11-01T12:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus>
  <Outputs>${Object.entries(outputs)
    .map(
      ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
    )
    .join('')}</Outputs>
</member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

const error = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>not for people</Message></Error></ErrorResponse>`;

test('A deployed stage is found by the outputs of its stack', async () => {
  const outputs = {
    TableName: 't',
    AddressKeySecret: 'arn:k',
    LinkKeysSecret: 'arn:l',
    SiteUrl: 'https://s',
    Other: 'o',
  };
  expect(await outputsOf('undersigned-qa', await cloudFormation(200, stack(outputs)))).toEqual({
    TableName: 't',
    AddressKeySecret: 'arn:k',
    LinkKeysSecret: 'arn:l',
    SiteUrl: 'https://s',
  });
});

test('The domains that a stage sends from are among its outputs', async () => {
  const outputs = {
    TableName: 't',
    AddressKeySecret: 'k',
    LinkKeysSecret: 'l',
    SiteUrl: 'https://s',
    SenderDomains: 'a.org,b.org',
  };
  const client = await cloudFormation(200, stack(outputs));
  expect((await outputsOf('undersigned-qa', client)).SenderDomains).toBe('a.org,b.org');
});

test('A stage that does not exist is refused, with what to check', async () => {
  const client = await cloudFormation(400, error('ValidationError'));
  await expect(outputsOf('undersigned-qa', client)).rejects.toMatchObject({
    problem: { title: 'No such stage', detail: expect.stringContaining('AWS_PROFILE') },
  });
});

test('A stack without outputs, whose first deployment has failed, counts as missing', async () => {
  const client = await cloudFormation(200, stack({}));
  await expect(outputsOf('undersigned-qa', client)).rejects.toMatchObject({
    problem: { title: 'No such stage' },
  });
});

test('A missing permission is a failure that names the call, without CloudFormation’s words', async () => {
  const client = await cloudFormation(403, error('AccessDenied'));
  await expect(outputsOf('undersigned-qa', client)).rejects.toThrow('DescribeStacks: AccessDenied');
});
