import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningFunction } from '../lambda/function.ts';
import type { Api } from '../template/api.ts';
import { type ApiRequest, toEvent } from './event.ts';
import { failure, type HttpResponse, toResponse } from './response.ts';
import { newRouter } from './routes.ts';

/** Answers as the template's HTTP API would. */
export type HttpApi = (request: ApiRequest) => Promise<HttpResponse>;

/** Limits of an HTTP API: request bodies of ten megabytes, and thirty seconds to answer. */
export const maxRequestBytes = 10 * 1024 * 1024;
const integrationMilliseconds = 30_000;

export function newHttpApi(api: Api, functionByArn: (arn: string) => RunningFunction): HttpApi {
  const match = newRouter(api.routes);
  return async (request) => {
    const found = match(request.method, request.path);
    if (!found) return failure(404);
    const patience = new AbortController();
    const outcome = await Promise.race([
      functionByArn(found.route.functionArn).invoke(toEvent(request, found, api, new Date())),
      sleep(integrationMilliseconds, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
    const { routeKey } = found.route;
    if (!outcome) return { ...failure(503), routeKey };
    return { ...(outcome.ok ? toResponse(outcome.payload) : failure(500)), routeKey };
  };
}
