import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { resourceName, resourcesOf } from '../../infra/template.ts';
import { pathPattern } from '../../local/edge/path-pattern.ts';
import { devTemplate } from './synthesized.ts';

const template = devTemplate();
const properties = z.record(z.string(), z.unknown());

const behaviorSchema = z.object({
  TargetOriginId: z.string(),
  PathPattern: z.string().optional(),
  ViewerProtocolPolicy: z.string(),
  AllowedMethods: z.array(z.string()).optional(),
  CachePolicyId: z.unknown(),
  OriginRequestPolicyId: z.unknown().optional(),
  ResponseHeadersPolicyId: z.unknown(),
  FunctionAssociations: z.array(z.object({ EventType: z.string(), FunctionARN: z.unknown() })).optional(),
});
const distribution = z
  .object({
    DistributionConfig: z.object({
      DefaultCacheBehavior: behaviorSchema,
      CacheBehaviors: z.array(behaviorSchema),
      CustomErrorResponses: z.array(
        z.strictObject({ ErrorCode: z.number(), ErrorCachingMinTTL: z.number() }),
      ),
      Origins: z.array(z.looseObject({ Id: z.string(), DomainName: z.unknown() })),
      OriginGroups: z.object({
        Items: z.array(
          z.object({
            Id: z.string(),
            FailoverCriteria: z.object({ StatusCodes: z.object({ Items: z.array(z.number()) }) }),
            Members: z.object({ Items: z.array(z.object({ OriginId: z.string() })) }),
          }),
        ),
      }),
    }),
  })
  .parse(resourcesOf(template, 'AWS::CloudFront::Distribution', properties)[0]?.[1]).DistributionConfig;

const originOf = (id: string | undefined) =>
  resourceName(distribution.Origins.find(({ Id }) => Id === id)?.DomainName);
const behavior = (pattern: string) =>
  distribution.CacheBehaviors.find(({ PathPattern }) => PathPattern === pattern);
const api = 'ApiHttpApi.execute-api.AWS::Region.AWS::URLSuffix';

const functionCode = (id: string): string =>
  z
    .object({ FunctionCode: z.string() })
    .parse(resourcesOf(template, 'AWS::CloudFront::Function', properties).find(([name]) => name === id)?.[1])
    .FunctionCode;

