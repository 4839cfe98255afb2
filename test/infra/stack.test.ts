import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { resourceName, resourcesOf } from '../../infra/template.ts';
import { devTemplate, parsed, variant } from './synthesized.ts';

const template = devTemplate();
const properties = z.record(z.string(), z.unknown());
const all = (type: string) => resourcesOf(template, type, properties);
const only = (type: string) => all(type)[0]?.[1];

describe('The table', () => {
  test('has its keys, time to live, a stream with both images, and point-in-time recovery', () => {
    expect(only('AWS::DynamoDB::Table')).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: false,
    });
  });
});

describe('The API', () => {
  test('has every route, each with its function', () => {
    const integrations = new Map(
      all('AWS::ApiGatewayV2::Integration').map(([id, { IntegrationUri }]) => [
        id,
        resourceName(IntegrationUri),
      ]),
    );
    const routes = all('AWS::ApiGatewayV2::Route').map(([, { RouteKey, Target }]) => [
      RouteKey,
      integrations.get(resourceName(Target).replace('integrations/', '')),
    ]);
    const isOfConsole = ([key]: unknown[]): boolean => String(key).includes(' /console');
    for (const [, handler] of routes.filter(isOfConsole)) expect(handler).toMatch(/^Console/);
    expect(Object.fromEntries(routes.filter((route) => !isOfConsole(route)))).toEqual({
      'OPTIONS /api/campaigns/{slug}/sign-ons': 'RoutesSubmitSignOn',
      'POST /api/campaigns/{slug}/sign-ons': 'RoutesSubmitSignOn',
      'GET /api/sign-ons/{token}': 'RoutesShowSignOn',
      'HEAD /api/sign-ons/{token}': 'RoutesShowSignOn',
      'POST /api/sign-ons/{token}/confirm': 'RoutesConfirmSignOn',
      'POST /api/sign-ons/{token}/correct': 'RoutesCorrectSignOn',
      'POST /api/sign-ons/{token}/withdraw': 'RoutesWithdrawSignOn',
      'POST /api/sign-ons/{token}/keep': 'RoutesKeepSignOn',
      'POST /api/sign-ons/{token}/not-me': 'RoutesWithdrawSignOn',
      'GET /api/invitations/{token}': 'RoutesShowSignOn',
      'HEAD /api/invitations/{token}': 'RoutesShowSignOn',
      'GET /api/unsubscribe/{token}': 'RoutesUnsubscribe',
      'HEAD /api/unsubscribe/{token}': 'RoutesUnsubscribe',
      'POST /api/unsubscribe/{token}': 'RoutesUnsubscribe',
      'GET /api/openapi.json': 'RoutesOpenapi',
      'HEAD /api/openapi.json': 'RoutesOpenapi',
      $default: 'RoutesNotFound',
    });
  });

  test('adds one statement to the policy of each function, which may hold 20 KB, however many routes it has', () => {
    const called = resourcesOf(
      template,
      'AWS::Lambda::Permission',
      z.object({ Principal: z.string(), FunctionName: z.unknown() }),
    )
      .filter(([, { Principal }]) => Principal === 'apigateway.amazonaws.com')
      .map(([, { FunctionName }]) => resourceName(FunctionName));
    expect(called.length).toBeGreaterThan(10);
    expect(called.toSorted()).toEqual([...new Set(called)].toSorted());
  });

  test('may call the function of every route: the default route as <stage>/$default, others as <stage>/<method>/<path>', () => {
    const sources = resourcesOf(
      template,
      'AWS::Lambda::Permission',
      z.object({ Principal: z.string(), FunctionName: z.unknown(), SourceArn: z.unknown() }),
    )
      .filter(([, { Principal }]) => Principal === 'apigateway.amazonaws.com')
      .map(([, { FunctionName, SourceArn }]) => [
        resourceName(FunctionName),
        /[^"]*(?="\]\]\}$)/.exec(JSON.stringify(SourceArn))?.[0],
      ]);
    expect(Object.fromEntries(sources)).toMatchObject({
      RoutesNotFound: '/*/*',
      RoutesSubmitSignOn: '/*/*/*',
    });
  });

  test('logs the route of a request, never its path or its sender, and has a default limit', () => {
    const stage = only('AWS::ApiGatewayV2::Stage');
    expect(stage).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    });
    const { Format } = z.object({ Format: z.string() }).parse(stage?.AccessLogSettings);
    expect(Object.keys(JSON.parse(Format))).toContain('routeKey');
    expect(Format).not.toMatch(/\$context\.(path|identity|domainName|authorizer|resourcePath|customDomain)/);
  });
});

