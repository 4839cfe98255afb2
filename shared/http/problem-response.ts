import { campaignPath } from '../campaign/localized-settings.ts';
import type { Language } from '../i18n/language.ts';
import { answerField } from '../sign-on/answers.ts';
import type { ApiResponse } from './event.ts';
import type { Problem } from './problem.ts';
import { htmlResponse, jsonResponse } from './response.ts';

/**
 * A problem in the form for a program or a person. Texts and pages are loaded here and not at the top, because most
 * requests are not refused, and a cold start should not wait for them.
 */
export async function problemResponse(
  problem: Problem,
  request: { prefersHtml: boolean; language: Language },
): Promise<ApiResponse> {
  const words = await problemDocument(problem, request.language);
  const { document, back } = words;
  const answer = request.prefersHtml
    ? htmlResponse(problem.status, await pageOf(problem, words))
    : jsonResponse(
        problem.status,
        { ...document, ...problem.options.more, ...(back && { letter: back.href }) },
        'application/problem+json',
      );
  return { ...answer, headers: { ...answer.headers, ...problem.headers } };
}

/** A problem in words, with a link to what to do next. */
export async function problemDocument({ type, status, text, options }: Problem, askedLanguage: Language) {
  const { texts } = await import('../i18n/texts.ts');
  const { errorMessage } = await import('../i18n/error-message.ts');
  const { campaign, errors } = options;
  const language = campaign?.language ?? askedLanguage;
  const { problems } = texts(language);
  const labels = new Map(options.questions?.map(({ id, label }) => [answerField(id), label]));
  const document = {
    type,
    ...(options.words ?? problems[text]),
    status,
    ...(errors && {
      errors: errors.map((refusal) => ({
        field: refusal.field,
        message: errorMessage(language, refusal, labels),
      })),
    }),
  };
  return {
    language,
    document,
    ...(campaign && { back: { href: campaignPath(campaign), label: problems.letter } }),
  };
}

async function pageOf(
  { options }: Problem,
  words: Awaited<ReturnType<typeof problemDocument>>,
): Promise<string> {
  const { language, document, back } = words;
  if (options.page) return await options.page(document.errors ?? []);
  const { problemPage } = await import('../rendering/pages/problem-page.tsx');
  return problemPage({ language, problem: document, ...(back && { back }) });
}
