import middy from '@middy/core';
import {
  type HeaderOptions,
  logRequest,
  type Middleware,
  type NegotiatedRequest,
  negotiateContent,
  type StackDependencies,
  setResponseHeaders,
} from '../api-middleware.ts';
import type { ApiEvent, ApiResponse } from '../event.ts';
import { Problem, problemOf } from '../problem.ts';
import { endedCookie } from './session-cookie.ts';

export interface ConsoleStackDependencies extends StackDependencies {
  /** `https://<host>`: the origin of the console's own forms. */
  siteUrl: string;
}

/**
 * The middleware of every function of the console: that of the API, and a refusal of requests from other sites.
 * Browsers without a session are redirected to the sign-in form.
 */
export const consoleStack = (
  dependencies: ConsoleStackDependencies,
  { pagePolicy = pagePolicyOfConsole }: Partial<Pick<HeaderOptions, 'pagePolicy'>> = {},
): middy.MiddyfiedHandler<NegotiatedRequest, ApiResponse> =>
  middy<ApiEvent, ApiResponse>()
    .use(logRequest(dependencies))
    .use(setResponseHeaders({ pagePolicy }))
    .use(negotiateContent())
    .use(answerConsoleProblems())
    .use(refuseOtherSites(dependencies));

const pagePolicyOfConsole = async () =>
  (await import('../../console/pages/console-policy.ts')).consolePolicyOfHeader;

/**
 * A request that changes something must come from the console's own pages, or from a program that sends neither
 * header. A browser sends at least one of them with each POST (Fetch standard, sections 3.1 and "Sec-Fetch-Site").
 */
function refuseOtherSites({ siteUrl }: Pick<ConsoleStackDependencies, 'siteUrl'>): Middleware {
  return {
    before: ({ event: { headers, requestContext } }) => {
      if (requestContext.http.method !== 'POST') return;
      const { origin, 'sec-fetch-site': site } = headers;
      const isOwnOrigin = origin === undefined || origin === siteUrl;
      const isOwnSite = site === undefined || site === 'same-origin' || site === 'none';
      if (!isOwnOrigin || !isOwnSite) throw new Problem('not-allowed', { text: 'other-site' });
    },
  };
}

function answerConsoleProblems(): Middleware<NegotiatedRequest> {
  return {
    onError: async (request) => {
      const problem = problemOf(request.error);
      const isSignedOut = problem.status === 401;
      const cookies = isSignedOut ? { cookies: [endedCookie] } : {};
      if (isSignedOut && request.event.prefersHtml) {
        request.response = { statusCode: 303, headers: { location: '/console/sign-in' }, ...cookies };
        return;
      }
      const { consoleProblemResponse } = await import('./console-problem.ts');
      request.response = { ...(await consoleProblemResponse(problem, request.event)), ...cookies };
    },
  };
}
