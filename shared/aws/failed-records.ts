import { errorFields, type LogFields, log } from '../log.ts';

export interface FailedRecords {
  /** Notes that these records failed and why; what failed is logged, never what a record holds. */
  add(ids: readonly string[], message: string, fields?: LogFields, error?: unknown): void;
  /** What Lambda is answered: it delivers these records again, and no others. */
  response(): { batchItemFailures: { itemIdentifier: string }[] };
}

/** The records of one batch, of a queue or a stream, that could not be handled. */
export function newFailedRecords(): FailedRecords {
  const failed: string[] = [];
  return {
    add: (ids, message, fields = {}, error = undefined) => {
      log('error', message, { ...fields, ...(error !== undefined && errorFields(error)) });
      failed.push(...ids);
    },
    response: () => ({ batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }),
  };
}