describe('CloudFront', () => {
  test('gets pages from the bucket, and the 404 page for a missing one from the API', () => {
    for (const { TargetOriginId } of [
      distribution.DefaultCacheBehavior,
      behavior('/*/progress.json'),
    ].flatMap((one) => (one ? [one] : []))) {
      const group = distribution.OriginGroups.Items.find(({ Id }) => Id === TargetOriginId);
      expect(group?.Members.Items.map(({ OriginId }) => originOf(OriginId))).toEqual([
        'SiteBucket.RegionalDomainName',
        api,
      ]);
      expect(group?.FailoverCriteria.StatusCodes.Items).toEqual([403, 404]);
    }
  });

  test.each([
    ['/console/harbor-trees/preview/progress.json', '/console/*'],
    ['/console/harbor-trees/preview/embed.js', '/console/*'],
    ['/api/x/progress.json', '/api/*'],
    ['/api/campaigns/harbor-trees/sign-ons', '/api/campaigns/*/sign-ons'],
    ['/harbor-trees/progress.json', '/*/progress.json'],
    ['/harbor-trees/es/embed.js', '/*/embed.js'],
    ['/harbor-trees/letter/', undefined],
  ])('answers %s as %s, the first pattern that matches', (path, pattern) => {
    const matches = ({ PathPattern = '*' }) => pathPattern(PathPattern)(path);
    expect(distribution.CacheBehaviors.find(matches)?.PathPattern).toBe(pattern);
  });

  test('forwards everything except Host to the API, and caches none of its answers', () => {
    const { AllViewerExceptHostHeader, CachingDisabled } = {
      AllViewerExceptHostHeader: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      CachingDisabled: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    };
    for (const pattern of ['/api/*', '/console/*']) {
      expect(originOf(behavior(pattern)?.TargetOriginId)).toBe(api);
      expect(behavior(pattern)).toMatchObject({
        CachePolicyId: CachingDisabled,
        OriginRequestPolicyId: AllViewerExceptHostHeader,
      });
      expect(behavior(pattern)?.AllowedMethods).toContain('POST');
    }
  });

  test('tells the API the viewer’s address, beside a key that only CloudFront has', () => {
    const origin = distribution.Origins.find(({ Id }) => Id === behavior('/api/*')?.TargetOriginId);
    expect(origin?.OriginCustomHeaders).toEqual([
      {
        HeaderName: 'x-origin-verify',
        HeaderValue: { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] },
      },
    ]);
    const associations = behavior('/api/*')?.FunctionAssociations ?? [];
    expect(associations.map(({ EventType, FunctionARN }) => [EventType, resourceName(FunctionARN)])).toEqual([
      ['viewer-request', 'SiteViewerAddress.FunctionARN'],
    ]);
    const source = functionCode('SiteViewerAddress');
    const event = {
      viewer: { ip: '203.0.113.7' },
      request: { uri: '/api/x/', headers: { 'x-viewer-address': { value: 'a lie' } } },
    };
    const request: unknown = runInNewContext(`${source}; JSON.stringify(handler(${JSON.stringify(event)}))`);
    expect(JSON.parse(String(request))).toEqual({
      uri: '/api/x',
      headers: { 'x-viewer-address': { value: '203.0.113.7' } },
    });
  });

  test.each([
    ['/console/', '/console'],
    ['/console/harbor-trees/', '/console/harbor-trees'],
    ['/console/harbor-trees', '/console/harbor-trees'],
    ...[
      '/api/sign-ons/k1.s.a.b._-c2ln',
      '/api/invitations/k1.i.a.b.c2ln',
      '/console/harbor-trees/sign-ons/0a1b',
      '/api/unsubscribe/k1.u.a.b.c2ln',
      '/console/sign-in/k1.c.a.c2ln',
    ].flatMap((link) =>
      [
        ...[
          '',
          '/',
          ')',
          '.',
          ').',
          '>',
          '%3E',
          '%29.',
          ',/',
          '&gt;',
          '%3C/a%3E',
          '%20Thank%20you',
          '*',
          '_',
        ],
        ...['&utm_source=x', '%0D%0A', '”', '=', '//'],
      ].map((end) => [`${link}${end}`, link]),
    ),
    ['/api/sign-ons/k1.s.a.b.c2ln/confirm', '/api/sign-ons/k1.s.a.b.c2ln/confirm'],
    ['/api/openapi.json', '/api/openapi.json'],
    ['/api/sign-ons/%20k1.s.a.b.c2ln', '/api/sign-ons/k1.s.a.b.c2ln'],
    ['/api/campaigns/harbor-trees/sign-ons', '/api/campaigns/harbor-trees/sign-ons'],
    ['/console/harbor-trees/export.csv', '/console/harbor-trees/export.csv'],
  ])('asks the API for %s without what was added at its end', (uri, asked) => {
    const event = { viewer: { ip: '203.0.113.7' }, request: { uri, headers: {} } };
    const source = functionCode('SiteViewerAddress');
    expect(runInNewContext(`${source}; handler(${JSON.stringify(event)}).uri`)).toBe(asked);
  });

  test('replaces no error with a page of its own, and caches errors only as they say themselves', () => {
    for (const { ErrorCachingMinTTL } of distribution.CustomErrorResponses)
      expect(ErrorCachingMinTTL).toBe(0);
    expect(distribution.CustomErrorResponses.map(({ ErrorCode }) => ErrorCode)).toEqual(
      expect.arrayContaining([404, 500, 503]),
    );
  });

  test('redirects HTTP to HTTPS', () => {
    for (const { ViewerProtocolPolicy } of [
      distribution.DefaultCacheBehavior,
      ...distribution.CacheBehaviors,
    ])
      expect(ViewerProtocolPolicy).toBe('redirect-to-https');
  });

  test('caches a page as long as the page says', () => {
    expect(resourceName(distribution.DefaultCacheBehavior.CachePolicyId)).toBe('SitePageCache');
    expect(resourcesOf(template, 'AWS::CloudFront::CachePolicy', properties)[0]?.[1]).toMatchObject({
      CachePolicyConfig: { MinTTL: 0, DefaultTTL: 10 },
    });
  });
});

describe('Headers', () => {
  const policies = new Map(
    resourcesOf(
      template,
      'AWS::CloudFront::ResponseHeadersPolicy',
      z.object({ ResponseHeadersPolicyConfig: properties }),
    ).map(([id, { ResponseHeadersPolicyConfig }]) => [id, ResponseHeadersPolicyConfig]),
  );
  const everywhere = [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors].map((one) =>
    policies.get(resourceName(one.ResponseHeadersPolicyId)),
  );

  test('forbid frames, keep links out of the logs of other sites, and do not override the policy of a page', () => {
    expect(everywhere).toHaveLength(6);
    for (const policy of everywhere)
      expect(policy).toMatchObject({
        SecurityHeadersConfig: {
          // Of this host alone: what is below an operator's domain is not ours to force to HTTPS.
          StrictTransportSecurity: {
            AccessControlMaxAgeSec: 31_536_000,
            IncludeSubdomains: false,
            Preload: false,
          },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY' },
          ReferrerPolicy: { ReferrerPolicy: 'same-origin' },
          ContentSecurityPolicy: { ContentSecurityPolicy: "frame-ancestors 'none'", Override: false },
        },
      });
  });

  test('open progress.json, embed.js and the address that takes sign-ons to every site, and nothing else', () => {
    const open = [...policies].filter(([, { CorsConfig }]) => CorsConfig).map(([id]) => id);
    const isOpen = (each: z.infer<typeof behaviorSchema>) =>
      open.includes(resourceName(each.ResponseHeadersPolicyId) ?? '');
    expect(distribution.CacheBehaviors.filter(isOpen).map(({ PathPattern }) => PathPattern)).toEqual([
      '/api/campaigns/*/sign-ons',
      '/*/progress.json',
      '/*/embed.js',
    ]);
    expect(isOpen(distribution.DefaultCacheBehavior)).toBe(false);
  });

  test('let no other site use a session, and answer its preflight', () => {
    const id = resourceName(behavior('/api/campaigns/*/sign-ons')?.ResponseHeadersPolicyId);
    expect([...policies].find(([name]) => name === id)?.[1].CorsConfig).toEqual({
      AccessControlAllowOrigins: { Items: ['*'] },
      AccessControlAllowMethods: { Items: ['POST', 'OPTIONS'] },
      AccessControlAllowHeaders: { Items: ['accept', 'content-type'] },
      AccessControlExposeHeaders: { Items: ['retry-after'] },
      AccessControlMaxAgeSec: 86_400,
      AccessControlAllowCredentials: false,
      OriginOverride: true,
    });
  });
});