describe('Limits by route', () => {
  const limitsOf = (RouteSettings: unknown) =>
    z
      .record(z.string(), z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() }))
      .parse(RouteSettings);
  const [, stage] = Object.entries(template.Resources).find(
    ([, { Type }]) => Type === 'AWS::ApiGatewayV2::Stage',
  ) ?? ['', undefined];
  const limits = limitsOf(stage?.Properties.RouteSettings);

  test('are set for every route, and no other', () => {
    const routes = all('AWS::ApiGatewayV2::Route').map(([, { RouteKey }]) => RouteKey);
    expect(Object.keys(limits).sort()).toEqual(routes.sort());
  });

  test('let a crowd sign, and keep a scan from taking what signers need', () => {
    const rate = (route: string) => limits[route]?.ThrottlingRateLimit ?? 0;
    for (const route of [
      'POST /api/campaigns/{slug}/sign-ons',
      'GET /api/sign-ons/{token}',
      'POST /api/sign-ons/{token}/confirm',
    ])
      expect(rate(route)).toBe(2000);
    expect([rate('$default'), rate('GET /api/openapi.json')]).toEqual([100, 100]);
  });

  test('have no burst above the 1,250 that an account has in newer regions', () => {
    expect(Math.max(...Object.values(limits).map((each) => each.ThrottlingBurstLimit))).toBe(1250);
  });

  test('of submitting can be lowered for a stage, against a flood, while links in mails go on working', () => {
    const [, lowered] =
      resourcesOf(parsed(variant('everyOption')), 'AWS::ApiGatewayV2::Stage', properties)[0] ?? [];
    const of = limitsOf(lowered?.RouteSettings);
    expect(of['POST /api/campaigns/{slug}/sign-ons']).toEqual({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 100,
    });
    expect(of['POST /api/sign-ons/{token}/confirm']?.ThrottlingRateLimit).toBe(2000);
  });

  test('come after the routes, since API Gateway refuses a limit for a route that is not there', () => {
    const routes = Object.entries(template.Resources).filter(
      ([, { Type }]) => Type === 'AWS::ApiGatewayV2::Route',
    );
    expect(stage?.DependsOn).toEqual(expect.arrayContaining(routes.map(([id]) => id)));
  });
});

describe('The schedule', () => {
  test('starts sweep every minute, without retries', () => {
    const [, rule] = all('AWS::Events::Rule').find(([, { ScheduleExpression }]) => ScheduleExpression) ?? [];
    expect(rule?.ScheduleExpression).toBe('cron(* * * * ? *)');
    const [target] = z.array(z.object({ Arn: z.unknown(), RetryPolicy: z.unknown() })).parse(rule?.Targets);
    expect(resourceName(target?.Arn)).toBe('ScheduleSweep');
    expect(target?.RetryPolicy).toMatchObject({ MaximumRetryAttempts: 0 });
    expect(only('AWS::Lambda::EventInvokeConfig')).toMatchObject({ MaximumRetryAttempts: 0 });
  });
});

