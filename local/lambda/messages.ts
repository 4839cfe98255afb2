/** What the stack and a function's thread say to each other; all of it plain data. */

export interface WorkerData {
  /** `file:` address of the bundle. */
  bundle: string;
  handler: string;
}

/** A call of the code's own to AWS, as far as a role would look at it. */
export interface Call {
  service: string;
  /** The API's action; what a transaction holds is told as Put, Update, Delete or ConditionCheck of its items. */
  action: string;
  /** Table, index, bucket and first folder, queue, secret, configuration set or distribution; `*` where there is none. */
  resource: string;
}

export interface FunctionError {
  errorType: string;
  errorMessage: string;
}

export interface Invocation {
  requestId: string;
  /** JSON, as Lambda hands it over. */
  event: string;
  /** Milliseconds since 1970 at which the time is up. */
  deadline: number;
}

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'failed-to-load'; error: FunctionError }
  | { kind: 'done'; payload: string; calls: Call[] }
  | { kind: 'failed'; error: FunctionError; calls: Call[] };
