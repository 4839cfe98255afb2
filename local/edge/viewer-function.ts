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

/** The request that goes on to the origin, or an answer at once. */
export type EdgeResult =
  | { request: EdgeRequest }
  | { answer: { status: number; headers: Record<string, string>; body: Buffer } };

/**
 * Runs a CloudFront Function's own source before a request, in a context that has nothing of Node.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function newViewerRequestFunction(source: string): (request: EdgeRequest) => Promise<EdgeResult> {
  const context = createContext({});
  new Script(source).runInContext(context, { timeout: 1000 });
  const call = new Script(
    'Promise.resolve(handler(JSON.parse(input))).then((result) => JSON.stringify(result))',
  );
  return async (request) => {
    const parameters = valuesOf([...new URLSearchParams(request.query)]);
    context.input = JSON.stringify({
      version: '1.0',
      context: { distributionDomainName: 'localhost', eventType: 'viewer-request', requestId: randomUUID() },
      viewer: { ip: '127.0.0.1' },
      request: {
        method: request.method,
        uri: request.path,
        querystring: parameters,
        headers: valuesOf(Object.entries(request.headers).filter(([name]) => name !== 'cookie')),
        cookies: {},
      },
    });
    const output: unknown = await call.runInContext(context, { timeout: 1000 });
    const parsed: unknown = JSON.parse(String(output));
    const result = resultSchema.parse(parsed);
    const headers = Object.fromEntries(
      Object.entries(result.headers ?? {}).map(([name, { value }]) => [name.toLowerCase(), value]),
    );
    if (result.statusCode !== undefined) {
      return { answer: { status: result.statusCode, headers, body: bodyOf(result.body) } };
    }
    const query = new URLSearchParams(
      Object.entries(result.querystring ?? {}).map(([name, { value }]) => [name, value]),
    );
    return {
      request: {
        method: request.method,
        path: result.uri ?? request.path,
        query: isDeepStrictEqual(result.querystring, parameters) ? request.query : query.toString(),
        headers: { ...headers, ...(request.headers.cookie && { cookie: request.headers.cookie }) },
      },
    };
  };
}

const valuesOf = (pairs: (readonly [string, string])[]) =>
  Object.fromEntries(pairs.map(([name, value]) => [name, { value }]));

function bodyOf(body: z.infer<typeof resultSchema>['body']): Buffer {
  if (typeof body === 'object') return Buffer.from(body.data, body.encoding === 'base64' ? 'base64' : 'utf8');
  return Buffer.from(body ?? '');
}