describe('Buckets', () => {
  const buckets = new Map(all('AWS::S3::Bucket'));

  test('are closed to the public, encrypted, and speak TLS only', () => {
    expect([...buckets.keys()].sort()).toEqual([
      'FailedRecordsBucket',
      'PublicationPrivateBucket',
      'SiteBucket',
    ]);
    for (const [, bucket] of buckets) {
      expect(bucket.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(bucket.BucketEncryption).toBeDefined();
    }
    const policies = all('AWS::S3::BucketPolicy');
    expect(policies.map(([, { Bucket }]) => resourceName(Bucket)).sort()).toEqual([...buckets.keys()].sort());
    for (const [, policy] of policies)
      expect(JSON.stringify(policy)).toContain('"aws:SecureTransport":"false"');
  });

  test('keep no versions of a page, so that nothing of a withdrawn signer stays', () => {
    expect(buckets.get('SiteBucket')?.VersioningConfiguration).toBeUndefined();
  });

  test('keep old versions of snapshots for a week, and failed records for two', () => {
    expect(buckets.get('PublicationPrivateBucket')).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: expect.arrayContaining([
          expect.objectContaining({ NoncurrentVersionExpiration: { NoncurrentDays: 7 } }),
        ]),
      },
    });
    expect(buckets.get('FailedRecordsBucket')).toMatchObject({
      LifecycleConfiguration: { Rules: [expect.objectContaining({ ExpirationInDays: 14 })] },
    });
  });

  test('let CloudFront read the site’s bucket, and allow nobody else anything', () => {
    const allowed = all('AWS::S3::BucketPolicy').flatMap(([, { Bucket, PolicyDocument }]) =>
      z
        .object({
          Statement: z.array(z.object({ Effect: z.string(), Action: z.string(), Principal: z.unknown() })),
        })
        .parse(PolicyDocument)
        .Statement.filter(({ Effect }) => Effect === 'Allow')
        .map(({ Action, Principal }) => ({ bucket: resourceName(Bucket), Action, Principal })),
    );
    expect(allowed).toEqual([
      { bucket: 'SiteBucket', Action: 's3:GetObject', Principal: { Service: 'cloudfront.amazonaws.com' } },
    ]);
  });
});

describe('Secrets and mail', () => {
  test('are generated at deployment: a long address key, and link keys that name the current one', () => {
    const secrets = Object.fromEntries(
      all('AWS::SecretsManager::Secret').map(([id, { GenerateSecretString }]) => [id, GenerateSecretString]),
    );
    expect(secrets.SecretsAddressKey).toEqual({ ExcludePunctuation: true, PasswordLength: 64 });
    expect(secrets.SecretsLinkKeys).toMatchObject({
      SecretStringTemplate: '{"current":"k1"}',
      GenerateStringKey: 'k1',
    });
  });

  test('are reported on the event bus: sent, delivered, rejected, bounced, complained about', () => {
    expect(only('AWS::SES::ConfigurationSetEventDestination')).toMatchObject({
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['send', 'reject', 'delivery', 'bounce', 'complaint'],
      },
    });
  });

  test('never come back to the mailbox of the sender, with a signer’s address in them', () => {
    expect(only('AWS::SES::EmailIdentity')?.FeedbackAttributes).toEqual({ EmailForwardingEnabled: false });
  });

  test('are sent with DKIM, a custom MAIL FROM domain and TLS, and not to suppressed addresses', () => {
    expect(only('AWS::SES::EmailIdentity')).toMatchObject({
      EmailIdentity: 'example.org',
      DkimSigningAttributes: { NextSigningKeyLength: 'RSA_2048_BIT' },
      MailFromAttributes: { MailFromDomain: 'bounce.example.org' },
    });
    expect(only('AWS::SES::ConfigurationSet')).toMatchObject({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });
});

describe('The template', () => {
  test('has no custom resource, no nested stack and no VPC', () => {
    const types = Object.values(template.Resources).map(({ Type }) => Type);
    expect(types.filter((type) => /^(Custom::|AWS::CloudFormation::|AWS::EC2::)/.test(type))).toEqual([]);
    expect(types.filter((type) => type === 'AWS::Lambda::Function')).toHaveLength(
      readdirSync('functions').length,
    );
  });

  test('has no circular dependency', () => {
    const ids = Object.keys(template.Resources);
    const needs = new Map(
      Object.entries(template.Resources).map(([id, resource]) => {
        const json = JSON.stringify(resource);
        return [id, ids.filter((other) => other !== id && json.includes(`"${other}"`))];
      }),
    );
    for (let before = -1; before !== needs.size; ) {
      before = needs.size;
      for (const [id, others] of needs) if (!others.some((other) => needs.has(other))) needs.delete(id);
    }
    expect([...needs.keys()]).toEqual([]);
  });

  test('is ASCII: CloudFormation replaces other characters with question marks', () => {
    expect(/[^\n\x20-\x7e]/.exec(JSON.stringify(template))?.[0]).toBeUndefined();
  });
});
