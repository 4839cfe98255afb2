import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { createContext, Script } from 'node:vm';
import * as z from 'zod';

const fields = z.record(z.string(), z.object({ value: z.string() }).loose());
const resultSchema = z.object({
  uri: z.string().optional(),
  querystring: z.record(z.string(), z.object({ value: z.string() }).loose()).optional(),
  headers: fields.optional(),
  statusCode: z.number().optional(),
  statusDescription: z.string().optional(),
  body: z.union([z.string(), z.object({ data: z.string(), encoding: z.string().optional() })]).optional(),
});

export interface EdgeRequest {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
}

/** The request that goes to the origin, or an immediate answer. */
export type EdgeResult =
  | { request: EdgeRequest }
  | { answer: { status: number; headers: Record<string, string>; body: Buffer } };

/** Runs a CloudFront Function's source in a context without Node's own objects. */
function newFunction(source: string): (event: object) => Promise<z.infer<typeof resultSchema>> {
  const context = createContext({});
  new Script(source).runInContext(context, { timeout: 1000 });
  const call = new Script(
    'Promise.resolve(handler(JSON.parse(input))).then((result) => JSON.stringify(result))',
  );
  return async (event) => {
    context.input = JSON.stringify(event);
    const output: unknown = await call.runInContext(context, { timeout: 1000 });
    const parsed: unknown = JSON.parse(String(output));
    return resultSchema.parse(parsed);
  };
}

const about = (eventType: 'viewer-request' | 'viewer-response', ip = '127.0.0.1') => ({
  version: '1.0',
  context: { distributionDomainName: 'localhost', eventType, requestId: randomUUID() },
  viewer: { ip },
});

/**
 * Runs a function on the request of the viewer at `ip`, before it goes to the origin.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function newViewerRequestFunction(
  source: string,
): (request: EdgeRequest, ip?: string) => Promise<EdgeResult> {
  const run = newFunction(source);
  return async (request, ip) => {
    const eventRequest = requestOf(request);
    const result = await run({ ...about('viewer-request', ip), request: eventRequest });
    const headers = plain(result.headers);
    if (result.statusCode !== undefined) {
      return { answer: { status: result.statusCode, headers, body: bodyOf(result.body) } };
    }
    const query = Object.entries(result.querystring ?? {}).map(([name, { value }]) => `${name}=${value}`);
    return {
      request: {
        method: request.method,
        path: result.uri ?? request.path,
        query: isDeepStrictEqual(result.querystring, eventRequest.querystring)
          ? request.query
          : query.join('&'),
        headers: { ...headers, ...(request.headers.cookie && { cookie: request.headers.cookie }) },
      },
    };
  };
}

type Headers = Record<string, string | string[]>;

/**
 * Runs a function on a response. The function may change status and headers, and does not see the body or cookies. As
 * in CloudFront, it is not called if the origin answers with an error (400 and above).
 */
export function newViewerResponseFunction(
  source: string,
): (
  request: EdgeRequest,
  answer: { status: number; headers: Headers },
) => Promise<{ status: number; headers: Headers }> {
  const run = newFunction(source);
  return async (request, { status, headers }) => {
    if (status >= 400) return { status, headers };
    const { 'set-cookie': cookies, ...others } = headers;
    const result = await run({
      ...about('viewer-response'),
      request: requestOf(request),
      response: {
        statusCode: status,
        statusDescription: '',
        headers: valuesOf(Object.entries(others).map(([name, value]) => [name, String(value)])),
        cookies: {},
      },
    });
    return {
      status: result.statusCode ?? status,
      headers: { ...plain(result.headers), ...(cookies !== undefined && { 'set-cookie': cookies }) },
    };
  };
}

/** Parameters are as they were sent: CloudFront does not decode them. */
const parametersOf = (query: string): [string, string][] =>
  query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name, value.join('=')];
    });

const requestOf = (request: EdgeRequest) => ({
  method: request.method,
  uri: request.path,
  querystring: valuesOf(parametersOf(request.query)),
  headers: valuesOf(Object.entries(request.headers).filter(([name]) => name !== 'cookie')),
  cookies: {},
});

const plain = (headers: z.infer<typeof fields> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, { value }]) => [name.toLowerCase(), value]));

const valuesOf = (pairs: (readonly [string, string])[]) =>
  Object.fromEntries(pairs.map(([name, value]) => [name, { value }]));

function bodyOf(body: z.infer<typeof resultSchema>['body']): Buffer {
  if (typeof body === 'object') return Buffer.from(body.data, body.encoding === 'base64' ? 'base64' : 'utf8');
  return Buffer.from(body ?? '');
}
