import { AsyncLocalStorage } from 'node:async_hooks';
import { Failure } from './failure.ts';

/**
 * The only fields a log line may have. None of them can contain an address, a token, a nonce or a text that somebody
 * typed: a route is logged by its key, never by its path, and an error by its code. The journey of a publication looks
 * for any in its logs (`test/journeys/publication.test.ts`).
 */
export interface LogFields {
  slug?: string;
  routeKey?: string;
  status?: number;
  durationMilliseconds?: number;
  /** From the opening of a gate to the published release. */
  openedToPublishedMilliseconds?: number;
  task?: string;
  outcome?: string;
  count?: number;
  /** Of a message of a queue that failed. */
  messageId?: string;
  errorCode?: string;
  errorKind?: string;
  /** Partition and sort key of an item that cannot be read. What somebody typed is left out (`loggableKey`). */
  item?: string;
  /** Names of its attributes that are not as the schema says. */
  attributes?: string;
  /** Where in the code, without any message. */
  stack?: string[];
}

export type LogLevel = 'info' | 'warn' | 'error';

const currentRequestId = new AsyncLocalStorage<string>();

/** Runs a Lambda handler so that each of its log lines has the id of its invocation. */
export const withRequestId =
  <Event, Result>(handler: (event: Event) => Promise<Result>) =>
  (event: Event, context: { awsRequestId: string }): Promise<Result> =>
    currentRequestId.run(context.awsRequestId, () => handler(event));

/** Sets the id of all further log lines of this request. For the HTTP stack, whose requests have their own id. */
export const setRequestId = (requestId: string): void => currentRequestId.enterWith(requestId);

/**
 * Writes one JSON line to standard output. Lambda reads the level of a line from its keys `timestamp` and `level`.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html
 */
export function log(level: LogLevel, message: string, fields: LogFields = {}): void {
  const requestId = currentRequestId.getStore();
  const timestamp = new Date().toISOString();
  const { item } = fields;
  const line = {
    timestamp,
    level: level.toUpperCase(),
    ...(requestId && { requestId }),
    message,
    ...fields,
    ...(item !== undefined && { item: loggableKey(item) }),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/**
 * Keys have slugs and keyed hashes. Only the partitions of an organization and of its website have what somebody typed.
 */
const loggableKey = (item: string): string =>
  item.replace(/^((?:ORGANIZATION|LOOKALIKE|WEBSITE)#[^#]*#).*/s, '$1…');

const maxFrames = 5;

/** The parts of an error that may be logged: our own failures by code; of others the class, and where it was thrown. */
export function errorFields(error: unknown): LogFields {
  if (error instanceof Failure)
    return {
      errorKind: error.kind,
      errorCode: error.code,
      task: error.operation,
      ...(error.item !== undefined && { item: error.item }),
      ...(error.attributes && { attributes: error.attributes }),
    };
  if (!(error instanceof Error)) return { errorKind: 'unexpected', errorCode: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    errorKind: 'unexpected',
    errorCode: error.name,
    stack: frames.slice(0, maxFrames).map((line) => line.trim()),
  };
}
