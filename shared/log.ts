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
}

export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one JSON line. Lambda puts standard output into the function's log group. */
export function log(level: LogLevel, message: string, fields: LogFields = {}): void {
  console.log(JSON.stringify({ at: new Date().toISOString(), level, message, ...fields }));
}

/** What of an error may be logged: our own failures by code, everything else by its class alone. */
export function errorFields(error: unknown): LogFields {
  if (error instanceof Failure)
    return { kind: error.kind, code: error.code, task: error.message.split(':')[0] ?? '' };
  return { kind: 'unexpected', code: error instanceof Error ? error.name : typeof error };
}