describe('Gone', () => {
  const answer = (response: object, uri: string): unknown =>
    runInNewContext(
      `${functionCode('SiteGone')}; JSON.stringify(handler(${JSON.stringify({ request: { uri }, response })}))`,
    );
  const answered = (response: object, uri = '/harbor-trees/') => JSON.parse(String(answer(response, uri)));
  const mark = { 'x-amz-meta-gone': { value: 'yes' } };

  test('answers 410 for what is marked as taken down, and removes the mark', () => {
    const headers = { etag: { value: '"1"' } };
    for (const statusCode of [200, 206])
      expect(answered({ statusCode, headers: { ...headers, ...mark } })).toEqual({
        statusCode: 410,
        statusDescription: 'Gone',
        headers,
      });
  });

  test('answers 404 for what is there no longer, and removes the mark', () => {
    const missing = { 'x-amz-meta-missing': { value: 'yes' } };
    for (const statusCode of [200, 206])
      expect(answered({ statusCode, headers: missing })).toEqual({
        statusCode: 404,
        statusDescription: 'Not Found',
        headers: {},
      });
    expect(answered({ statusCode: 304, headers: missing })).toEqual({ statusCode: 304, headers: {} });
  });

  test('leaves every other answer as it is, a 304 too, since the browser then shows the text that it has', () => {
    expect(answered({ statusCode: 200, headers: {} })).toEqual({ statusCode: 200, headers: {} });
    expect(answered({ statusCode: 304, headers: mark })).toEqual({ statusCode: 304, headers: {} });
  });

  test('keeps plain files out of search engines, which read the pages', () => {
    const headers = { 'x-robots-tag': { value: 'noindex' } };
    for (const file of ['letter.txt', 'es/release.txt', 'signatories.csv', 'letter.pdf'])
      expect(answered({ statusCode: 200, headers: {} }, `/harbor-trees/${file}`)).toMatchObject({ headers });
    expect(answered({ statusCode: 200, headers: {} }, '/harbor-trees/preview.png').headers).toEqual({});
  });

  test('runs for every page of the site and every file beside one', () => {
    for (const each of [
      distribution.DefaultCacheBehavior,
      ...distribution.CacheBehaviors.filter(
        ({ PathPattern = '' }) => !/^\/(?:api|console)\//.test(PathPattern),
      ),
    ])
      expect(each.FunctionAssociations?.map(({ FunctionARN }) => resourceName(FunctionARN))).toContain(
        'SiteGone.FunctionARN',
      );
  });
});

describe('Folders', () => {
  const FunctionCode = functionCode('SiteFolders');
  const answer = (uri: string): unknown =>
    runInNewContext(`${FunctionCode}; JSON.stringify(handler({ request: { uri: ${JSON.stringify(uri)} } }))`);
  const asked = (uri: string) => JSON.parse(String(answer(uri)));

  test.each([
    ['/', '/index.html'],
    ['/harbor-trees/', '/harbor-trees/index.html'],
    ['/harbor-trees/letter/2/', '/harbor-trees/letter/2/index.html'],
    ['/harbor-trees/letter.txt', '/harbor-trees/letter.txt'],
    ['/harbor-trees/progress.json', '/harbor-trees/progress.json'],
  ])('%s gets the file %s', (uri, file) => {
    expect(asked(uri)).toEqual({ uri: file });
  });

  test.each(['/harbor-trees', '/harbor-trees/letter', '/api'])(
    '%s redirects to the same path with a slash',
    (uri) => {
      expect(asked(uri)).toMatchObject({ statusCode: 301, headers: { location: { value: `${uri}/` } } });
    },
  );

  test.each(['//example.com', '/\\example.com', '//example.com/x', '/a b', '/%2f%2fexample.com'])(
    '%s is no redirect to another site',
    (uri) => {
      expect(asked(uri)).toEqual({ uri });
    },
  );
});
