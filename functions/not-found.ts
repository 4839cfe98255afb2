import { systemContext } from '../shared/context.ts';
import { apiStack, type NegotiatedRequest, type StackDependencies } from '../shared/http/api-middleware.ts';
import type { ApiResponse } from '../shared/http/event.ts';
import { Problem } from '../shared/http/problem.ts';
import { problemResponse } from '../shared/http/problem-answer.ts';
import { languageSchema } from '../shared/i18n/language.ts';

/**
 * Whatever no route takes: unknown paths of the API, and pages that the site does not have, which CloudFront asks the
 * API for in their stead. Outside `/api/` there are only people, so they always get a page.
 */
const refuse = async (event: NegotiatedRequest): Promise<ApiResponse> => {
  const prefersHtml = event.prefersHtml || !event.rawPath.startsWith('/api/');
  // A page that is missing below a campaign's pages in a language is answered in that language.
  const [, pathLanguage] = /^\/[^/]+\/([a-z]{2})\//.exec(event.rawPath) ?? [];
  const language = languageSchema.catch(event.language).parse(pathLanguage);
  return await problemResponse(new Problem('not-found'), { prefersHtml, language });
};

export const newHandler = (dependencies: StackDependencies) => apiStack(dependencies).handler(refuse);

export const handler = newHandler(systemContext);
