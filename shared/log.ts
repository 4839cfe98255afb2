import { Failure } from './failure.ts';

/**
 * The only fields a log line may have. None of them can hold an address, a token, a nonce or a text that somebody
 * typed: a route is logged by its key, never by its path, and an error by its code.
 */
export interface LogFields {
  slug?: string;
  routeKey?: string;
  requestId?: string;
  status?: number;
  milliseconds?: number;
  task?: string;
  outcome?: string;
  count?: number;
  code?: string;
  kind?: string;
  /** Where in the code, without any message. */
  stack?: string[];
}

export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one JSON line to standard output, which Lambda puts into the function's log group as it is. */
export function log(level: LogLevel, message: string, fields: LogFields = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...fields })}\n`);
}

const framesKept = 5;

/** What of an error may be logged: our own failures by code, of everything else its class and where it arose. */
export function errorFields(error: unknown): LogFields {
  if (error instanceof Failure) return { kind: error.kind, code: error.code, task: error.operation };
  if (!(error instanceof Error)) return { kind: 'unexpected', code: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: 'unexpected',
    code: error.name,
    stack: frames.slice(0, framesKept).map((line) => line.trim()),
  };
}
