import * as z from 'zod';
import type { Assembly } from './assembly.ts';
import type { Resolver } from './resolve.ts';
import { resourcesOf } from './resources.ts';

const behaviorSchema = z.object({
  PathPattern: z.string().optional(),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z.array(z.object({ EventType: z.string(), FunctionARN: z.string() })).default([]),
});
const distributionSchema = z.object({
  DistributionConfig: z.object({
    Aliases: z.array(z.string()).default([]),
    DefaultRootObject: z.string().default(''),
    DefaultCacheBehavior: behaviorSchema,
    CacheBehaviors: z.array(behaviorSchema).default([]),
    Origins: z.array(
      z.object({
        Id: z.string(),
        DomainName: z.string(),
        OriginPath: z.string().default(''),
        OriginCustomHeaders: z
          .array(z.object({ HeaderName: z.string(), HeaderValue: z.string() }))
          .default([]),
      }),
    ),
    OriginGroups: z
      .object({
        Items: z
          .array(
            z.object({
              Id: z.string(),
              FailoverCriteria: z.object({ StatusCodes: z.object({ Items: z.array(z.number()) }) }),
              Members: z.object({ Items: z.array(z.object({ OriginId: z.string() })) }),
            }),
          )
          .default([]),
      })
      .optional(),
  }),
});
/** Whether the policy's header replaces the origin's. */
const override = { Override: z.boolean() };
const header = z.object({ Header: z.string(), Value: z.string(), ...override });
const seconds = z.object({ AccessControlMaxAgeSec: z.number(), ...override });
const headersPolicySchema = z.object({
  ResponseHeadersPolicyConfig: z.object({
    CustomHeadersConfig: z.object({ Items: z.array(header) }).optional(),
    RemoveHeadersConfig: z.object({ Items: z.array(z.object({ Header: z.string() })) }).optional(),
    CorsConfig: z
      .object({
        AccessControlAllowOrigins: z.object({ Items: z.array(z.string()) }),
        OriginOverride: z.boolean(),
      })
      .optional(),
    SecurityHeadersConfig: z
      .object({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string(), ...override }).optional(),
        ContentTypeOptions: z.object(override).optional(),
        FrameOptions: z.object({ FrameOption: z.string(), ...override }).optional(),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.string(), ...override }).optional(),
        StrictTransportSecurity: seconds
          .extend({ IncludeSubdomains: z.boolean().default(false), Preload: z.boolean().default(false) })
          .optional(),
      })
      .optional(),
  }),
});
const functionSchema = z.object({ FunctionCode: z.string() });

export type Behavior = z.infer<typeof behaviorSchema>;
export type Origin = z.infer<typeof distributionSchema>['DistributionConfig']['Origins'][number];
export type HeadersPolicy = z.infer<typeof headersPolicySchema>['ResponseHeadersPolicyConfig'];

/** What CloudFront does between a browser and the bucket or the API. */
export interface Distribution {
  id: string;
  /** The `https://…` addresses of the distribution. */
  urls: string[];
  rootObject: string;
  /** In the order in which they are tried. The last one matches every path. */
  behaviors: Behavior[];
  origins: Map<string, Origin>;
  /** Groups of origins, in the order in which they are tried, and the statuses after which the next one is tried. */
  groups: Map<string, { members: string[]; failover: number[] }>;
  headersPolicies: Map<string, HeadersPolicy>;
  /** The source of each CloudFront Function, by ARN. */
  functions: Map<string, string>;
}

export function readDistribution(assembly: Assembly, resolver: Resolver): Distribution {
  const [found] = resourcesOf(assembly, resolver, 'AWS::CloudFront::Distribution', distributionSchema);
  if (!found) throw new Error('The template has no CloudFront distribution.');
  const config = found.properties.DistributionConfig;
  const domains = [resolver.attribute(found.logicalId, 'DomainName'), ...config.Aliases];
  const policies = resourcesOf(
    assembly,
    resolver,
    'AWS::CloudFront::ResponseHeadersPolicy',
    headersPolicySchema,
  );
  return {
    id: resolver.ref(found.logicalId),
    urls: domains.map((domain) => `https://${domain}`),
    rootObject: config.DefaultRootObject,
    behaviors: [...config.CacheBehaviors, config.DefaultCacheBehavior],
    origins: new Map(config.Origins.map((origin) => [origin.Id, origin])),
    groups: new Map(
      (config.OriginGroups?.Items ?? []).map(({ Id, Members, FailoverCriteria }) => [
        Id,
        {
          members: Members.Items.map(({ OriginId }) => OriginId),
          failover: FailoverCriteria.StatusCodes.Items,
        },
      ]),
    ),
    headersPolicies: new Map(
      policies.map(({ logicalId, properties }) => [
        resolver.ref(logicalId),
        properties.ResponseHeadersPolicyConfig,
      ]),
    ),
    functions: new Map(
      resourcesOf(assembly, resolver, 'AWS::CloudFront::Function', functionSchema).map(
        ({ logicalId, properties }) => [
          resolver.attribute(logicalId, 'FunctionARN'),
          properties.FunctionCode,
        ],
      ),
    ),
  };
}
