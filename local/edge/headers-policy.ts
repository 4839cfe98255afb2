import { Refusal } from '../errors.ts';
import type { HttpResponse } from '../gateway/response.ts';
import type { Behavior, Distribution, HeadersPolicy } from '../template/distribution.ts';

const simpleCors: HeadersPolicy = {
  CorsConfig: { AccessControlAllowOrigins: { Items: ['*'] }, OriginOverride: false },
};
const securityHeaders: HeadersPolicy = {
  SecurityHeadersConfig: {
    ContentTypeOptions: { Override: true },
    FrameOptions: { FrameOption: 'SAMEORIGIN', Override: false },
    ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: false },
    StrictTransportSecurity: {
      AccessControlMaxAgeSec: 31_536_000,
      IncludeSubdomains: false,
      Preload: false,
      Override: false,
    },
  },
};

/**
 * AWS's own policies, by id.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
 */
const managed: Record<string, HeadersPolicy> = {
  '60669652-455b-4ae9-85a4-c4c02393f86c': simpleCors,
  '67f7725c-6f97-4210-82d7-5512b31e9d03': securityHeaders,
  'e61eb60c-9c35-4d20-a928-2b84e02af89c': { ...simpleCors, ...securityHeaders },
};

/**
 * Adds and removes headers as the behavior's policy says. A header of the origin stays if the policy's does not override
 * it. Throws if the policy is not known here.
 */
export function headersPolicyOf(
  { ResponseHeadersPolicyId: id }: Behavior,
  { headersPolicies }: Distribution,
): (headers: HttpResponse['headers']) => HttpResponse['headers'] {
  if (id === undefined) return (headers) => headers;
  const policy = headersPolicies.get(id) ?? managed[id];
  if (!policy)
    throw new Refusal(`The local stack does not know the response headers policy ${id}: use one of infra/.`);
  const added = headersOf(policy);
  const removed = (policy.RemoveHeadersConfig?.Items ?? []).map(({ Header }) => Header.toLowerCase());
  return (headers) => {
    const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !removed.includes(name)));
    for (const { name, value, overrides } of added) if (overrides || !(name in kept)) kept[name] = value;
    return kept;
  };
}

interface PolicyHeader {
  name: string;
  value: string;
  overrides: boolean;
}

function headersOf({
  CorsConfig,
  SecurityHeadersConfig: security,
  CustomHeadersConfig,
}: HeadersPolicy): PolicyHeader[] {
  const headers: PolicyHeader[] = [];
  const add = (name: string, value: string, { Override: overrides }: { Override: boolean }) =>
    headers.push({ name, value, overrides });
  if (CorsConfig)
    add('access-control-allow-origin', CorsConfig.AccessControlAllowOrigins.Items.join(', '), {
      Override: CorsConfig.OriginOverride,
    });
  const csp = security?.ContentSecurityPolicy;
  if (csp) add('content-security-policy', csp.ContentSecurityPolicy, csp);
  const type = security?.ContentTypeOptions;
  if (type) add('x-content-type-options', 'nosniff', type);
  const frame = security?.FrameOptions;
  if (frame) add('x-frame-options', frame.FrameOption, frame);
  const referrer = security?.ReferrerPolicy;
  if (referrer) add('referrer-policy', referrer.ReferrerPolicy, referrer);
  const transport = security?.StrictTransportSecurity;
  if (transport) {
    const parts = [
      `max-age=${transport.AccessControlMaxAgeSec}`,
      ...(transport.IncludeSubdomains ? ['includeSubDomains'] : []),
      ...(transport.Preload ? ['preload'] : []),
    ];
    add('strict-transport-security', parts.join('; '), transport);
  }
  for (const custom of CustomHeadersConfig?.Items ?? [])
    add(custom.Header.toLowerCase(), custom.Value, custom);
  return headers;
}
