import * as z from 'zod';

const answerSchema = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
});

/**
 * Identifiers of the failed items in a function's answer (`ReportBatchItemFailures`). A missing or empty list means
 * success. Undefined means that Lambda takes the answer as a failure of the whole batch.
 */
export function failedItems(payload: string): string[] | undefined {
  const answer: unknown = JSON.parse(payload);
  if (answer === null) return [];
  const parsed = answerSchema.safeParse(answer);
  return parsed.success
    ? (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier)
    : undefined;
}
