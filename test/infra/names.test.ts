import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { parsed, variant } from './synthesized.ts';
import type { VariantName } from './variants.ts';

/**
 * Properties that name a resource, by type. `everywhere`: the name is taken in all regions of the account, or of the
 * world.
 */
const naming: Record<string, { properties: string[]; everywhere?: true }> = {
  'AWS::CloudFront::CachePolicy': { properties: ['CachePolicyConfig.Name'], everywhere: true },
  'AWS::CloudFront::Function': { properties: ['Name'], everywhere: true },
  'AWS::CloudFront::OriginAccessControl': {
    properties: ['OriginAccessControlConfig.Name'],
    everywhere: true,
  },
  'AWS::CloudFront::ResponseHeadersPolicy': {
    properties: ['ResponseHeadersPolicyConfig.Name'],
    everywhere: true,
  },
  'AWS::CloudWatch::Alarm': { properties: ['AlarmName'] },
  'AWS::DynamoDB::Table': { properties: ['TableName'] },
  'AWS::CloudWatch::Dashboard': { properties: ['DashboardName'], everywhere: true },
  'AWS::Events::Rule': { properties: ['Name'] },
  'AWS::Events::EventBus': { properties: ['Name'] },
  'AWS::Events::Archive': { properties: ['ArchiveName'] },
  'AWS::IAM::Role': { properties: ['RoleName'], everywhere: true },
  'AWS::Lambda::Function': { properties: ['FunctionName'] },
  'AWS::Logs::LogGroup': { properties: ['LogGroupName'] },
  'AWS::Route53::RecordSet': { properties: ['Name', 'Type'], everywhere: true },
  'AWS::S3::Bucket': { properties: ['BucketName'], everywhere: true },
  'AWS::SES::ConfigurationSet': { properties: ['Name'] },
  'AWS::SES::EmailIdentity': { properties: ['EmailIdentity'] },
  'AWS::SNS::Topic': { properties: ['TopicName'] },
  'AWS::SQS::Queue': { properties: ['QueueName'] },
  'AWS::SecretsManager::Secret': { properties: ['Name'] },
};

/** Types whose resources have no name of their own, or one that others may have, too. */
const unnamed = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudFront::Distribution',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Permission',
  'AWS::Logs::MetricFilter',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
];

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((found, key) => z.record(z.string(), z.unknown()).safeParse(found).data?.[key], value);

/** Names that a template gives itself, once it is deployed to a region. What CloudFormation names has none here. */
function namesIn(name: VariantName, region: string, { everywhere = false } = {}): string[] {
  return Object.values(parsed(variant(name)).Resources).flatMap(({ Type, Properties }) => {
    const { properties = [], everywhere: isEverywhere = false } = naming[Type] ?? {};
    const values = properties.map((property) => at(Properties, property));
    if (values.some((value) => value === undefined) || values.length === 0) return [];
    if (everywhere && !isEverywhere) return [];
    return [`${Type} ${JSON.stringify(values).replaceAll('{"Ref":"AWS::Region"}', `"${region}"`)}`];
  });
}

const common = (some: string[], others: string[]) => some.filter((name) => others.includes(name));

test('Every type of resource is said to be named, or not to be', () => {
  const types = Object.values(parsed(variant('everyOption')).Resources).map(({ Type }) => Type);
  expect([...new Set(types)].filter((type) => !(type in naming) && !unnamed.includes(type))).toEqual([]);
});

describe('Names', () => {
  test('of two stages in one account and region do not collide', () => {
    const [prod, staging] = [namesIn('prod', 'us-east-1'), namesIn('staging', 'us-east-1')];
    expect(prod.length).toBeGreaterThan(40);
    expect(common(prod, staging)).toEqual([]);
  });

  test('of one stage in two regions do not collide', () => {
    const here = namesIn('prod', 'us-east-1', { everywhere: true });
    const there = namesIn('prodInAnotherRegion', 'eu-west-1', { everywhere: true });
    expect(here.length).toBeGreaterThan(6);
    expect(common(here, there)).toEqual([]);
  });

  test('are those that a person types and those that CloudFront demands; CloudFormation makes all others', () => {
    const types = new Set(namesIn('prod', 'us-east-1').map((name) => name.split(' ')[0]));
    expect([...types].sort()).toEqual([
      'AWS::CloudFront::CachePolicy',
      'AWS::CloudFront::Function',
      'AWS::CloudFront::OriginAccessControl',
      'AWS::CloudFront::ResponseHeadersPolicy',
      'AWS::CloudWatch::Alarm',
      'AWS::Events::EventBus',
      'AWS::Lambda::Function',
      'AWS::Logs::LogGroup',
      'AWS::SES::EmailIdentity',
    ]);
  });

  test('fit where CloudFront has 64 characters, with the longest stage and region', () => {
    for (const name of namesIn('longestName', 'ap-southeast-2', { everywhere: true })) {
      const [parts] = z
        .tuple([z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.string())]) })])
        .parse(JSON.parse(name.slice(name.indexOf(' ') + 1)));
      expect(parts['Fn::Join'][1].join('').length).toBeLessThanOrEqual(64);
    }
  });
});
