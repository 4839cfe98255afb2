/**
 * The stack cannot start, and a person can correct the cause. The message is one plain sentence that says what is
 * wrong and how to correct it. It is printed without a stack trace. Any other error is a defect of the stack.
 */
export class Refusal extends Error {}

/** Prints the error and ends the process with status 1. */
export function refuse(error: unknown): never {
  if (error instanceof Refusal) process.stderr.write(`${error.message}\n`);
  else console.error(error);
  process.exit(1);
}

/** Code of a system error, such as `EADDRINUSE`. */
export const errorCodeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** The only part of an error that may be logged, because messages of the AWS SDK quote items. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
