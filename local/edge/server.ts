import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HttpApi, maxRequestBytes } from '../gateway/api.ts';
import { failure, type HttpResponse } from '../gateway/response.ts';
import { readBody } from '../http.ts';
import type { Log } from '../log.ts';
import type { ObjectStore } from '../s3/object-store.ts';
import type { System } from '../template/system.ts';
import { headersPolicyOf } from './headers-policy.ts';
import { originOf } from './origins.ts';
import { pathPattern } from './path-pattern.ts';
import { type EdgeRequest, newViewerRequestFunction, newViewerResponseFunction } from './viewer-function.ts';

interface EdgeOptions {
  system: System;
  answerApi: HttpApi;
  bucket: (name: string) => ObjectStore | undefined;
  log: Log;
}

/** Headers that belong to one connection (RFC 9110, 7.6.1). */
const hopByHopHeaders = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Serves the site and the API on one address, as the template's distribution would. Nothing is cached. */
export function newEdge({ system, answerApi, bucket, log }: EdgeOptions) {
  const { distribution, api } = system;
  const behaviors = distribution.behaviors.map((behavior) => {
    const sourceOf = (type: 'viewer-request' | 'viewer-response') => {
      const association = behavior.FunctionAssociations.find(({ EventType }) => EventType === type);
      return association && distribution.functions.get(association.FunctionARN);
    };
    const [onRequest, onResponse] = [sourceOf('viewer-request'), sourceOf('viewer-response')];
    return {
      name: behavior.PathPattern ?? 'default',
      matches: behavior.PathPattern === undefined ? () => true : pathPattern(behavior.PathPattern),
      methods: behavior.AllowedMethods,
      onRequest: onRequest === undefined ? undefined : newViewerRequestFunction(onRequest),
      onResponse: onResponse === undefined ? undefined : newViewerResponseFunction(onResponse),
      origin: originOf(behavior, distribution, { api: { ...api, answer: answerApi }, bucket }),
      withPolicy: headersPolicyOf(behavior, distribution),
    };
  });

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = Date.now();
    const edgeRequest = edgeRequestOf(request);
    const behavior = behaviors.find(({ matches }) => matches(edgeRequest.path));
    const body = await readBody(request, maxRequestBytes);
    const answer = await answerOf();
    log('request', {
      route: answer.routeKey ?? `pages ${behavior?.name}`,
      method: edgeRequest.method,
      status: answer.status,
      ms: Date.now() - started,
    });
    send(answer, edgeRequest.method, response);

    async function answerOf(): Promise<HttpResponse> {
      if (!behavior) return failure(404);
      if (!behavior.methods.includes(edgeRequest.method)) return notAllowed;
      const viewerIp = request.socket.remoteAddress ?? '127.0.0.1';
      const result = behavior.onRequest
        ? await behavior.onRequest(edgeRequest, viewerIp)
        : { request: edgeRequest };
      if ('answer' in result) return result.answer;
      const { path } = result.request;
      const answer = await behavior.origin({
        ...result.request,
        path: path === '/' ? `/${distribution.rootObject}` : path,
        body,
        viewerIp,
      });
      const changed = behavior.onResponse ? await behavior.onResponse(edgeRequest, answer) : answer;
      return { ...answer, ...changed, headers: behavior.withPolicy(changed.headers) };
    }
  };
}

function edgeRequestOf({ method = 'GET', url = '/', headers }: IncomingMessage): EdgeRequest {
  const mark = url.indexOf('?');
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || hopByHopHeaders.includes(name) ? [] : [[name, String(value)] as const],
  );
  return {
    method,
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    headers: Object.fromEntries(kept),
  };
}

const notAllowed: HttpResponse = {
  status: 403,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(
    '<!doctype html><title>403</title><p>This distribution is not configured to allow the HTTP request method.</p>\n',
  ),
};

function send({ status, headers, body }: HttpResponse, method: string, response: ServerResponse): void {
  const hasBody = status !== 204 && status !== 304;
  response.writeHead(status, { ...headers, ...(hasBody && { 'content-length': body.length }) });
  response.end(method === 'HEAD' || !hasBody ? undefined : body);
}
