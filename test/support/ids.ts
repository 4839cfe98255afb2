import { ulid } from 'ulid';

/** Marks and nonces for tests: never the same twice. */
export function newIds(): { newUlid: () => string; newNonce: () => string } {
  let count = 0;
  return { newUlid: () => ulid(), newNonce: () => `nonce-${++count}` };
}
