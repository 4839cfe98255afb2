import { problemPage } from '../../console/pages/problem-page.tsx';
import type { NegotiatedRequest } from '../api-middleware.ts';
import type { ApiResponse } from '../event.ts';
import type { Problem } from '../problem.ts';
import { problemDocument, problemResponse } from '../problem-response.ts';
import { htmlResponse } from '../response.ts';

/** A problem of the console: the same document as the API's for programs, and the console's page for people. */
export async function consoleProblemResponse(
  problem: Problem,
  request: Pick<NegotiatedRequest, 'prefersHtml' | 'language'>,
): Promise<ApiResponse> {
  const { page, back } = problem.options;
  if (!request.prefersHtml || page) return await problemResponse(problem, request);
  const { language, document } = await problemDocument(problem, request.language);
  const answer = htmlResponse(
    problem.status,
    problemPage({ language, problem: document, ...(back && { back }) }),
  );
  return { ...answer, headers: { ...answer.headers, ...problem.headers } };
}
