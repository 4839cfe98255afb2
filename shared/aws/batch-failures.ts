import { errorFields, type LogFields, log } from '../log.ts';

export interface BatchFailures {
  /** Notes that these records failed, and logs why. It never logs what a record holds. */
  add(ids: readonly string[], message: string, fields?: LogFields, error?: unknown): void;
  /** The answer to Lambda: it delivers these records again, and no others. */
  response(): { batchItemFailures: { itemIdentifier: string }[] };
}

/** Collects the records of a batch, of a queue or a stream, that could not be handled. */
export function newBatchFailures(): BatchFailures {
  const failed: string[] = [];
  return {
    add: (ids, message, fields = {}, error = undefined) => {
      log('error', message, { ...fields, ...(error !== undefined && errorFields(error)) });
      failed.push(...ids);
    },
    response: () => ({ batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }),
  };
}
