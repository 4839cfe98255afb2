import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { account } from '../aws.ts';
import type { RouteMatch } from './routes.ts';

/** A request as it reaches the API, after CloudFront. Header names are in lower case. */
export interface ApiRequest {
  method: string;
  /** As it was sent, not decoded. */
  path: string;
  /** Without the question mark. */
  query: string;
  headers: Record<string, string>;
  body: Buffer;
  sourceIp: string;
}

/**
 * Whether a body arrives as text. On AWS, bodies of other types, such as forms, and bodies without a type arrive in
 * base64.
 */
const isText = (contentType: string): boolean =>
  /^\s*(text\/|application\/(json|xml|javascript)\s*(;|$))/i.test(contentType);

/**
 * The event of an HTTP API, payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function toEvent(
  request: ApiRequest,
  { route, pathParameters }: RouteMatch,
  api: { id: string; host: string },
  now: Date,
): APIGatewayProxyEventV2 {
  const { cookie, ...headers } = request.headers;
  const text = isText(headers['content-type'] ?? '');
  const query = queryParameters(request.query);
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookie !== undefined && { cookies: cookie.split(/;\s*/) }),
    headers,
    ...(query && { queryStringParameters: query }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...(request.body.length > 0 && { body: request.body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !text,
    requestContext: {
      accountId: account,
      apiId: api.id,
      domainName: api.host,
      domainPrefix: api.host.split('.')[0] ?? '',
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.routeKey,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
  };
}

/** The values of a repeated parameter are joined with commas. */
function queryParameters(query: string): Record<string, string> | undefined {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = found.get(name);
    found.set(name, before === undefined ? value : `${before},${value}`);
  }
  return found.size > 0 ? Object.fromEntries(found) : undefined;
}
