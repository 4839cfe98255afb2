// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are CloudFormation's own placeholders.
import { describe, expect, test } from '@jest/globals';
import { newResolver } from '../../../local/template/resolve.ts';

const template = {
  Outputs: {},
  Parameters: { BootstrapVersion: { Default: '/cdk/version' } },
  Resources: {
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'undersigned-test' } },
    Mail: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'mail' } },
    SiteBucket: { Type: 'AWS::S3::Bucket', Properties: {} },
    Distribution: { Type: 'AWS::CloudFront::Distribution' },
    Unknown: { Type: 'AWS::IAM::Role' },
  },
};
const resolver = newResolver(template, 'app', (name) => `http://127.0.0.1:4000/000000000000/${name}`);

describe('A value of the template', () => {
  test.each([
    [{ Ref: 'Table' }, 'undersigned-test'],
    [{ Ref: 'Mail' }, 'http://127.0.0.1:4000/000000000000/mail'],
    [{ Ref: 'SiteBucket' }, 'app-sitebucket'],
    [{ Ref: 'Unknown' }, 'Unknown'],
    [{ Ref: 'AWS::Region' }, 'us-east-1'],
    [{ Ref: 'BootstrapVersion' }, '/cdk/version'],
    [{ 'Fn::GetAtt': ['Mail', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:mail'],
    [{ 'Fn::GetAtt': 'Mail.QueueName' }, 'mail'],
    [{ 'Fn::GetAtt': ['SiteBucket', 'RegionalDomainName'] }, 'app-sitebucket.s3.us-east-1.amazonaws.com'],
    [
      { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Distribution', 'DomainName'] }]] },
      'https://distribution.cloudfront.net',
    ],
    [
      { 'Fn::Sub': 'assets-${AWS::AccountId}-${!Literal}-${Mail.QueueName}' },
      'assets-000000000000-${Literal}-mail',
    ],
    [{ 'Fn::Sub': ['${Own}/${Table}', { Own: { Ref: 'AWS::Region' } }] }, 'us-east-1/undersigned-test'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  ])('%j is evaluated', (value, expected) => {
    expect(resolver.value(value)).toEqual(expected);
  });

  test('keeps what is no function, at any depth, and drops what has no value', () => {
    expect(
      resolver.value({
        a: [1, { Ref: 'AWS::NoValue' }, { b: { Ref: 'Table' } }],
        c: { Ref: 'AWS::NoValue' },
      }),
    ).toEqual({ a: [1, { b: 'undersigned-test' }] });
  });

  test('that is unknown here is an error that names it', () => {
    expect(() => resolver.value({ 'Fn::ImportValue': 'x' })).toThrow('Fn::ImportValue');
  });
});
