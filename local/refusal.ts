/**
 * Why the stack does not start, as one plain sentence with its cure. It is shown to the person who typed the command,
 * without a stack trace; every other error is a fault of the stack's own.
 */
export class Refusal extends Error {}

/** Says why, and ends the process with status 1. */
export function refuse(error: unknown): never {
  if (error instanceof Refusal) process.stderr.write(`${error.message}\n`);
  else console.error(error);
  process.exit(1);
}
