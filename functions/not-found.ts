import { languageSchema } from '../shared/campaign/settings.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { Problem } from '../shared/http/problem.ts';
import { type Asked, apiStack, type StackDependencies } from '../shared/http/stack.ts';
import { log } from '../shared/log.ts';

/** Paths below which every answer comes from a function, and none may be cached. */
const isDynamic = (path: string): boolean => /^\/(api|console)(\/|$)/.test(path);

/**
 * Answers paths that have no route: unknown paths of the API, and missing pages, for which CloudFront asks the API when S3
 * has nothing. A missing page is always answered with HTML, and CloudFront caches it for ten seconds, so that a crowd or a
 * scan for one path starts few functions. Publishing a page also drops the cached answer.
 */
const refuse = async (event: Asked): Promise<ApiResponse> => {
  const isMissingPage = !isDynamic(event.rawPath);
  event.wantsPage ||= isMissingPage;
  // What is missing below a campaign's pages in a language is told in it.
  const [, language] = /^\/[^/]+\/([a-z]{2})\//.exec(event.rawPath) ?? [];
  event.language = languageSchema.catch(event.language).parse(language);
  throw new Problem('not-found');
};

/** For CloudFront alone: browsers ask again each time. */
const cachedAtTheEdge = 'public, max-age=0, s-maxage=10';

export const newHandler = (dependencies: StackDependencies) => {
  const answer = apiStack(dependencies).handler(refuse);
  return async (...[event, context]: Parameters<typeof answer>): Promise<ApiResponse> => {
    const response = await answer(event, context);
    if (response.statusCode !== 404 || isDynamic(event.rawPath)) return response;
    return { ...response, headers: { ...response.headers, 'cache-control': cachedAtTheEdge } };
  };
};

export const handler = newHandler({ log, now: () => new Date() });
