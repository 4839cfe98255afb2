import type { AccountNames } from '../iam/access-requests.ts';
import type { Grant } from '../iam/evaluate.ts';
import type { Statement } from '../iam/role-policies.ts';

/** Messages between the stack and a function's thread. All are plain data. */

export interface WorkerData {
  /** `file:` address of the bundle. */
  bundle: string;
  handler: string;
  access: Access;
}

/** What the function's role allows. */
export interface Access {
  /** ARN of the role. */
  role: string;
  statements: Statement[];
  partitionKeys: AccountNames['partitionKeys'];
}

/**
 * A call to AWS by the function's code: the grant that it used, or the action and resource that its role does not
 * allow.
 */
export interface Call extends Grant {
  isDenied?: boolean;
}

export interface FunctionError {
  errorType: string;
  errorMessage: string;
}

export interface Invocation {
  requestId: string;
  /** JSON, as Lambda hands it over. */
  event: string;
  /** When the time is up, in milliseconds since 1970. */
  deadline: number;
}

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'failed-to-load'; error: FunctionError }
  | { kind: 'done'; payload: string; calls: Call[] }
  | { kind: 'failed'; error: FunctionError; calls: Call[] };
