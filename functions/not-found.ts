import { systemContext } from '../shared/context.ts';
import { apiStack, type NegotiatedRequest, type StackDependencies } from '../shared/http/api-middleware.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { Problem } from '../shared/http/problem.ts';
import { problemResponse } from '../shared/http/problem-response.ts';
import { seeOther } from '../shared/http/response.ts';
import { languageSchema } from '../shared/i18n/language.ts';

/** Paths below which every answer comes from a function, and none may be cached. */
const isDynamic = (path: string): boolean => /^\/(api|console)(\/|$)/.test(path);

/**
 * Answers paths without a route: unknown paths of the API, and missing pages, for which CloudFront asks the API. A
 * missing page is always answered with HTML, and CloudFront caches it for ten seconds, so that a crowd or a scan of one
 * path starts few functions. Publishing a page also invalidates the cached answer.
 */
const refuse = async (event: NegotiatedRequest): Promise<ApiResponse> => {
  const shown = event.requestContext.http.method === 'GET' ? pageOfButton(event) : undefined;
  if (shown !== undefined) return seeOther(shown);
  const isMissingPage = !isDynamic(event.rawPath);
  const prefersHtml = event.prefersHtml || isMissingPage;
  // A page that is missing below a campaign's pages in a language is answered in that language.
  const [, pathLanguage] = /^\/[^/]+\/([a-z]{2})\//.exec(event.rawPath) ?? [];
  const language = languageSchema.catch(event.language).parse(pathLanguage);
  return await problemResponse(new Problem('not-found'), { prefersHtml, language });
};

const slug = '[a-z0-9][a-z0-9-]{1,58}[a-z0-9]';

/** The address of a form, with the path of its page. */
const form = new RegExp(`^/api/campaigns(/${slug}/)sign-ons$`);

/** Addresses of buttons, with the path of the page that has them. */
const buttons: readonly RegExp[] = [
  /^(\/api\/sign-ons\/[\w.-]+)\/(?:confirm|correct|keep|withdraw|not-me)$/,
  new RegExp(`^(/console/${slug}/sign-ons/[0-9a-f]{32})/[a-z]+$`),
  new RegExp(
    `^(/console/${slug})/(?:hold|pause|unpause|resume|resume-mail|delivered|publish|embargo|correct|supplement|take-down|erase)$`,
  ),
];

/** The page where somebody was who loads the answer to a form or a button again. Programs have no page. */
function pageOfButton({
  rawPath,
  prefersHtml,
}: Pick<NegotiatedRequest, 'rawPath' | 'prefersHtml'>): string | undefined {
  const path = rawPath.replace(/\/$/, '');
  const addresses = prefersHtml ? [form, ...buttons] : [form];
  return addresses.map((address) => address.exec(path)?.[1]).find((page) => page !== undefined);
}

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

export const handler = newHandler(systemContext);
