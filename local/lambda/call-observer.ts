import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { callsOf } from './aws-calls.ts';
import type { Call } from './messages.ts';

/**
 * Watches the HTTP requests that this thread's code makes, and tells each kind of AWS call once. What a request asks
 * for stands in its headers and body, which are seen as they are written; nothing is changed or kept.
 */
export function observeCalls(tell: (call: Call) => void): void {
  const told = new Set<string>();
  subscribe('http.client.request.created', (message) => {
    const request = requestOf(message);
    if (!request) return;
    const end = request.end;
    // The SDK hands the whole body to `end`, or streams one, as S3 uploads are; those are known by their path alone.
    request.end = (...parts: unknown[]) => {
      const [body] = parts;
      const text =
        typeof body === 'string' ? body : body instanceof Uint8Array ? Buffer.from(body).toString() : '';
      for (const call of callsOf(asked(request), text)) {
        const key = `${call.service} ${call.action} ${call.resource}`;
        if (told.has(key)) continue;
        told.add(key);
        tell(call);
      }
      return Reflect.apply(end, request, parts);
    };
  });
}

const requestOf = (message: unknown): ClientRequest | undefined =>
  typeof message === 'object' &&
  message !== null &&
  'request' in message &&
  message.request instanceof ClientRequest
    ? message.request
    : undefined;

function asked(request: ClientRequest) {
  const header = (name: string): string => String(request.getHeader(name) ?? '');
  return {
    // "… Credential=<key>/<date>/<region>/<service>/aws4_request, …"
    service: /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(header('authorization'))?.[1] ?? '',
    target: header('x-amz-target'),
    copySource: header('x-amz-copy-source'),
    method: request.method,
    path: request.path,
  };
}
