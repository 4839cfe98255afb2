import { monotonicFactory } from 'ulid';

/** Later ids sort after earlier ones, even within one millisecond, because the store in memory is that fast. */
const newUlid = monotonicFactory();

/** Marks and nonces for tests. None occurs twice. */
export function newIds(): { newUlid: () => string; newNonce: () => string } {
  let count = 0;
  return { newUlid: () => newUlid(), newNonce: () => `nonce-${++count}` };
}
