import { isObject } from '../json.ts';

/** An HTTP answer. A header with several values is sent several times. */
export interface HttpResponse {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
  /** Key of the API's route that answered. Logs may contain it. */
  routeKey?: string;
}

/**
 * Reads what a function returned as an HTTP API does for payload format 2.0. An object with `statusCode` is the
 * answer itself. Anything else becomes the JSON body of a 200. An invalid status code is an error of the function.
 */
export function toResponse(payload: string): HttpResponse {
  const result: unknown = JSON.parse(payload);
  if (!isObject(result) || result.statusCode === undefined) {
    const text = typeof result === 'string' ? result : payload;
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(text) };
  }
  const status = Number(result.statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return failure(500);
  const headers: HttpResponse['headers'] = { 'content-type': 'text/plain; charset=utf-8' };
  for (const [name, value] of Object.entries(isObject(result.headers) ? result.headers : {})) {
    if (value !== undefined && value !== null) headers[name.toLowerCase()] = String(value);
  }
  if (Array.isArray(result.cookies) && result.cookies.length > 0) {
    headers['set-cookie'] = result.cookies.map(String);
  }
  const body = result.body === undefined || result.body === null ? '' : result.body;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, body: Buffer.from(text, result.isBase64Encoded === true ? 'base64' : 'utf8') };
}

const messages = {
  404: 'Not Found',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The gateway's own answers. */
export const failure = (status: keyof typeof messages): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message: messages[status] })),
});
