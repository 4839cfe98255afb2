import type { ApiResponse } from '../shared/http/event.ts';
import { Problem } from '../shared/http/problem.ts';
import { type Asked, apiStack, type StackDependencies } from '../shared/http/stack.ts';
import { languageSchema } from '../shared/i18n/language.ts';
import { log } from '../shared/log.ts';

/**
 * Whatever no route takes: unknown paths of the API, and pages that the site does not have, which CloudFront asks the
 * API for in their stead. Outside `/api/` there are only people, so they always get a page.
 */
const refuse = async (event: Asked): Promise<ApiResponse> => {
  event.wantsPage ||= !event.rawPath.startsWith('/api/');
  // What is missing below a campaign's pages in a language is told in it.
  const [, language] = /^\/[^/]+\/([a-z]{2})\//.exec(event.rawPath) ?? [];
  event.language = languageSchema.catch(event.language).parse(language);
  throw new Problem('not-found');
};

export const newHandler = (dependencies: StackDependencies) => apiStack(dependencies).handler(refuse);

export const handler = newHandler({ log, now: () => new Date() });
