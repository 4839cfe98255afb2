import * as z from 'zod';

const answerSchema = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * Identifiers of the failed items in a function's answer (`ReportBatchItemFailures`). No list, or an empty one, is a
 * success; undefined is an answer that Lambda takes for the failure of all.
 */
export function failedItems(payload: string): string[] | undefined {
  const answer: unknown = JSON.parse(payload);
  if (answer === null) return [];
  const parsed = answerSchema.safeParse(answer);
  return parsed.success
    ? (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier)
    : undefined;
}
