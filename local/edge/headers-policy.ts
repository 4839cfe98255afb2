import { Refusal } from '../errors.ts';
import type { HttpResponse } from '../gateway/response.ts';
import type { Behavior, Distribution, HeadersPolicy } from '../template/distribution.ts';

const simpleCors: HeadersPolicy = { CorsConfig: { AccessControlAllowOrigins: { Items: ['*'] } } };
const securityHeaders: HeadersPolicy = {
  SecurityHeadersConfig: {
    ContentTypeOptions: {},
    FrameOptions: { FrameOption: 'SAMEORIGIN' },
    ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin' },
    StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: false, Preload: false },
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

/** Adds and removes headers as the behavior's policy says. Throws if the policy is not known here. */
export function headersPolicyOf(
  { ResponseHeadersPolicyId: id }: Behavior,
  { headersPolicies }: Distribution,
): (headers: HttpResponse['headers']) => HttpResponse['headers'] {
  if (id === undefined) return (headers) => headers;
  const policy = headersPolicies.get(id) ?? managed[id];
  if (!policy)
    throw new Refusal(`The local stack does not know the response headers policy ${id}: use one of infra/.`);
  const added = Object.fromEntries(headersOf(policy));
  const removed = (policy.RemoveHeadersConfig?.Items ?? []).map(({ Header }) => Header.toLowerCase());
  return (headers) => ({
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => !removed.includes(name))),
    ...added,
  });
}

function headersOf({
  CorsConfig,
  SecurityHeadersConfig: security,
  CustomHeadersConfig,
}: HeadersPolicy): [string, string][] {
  const headers: [string, string][] = [];
  if (CorsConfig)
    headers.push(['access-control-allow-origin', CorsConfig.AccessControlAllowOrigins.Items.join(', ')]);
  const csp = security?.ContentSecurityPolicy;
  if (csp) headers.push(['content-security-policy', csp.ContentSecurityPolicy]);
  if (security?.ContentTypeOptions) headers.push(['x-content-type-options', 'nosniff']);
  if (security?.FrameOptions) headers.push(['x-frame-options', security.FrameOptions.FrameOption]);
  if (security?.ReferrerPolicy) headers.push(['referrer-policy', security.ReferrerPolicy.ReferrerPolicy]);
  const transport = security?.StrictTransportSecurity;
  if (transport) {
    const parts = [
      `max-age=${transport.AccessControlMaxAgeSec}`,
      ...(transport.IncludeSubdomains ? ['includeSubDomains'] : []),
      ...(transport.Preload ? ['preload'] : []),
    ];
    headers.push(['strict-transport-security', parts.join('; ')]);
  }
  const custom = CustomHeadersConfig?.Items ?? [];
  return [...headers, ...custom.map(({ Header, Value }): [string, string] => [Header.toLowerCase(), Value])];
}
