import type { Context } from 'aws-lambda';
import type { ApiEvent, ApiResponse } from '../../shared/http/event.ts';
import type { LogFields, LogLevel } from '../../shared/log.ts';
import { type LinkPurpose, makeToken } from '../../shared/sign-on/tokens.ts';
import { slug } from './records.ts';

interface Requested {
  method?: string;
  path?: string;
  routeKey?: string;
  parameters?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  sourceIp?: string;
  body?: string | Uint8Array;
}

/** A request in the form in which the HTTP API passes it on. Bytes are in base64. */
export function aRequest(requested: Requested = {}): ApiEvent {
  const { method = 'GET', path = '/api/example', routeKey = '$default', headers = {}, body } = requested;
  const { sourceIp = '192.0.2.1' } = requested;
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers,
    pathParameters: requested.parameters ?? {},
    ...(requested.query && { queryStringParameters: requested.query }),
    requestContext: {
      accountId: '0',
      apiId: 'api',
      domainName: 'letters.example.org',
      domainPrefix: 'letters',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: 'test' },
      requestId: 'request-1',
      routeKey,
      stage: '$default',
      time: '01/Nov/2026:12:00:00 +0000',
      timeEpoch: 1793534400000,
    },
    isBase64Encoded: body instanceof Uint8Array,
    ...(body !== undefined && {
      body: typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
    }),
  };
}

export const asJson = (value: unknown): Pick<Requested, 'headers' | 'body'> => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const formType = 'application/x-www-form-urlencoded';

/** A form as a browser sends it. The gateway passes it on in base64. */
export const asForm = (values: Record<string, string> | string[][]): Pick<Requested, 'headers' | 'body'> => ({
  headers: { 'content-type': formType, accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
  body: new TextEncoder().encode(new URLSearchParams(values).toString()),
});

export const browserHeaders = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

type Handler = (event: never, context: Context) => Promise<ApiResponse>;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** Calls a handler as Lambda would. */
export async function callHandler(handler: unknown, event: ApiEvent): Promise<Answer> {
  const { statusCode, headers, body } = await (handler as Handler)(event as never, {} as Context);
  return { status: statusCode ?? 0, headers: headers as Record<string, string>, text: body ?? '' };
}

/** A log that keeps its lines in the form in which they would be written. */
export function aLog(): { lines: (LogFields & { level: LogLevel })[]; log: (...line: unknown[]) => void } {
  const lines: (LogFields & { level: LogLevel })[] = [];
  return {
    lines,
    log: (level, _message, fields) => lines.push({ level: level as LogLevel, ...(fields as LogFields) }),
  };
}

export const testNow = new Date('2026-11-02T12:00:00.000Z');
export const testLinkKeys = { current: 'k1', keys: { k1: 'a signing key of thirty-two characters or more' } };

export const aToken = (id: string, nonce: string, purpose: LinkPurpose = 'sign-on'): string =>
  makeToken(testLinkKeys, { purpose, slug, id }, nonce);
