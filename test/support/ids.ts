import { monotonicFactory } from 'ulid';

/** Later ones sort after earlier ones, also within one millisecond: the store in memory is that quick. */
const newUlid = monotonicFactory();

/** Marks and nonces for tests: never the same twice. */
export function newIds(): { newUlid: () => string; newNonce: () => string } {
  let count = 0;
  return { newUlid: () => newUlid(), newNonce: () => `nonce-${++count}` };
}
