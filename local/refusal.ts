/**
 * Why the stack does not start, as one plain sentence with its cure. It is shown to the person who typed the command,
 * without a stack trace; every other error is a fault of the stack's own.
 */
export class Refusal extends Error {}
