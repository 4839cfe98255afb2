import { Refusal } from '../errors.ts';
import type { HttpApi } from '../gateway/api.ts';
import type { HttpResponse } from '../gateway/response.ts';
import { failure } from '../gateway/response.ts';
import type { ObjectStore } from '../s3/object-store.ts';
import { headersOf, isUnchanged } from '../s3/requests.ts';
import type { Behavior, Distribution, Origin } from '../template/distribution.ts';
import type { EdgeRequest } from './viewer-function.ts';

export interface OriginRequest extends EdgeRequest {
  /** Undefined if the body is larger than the API accepts. */
  body: Buffer | undefined;
  viewerIp: string;
}

/** What answers behind CloudFront. */
export type OriginServer = (request: OriginRequest) => Promise<HttpResponse>;

interface Backends {
  api: { id: string; host: string; answer: HttpApi };
  /** A bucket by its name. */
  bucket: (name: string) => ObjectStore | undefined;
}

/**
 * Policies that forward everything that the viewer sent. Without one, CloudFront forwards no headers, cookies or
 * query.
 */
const forwardingPolicies = [
  'b689b0a8-53d0-40ab-baf2-68738e2966ac', // AllViewerExceptHostHeader
  '216adef6-5c7f-47e4-b989-5492eafa07d3', // AllViewer
];

/** The origin of a behavior. For a group of origins, the next one is tried if the first does not have the object. */
export function originOf(behavior: Behavior, distribution: Distribution, backends: Backends): OriginServer {
  const policy = behavior.OriginRequestPolicyId;
  if (policy !== undefined && !forwardingPolicies.includes(policy)) {
    throw new Refusal(
      `The local stack does not know the origin request policy ${policy}: see local/edge/origins.ts.`,
    );
  }
  const server = (id: string): OriginServer => {
    const origin = distribution.origins.get(id);
    if (!origin) throw new Error(`The distribution has no origin ${id}.`);
    return serverOf(origin, policy !== undefined, backends);
  };
  const group = distribution.groups.get(behavior.TargetOriginId);
  if (!group) return server(behavior.TargetOriginId);
  const servers = group.members.map(server);
  return async (request) => {
    let answer = failure(404);
    for (const next of servers) {
      answer = await next(request);
      // Only requests that change nothing are tried a second time.
      if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method) || !group.failover.includes(answer.status))
        break;
    }
    return answer;
  };
}

function serverOf(origin: Origin, forwardsAll: boolean, { api, bucket }: Backends): OriginServer {
  const domain = origin.DomainName.toLowerCase();
  if (domain === api.host) {
    return async (request) => {
      if (!request.body) return failure(413);
      const headers = apiHeaders(request, origin, forwardsAll, api.host);
      return api.answer({
        method: request.method,
        path: `${origin.OriginPath}${request.path}`,
        query: forwardsAll ? request.query : '',
        headers,
        body: request.body,
        sourceIp: '127.0.0.1',
      });
    };
  }
  const store = bucket(domain.split('.s3.')[0] ?? '');
  if (!store) throw new Error(`Nothing in the template answers at ${origin.DomainName}.`);
  return (request) => fromBucket(store, `${origin.OriginPath}${request.path}`, request);
}

function apiHeaders(
  { headers, viewerIp }: OriginRequest,
  origin: Origin,
  forwardsAll: boolean,
  host: string,
): Record<string, string> {
  const { 'user-agent': _, 'x-forwarded-for': forwardedFor, ...others } = headers;
  const own = origin.OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [
    HeaderName.toLowerCase(),
    HeaderValue,
  ]);
  return {
    ...(forwardsAll ? headers : contentHeaders(others)),
    ...(!forwardsAll && { 'user-agent': 'Amazon CloudFront' }),
    ...Object.fromEntries(own),
    host,
    via: '2.0 local.cloudfront.net (CloudFront)',
    // CloudFront knows the viewer's address. The API only knows CloudFront's.
    'x-forwarded-for': [...(forwardedFor ? [forwardedFor] : []), viewerIp, '127.0.0.1'].join(', '),
    'x-forwarded-port': '443',
    'x-forwarded-proto': 'https',
  };
}

const contentHeaders = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) =>
      ['content-type', 'content-length', 'accept-encoding'].includes(name),
    ),
  );

/**
 * A bucket behind an origin access control without permission to list. As on S3, a missing object is answered with
 * 403.
 */
async function fromBucket(store: ObjectStore, path: string, { headers }: EdgeRequest): Promise<HttpResponse> {
  const found = await store.read(keyOf(path));
  if (!found) {
    return {
      status: 403,
      headers: { 'content-type': 'application/xml' },
      body: Buffer.from('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'),
    };
  }
  const answer = headersOf(found.head, false);
  return isUnchanged(found.head, { headers })
    ? { status: 304, headers: answer, body: Buffer.alloc(0) }
    : { status: 200, headers: answer, body: found.body };
}

function keyOf(path: string): string {
  try {
    return decodeURIComponent(path).slice(1);
  } catch {
    return path.slice(1);
  }
}
