import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome } from '../lambda/execution-environment.ts';
import type { StreamTrigger } from '../template/triggers.ts';
import { failedItems } from './partial-failures.ts';
import type { LambdaRecord } from './stream-record.ts';

export type Condition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

export interface Delivery {
  trigger: Pick<StreamTrigger, 'retryAttempts' | 'recordAgeSeconds' | 'bisect' | 'partialFailures'>;
  invoke: (event: { Records: LambdaRecord[] }) => Promise<Outcome>;
  /** Stores records that are given up. */
  storeFailed: (records: LambdaRecord[], condition: Condition, attempts: number) => Promise<void>;
  /** Milliseconds to wait before a retry. The first retry is 1. */
  delay: (attempt: number) => number;
  now: () => number;
  signal: AbortSignal;
}

/**
 * Passes records to a function until all are done or given up, as Lambda does for a stream. A failed batch is split
 * in two, which does not count as an attempt. A single record is retried until its attempts or its time run out.
 * After a partial failure, everything from the first failed record on is delivered again. Resolves when the next
 * batch may start. Rejects only when aborted.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export async function deliver(records: LambdaRecord[], delivery: Delivery): Promise<void> {
  const { trigger, signal } = delivery;
  let rest = records;
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    rest = await withoutOld(rest, delivery, attempt);
    if (rest.length === 0) return;
    const failedFrom = firstFailure(rest, await delivery.invoke({ Records: rest }), trigger.partialFailures);
    signal.throwIfAborted();
    if (failedFrom === undefined) return;
    if (failedFrom > 0) {
      rest = rest.slice(failedFrom);
      attempt = 0;
      continue;
    }
    if (trigger.bisect && rest.length > 1) {
      await sleep(delivery.delay(1), undefined, { signal });
      const middle = Math.ceil(rest.length / 2);
      await deliver(rest.slice(0, middle), delivery);
      return deliver(rest.slice(middle), delivery);
    }
    if (trigger.retryAttempts >= 0 && attempt > trigger.retryAttempts) {
      return delivery.storeFailed(rest, 'RetryAttemptsExhausted', attempt);
    }
    await sleep(delivery.delay(attempt), undefined, { signal });
  }
}

/** Index of the first record to deliver again. Undefined if all are done. */
function firstFailure(
  records: LambdaRecord[],
  outcome: Outcome,
  partialFailures: boolean,
): number | undefined {
  if (!outcome.ok) return 0;
  if (!partialFailures) return undefined;
  const failed = failedItems(outcome.payload);
  if (!failed) return 0;
  if (failed.length === 0) return undefined;
  const indexes = failed.map((id) => records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === id));
  // An identifier that is not in the batch means that the whole batch failed.
  return Math.max(0, Math.min(...indexes));
}

async function withoutOld(
  records: LambdaRecord[],
  delivery: Delivery,
  attempt: number,
): Promise<LambdaRecord[]> {
  const { recordAgeSeconds } = delivery.trigger;
  // The first attempt ignores the age: after a long stop all records are old, and none may be lost.
  if (recordAgeSeconds < 0 || attempt === 1) return records;
  const oldest = delivery.now() / 1000 - recordAgeSeconds;
  const old = records.filter(({ dynamodb }) => dynamodb.ApproximateCreationDateTime < oldest);
  if (old.length > 0) await delivery.storeFailed(old, 'RecordAgeExceeded', attempt - 1);
  return records.filter((record) => !old.includes(record));
}
