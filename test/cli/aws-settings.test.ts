import { describe, expect, test } from '@jest/globals';
import { awsRefusal, checkAwsSettings } from '../../cli/aws-settings.ts';
import { Failure, failureOf } from '../../shared/failure.ts';
import { campaign } from './a-terminal.ts';

const found = () => Promise.resolve('found');
const missing = (name: string) => () => Promise.reject(Object.assign(new Error('not for people'), { name }));

describe('A command with --stage', () => {
  test('continues if credentials and a region are set', async () => {
    await checkAwsSettings({ credentials: found, region: found }, {});
  });

  test.each([
    [missing('CredentialsProviderError'), found, {}, 'No AWS credentials were found. Log in with'],
    [
      missing('TokenProviderError'),
      found,
      { AWS_PROFILE: 'letters' },
      'The AWS profile letters has no valid credentials',
    ],
    [found, missing('Error'), {}, 'Set AWS_REGION to the region that the stage was deployed to'],
  ])('says what is missing and how to set it: %#', async (credentials, region, environment, detail) => {
    await expect(checkAwsSettings({ credentials, region }, environment)).rejects.toMatchObject({
      problem: { status: 503, detail: expect.stringContaining(detail) },
    });
  });

  test.each([
    ['ExpiredTokenException', 'Log in again'],
    ['ExpiredToken', 'Log in again'],
    ['InvalidClientTokenId', 'AWS does not accept your credentials'],
    ['UnrecognizedClientException', 'AWS does not accept your credentials'],
    ['AccessDeniedException', 'do not permit Query on this stage'],
    ['AccessDenied', 'OrganizerRoleArn'],
    ['TimeoutError', 'Check the internet connection'],
  ])('says what %s means', (code, detail) => {
    expect(awsRefusal(new Failure('refused', 'Query', code))?.problem.detail).toContain(detail);
  });

  test.each([
    Object.assign(new Error('getaddrinfo ENOTFOUND dynamodb.us-east-11.amazonaws.com'), {
      code: 'ENOTFOUND',
    }),
    Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }),
  ])('says that AWS cannot be reached for %s', (error) => {
    const refusal = awsRefusal(failureOf(error, 'DescribeStacks'));
    expect(refusal?.problem.detail).toContain('AWS cannot be reached. Check the internet connection');
  });

  test('leaves other errors to the general text', () => {
    expect(awsRefusal(new Failure('unavailable', 'Query', 'InternalServerError'))).toBeUndefined();
  });

  test('prints the refusal, with exit status 1', async () => {
    const { exit, error } = await campaign(['status', 'harbor-trees', '--stage', 'prod'], {
      connect: () => Promise.reject(new Failure('refused', 'DescribeStacks', 'ExpiredToken')),
    });
    expect([exit, error]).toEqual([
      1,
      'Your AWS credentials have expired. Log in again, for example with `aws sso login`.',
    ]);
  });
});

test('An item that cannot be read is named, with the place that says what to do', async () => {
  const { exit, error } = await campaign(['status', 'harbor-trees', '--stage', 'prod'], {
    connect: () =>
      Promise.reject(
        new Failure('refused', 'parse', 'UnreadableItem', 'CAMPAIGN#harbor-trees SETTINGS', 'paused'),
      ),
  });
  expect(exit).toBe(1);
  expect(error.replaceAll('\n', ' ')).toBe(
    'This item of the table cannot be read: CAMPAIGN#harbor-trees SETTINGS (wrong: paused). docs/runbook.md#campaign-not-swept says what to do.',
  );
});
