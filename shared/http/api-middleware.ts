import middy from '@middy/core';
import type { Context } from '../context.ts';
import type { Language } from '../i18n/language.ts';
import { errorFields, setRequestId } from '../log.ts';
import { preferredLanguage, prefersHtml } from './content-negotiation.ts';
import type { ApiEvent, ApiResponse } from './event.ts';
import { Problem, problemOf } from './problem.ts';
import { problemResponse } from './problem-response.ts';

/** A request with the format and language that its sender prefers. */
export type NegotiatedRequest = ApiEvent & { prefersHtml: boolean; language: Language };

export type StackDependencies = Pick<Context, 'log' | 'now'>;

/**
 * The middleware of every API function, from the outside in. Functions add their own (`parseBody`, `validateBody`)
 * and then the handler:
 *
 *     apiStack(dependencies).use(parseBody()).handler(submit(dependencies))
 *
 * Every error becomes an answer, also an unexpected one, so the gateway never sees an error.
 */
export const apiStack = (
  dependencies: StackDependencies,
  headers: Partial<HeaderOptions> = {},
): middy.MiddyfiedHandler<NegotiatedRequest, ApiResponse> =>
  middy<ApiEvent, ApiResponse>()
    .use(logRequest(dependencies))
    .use(setResponseHeaders({ ...apiHeaders, ...headers }))
    .use(negotiateContent())
    .use(answerProblems());

export type Middleware<Event = ApiEvent> = middy.MiddlewareObj<Event, ApiResponse, unknown>;

/** Logs one line for each request: the key of its route (never its path, which contains a token), status and time. */
export function logRequest({ log, now }: StackDependencies): Middleware {
  const started = new WeakMap<ApiEvent, number>();
  const write = ({ event, response, error }: middy.Request<ApiEvent, ApiResponse, unknown>) => {
    const status = response?.statusCode ?? 500;
    const level = status >= 500 ? 'error' : 'info';
    log(level, 'request', {
      routeKey: event.requestContext.routeKey,
      status,
      durationMilliseconds: now().getTime() - (started.get(event) ?? now().getTime()),
      ...(error instanceof Problem ? { outcome: error.text } : error ? errorFields(error) : {}),
    });
  };
  return {
    before: ({ event }) => {
      setRequestId(event.requestContext.requestId);
      started.set(event, now().getTime());
    },
    after: write,
    onError: write,
  };
}

/** The differences between the API and the console. */
export interface HeaderOptions {
  /** The policy of a rendered page. Loaded only if the answer is a page. */
  pagePolicy: (html: string) => Promise<string>;
  /** Headers of every answer, including errors. */
  more?: Record<string, string>;
}

const apiHeaders: HeaderOptions = {
  pagePolicy: async (html) => (await import('../rendering/pages/content-security-policy.ts')).policyOf(html),
};

/** Answers are for one person at one moment. They are not cached, not framed, and send no referrer to other sites. */
export function setResponseHeaders({ pagePolicy, more }: HeaderOptions): Middleware {
  const add = async ({ event, response }: middy.Request<ApiEvent, ApiResponse, unknown>) => {
    if (!response) return;
    response.headers = {
      ...response.headers,
      ...more,
      vary: 'Accept',
      'cache-control': 'no-store',
      'content-security-policy': await contentSecurityPolicy(response, pagePolicy),
      // As CloudFront sets it. With `no-referrer`, browsers would send the forms of a page with `Origin: null`.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-request-id': event.requestContext.requestId,
      'x-robots-tag': 'noindex',
    };
  };
  return { after: add, onError: add };
}

async function contentSecurityPolicy(
  { headers, body = '' }: ApiResponse,
  pagePolicy: HeaderOptions['pagePolicy'],
): Promise<string> {
  const isPage = String(headers?.['content-type']).startsWith('text/html');
  if (!isPage) return "default-src 'none'; frame-ancestors 'none'";
  return `${await pagePolicy(body)}; frame-ancestors 'none'`;
}

export function negotiateContent(): Middleware<NegotiatedRequest> {
  return {
    before: ({ event }) => {
      event.prefersHtml = prefersHtml(event.headers.accept);
      event.language = preferredLanguage(event.headers['accept-language']);
    },
  };
}

function answerProblems(): Middleware<NegotiatedRequest> {
  return {
    onError: async (request) => {
      request.response = await problemResponse(problemOf(request.error), request.event);
    },
  };
}
