/**
 * What can go wrong outside the code, as a small closed set. Errors of the AWS SDK contain items, addresses and bodies,
 * so they are mapped to this one, which is safe to log.
 *
 * - `throttled`: the service asked us to slow down; the same call may succeed later.
 * - `unavailable`: no answer, or a fault of the service; whether the call took effect is not known.
 * - `refused`: the service understood the call and refused it; repeating it does not help.
 */
export type FailureKind = 'throttled' | 'unavailable' | 'refused';

export class Failure extends Error {
  readonly kind: FailureKind;
  /** What was called, such as `UpdateItem`. */
  readonly operation: string;
  /**
   * Name of the service's error, such as `ThrottlingException`, or Node's code, such as `ENOTFOUND`; never a message.
   */
  readonly code: string;
  /** Partition and sort key of an item that cannot be read. */
  readonly item: string | undefined;
  /** Names of its attributes that are not as the schema says, such as `paused, settings.sender`; never a value. */
  readonly attributes: string | undefined;

  constructor(kind: FailureKind, operation: string, code: string, item?: string, attributes?: string) {
    super(`${operation}: ${code}`);
    this.name = 'Failure';
    this.kind = kind;
    this.operation = operation;
    this.code = code;
    this.item = item;
    this.attributes = attributes;
  }
}

const throttlingCodes = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'SlowDown',
  'TransactionConflictException',
  'TransactionCanceledException',
]);

/**
 * Turns whatever an AWS client threw into a `Failure` with the operation and the error's code, and nothing else. Throws
 * a mistake of the code as it is, so that its stack is logged and it does not look like an outage.
 */
export function failureOf(error: unknown, operation: string): Failure {
  if (error instanceof Failure) return error;
  if (isMistakeOfTheCode(error)) throw error;
  const code = codeOf(error);
  if (throttlingCodes.has(code)) return new Failure('throttled', operation, code);
  return new Failure(answeredByService(error) ? 'refused' : 'unavailable', operation, code);
}

/** Clients attach `$metadata` to whatever happens after a request was begun, such as an answer that is no JSON. */
const isMistakeOfTheCode = (error: unknown): boolean =>
  [TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind) &&
  !(error instanceof Error && '$metadata' in error);

/**
 * The name of the service's error; of one from the network, Node's code such as `ENOTFOUND`, since its name says
 * nothing.
 */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UnknownError';
  const isNamed = error.name !== 'Error' && error.name !== 'AggregateError';
  if (isNamed || !('code' in error) || typeof error.code !== 'string') return error.name;
  return /^[A-Z_]{3,40}$/.test(error.code) ? error.code : error.name;
}

/** An error of the client (4xx) was read and refused. Any other may or may not have taken effect. */
function answeredByService(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return false;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return false;
  const status = metadata.httpStatusCode;
  return typeof status === 'number' && status >= 400 && status < 500;
}
